/** Another engine that holds the graph (`MIGRAPH_STORE`): whether it answers, what it holds and shows, and whether it takes writes. */
import type { Config } from '../../config.js';
import type { Binding } from '../../serialise/results.js';
import { type GraphStore, QueryFault, type QueryOptions } from '../../store/graph-store.js';
import type { EngineSettings } from '../../store/remote/engine-settings.js';
import { createGraphCopies } from '../../store/remote/graph-copy.js';
import { openRemote } from '../../store/remote/remote.js';
import { countOf } from '../counts.js';
import { type Finding, failure, note, ok } from './finding.js';

/** A graph that nobody has: what is taken out of it changes nothing. */
const nobodys = 'urn:migraph:doctor';
const nothing = `DELETE DATA { GRAPH <${nobodys}> { <${nobodys}> <${nobodys}> <${nobodys}> } }`;

/** Over all graphs: how many, and statements; and one of them that other engines can be asked for. */
const counting = 'SELECT (COUNT(DISTINCT ?g) AS ?graphs) (COUNT(*) AS ?statements) { GRAPH ?g { ?s ?p ?o } }';
const sampling = 'SELECT ?s ?p ?o { GRAPH ?g { ?s ?p ?o FILTER(isIRI(?s) && isIRI(?o)) } } LIMIT 1';

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What is to be done, by what went wrong; `setting`: the one that names the address. */
function mendOf(error: unknown, setting: string): string {
  if (/\(40[13]\)/.test(reasonOf(error)))
    return 'put MIGRAPH_STORE_AUTHORIZATION right, and see whether this account may do it';
  if (error instanceof QueryFault && error.kind === 'timeout')
    return 'see what keeps it, or give it longer: MIGRAPH_QUERY_DEADLINE, MIGRAPH_WRITE_DEADLINE';
  return `start it, or put ${setting} right; docs/engines.md has the addresses of each engine`;
}

/** What the look finds; what it throws is a fault of the address that the setting names. */
async function lookAt(what: string, setting: string, find: () => Promise<Finding>): Promise<Finding> {
  try {
    return await find();
  } catch (error) {
    return failure(what, reasonOf(error), mendOf(error, setting));
  }
}

async function firstRow(store: GraphStore, query: string): Promise<Binding | undefined> {
  const result = await store.query(query);
  if (result.kind === 'bindings') for await (const row of result.rows) return row;
  return undefined;
}

async function ask(store: GraphStore, query: string, options: QueryOptions = {}): Promise<boolean> {
  const result = await store.query(query, options);
  return result.kind === 'boolean' && result.value;
}

const inspectAnswer = (store: GraphStore, { query }: EngineSettings): Promise<Finding> =>
  lookAt('store', 'MIGRAPH_STORE', async () => {
    const started = performance.now();
    if (!(await ask(store, 'ASK {}'))) throw new Error('the store answers, but not what is true');
    return ok('store', `${query} answers, within ${Math.ceil(performance.now() - started)} ms`);
  });

/** That many are too many to be counted in time is no fault. */
async function inspectSize(store: GraphStore): Promise<Finding> {
  try {
    const row = await firstRow(store, counting);
    const [graphs = 0, statements = 0] = ['graphs', 'statements'].map((name) => Number(row?.get(name)?.value ?? 0));
    return statements === 0
      ? failure(
          'graphs',
          'the store holds no named graph',
          'fill it: migraph publish --to, or --bulk for its own loader',
        )
      : ok('graphs', `${countOf(statements, 'statement')} in ${countOf(graphs, 'named graph')}`);
  } catch (error) {
    return note('graphs', `cannot be counted: ${reasonOf(error)}`);
  }
}

/** Pages and exports ask without a dataset: what is in named graphs is to be seen so. */
const inspectDefaultGraph = (store: GraphStore): Promise<Finding> =>
  lookAt('default', 'MIGRAPH_STORE', async () => {
    const row = await firstRow(store, sampling);
    if (row === undefined) return note('default', 'there is nothing by which its default graph could be known');
    if (await ask(store, 'ASK { ?s ?p ?o }', { bindings: Object.fromEntries(row) }))
      return ok('default', 'a query without a dataset sees what is in named graphs');
    return failure(
      'default',
      'a query without a dataset does not see what is in named graphs: pages would be empty',
      'ask it for the union of all graphs in MIGRAPH_STORE, as …?default-graph-uri=… or …?union-default-graph; docs/engines.md has what each engine wants',
    );
  });

async function inspectUnnamed(store: GraphStore, { unnamedGraph }: EngineSettings): Promise<Finding> {
  if (unnamedGraph === undefined)
    return note('unnamed', 'MIGRAPH_STORE_UNNAMED_GRAPH is not set: dumps, and /graphs?default, are refused');
  return lookAt('unnamed', 'MIGRAPH_STORE_UNNAMED_GRAPH', async () => {
    await ask(store, 'ASK { ?s ?p ?o }', { defaultGraphs: [''] });
    return ok('unnamed', `its unnamed graph can be asked as ${unnamedGraph}`);
  });
}

/** By a statement taken away that nobody has. */
async function inspectUpdates(store: GraphStore, { update }: EngineSettings, config: Config): Promise<Finding> {
  if (update === undefined)
    return note('updates', 'MIGRAPH_STORE_UPDATE is not set: nothing is written to it from here');
  return lookAt('updates', 'MIGRAPH_STORE_UPDATE', async () => {
    await store.update(nothing);
    return config.writeToken === undefined
      ? note('updates', `${update} takes updates, but without MIGRAPH_WRITE_TOKEN nobody may send any`)
      : ok('updates', `${update} takes updates`);
  });
}

async function inspectGraphStore({ graphs, authorization }: EngineSettings, seconds: number): Promise<Finding[]> {
  if (graphs === undefined) return [];
  const found = await lookAt('protocol', 'MIGRAPH_STORE_GRAPHS', async () => {
    await createGraphCopies(graphs, { authorization, seconds }).read(nobodys);
    return ok('protocol', `${graphs} speaks the Graph Store Protocol`);
  });
  return [found];
}

/** In the place of what is built here. Where it does not answer there is nothing more to be asked. */
export async function inspectEngine(engine: EngineSettings, config: Config): Promise<Finding[]> {
  const store = openRemote(engine, config);
  try {
    const answers = await inspectAnswer(store, engine);
    if (answers.verdict === 'failure') return [answers];
    const size = await inspectSize(store);
    const shown = size.verdict === 'failure' ? [] : [await inspectDefaultGraph(store)];
    const unnamed = await inspectUnnamed(store, engine);
    const updates = await inspectUpdates(store, engine, config);
    return [answers, size, ...shown, unnamed, updates, ...(await inspectGraphStore(engine, config.queryDeadline))];
  } finally {
    await store.close();
  }
}
