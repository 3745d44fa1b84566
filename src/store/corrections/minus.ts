/**
 * MINUS where a variable may have no value. A solution goes for one that agrees with it and has a variable in common with it
 * (SPARQL 1.1 Query, 18.5, Minus): a value that both have, which differs from row to row. Comunica looks at the columns
 * that both sides have, and takes away too much.
 */
import type { Term } from '../../rdf.js';
import { writeTerm } from '../../serialise/terms.js';
import type { Actor, EngineParts } from './engine-parts.js';
import type { RowStream } from './row-stream.js';

interface Row {
  get(variable: Term): Term | undefined;
}

interface Side {
  readonly bindingsStream: RowStream<Row>;
  metadata(): Promise<{ readonly variables: readonly { readonly variable: Term }[] }>;
}

interface MinusActor extends Actor {
  getOutput(action: { readonly entries: readonly { readonly output: Side }[] }): Promise<{ readonly result: unknown }>;
}

/** Those of the variables that the row has a value for. */
const boundIn = (row: Row, variables: readonly Term[]): Term[] =>
  variables.filter((variable) => row.get(variable) !== undefined);

const keyOf = (row: Row, variables: readonly Term[]): string =>
  variables.map((variable) => writeTerm(row.get(variable) as Term)).join(' ');

const nameOf = (variables: readonly Term[]): string => variables.map(({ value }) => value).join(' ');

/** Rows that have values for the same variables. */
class Alike {
  readonly rows = new Map<string, Row>();
  /** Variables → what the rows have there. Made when a row on the other side has those alone. */
  readonly #keys = new Map<string, Set<string>>();

  constructor(readonly variables: readonly Term[]) {}

  takesAway(row: Row): boolean {
    const shared = boundIn(row, this.variables);
    if (shared.length === 0) return false;
    const name = nameOf(shared);
    const keys = this.#keys.get(name) ?? new Set([...this.rows.values()].map((one) => keyOf(one, shared)));
    this.#keys.set(name, keys);
    return keys.has(keyOf(row, shared));
  }
}

function sortOut(rows: readonly Row[], common: readonly Term[]): Alike[] {
  const kinds = new Map<string, Alike>();
  for (const row of rows) {
    const bound = boundIn(row, common);
    const kind = kinds.get(nameOf(bound)) ?? new Alike(bound);
    kinds.set(nameOf(bound), kind);
    kind.rows.set(keyOf(row, bound), row);
  }
  return [...kinds.values()];
}

function subtract(left: RowStream<Row>, right: RowStream<Row>, common: readonly Term[]): RowStream<Row> {
  let kinds: Alike[] | undefined;
  const stream: RowStream<Row> = left.transform({
    autoStart: false,
    async transform(row, next, push) {
      try {
        kinds ??= sortOut(await right.toArray(), common);
        if (!kinds.some((kind) => kind.takesAway(row))) push(row);
        next();
      } catch (error) {
        stream.destroy(error as Error);
      }
    },
  });
  stream.on('end', () => right.destroy());
  return stream;
}

export function correctMinus(parts: EngineParts): void {
  const actor = parts.find<MinusActor>('rdf-join#minus-hash-undef');
  actor.getOutput = async ({ entries }) => {
    const [left, right] = entries.map(({ output }) => output);
    if (left === undefined || right === undefined) throw new Error('MINUS has two sides');
    const [ours, theirs] = [await left.metadata(), await right.metadata()];
    const names = new Set(theirs.variables.map(({ variable }) => variable.value));
    const common = ours.variables.map(({ variable }) => variable).filter(({ value }) => names.has(value));
    const bindingsStream = subtract(left.bindingsStream, right.bindingsStream, common);
    return { result: { type: 'bindings', bindingsStream, metadata: left.metadata } };
  };
}
