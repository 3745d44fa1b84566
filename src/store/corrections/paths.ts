/**
 * Property paths. Those of any length Comunica walks with a query for every step, keeps on for ever where such a path stands
 * around another one and both its ends are open (`?a (:p/:q)+ ?b`), and crosses from one graph into another; here they are
 * walked over the source itself. Between the steps of others it puts variables `?b`, `?b0` and so on, which a query may have
 * too.
 */
import { type Quad, rdf, type Term } from '../../rdf.js';
import type { QuadSource } from '../dataset-view.js';
import { isOperation, type Operation, operations } from '../parse/algebra.js';
import { wrap } from './async-iterators.js';
import type { Actor, EngineParts } from './engine-parts.js';
import { opennessOf } from './open-ends.js';
import { type Direction, PathSteps } from './path-steps.js';
import { fromHeld, toHeld } from './scoped-nodes.js';

/** A row of Comunica's: a new one with each variable that is set. */
interface Row {
  set(variable: Term, term: Term): Row;
}

interface Rows {
  readonly type: 'bindings';
  readonly bindingsStream: { toArray(): Promise<Row[]> };
  metadata(): Promise<Readonly<Record<string, unknown>>>;
}

interface PathActor extends Actor {
  readonly mediatorQueryOperation: { mediate(action: { operation: Operation; context: unknown }): Promise<Rows> };
  /** A variable for between two steps. */
  generateVariable(): Term;
  runOperation(operation: Operation, context: unknown): Promise<Rows>;
}

interface PathOperation extends Record<string, unknown> {
  readonly subject: Term;
  readonly predicate: Operation;
  readonly object: Term;
  readonly graph: Term;
}

/** The source that the links of a path were given: ours, in what Comunica wraps it in. */
function sourceOf(path: Operation): QuadSource {
  for (const { metadata } of operations(path)) {
    const scoped = metadata as { scopedSource?: { source: { innerSource: { source: QuadSource } } } } | undefined;
    if (scoped?.scopedSource !== undefined) return scoped.scopedSource.source.innerSource.source;
  }
  throw new Error('a path without a source');
}

/** The ends of all walks, as pairs. */
function* walk({ subject, predicate, object, graph }: PathOperation): Generator<readonly [Term, Term]> {
  const steps = new PathSteps(sourceOf(predicate), graph);
  const [from, to] = [toHeld(subject), toHeld(object)];
  const open = opennessOf(predicate);
  const reach = function* (node: Term, direction: Direction): Generator<Term> {
    if (!(direction === 'forward' ? open.start : open.end) || steps.hasNode(node))
      yield* steps.reach(node, predicate, direction);
  };
  if (from.termType !== 'Variable') {
    for (const end of reach(from, 'forward')) if (to.termType === 'Variable' || end.equals(to)) yield [from, end];
  } else if (to.termType !== 'Variable') for (const start of reach(to, 'back')) yield [start, to];
  else for (const start of steps.nodes()) for (const end of reach(start, 'forward')) yield [start, end];
}

/** Rows of the variables among the ends; where both are one variable the ends must be the same. */
function* toRows(operation: PathOperation, empty: Row): Generator<Row> {
  const { subject, object } = operation;
  const isOne = subject.termType === 'Variable' && subject.equals(object);
  for (const [start, end] of walk(operation)) {
    if (isOne && !start.equals(end)) continue;
    const row = subject.termType === 'Variable' ? empty.set(subject, fromHeld(start)) : empty;
    yield object.termType === 'Variable' && !isOne ? row.set(object, fromHeld(end)) : row;
  }
}

/** For the order of joins alone. */
const cardinalities = [1, 100, 100_000];

/** A row without variables, and what goes with rows. */
const unit: Operation = { type: 'values', variables: [], bindings: [{}] };

let made = 0;

/** With a name that no query can write. */
function makeVariable(): Term {
  made += 1;
  return rdf.variable(`step-${made}`);
}

export function correctPaths(parts: EngineParts): void {
  for (const actor of parts.findAll<PathActor>('query-operation#path-')) actor.generateVariable = makeVariable;
  for (const name of ['path-zero-or-more', 'path-one-or-more', 'path-zero-or-one']) {
    const actor = parts.find<PathActor>(`query-operation#${name}`);
    actor.runOperation = async (operation, context) => {
      const path = operation as unknown as PathOperation;
      const rows = await actor.mediatorQueryOperation.mediate({ operation: unit, context });
      const [empty] = await rows.bindingsStream.toArray();
      if (empty === undefined || !isOperation(path.predicate)) throw new Error('a path that is none');
      const ends = [path.subject, path.object].filter(({ termType }) => termType === 'Variable');
      const variables = ends.filter((end, at) => at === 0 || !end.equals(ends[0] as Quad['object']));
      const metadata = {
        ...(await rows.metadata()),
        cardinality: { type: 'estimate', value: cardinalities[variables.length] },
        variables: variables.map((variable) => ({ variable: rdf.variable(variable.value), canBeUndef: false })),
      };
      const bindingsStream = wrap(toRows(path, empty)) as unknown as Rows['bindingsStream'];
      return { type: 'bindings', bindingsStream, metadata: async () => metadata };
    };
  }
}
