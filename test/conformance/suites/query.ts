/** SPARQL queries: those that must parse, those that must not, and those whose answers are known. */
import { extname } from 'node:path';
import type { Term } from '../../../src/rdf.js';
import { QueryFault } from '../../../src/store/graph-store.js';
import { parseQuery } from '../../../src/store/parse/parse-query.js';
import { givenNumbers, isComputed, viewComputed } from '../compare/computed-numbers.js';
import { openPlain, readDocument, readDocuments } from '../documents.js';
import { openEndpoints } from '../endpoints.js';
import type { Entry } from '../manifest.js';
import { expectSame, type FullAnswer } from '../results/answer.js';
import { columnsOf, mapColumns } from '../results/columns.js';
import { readTsv } from '../results/delimited.js';
import { readJsonResults } from '../results/json.js';
import { readResultSet } from '../results/result-set.js';
import { readXmlResults } from '../results/xml.js';
import { readText } from '../w3c-folder.js';
import { ask } from './ask.js';

/** Undefined where the text is SPARQL; what it asks for may still be refused. */
export function syntaxFault(parse: () => unknown): QueryFault | undefined {
  try {
    parse();
    return undefined;
  } catch (error) {
    if (!(error instanceof QueryFault)) throw error;
    return error.kind === 'refused' ? undefined : error;
  }
}

/** Throws where the text is taken for SPARQL and should not be, or the other way round. */
export function expectSyntax({ type }: Entry, parse: () => unknown): void {
  const fault = syntaxFault(parse);
  if (type.startsWith('Positive') && fault !== undefined) throw new Error(`should parse: ${fault.message}`);
  if (type.startsWith('Negative') && fault?.kind !== 'malformed') throw new Error('should not parse');
}

async function readExpected(iri: string): Promise<FullAnswer> {
  const extension = extname(iri);
  if (extension === '.srx') return readXmlResults(readText(iri));
  if (extension === '.srj') return readJsonResults(readText(iri));
  if (extension === '.tsv') return readTsv(readText(iri));
  return readResultSet(await readDocument(iri));
}

/** The graphs that a query names in its dataset clauses: they are documents beside it, which the store then holds. */
function namedInQuery(query: string, baseIri: string): string[] {
  const { dataset } = parseQuery(query, { baseIri });
  return [...new Set([...(dataset?.default ?? []), ...(dataset?.named ?? [])])];
}

export async function evaluate({ input, before, result, endpoints }: Entry): Promise<void> {
  if (result === undefined) throw new Error('the manifest names no result');
  const query = readText(input);
  const asked = namedInQuery(query, input).map((iri) => ({ name: iri, document: iri }));
  const data = await readDocuments({ data: before.data, graphs: [...before.graphs, ...asked] });
  const store = openPlain(
    data,
    endpoints.length > 0 || /\bSERVICE\b/.test(query) ? openEndpoints({ endpoints }, query) : undefined,
  );
  try {
    const wanted = await readExpected(result);
    const isGiven = givenNumbers(
      data.map(({ object }) => object),
      query,
    );
    const computed = [...columnsOf(wanted)].filter(([, terms]) => isComputed(terms, isGiven)).map(([name]) => name);
    const view = (column: string, term: Term): Term => (computed.includes(column) ? viewComputed(term) : term);
    expectSame(mapColumns(await ask(store, query, { baseIri: input }), view), mapColumns(wanted, view));
  } finally {
    await store.close();
  }
}

export async function runQueryEntry(entry: Entry): Promise<void> {
  if (entry.type === 'QueryEvaluationTest') return evaluate(entry);
  expectSyntax(entry, () => parseQuery(readText(entry.input), { baseIri: entry.input }));
}
