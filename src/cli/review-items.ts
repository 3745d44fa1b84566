/** What of a note is uncertain, one item a thing that a curator may want to decide, in the order of the text. */
import type { Claim, Entity, Extraction } from '../extract/claim.js';
import type { Iris } from '../iris.js';
import { createLineFinder } from '../notes/line-finder.js';
import type { DamagedPlace, Passage, Span } from '../notes/note.js';
import { entityIri } from '../triples/entity.js';
import type { Withheld } from '../triples/withhold.js';

/** A sentence, and the line it begins on. */
export interface ReviewSentence {
  readonly line: number;
  readonly text: string;
}

export interface ReviewItem {
  readonly kind: 'inferred owner' | 'damaged' | 'rejected' | 'withheld';
  /** Of the words, in the note's file; both from 1. */
  readonly line: number;
  readonly column: number;
  /** The words in question, as the note has them. */
  readonly quote: string;
  /** What they stand in. */
  readonly sentence: string;
  readonly reason: string;
  /** The thing it is about, by what a decision calls it: `dataset/x`. */
  readonly thing?: string;
  readonly type?: Entity['type'];
  readonly label?: string;
  readonly owners?: readonly string[];
  /** What an inferred owner was inferred from. */
  readonly clues?: readonly ReviewSentence[];
}

const faults: Readonly<Record<DamagedPlace['fault'], string>> = {
  garbled: 'garbled: no word of any language',
  cut: 'cut: the sentence stops before its end',
  headless: 'headless: it begins in the middle of a sentence',
  'lost-heading': 'the heading above it is lost',
  'broken-list': 'a broken list: fewer items than announced',
};

/** An item, still with its offset. */
type Placed = Omit<ReviewItem, 'line' | 'column' | 'clues'> & {
  readonly at: number;
  readonly clues?: readonly Passage[];
};

const sameSpan = (span: Span) => ({ at: span.start, quote: span.text, sentence: span.text });

export function findReviewItems(
  { note, claims, damaged, rejected }: Extraction,
  withheld: readonly Withheld[],
  iris: Iris,
): ReviewItem[] {
  const place = createLineFinder(note);
  const nameOf = (entity: Entity) => ({
    thing: entityIri(entity, iris).value.slice(iris.base.length),
    type: entity.type,
    label: entity.label,
  });
  const items: Placed[] = [
    ...inferredOwners(claims).map(({ subject, ...item }) => ({ ...item, ...nameOf(subject) })),
    ...damaged.map((span) => ({ kind: 'damaged' as const, ...sameSpan(span), reason: faults[span.fault] })),
    ...rejected.map(({ kind: what, passage, reason, start, text }) => ({
      kind: 'rejected' as const,
      at: start,
      quote: text,
      sentence: passage.text,
      reason: `${what === 'organisation' ? 'an ambiguous name' : what}: ${reason}`,
    })),
    ...withheld.map(({ claim, reason }) => {
      const [passage = { start: 0, end: 0, text: '' }] = claim.evidence.passages;
      const says = `${claim.property} ${JSON.stringify(claim.object)}`;
      return {
        kind: 'withheld' as const,
        ...sameSpan(passage),
        reason: `${says}: ${reason}`,
        ...nameOf(claim.subject),
      };
    }),
  ];
  items.sort((a, b) => a.at - b.at || (a.kind < b.kind ? -1 : 1));
  return items.map(({ at, clues, ...item }) => ({
    ...place(at),
    ...item,
    ...(clues && { clues: clues.map(({ start, text }) => ({ line: place(start).line, text })) }),
  }));
}

/** Things whose owner no sentence and no heading states: where they are named, and what tells whose they are. */
function inferredOwners(claims: readonly Claim[]): (Placed & { readonly subject: Entity })[] {
  const bySubject = new Map<Entity, { owners: string[]; passages: Set<Passage> }>();
  for (const { subject, property, object, evidence } of claims) {
    if (property !== 'owner' || evidence.attribution !== 'inferred') continue;
    const known = bySubject.get(subject) ?? { owners: [], passages: new Set() };
    known.owners.push(object.label);
    for (const passage of evidence.passages) known.passages.add(passage);
    bySubject.set(subject, known);
  }
  return [...bySubject].map(([subject, { owners, passages }]) => {
    const named = [...passages].find(({ text }) => text.includes(subject.label)) ?? [...passages][0];
    const within = Math.max(0, named?.text.indexOf(subject.label) ?? 0);
    const quote = named?.text.includes(subject.label) ? subject.label : (named?.text ?? '');
    const clues = [...passages].filter((passage) => passage !== named);
    return {
      subject,
      kind: 'inferred owner',
      at: (named?.start ?? 0) + within,
      quote,
      sentence: named?.text ?? '',
      owners,
      reason: clues.length === 0 ? 'a heading is lost; this sentence tells' : 'a heading is lost; other words tell',
      clues,
    };
  });
}
