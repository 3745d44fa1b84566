/** A target for each syntax of results: the rows come back the same by another reader, or the writer refuses. */
import { parse as parseCsv } from 'csv-parse/sync';
import type { Term } from '../../../../src/rdf.js';
import { rdf } from '../../../../src/rdf.js';
import { NotExpressible } from '../../../../src/serialise/not-expressible.js';
import { type Binding, serialiseBindings } from '../../../../src/serialise/results.js';
import { faultOfQuad } from '../../../../src/store/rdf/check-quad.js';
import { expectSame, type FullAnswer, type Table } from '../../../conformance/results/answer.js';
import { readTsv } from '../../../conformance/results/delimited.js';
import { readJsonResults } from '../../../conformance/results/json.js';
import { readXmlResults } from '../../../conformance/results/xml.js';
import type { Random } from '../../../random.js';
import { type FuzzTarget, type Outcome, probing } from '../../fuzz-target.js';
import { object, toTerm, type WrittenTerm } from './odd-terms.js';

interface WrittenTable {
  readonly variables: readonly string[];
  /** A cell that is `null` has no value. */
  readonly rows: readonly (readonly (WrittenTerm | null)[])[];
}

const names = ['a', 'b', 'é', '漢', 'x1', '__proto__', 'constructor', '_', '1a', 'toString'];

function generate(random: Random): Uint8Array {
  const variables = [...new Set(Array.from({ length: random.number(4) }, () => random.pick(names)))];
  const cell = (): WrittenTerm | null => (random.chance(20) ? null : object(random));
  const rows = Array.from({ length: random.number(5) }, () => variables.map(cell));
  return Buffer.from(JSON.stringify({ variables, rows } satisfies WrittenTable));
}

function toTable(input: Uint8Array): Table {
  const { variables, rows } = JSON.parse(Buffer.from(input).toString()) as WrittenTable;
  const toRow = (cells: WrittenTable['rows'][number]): Binding =>
    new Map(cells.flatMap((cell, n) => (cell === null ? [] : [[variables[n] ?? '', toTerm(cell)] as const])));
  return { kind: 'bindings', variables, rows: rows.map(toRow), ordered: true };
}

async function write({ variables, rows }: Table, format: string): Promise<string | undefined> {
  async function* each(): AsyncGenerator<Binding> {
    yield* rows;
  }
  try {
    let text = '';
    for await (const part of serialiseBindings({ variables, rows: each() }, format)) text += part;
    // As it is sent: what UTF-8 cannot hold is lost.
    return Buffer.from(text).toString();
  } catch (error) {
    if (error instanceof NotExpressible) return undefined;
    throw error;
  }
}

/** CSV holds the texts alone, and says nothing of what has none. */
function csvFault({ variables, rows }: Table, text: string): string | undefined {
  const [head = [], ...lines] = parseCsv(text, { relax_column_count: true, skip_empty_lines: false }) as string[][];
  const expected = rows.map((row) => variables.map((name) => shown(row.get(name))));
  const isEmpty = variables.length === 0 || (variables.length === 1 && expected.some(([cell]) => cell === ''));
  // Of a line that holds nothing the reader makes no row.
  if (isEmpty) return undefined;
  return JSON.stringify([head, ...lines]) === JSON.stringify([variables, ...expected])
    ? undefined
    : `comes back as ${JSON.stringify(lines)}`;
}

function shown(term: Term | undefined): string {
  if (term === undefined) return '';
  return term.termType === 'BlankNode' ? `_:${term.value}` : term.value;
}

async function read(text: string, format: string): Promise<FullAnswer> {
  if (format === 'tsv') return { ...(await readTsv(text)), ordered: true };
  return format === 'json' ? readJsonResults(text) : readXmlResults(text);
}

/** Whether they are terms of RDF. */
const areKept = ({ rows }: Table): boolean => {
  const [s, p] = [rdf.namedNode('http://e/s'), rdf.namedNode('http://e/p')];
  return rows.every((row) =>
    [...row.values()].every((term) => faultOfQuad(rdf.quad(s, p, term as never)) === undefined),
  );
};

const hasTriple = ({ rows }: Table): boolean =>
  rows.some((row) => [...row.values()].some(({ termType }) => termType === 'Quad'));

const probe =
  (format: string) =>
  async (input: Uint8Array): Promise<Outcome> => {
    const table = toTable(input);
    const text = await write(table, format);
    if (text === undefined) return { kind: 'refused' };
    // What a store cannot hold no answer has; that it can be written without a fault is enough.
    if (!areKept(table)) return { kind: 'no RDF' };
    if (format === 'csv') return { kind: 'written', fault: hasTriple(table) ? undefined : csvFault(table, text) };
    try {
      expectSame(await read(text, format), table);
      return { kind: 'the same' };
    } catch (error) {
      if (error instanceof Error && error.message.includes('too much alike')) return { kind: 'the same' };
      return { kind: 'other', fault: `${String(error)}\n${text.slice(0, 1500)}` };
    }
  };

/** `format`: its id in `formats.ts`. */
export const writingRows = (format: string): FuzzTarget => ({
  name: `${format}-out`,
  share: 50,
  generate,
  open: probing(probe(format)),
});
