/** An answer to a query as the tests compare it, whatever syntax it came in. */
import { type Quad, rdf, type Term } from '../../../src/rdf.js';
import { writeTerm } from '../../../src/serialise/terms.js';
import { isIsomorphic } from '../compare/isomorphic.js';

export interface Table {
  readonly kind: 'bindings';
  readonly variables: readonly string[];
  readonly rows: readonly ReadonlyMap<string, Term>[];
  /** Whether the order of the rows is part of the answer. */
  readonly ordered?: boolean;
}

export type FullAnswer =
  | Table
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'graph'; readonly quads: readonly Quad[] };

const cell = (variable: string) => rdf.namedNode(`urn:cell:${encodeURIComponent(variable)}`);
const position = rdf.namedNode('urn:position');

/**
 * A blank node a row, so that comparing graphs compares tables: labels of blank nodes do not matter, within one row or
 * across several, and a row that is there twice must be there twice.
 */
function toGraph({ rows }: Table, ordered: boolean): Quad[] {
  return rows.flatMap((row, number) => {
    const node = rdf.blankNode(`row ${number}`);
    const cells = [...row].map(([variable, term]) => rdf.quad(node, cell(variable), term as Quad['object']));
    const place = rdf.literal(ordered ? String(number) : '');
    return [rdf.quad(node, position, place), ...cells];
  });
}

/** A row as text; labels of blank nodes do not count. */
const describeRow = (row: ReadonlyMap<string, Term>): string =>
  [...row]
    .map(([name, term]) => `${name}=${term.termType === 'BlankNode' ? '_:' : writeTerm(term)}`)
    .sort()
    .join(' ');

/** The first rows of one table that the other has not. */
const rowsBeyond = (one: Table, other: Table): string => {
  const known = new Set(other.rows.map(describeRow));
  const lines = one.rows.map(describeRow).filter((row) => !known.has(row));
  return `${one.rows.length} rows (${lines.slice(0, 4).join(' | ')})`;
};

function describe(answer: FullAnswer, other: FullAnswer): string {
  if (answer.kind === 'boolean') return String(answer.value);
  if (answer.kind === 'graph') return `${answer.quads.length} quads`;
  return other.kind === 'bindings' ? rowsBeyond(answer, other) : `${answer.rows.length} rows`;
}

function isSame(got: FullAnswer, wanted: FullAnswer): boolean {
  if (got.kind === 'boolean') return wanted.kind === 'boolean' && got.value === wanted.value;
  if (got.kind === 'graph') return wanted.kind === 'graph' && isIsomorphic(got.quads, wanted.quads);
  if (wanted.kind !== 'bindings') return false;
  const ordered = wanted.ordered === true;
  const sameHead = [...got.variables].sort().join(' ') === [...wanted.variables].sort().join(' ');
  return sameHead && isIsomorphic(toGraph(got, ordered), toGraph(wanted, ordered));
}

/** Throws where the answers differ. */
export function expectSame(got: FullAnswer, wanted: FullAnswer): void {
  if (!isSame(got, wanted)) throw new Error(`${describe(got, wanted)} instead of ${describe(wanted, got)}`);
}
