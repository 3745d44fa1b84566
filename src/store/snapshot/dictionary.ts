/** Terms by their ids and ids by their terms: those of the columns, and behind them those that came later. */
import { type Quad, rdf, type Term } from '../../rdf.js';
import { viewOf } from '../../serialise/byte-writer.js';
import type { IdTerms } from '../../serialise/id-terms.js';
import { writeTerm } from '../../serialise/terms.js';
import { type Columns, termsIn } from './columns.js';
import { readTerm } from './read-term.js';

/** The id of no term; and, in the place of a graph, of the unnamed one. */
export const none = 0;

const [quote, bracket, backslash] = [...'"<\\'].map((character) => character.charCodeAt(0));

/** Terms and ids that are remembered each way. */
const mostKept = 50_000;

export class Dictionary implements IdTerms {
  readonly bytes: Buffer;
  readonly view: DataView;
  readonly ends: Uint32Array;
  readonly #size: number;
  readonly #laterIds = new Map<string, number>();
  readonly #laterTexts: string[] = [];
  readonly #terms = new Map<number, Term>();
  readonly #ids = new Map<string, number>();

  constructor(columns: Pick<Columns, 'texts' | 'ends'>) {
    const { texts } = columns;
    this.bytes = Buffer.from(texts.buffer, texts.byteOffset, texts.byteLength);
    this.view = viewOf(this.bytes);
    this.ends = columns.ends;
    this.#size = termsIn(columns as Columns);
  }

  /** How many came later; those that no quad has any more are among them. */
  get later(): number {
    return this.#laterTexts.length;
  }

  /** As N-Triples writes it. */
  text(id: number): string {
    if (id > this.#size) return this.#laterTexts[id - this.#size - 1] ?? '';
    return this.bytes.toString('utf8', this.ends[id - 1], this.ends[id]);
  }

  term(id: number): Term {
    const known = this.#terms.get(id);
    if (known !== undefined) return known;
    const term = readTerm(this.text(id));
    if (this.#terms.size >= mostKept) this.#terms.clear();
    this.#terms.set(id, term);
    return term;
  }

  /** `none` where no quad has ever had it. */
  find(term: Term): number {
    return term.termType === 'DefaultGraph' ? none : this.findText(writeTerm(term));
  }

  /** The id of a term that may be new. */
  add(term: Term): number {
    return term.termType === 'DefaultGraph' ? none : this.addText(writeTerm(term));
  }

  /** As N-Triples writes it; '' for the unnamed graph. */
  addText(text: string): number {
    const id = text === '' ? none : this.findText(text);
    if (id !== none || text === '') return id;
    this.#laterTexts.push(text);
    const added = this.#size + this.#laterTexts.length;
    this.#laterIds.set(text, added);
    return added;
  }

  /** Of two plain texts, or of two IRIs, by their characters; undefined for all others, and where escapes are in the way. */
  order(a: number, b: number): number | undefined {
    if (a > this.#size || b > this.#size) return undefined;
    const bytes = this.bytes;
    const [endOfA, endOfB] = [(this.ends[a] as number) - 1, (this.ends[b] as number) - 1];
    let [x, y] = [this.ends[a - 1] as number, this.ends[b - 1] as number];
    const first = bytes[x];
    if (first !== bytes[y]) return undefined;
    const areTexts = first === quote && bytes[endOfA] === quote && bytes[endOfB] === quote;
    const areIris = first === bracket && bytes[x + 1] !== bracket && bytes[y + 1] !== bracket;
    if (!areTexts && !areIris) return undefined;
    // The order of UTF-8 is that of code points.
    for (x += 1, y += 1; x < endOfA && y < endOfB; x += 1, y += 1) {
      const [one, other] = [bytes[x] as number, bytes[y] as number];
      if (one === backslash || other === backslash) return undefined;
      if (one !== other) return one - other;
    }
    return endOfA - x - (endOfB - y);
  }

  findText(text: string): number {
    if (text === '') return none;
    const known = this.#ids.get(text) ?? this.#laterIds.get(text);
    if (known !== undefined) return known;
    const id = this.#search(Buffer.from(text));
    if (id === none) return none;
    if (this.#ids.size >= mostKept) this.#ids.clear();
    this.#ids.set(text, id);
    return id;
  }

  /** By halves. What lies between two terms begins as both of them begin. */
  #search(text: Buffer): number {
    let [low, high] = [1, this.#size];
    let [sameAsLow, sameAsHigh] = [0, 0];
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const same = this.#countSame(text, middle, Math.min(sameAsLow, sameAsHigh));
      const start = this.ends[middle - 1] as number;
      const length = (this.ends[middle] as number) - start;
      if (same === length && same === text.length) return middle;
      const isBefore =
        same === length || (same < text.length && (this.bytes[start + same] as number) < (text[same] as number));
      if (isBefore) [low, sameAsLow] = [middle + 1, same];
      else [high, sameAsHigh] = [middle - 1, same];
    }
    return none;
  }

  /** How many bytes a text and a term have in common from their beginning on; so many are known. */
  #countSame(text: Buffer, id: number, known: number): number {
    const start = this.ends[id - 1] as number;
    const length = Math.min(text.length, (this.ends[id] as number) - start);
    let same = known;
    while (same < length && this.bytes[start + same] === text[same]) same += 1;
    return same;
  }
}

/** A quad of ids; the graph by its term. */
export const toQuad = (dictionary: Dictionary, subject: number, predicate: number, object: number, graph: Term): Quad =>
  rdf.quad(
    dictionary.term(subject) as Quad['subject'],
    dictionary.term(predicate) as Quad['predicate'],
    dictionary.term(object) as Quad['object'],
    graph as Quad['graph'],
  );
