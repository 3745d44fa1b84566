/** Templates of CONSTRUCT, filled with ids: each triple once, and none that is no triple (SPARQL 1.2 Query, 16.2). */
import { type Quad, rdf, type Term } from '../../rdf.js';
import { byte, hasCapitalTag, isTripleTerm } from '../../serialise/id-terms.js';
import { writeCanonical, writeTerm } from '../../serialise/terms.js';
import { isInPlace } from '../rdf/check-quad.js';
import { mapTerms } from '../rdf/map-terms.js';
import { readTerm } from '../snapshot/read-term.js';
import type { Context } from './plan.js';
import type { Table } from './table.js';
import { TripleSet } from './triple-set.js';

/** The id that stands in a place of the template at one row; 0 where none does. */
type Place = (row: number) => number;

/** Terms whose canonical form is remembered. */
const mostKept = 50_000;

const isTriple = (term: Term): term is Quad => term.termType === 'Quad';

class Template {
  readonly #terms;
  readonly #canonical = new Map<number, number>();
  #nodes = new Map<string, number>();
  #made = 0;

  constructor(
    private readonly table: Table,
    private readonly context: Context,
  ) {
    this.#terms = context.terms;
  }

  /** Blank nodes are others in each row. */
  beginRow(): void {
    if (this.#nodes.size > 0) this.#nodes = new Map();
  }

  place(term: Term): Place {
    if (term.termType === 'BlankNode') return () => this.#node(term.value);
    if (isTriple(term)) return this.#triple(term);
    if (term.termType !== 'Variable') {
      const id = this.#terms.id(term);
      return () => id;
    }
    const column = this.table.slots.indexOf(this.context.slot(term.value));
    return column < 0 ? () => 0 : (row) => this.table.cell(row, column);
  }

  #node(label: string): number {
    const known = this.#nodes.get(label);
    if (known !== undefined) return known;
    this.#made += 1;
    const id = this.#terms.make(rdf.blankNode(`made-${this.#made}`));
    this.#nodes.set(label, id);
    return id;
  }

  #triple(pattern: Quad): Place {
    const places = new Map<string, Place>();
    mapTerms(pattern, (term) => {
      if (term.termType === 'Variable' || term.termType === 'BlankNode') places.set(writeTerm(term), this.place(term));
      return term;
    });
    return (row) => {
      const triple = mapTerms(pattern, (term) => {
        const id = places.get(writeTerm(term))?.(row) ?? 0;
        return id === 0 ? term : this.#terms.term(id);
      });
      return isInPlace(triple) ? this.#terms.id(triple) : 0;
    };
  }

  /** What N-Triples takes for the same: language tags may be in any case. */
  canonical(id: number): number {
    const terms = this.#terms;
    if (id < terms.ends.length && !isTripleTerm(terms, id) && !hasCapitalTag(terms, id)) return id;
    const known = this.#canonical.get(id);
    if (known !== undefined) return known;
    const canonical = writeCanonical(terms.term(id));
    const found = canonical === terms.text(id) ? id : terms.id(readTerm(canonical));
    if (this.#canonical.size >= mostKept) this.#canonical.clear();
    this.#canonical.set(id, found);
    return found;
  }

  /** Whether a triple may begin so. */
  isInPlace(subject: number, predicate: number): boolean {
    return this.#isIri(predicate) && (this.#isIri(subject) || this.#isNode(subject));
  }

  #isIri(id: number): boolean {
    const { bytes, ends } = this.#terms;
    if (id >= ends.length) return this.#terms.term(id).termType === 'NamedNode';
    return bytes[ends[id - 1] as number] === byte.less && !isTripleTerm(this.#terms, id);
  }

  #isNode(id: number): boolean {
    const { bytes, ends } = this.#terms;
    if (id >= ends.length) return this.#terms.term(id).termType === 'BlankNode';
    return bytes[ends[id - 1] as number] === byte.underscore;
  }
}

/** All triples that the rows make of the template. */
export function fillTemplate(patterns: readonly Quad[], table: Table, context: Context): TripleSet {
  const template = new Template(table, context);
  const triples = new TripleSet(context.terms, context.spend);
  const filled = patterns.map(({ subject, predicate, object }) => ({
    subject: template.place(subject),
    predicate: template.place(predicate),
    object: template.place(object),
  }));
  for (let row = 0; row < table.length; row += 1) {
    context.tick();
    template.beginRow();
    for (const places of filled) {
      const [subject, predicate, object] = [places.subject(row), places.predicate(row), places.object(row)];
      if (subject === 0 || predicate === 0 || object === 0 || !template.isInPlace(subject, predicate)) continue;
      triples.add(subject, predicate, object, template.canonical(object));
    }
  }
  return triples;
}
