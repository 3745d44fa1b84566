/** SPARQL results in JSON, row by row as they come; one that was cut short is never taken for a whole one. */
import { type JsonRow, type JsonTerm, parseJsonRow } from '../../serialise/parse-json-term.js';
import type { Binding } from '../../serialise/results.js';
import { QueryFault, type QueryResult } from '../graph-store.js';

/** What the store sent cannot be used; it may be another time. */
export const brokenAnswer = (reason: string, cause?: unknown): QueryFault =>
  new QueryFault('offline', `the store gave a broken answer: ${reason}`, { retryAfter: 30, cause });

/** A document cut into its rows, and into all that stands around them: a JSON document with no rows. */
class Splitter {
  /** With `[]` in the place of all rows. */
  frame = '';
  /** The same as far as the rows, closed; '' before they have begun. */
  opening = '';
  /** Whether the rows have begun. */
  isInRows = false;
  #depth = 0;
  #isInString = false;
  #isEscaped = false;
  #row = '';

  /** The rows that end in this piece. */
  *take(piece: string): Generator<string> {
    let from = 0;
    for (let at = 0; at < piece.length; at += 1) {
      const step = this.#step(piece.charCodeAt(at));
      if (step === 0) continue;
      if (step === openRow) from = at;
      else if (step === closeRow) {
        yield this.#row + piece.slice(from, at + 1);
        this.#row = '';
        from = at + 1;
      } else if (step === openRows) {
        this.frame += piece.slice(from, at + 1);
        this.isInRows = /"results"\s*:\s*\{(?:[^{}]*,)?\s*"bindings"\s*:\s*\[$/.test(this.frame);
        if (this.isInRows) this.opening = `${this.frame}]}}`;
        from = at + 1;
      } else if (step === closeRows) {
        this.isInRows = false;
        from = at;
      }
    }
    if (this.isInRows && this.#depth > rowDepth) this.#row += piece.slice(from);
    else if (!this.isInRows) this.frame += piece.slice(from);
  }

  /** What the character does, beyond going on. */
  #step(code: number): number {
    if (this.#isInString) {
      if (this.#isEscaped) this.#isEscaped = false;
      else if (code === backslash) this.#isEscaped = true;
      else if (code === quote) this.#isInString = false;
      return 0;
    }
    if (code === quote) this.#isInString = true;
    else if (code === braceOpen || code === bracketOpen) {
      this.#depth += 1;
      if (this.isInRows) return this.#depth === rowDepth + 1 ? openRow : 0;
      return code === bracketOpen && this.#depth === rowDepth ? openRows : 0;
    } else if (code === braceClose || code === bracketClose) {
      this.#depth -= 1;
      if (!this.isInRows) return 0;
      if (this.#depth === rowDepth) return closeRow;
      return this.#depth < rowDepth ? closeRows : 0;
    }
    return 0;
  }
}

const [quote, backslash, braceOpen, braceClose, bracketOpen, bracketClose] = [34, 92, 123, 125, 91, 93];
/** Brackets around the rows: those of the document, of `results`, of `bindings`. */
const rowDepth = 3;
const [openRows, closeRows, openRow, closeRow] = [1, 2, 3, 4];

interface Frame {
  readonly head?: { readonly vars?: readonly string[] };
  readonly boolean?: boolean;
  readonly results?: { readonly bindings?: unknown };
}

function parseFrame(text: string): Frame {
  try {
    return JSON.parse(text) as Frame;
  } catch (cause) {
    throw brokenAnswer('it is cut short, or no SPARQL result in JSON', cause);
  }
}

/** Labels that are none in N-Triples, as `nodeID://b1`, are written so that they are, and stay apart. */
const settleLabel = (label: string): string =>
  label.replace(/[^A-Za-z0-9]/g, (c) => `_${c.codePointAt(0)?.toString(16)}_`);

const settleTerm = (term: JsonTerm): JsonTerm =>
  term.type === 'bnode' && typeof term.value === 'string' ? { ...term, value: settleLabel(term.value) } : term;

function parseRow(text: string): Binding {
  try {
    const row = Object.entries(JSON.parse(text) as JsonRow);
    return parseJsonRow(Object.fromEntries(row.map(([name, term]) => [name, settleTerm(term)])));
  } catch (cause) {
    throw brokenAnswer('a row of it is no JSON', cause);
  }
}

/** Throws a {@link QueryFault} before or while the rows are read, where it is no such document or is cut short. */
export async function readJsonResults(texts: AsyncIterable<string>): Promise<QueryResult> {
  const splitter = new Splitter();
  const pieces = texts[Symbol.asyncIterator]();
  const first: string[] = [];
  let isOver = false;
  while (!isOver && splitter.opening === '') {
    const { value, done } = await pieces.next();
    if (done) isOver = true;
    else first.push(...splitter.take(value));
  }
  const { head, boolean, results } = parseFrame(splitter.opening || splitter.frame);
  if (typeof boolean === 'boolean') return { kind: 'boolean', value: boolean };
  if (!Array.isArray(head?.vars) || results?.bindings === undefined) throw brokenAnswer('it names no rows');
  async function* readRows(): AsyncGenerator<Binding> {
    try {
      for (const row of first) yield parseRow(row);
      while (!isOver) {
        const { value, done } = await pieces.next();
        if (done) isOver = true;
        else for (const row of splitter.take(value)) yield parseRow(row);
      }
      parseFrame(splitter.frame);
    } finally {
      await pieces.return?.(undefined);
    }
  }
  return { kind: 'bindings', variables: head.vars as string[], rows: readRows() };
}
