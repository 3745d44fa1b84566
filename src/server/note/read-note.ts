/** A note as its page shows it: the text, its passages with what each states, and where it is broken. */
import type { NamedNode, Term } from '../../rdf.js';
import type { Asking } from '../asking.js';
import { readRows } from '../read-rows.js';
import type { Services } from '../services.js';
import type { Span } from './mark-text.js';

export interface Statement {
  readonly claim: string;
  readonly subject: string;
  readonly subjectName: string | undefined;
  readonly property: string;
  readonly value: Term;
  readonly valueName: string | undefined;
  /** The last part of its IRI: Stated, Heading, Inferred. */
  readonly attribution: string | undefined;
}

export interface NotePassage extends Span {
  /** The kind of damage, by the last part of its IRI; empty: it is whole. */
  readonly damage: string;
  readonly statements: readonly Statement[];
}

export interface ShownNote {
  readonly text: string;
  readonly passages: readonly NotePassage[];
}

/** Passages and statements that a page can still hold; a note of a book's length has fewer. */
const mostRows = 50_000;

const lastPart = (term: Term | undefined): string => term?.value.split('#').at(-1) ?? '';

async function readStatements(services: Services, options: { bindings: { note: NamedNode } } & Asking) {
  const byPassage = new Map<string, Map<string, Statement>>();
  for (const row of await readRows(services, 'pages/note-statements', options, mostRows)) {
    const [passage, claim, value] = [row.get('passage')?.value ?? '', row.get('claim')?.value ?? '', row.get('value')];
    if (value === undefined) continue;
    const statements = byPassage.get(passage) ?? new Map<string, Statement>();
    byPassage.set(passage, statements);
    if (statements.has(claim)) continue;
    const attribution = row.get('attribution');
    statements.set(claim, {
      claim,
      subject: row.get('subject')?.value ?? '',
      subjectName: row.get('name')?.value,
      property: row.get('property')?.value ?? '',
      value,
      valueName: row.get('label')?.value,
      attribution: attribution === undefined ? undefined : lastPart(attribution),
    });
  }
  return byPassage;
}

/** Undefined where there is no such note, or its text is not in the graph. */
export async function readShownNote(
  services: Services,
  note: NamedNode,
  asking: Asking,
): Promise<ShownNote | undefined> {
  const options = { ...asking, bindings: { note } };
  const [rows, texts, statements] = await Promise.all([
    readRows(services, 'pages/note-passages', options, mostRows),
    readRows(services, 'pages/note-text', options, 1),
    readStatements(services, options),
  ]);
  const text = texts[0]?.get('text')?.value;
  if (text === undefined) return undefined;
  const passages = new Map<string, NotePassage>();
  for (const row of rows) {
    const iri = row.get('passage')?.value ?? '';
    const damage = lastPart(row.get('damage'));
    if (passages.has(iri)) continue;
    passages.set(iri, {
      iri,
      start: Number(row.get('start')?.value),
      end: Number(row.get('end')?.value),
      damage,
      statements: [...(statements.get(iri)?.values() ?? [])],
    });
  }
  return { text, passages: [...passages.values()] };
}
