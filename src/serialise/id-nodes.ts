/** A node of expanded JSON-LD by the numbers of its terms, most of which are copied from their texts in N-Triples. */
import type { Term } from '../rdf.js';
import { prefixes } from '../vocabularies.js';
import { ByteWriter, encoded } from './byte-writer.js';
import { expandLiteral, idOf } from './expand-quads.js';
import { around, copyAround, endOf, form, json, startOf } from './id-cells.js';
import { IdNotes } from './id-notes.js';
import { endOfQuoted, type IdTerms } from './id-terms.js';

const type = `${prefixes.rdf}type`;
const rest = `${prefixes.rdf}rest`;

const id = around('   {\n    "@id": "', '"\n   }');
const value = encoded('   {\n    "@value": ');
const language = around(',\n    "@language": "', '"\n   }');
const datatype = around(',\n    "@type": "', '"\n   }');
const objectEnd = encoded('\n   }');
const inQuotes = around('"', '"');
const nextProperty = encoded(',\n  ');
const typeProperty = encoded(',\n  "@type": [\n   ');
const [firstValue, nextValue, lastValue] = [encoded(': [\n'), encoded(',\n'), encoded('\n  ]')];
const indent = encoded('   ');

/** It knows no lists and no triple terms. */
export class NodeWriter {
  readonly out = new ByteWriter();
  readonly #terms: IdTerms;
  /** How a term is copied; 0 where it is not. */
  readonly #forms: IdNotes;
  /** By predicate: its IRI. */
  readonly #names = new Map<number, string>();

  constructor(terms: IdTerms) {
    this.#terms = terms;
    this.#forms = new IdNotes(terms.ends.length, (term) => json.formOf(terms, term));
  }

  /** Whether nothing of it is in lists or in triple terms. */
  knows(said: readonly number[]): boolean {
    for (let at = 0; at < said.length; at += 2) {
      const [predicate, object] = [said[at] as number, said[at + 1] as number];
      if (this.#nameOf(predicate) === rest) return false;
      if (this.#formOf(object) === 0 && this.#terms.term(object).termType === 'Quad') return false;
    }
    return true;
  }

  #nameOf(predicate: number): string {
    const known = this.#names.get(predicate);
    if (known !== undefined) return known;
    const name = this.#terms.term(predicate).value;
    this.#names.set(predicate, name);
    return name;
  }

  #formOf(term: number): number {
    return term < this.#terms.ends.length ? this.#forms.get(term) : 0;
  }

  #isNode(object: number): boolean {
    const kind = this.#formOf(object);
    return kind === 0 ? this.#terms.term(object).termType !== 'Literal' : kind <= form.node;
  }

  /** An IRI or the name of a blank node. */
  writeName(term: number): void {
    const kind = this.#formOf(term);
    const [start, end] = [startOf(this.#terms, term), endOf(this.#terms, term)];
    if (kind === form.iri) copyAround(this.#terms, [start + 1, end - 1], inQuotes, this.out);
    else if (kind === form.node) copyAround(this.#terms, [start, end], inQuotes, this.out);
    else this.out.text(JSON.stringify(idOf(this.#terms.term(term))));
  }

  #writeObject(object: number): void {
    const kind = this.#formOf(object);
    const [start, end] = [startOf(this.#terms, object), endOf(this.#terms, object)];
    if (kind === 0) this.#writeTerm(this.#terms.term(object));
    else if (kind === form.iri) copyAround(this.#terms, [start + 1, end - 1], id, this.out);
    else if (kind === form.node) copyAround(this.#terms, [start, end], id, this.out);
    else this.#writeLiteral(object, kind);
  }

  #writeLiteral(object: number, kind: number): void {
    const [terms, out] = [this.#terms, this.out];
    const [end, endOfText] = [endOf(terms, object), endOfQuoted(terms, object)];
    out.all(value);
    out.copy(terms, startOf(terms, object), endOfText);
    if (kind === form.text) out.all(objectEnd);
    else if (kind === form.tagged) copyAround(terms, [endOfText + 1, end], language, out);
    else copyAround(terms, [endOfText + 3, end - 1], datatype, out);
  }

  #writeTerm(term: Term): void {
    const object = term.termType === 'Literal' ? expandLiteral(term) : { '@id': idOf(term) };
    this.out.text(`   ${JSON.stringify(object, null, 1).replaceAll('\n', '\n   ')}`);
  }

  #isTypeOf = (said: readonly number[], at: number): boolean =>
    this.#nameOf(said[at] as number) === type && this.#isNode(said[at + 1] as number);

  writeTypes(said: readonly number[]): void {
    let before = typeProperty;
    for (let at = 0; at < said.length; at += 2) {
      if (!this.#isTypeOf(said, at)) continue;
      this.out.all(before);
      if (before === nextValue) this.out.all(indent);
      this.writeName(said[at + 1] as number);
      before = nextValue;
    }
    if (before === nextValue) this.out.all(lastValue);
  }

  /** Whole chunks are given out as they are made. */
  *writeProperties(said: readonly number[]): Generator<Uint8Array> {
    let last = 0;
    for (let at = 0; at < said.length; at += 2) {
      const predicate = said[at] as number;
      if (this.#isTypeOf(said, at)) continue;
      if (predicate === last) this.out.all(nextValue);
      else {
        if (last !== 0) this.out.all(lastValue);
        this.out.all(nextProperty);
        this.writeName(predicate);
        this.out.all(firstValue);
      }
      last = predicate;
      this.#writeObject(said[at + 1] as number);
      if (this.out.hasChunk) yield* this.out.take();
    }
    if (last !== 0) this.out.all(lastValue);
  }
}
