/**
 * Triples by numbers in the order of their canonical lines. That is the order of the numbers, but for terms without bytes, for
 * triple terms and for characters that UTF-16 puts elsewhere than UTF-8.
 */
import { IdNotes } from './id-notes.js';
import { byte, endOfQuoted, hasCapitalTag, type IdTerms, isTagged, isTripleTerm } from './id-terms.js';
import type { IdTriples } from './id-triples.js';
import { writeCanonical } from './terms.js';

/** What it takes to write a term: its bytes; its bytes with the language tag in lower case; more than that. */
export const form = { bytes: 1, tag: 2, text: 3 } as const;
type Form = (typeof form)[keyof typeof form];

/** What is said of a subject, in order; with its lines where they are not the bytes of the terms. */
export interface SortedSaid {
  readonly said: readonly number[];
  readonly lines: readonly string[] | undefined;
}

function isAscending(said: readonly number[]): boolean {
  for (let at = 2; at < said.length; at += 2) {
    const step = (said[at] as number) - (said[at - 2] as number);
    if (step < 0 || (step === 0 && (said[at + 1] as number) < (said[at - 1] as number))) return false;
  }
  return true;
}

/** Places of the predicates. */
const placesIn = (said: readonly number[]): number[] => Array.from({ length: said.length / 2 }, (_, pair) => 2 * pair);

const inPlaces = (said: readonly number[], places: readonly number[]): number[] =>
  places.flatMap((place) => [said[place] as number, said[place + 1] as number]);

function byNumbers(said: readonly number[]): readonly number[] {
  if (isAscending(said)) return said;
  const at = (place: number): number => said[place] as number;
  return inPlaces(
    said,
    placesIn(said).sort((a, b) => at(a) - at(b) || at(a + 1) - at(b + 1)),
  );
}

export class IdOrder {
  readonly #forms: IdNotes;

  constructor(readonly terms: IdTerms) {
    this.#forms = new IdNotes(terms.ends.length, (id) => this.#findForm(id));
  }

  formOf(id: number): Form {
    return id < this.terms.ends.length ? (this.#forms.get(id) as Form) : form.text;
  }

  sortSubjects(subjects: Iterable<number>): readonly number[] {
    const texts = new Map<number, string>();
    const textOf = (id: number): string => {
      const text = texts.get(id) ?? this.terms.text(id);
      texts.set(id, text);
      return text;
    };
    const isPlain = (id: number): boolean => this.formOf(id) === form.bytes;
    return [...subjects].sort((a, b) => (isPlain(a) && isPlain(b) ? a - b : textOf(a) < textOf(b) ? -1 : 1));
  }

  sortSaid(subject: number, said: readonly number[]): SortedSaid {
    if (this.formOf(subject) === form.bytes && said.every((id) => this.formOf(id) !== form.text)) {
      const sorted = byNumbers(said);
      if (!this.#hasSameTexts(sorted)) return { said: sorted, lines: undefined };
    }
    const lines = placesIn(said).map((at) => this.#line(subject, said[at] as number, said[at + 1] as number));
    const order = [...lines.keys()].sort((a, b) => {
      const [one, other] = [lines[a] as string, lines[b] as string];
      return one === other ? a - b : one < other ? -1 : 1;
    });
    return {
      said: inPlaces(
        said,
        order.map((pair) => 2 * pair),
      ),
      lines: order.map((pair) => lines[pair] as string),
    };
  }

  #line(subject: number, predicate: number, object: number): string {
    return `${this.#canonical(subject)} ${this.#canonical(predicate)} ${this.#canonical(object)} .\n`;
  }

  #canonical(id: number): string {
    return this.formOf(id) === form.bytes ? this.terms.text(id) : writeCanonical(this.terms.term(id));
  }

  #findForm(id: number): Form {
    const { bytes, ends } = this.terms;
    const [start, end] = [ends[id - 1] as number, ends[id] as number];
    if (isTripleTerm(this.terms, id)) return form.text;
    for (let at = start; at < end; at += 1) if ((bytes[at] as number) >= byte.astral) return form.text;
    return hasCapitalTag(this.terms, id) ? form.tag : form.bytes;
  }

  /** Whether tags alone, one of them with capitals, tell objects of a predicate apart. */
  #hasSameTexts(said: readonly number[]): boolean {
    for (let at = 2; at < said.length; at += 2) {
      const [before, object] = [said[at - 1] as number, said[at + 1] as number];
      if (this.formOf(before) === form.bytes && this.formOf(object) === form.bytes) continue;
      if (said[at] === said[at - 2] && this.#hasSameText(before, object)) return true;
    }
    return false;
  }

  #hasSameText(one: number, other: number): boolean {
    if (!isTagged(this.terms, one) || !isTagged(this.terms, other)) return false;
    const { bytes, ends } = this.terms;
    const [start, end] = [ends[one - 1] as number, endOfQuoted(this.terms, one)];
    return bytes.compare(bytes, ends[other - 1], endOfQuoted(this.terms, other), start, end) === 0;
  }
}

/** The same in that order. */
export function orderTriples(triples: IdTriples): IdTriples {
  const order = new IdOrder(triples.terms);
  return {
    terms: triples.terms,
    subjects: () => order.sortSubjects(triples.subjects()),
    about: (subject) => order.sortSaid(subject, triples.about(subject)).said,
  };
}
