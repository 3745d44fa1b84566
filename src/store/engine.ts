/** Comunica behind one function: algebra and dataset in, rows, quads or a truth out, with what it does wrong put right. */
import { QueryEngine } from '@comunica/query-sparql';
import { type Quad, rdf, type Term } from '../rdf.js';
import type { Binding } from '../serialise/results.js';
import type { Clock } from './clock.js';
import { correctEngine } from './corrections/correct-engine.js';
import { lookUpEqualities } from './corrections/equality-filters.js';
import { placeGraphs } from './corrections/graph-clauses.js';
import { guardGroupsInExists } from './corrections/groups-in-exists.js';
import { markOpenEnds } from './corrections/open-ends.js';
import { dropReduced } from './corrections/reduced.js';
import { separateScopes } from './corrections/subquery-scopes.js';
import { createQuadSource, type DatasetView, namedGraphsOf } from './dataset-view.js';
import { QueryFault, type QueryResult } from './graph-store.js';
import type { Operation } from './parse/algebra.js';
import type { ParsedQuery } from './parse/parse-query.js';
import { restoreName } from './parse/variable-names.js';
import { isInPlace } from './rdf/check-quad.js';
import { toFault } from './to-fault.js';

interface Evaluation {
  readonly query: ParsedQuery;
  readonly view: DatasetView;
  readonly clock: Clock;
}

/** Handed to Comunica as its `fetch`, should anything ever get past the checks on the algebra. */
const refuseToFetch: typeof fetch = () =>
  Promise.reject(new QueryFault('refused', 'this store makes no outbound request'));

/** What Comunica gives back for rows and quads: pulled, and destroyed when no longer wanted. */
interface ResultStream<T> extends AsyncIterable<T> {
  destroy(cause?: Error): void;
  on(event: 'error', listener: () => void): unknown;
}

type ComunicaRow = Iterable<readonly [{ readonly value: string }, Term]>;

/** The items of a stream until it ends or the clock does; leaving the loop ends the query. */
async function* drain<T>(stream: ResultStream<T>, clock: Clock): AsyncGenerator<T> {
  // An error that comes after the reader has left must not end the process.
  stream.on('error', () => {});
  // With a cause: without one the stream would never tell its reader.
  clock.onOver((cause) => stream.destroy(cause));
  try {
    for await (const item of stream) {
      if (clock.isOver()) break;
      yield item;
    }
    // A source that dried up looks like the end of the answer.
    clock.check();
  } catch (error) {
    throw toFault(error);
  } finally {
    clock.stop();
    stream.destroy();
  }
}

async function* mapRows(
  rows: AsyncIterable<ComunicaRow>,
  written: ReadonlyMap<string, string>,
): AsyncGenerator<Binding> {
  for await (const row of rows) {
    const binding = new Map<string, Term>();
    for (const [variable, term] of row) binding.set(restoreName(written, variable.value), term);
    yield binding;
  }
}

/** Without what CONSTRUCT makes of a solution and is no triple (SPARQL 1.1 Query, section 16.2). */
async function* keepTriples(quads: AsyncIterable<Quad>): AsyncGenerator<Quad> {
  for await (const quad of quads) if (isInPlace(quad)) yield quad;
}

/** One for all stores of a process: it holds nothing of theirs, and takes half a second to make. */
const engine = new QueryEngine();
correctEngine(engine);

/** Both sides' types describe the algebra too closely to be depended on: hence the casts. */
export async function evaluate({ query, view, clock }: Evaluation): Promise<QueryResult> {
  const { operation, baseIri, variables, written = new Map<string, string>() } = query;
  const base = baseIri === undefined ? {} : { baseIRI: baseIri };
  const context = { sources: [createQuadSource(view)], fetch: refuseToFetch, distinctConstruct: true, ...base };
  const corrected = markOpenEnds(
    lookUpEqualities(placeGraphs(separateScopes(guardGroupsInExists(dropReduced(operation))), namedGraphsOf(view))),
  );
  const result = await engine.query(corrected as never, context as never);
  switch (result.resultType) {
    case 'bindings': {
      const stream = (await result.execute()) as unknown as ResultStream<ComunicaRow>;
      return { kind: 'bindings', variables, rows: mapRows(drain(stream, clock), written) };
    }
    case 'boolean':
      return { kind: 'boolean', value: await result.execute() };
    case 'quads':
      return {
        kind: 'graph',
        quads: keepTriples(drain((await result.execute()) as unknown as ResultStream<Quad>, clock)),
      };
    default:
      throw new QueryFault('malformed', 'this is an update, not a query');
  }
}

/** All rows of a pattern in the dataset of a query, whose clock goes on. */
export async function selectRows(
  { query, view, clock }: Evaluation,
  pattern: Operation,
  variables: readonly string[],
): Promise<Binding[]> {
  const operation = { type: 'project', input: pattern, variables: variables.map((name) => rdf.variable(name)) };
  const part: ParsedQuery = { kind: 'bindings', variables, operation, dataset: undefined, baseIri: query.baseIri };
  const result = await evaluate({ query: part, view, clock: { ...clock, stop() {} } });
  const rows: Binding[] = [];
  if (result.kind === 'bindings') for await (const row of result.rows) rows.push(row);
  return rows;
}
