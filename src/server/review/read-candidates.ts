/** Reads what is to be decided from the graph, note by note. */
import { type Candidate, type CandidateKind, candidateKinds } from '../../curation/candidate.js';
import { writeTerms } from '../../curation/write-terms.js';
import { createIris } from '../../iris.js';
import { rdf, type Term } from '../../rdf.js';
import type { Asking } from '../asking.js';
import { readRows } from '../read-rows.js';
import type { Services } from '../services.js';

/** A candidate with where its sentence stands in the note, in code points. */
export interface ShownCandidate extends Candidate {
  readonly start: number;
  readonly end: number;
  /** Of the note, where its words have one. */
  readonly language: string;
  /** What the subject and the object of the proposal are called. */
  readonly labels: { readonly subject: string; readonly object: string };
}

export interface NoteToReview {
  readonly slug: string;
  readonly title: string;
  readonly count: number;
}

/** The notes that have candidates, decided or not. */
export async function readNotesToReview(services: Services, asking: Asking): Promise<NoteToReview[]> {
  const rows = await readRows(services, 'pages/review-notes', { ...asking, bindings: boundTo(services) });
  const notes = `${services.config.base}note/`;
  return rows.flatMap((row) => {
    const iri = row.get('note')?.value ?? '';
    if (!iri.startsWith(notes)) return [];
    const slug = decodeURIComponent(iri.slice(notes.length));
    return [{ slug, title: row.get('title')?.value ?? slug, count: Number(row.get('count')?.value ?? 0) }];
  });
}

const boundTo = ({ config }: Services) => ({ review: rdf.literal(`${config.base}graph/review/`) });

const languageOf = (term: Term | undefined): string => (term?.termType === 'Literal' ? term.language : '');

const isKind = (kind: string): kind is CandidateKind => candidateKinds.some((one) => one === kind);

/** In the order of the text; `text` is the note's. */
export async function readCandidates(
  services: Services,
  { slug, text }: { readonly slug: string; readonly text: string },
  asking: Asking,
): Promise<ShownCandidate[]> {
  const { base } = services.config;
  const note = createIris(base).note(slug);
  const asked = { ...asking, bindings: { ...boundTo(services), note } };
  const rows = await readRows(services, 'pages/review', asked);
  const named = await readRows(services, 'pages/review-labels', asked);
  const labels = new Map(named.map((row) => [row.get('thing')?.value ?? '', row.get('label')?.value ?? '']));
  const points = [...text];
  const candidates = rows.flatMap((row): ShownCandidate[] => {
    const value = (name: string): string => row.get(name)?.value ?? '';
    const [, start, end] = /#char=(\d+),(\d+)$/.exec(value('passage')) ?? [];
    const kind = value('kind');
    if (start === undefined || end === undefined || !isKind(kind)) return [];
    const [subject, predicate, object] = ['subject', 'predicate', 'object'].map((name) => row.get(name));
    const proposed =
      subject?.termType === 'NamedNode' && predicate?.termType === 'NamedNode' && object !== undefined
        ? writeTerms({ subject, predicate, object }, base)
        : undefined;
    return [
      {
        id: value('candidate').slice(`${base}candidate/`.length),
        note: slug,
        kind,
        words: value('words'),
        language: languageOf(row.get('words')),
        reason: value('reason'),
        sentence: points.slice(Number(start), Number(end)).join(''),
        start: Number(start),
        end: Number(end),
        proposed,
        isSaid: kind === 'inferred owner',
        labels: { subject: labels.get(value('subject')) ?? '', object: labels.get(value('object')) ?? '' },
      },
    ];
  });
  return candidates.sort((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1));
}
