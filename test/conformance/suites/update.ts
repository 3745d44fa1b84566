/** SPARQL updates: their syntax, and the whole dataset that they leave behind. */
import { type Quad, rdf } from '../../../src/rdf.js';
import type { GraphStore } from '../../../src/store/graph-store.js';
import { parseUpdate } from '../../../src/store/parse/parse-query.js';
import { isIsomorphic } from '../compare/isomorphic.js';
import { openPlain, readDocuments } from '../documents.js';
import type { Entry } from '../manifest.js';
import { readText } from '../w3c-folder.js';
import { ask } from './ask.js';
import { expectSyntax } from './query.js';

const everything = 'SELECT ?g ?s ?p ?o { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }';

/** The whole dataset, by a query: a CONSTRUCT has no graphs. */
export async function readDataset(store: GraphStore, format: 'json' | 'xml' | 'tsv' = 'json'): Promise<Quad[]> {
  const answer = await ask(store, everything, {}, format);
  if (answer.kind !== 'bindings') throw new Error('rows were expected');
  return answer.rows.map((row) => {
    const [s, p, o] = ['s', 'p', 'o'].map((name) => row.get(name));
    return rdf.quad(s as never, p as never, o as never, (row.get('g') ?? rdf.defaultGraph()) as Quad['graph']);
  });
}

async function evaluateUpdate({ input, before, after }: Entry): Promise<void> {
  const store = openPlain(await readDocuments(before));
  try {
    await store.update(readText(input), { baseIri: input });
    const got = await readDataset(store);
    const wanted = await readDocuments(after);
    if (!isIsomorphic(got, wanted)) throw new Error(`${got.length} quads instead of ${wanted.length}, or others`);
  } finally {
    await store.close();
  }
}

export async function runUpdateEntry(entry: Entry): Promise<void> {
  if (entry.type === 'UpdateEvaluationTest') return evaluateUpdate(entry);
  expectSyntax(entry, () => parseUpdate(readText(entry.input), { baseIri: entry.input }));
}
