/** The two engines, and what each says to a query. */
import oxigraph from 'oxigraph';
import { serialiseQuads } from '../../src/serialise/quads.js';
import { parseRdf } from '../../src/store/rdf/parse-rdf.js';
import { openPlain } from '../conformance/documents.js';
import type { FullAnswer } from '../conformance/results/answer.js';
import { readJsonResults } from '../conformance/results/json.js';
import { ask } from '../conformance/suites/ask.js';
import { prologue, trig } from './data.js';

/** An answer, or that there is none. */
export type Outcome = FullAnswer | { readonly kind: 'refused'; readonly reason: string };

export interface Engines {
  ours(query: string): Promise<Outcome>;
  theirs(query: string): Promise<Outcome>;
}

const refused = (error: unknown): Outcome => ({
  kind: 'refused',
  reason: error instanceof Error ? error.message : String(error),
});

async function readTheirs(store: oxigraph.Store, query: string): Promise<FullAnswer> {
  const isGraph = /^CONSTRUCT/.test(query);
  const results_format = isGraph ? 'application/n-triples' : 'json';
  const text = store.query(`${prologue} ${query}`, { results_format }) as string;
  return isGraph ? { kind: 'graph', quads: await parseRdf(text, 'ntriples', 'urn:x') } : readJsonResults(text);
}

export async function openEngines(): Promise<Engines> {
  const quads = await parseRdf(`${prologue} ${trig}`, 'trig', 'http://e/');
  const own = openPlain(quads);
  const other = new oxigraph.Store();
  let text = '';
  for await (const part of serialiseQuads(quads, 'nquads')) text += part;
  other.load(text, { format: 'application/n-quads' });
  return {
    ours: (query) => ask(own, `${prologue} ${query}`).catch(refused),
    theirs: (query) => readTheirs(other, query).catch(refused),
  };
}
