/** A claim as its page tells of it: the statement, and each of its sentences with the words around it. */
import type { Disputed } from '../../curation/open-decision.js';
import { uniqueQuote } from '../../curation/unique-quote.js';
import type { NamedNode, Term } from '../../rdf.js';
import type { Asking } from '../asking.js';
import { readRows } from '../read-rows.js';
import type { Services } from '../services.js';
import { type Claim, readEvidence } from './read-evidence.js';

export interface Sentence {
  /** The passage. */
  readonly iri: string;
  readonly note: NamedNode;
  readonly start: number;
  readonly before: string;
  readonly quote: string;
  readonly after: string;
}

export interface ShownClaim {
  readonly iri: NamedNode;
  readonly subject: NamedNode;
  readonly predicate: Term;
  readonly object: Term;
  readonly isOfDataset: boolean;
  readonly sentences: readonly Sentence[];
  /** Rule, attribution, decisions. */
  readonly claim: Claim | undefined;
}

/** Undefined for what is no claim. */
export async function readClaim(services: Services, thing: NamedNode, asking: Asking): Promise<ShownClaim | undefined> {
  const rows = await readRows(services, 'pages/claim', { ...asking, bindings: { thing } });
  const [subject, predicate, object] = ['subject', 'predicate', 'object'].map((name) => rows[0]?.get(name));
  if (subject?.termType !== 'NamedNode' || predicate === undefined || object === undefined) return undefined;
  const isOfDataset = rows[0]?.get('isOfDataset')?.value === 'true';
  const sentences = new Map<string, Sentence>();
  for (const row of rows) {
    const [passage, note] = [row.get('passage')?.value, row.get('note')];
    if (passage === undefined || note?.termType !== 'NamedNode' || sentences.has(passage)) continue;
    const text = (name: string): string => row.get(name)?.value ?? '';
    const [before, quote, after] = [text('before'), text('quote'), text('after')];
    sentences.set(passage, { iri: passage, note, start: Number(text('start')), before, quote, after });
  }
  const claims = await readEvidence(services, subject, asking);
  const claim = claims.find(({ iri }) => iri === thing.value);
  return { iri: thing, subject, predicate, object, isOfDataset, sentences: [...sentences.values()], claim };
}

/** UTF-16 units before so many code points. */
function unitsBefore(text: string, points: number): number {
  let unit = 0;
  for (let point = 0; point < points && unit < text.length; point += 1)
    unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
  return unit;
}

/** What a curator's file says of it; undefined where the note's text is not in the graph. */
export async function readDisputed(
  services: Services,
  { iri, subject, predicate, object, sentences }: ShownClaim,
  asking: Asking,
): Promise<Disputed | undefined> {
  const [sentence] = sentences;
  if (sentence === undefined) return undefined;
  const rows = await readRows(services, 'pages/note-text', { ...asking, bindings: { note: sentence.note } }, 1);
  const text = rows[0]?.get('text')?.value ?? '';
  const start = unitsBefore(text, sentence.start);
  const stands = text.startsWith(sentence.quote, start);
  const quote = stands ? uniqueQuote(text, start, start + sentence.quote.length) : undefined;
  if (quote === undefined) return undefined;
  const note = sentence.note.value.split('/').at(-1) ?? '';
  return { claim: iri.value, note, subject, predicate, object, quote };
}
