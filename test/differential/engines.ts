/** The two engines, and what each says to a query. */
import oxigraph from 'oxigraph';
import type { Quad } from '../../src/rdf.js';
import { serialiseQuads } from '../../src/serialise/quads.js';
import { QueryFault } from '../../src/store/graph-store.js';
import { parseRdf } from '../../src/store/rdf/parse-rdf.js';
import { openPlain } from '../conformance/documents.js';
import type { FullAnswer } from '../conformance/results/answer.js';
import { readJsonResults } from '../conformance/results/json.js';
import { ask } from '../conformance/suites/ask.js';
import { mergedGraphs, mergedNames, prologue, trig } from './data.js';

/** An answer, or that there is none. */
export type Outcome = FullAnswer | { readonly kind: 'refused'; readonly reason: string };

export type Engine = (query: string) => Promise<Outcome>;

export interface Engines {
  readonly ours: Engine;
  /** FROM may also name what two graphs hold together. */
  readonly theirs: Engine;
  /** Ours, over the data as they come out of theirs: literals by their value. */
  readonly oursByValue: Engine;
  /** A term of Turtle as it comes out of theirs. */
  byValue(term: string): string;
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

async function openTheirs(quads: readonly Quad[]) {
  const store = new oxigraph.Store();
  let text = '';
  for await (const part of serialiseQuads(quads, 'nquads')) text += part;
  store.load(text, { format: 'application/n-quads' });
  const answer: Engine = (query) => readTheirs(store, query).catch(refused);
  return { answer, store };
}

/** Anything but a malformed query is to be answered: what else goes wrong ends the run. */
function openOurs(quads: readonly Quad[]): Engine {
  const store = openPlain(quads);
  return (query) =>
    ask(store, `${prologue} ${query}`).catch((error: unknown) => {
      if (error instanceof QueryFault && error.kind === 'malformed') return refused(error);
      throw new Error(`no answer to ${query}`, { cause: error });
    });
}

/** Only where it must: its further graphs would be found by GRAPH. */
const isOfMerged = new RegExp(` FROM (?:${mergedNames.join('|')}) `);

export async function openEngines(): Promise<Engines> {
  const read = (text: string) => parseRdf(`${prologue} ${text}`, 'trig', 'http://e/');
  const quads = await read(trig);
  const theirs = await openTheirs(quads);
  const merged = await openTheirs(await read(`${trig} ${mergedGraphs}`));
  const held = await parseRdf(theirs.store.dump({ format: 'application/n-quads' }), 'nquads', 'urn:x');
  return {
    ours: openOurs(quads),
    theirs: (query) => (isOfMerged.test(query) ? merged : theirs).answer(query),
    oursByValue: openOurs(held),
    byValue(term) {
      const rows = new oxigraph.Store().query(`${prologue} SELECT ?x { VALUES ?x { ${term} } }`) as Map<
        string,
        oxigraph.Term
      >[];
      return String(rows[0]?.get('x'));
    },
  };
}
