/** A query over ids: rows, a truth or triples, or undefined where some part of it is for the other engine. */
import { type Quad, rdf, type Term } from '../../rdf.js';
import type { Binding } from '../../serialise/results.js';
import { type Clock, paced } from '../clock.js';
import { lookUpEqualities } from '../corrections/equality-filters.js';
import { placeGraphs } from '../corrections/graph-clauses.js';
import { dropReduced } from '../corrections/reduced.js';
import { type DatasetView, type IdView, namedGraphsOf } from '../dataset-view.js';
import type { QueryResult } from '../graph-store.js';
import { type Operation, operations } from '../parse/algebra.js';
import type { ParsedQuery } from '../parse/parse-query.js';
import { fillShape } from '../parse/query-shapes.js';
import { restoreName } from '../parse/variable-names.js';
import { ScannedTriples } from '../scanned-triples.js';
import { Compiler } from './compile.js';
import { Declined } from './declined.js';
import { collect } from './detached.js';
import { fillTemplate } from './fill-template.js';
import { Context, noSlots, type Plan } from './plan.js';
import type { QueryTerms } from './query-terms.js';
import { rewrite } from './rewrite.js';
import type { Table } from './table.js';
import type { TripleSet } from './triple-set.js';

interface Parts {
  readonly query: ParsedQuery;
  readonly view: DatasetView;
  readonly clock: Clock;
  /** That it may take. */
  readonly bytes: number;
  /** Told of what is left to the other engine. */
  readonly onDeclined?: (what: string) => void;
}

/** What a query was compiled to. */
interface Program {
  readonly plan: Plan;
  readonly context: Context;
  readonly terms: QueryTerms;
}

const isForm = ({ type }: Operation): boolean => type === 'ask' || type === 'construct' || type === 'describe';

/** What is to be solved. */
const patternOf = (operation: Operation): Operation =>
  isForm(operation) ? (operation['input'] as Operation) : operation;

const prepare = (pattern: Operation, view: DatasetView): Operation =>
  rewrite(lookUpEqualities(placeGraphs(dropReduced(pattern), namedGraphsOf(view))));

/** By shape, for queries in which nothing depends on which graphs there are. */
const prepared = new WeakMap<Operation, Operation | 'each for itself'>();

/** The pattern as it is compiled; for queries that differ in their constants alone most of it is done once. */
function preparePattern({ query: { operation, shape }, view }: Parts): Operation {
  if (shape === undefined) return prepare(patternOf(operation), view);
  let known = prepared.get(shape.operation);
  if (known === undefined) {
    const namesGraphs = [...operations(shape.operation)].some(({ type }) => type === 'graph');
    known = namesGraphs ? 'each for itself' : prepare(patternOf(shape.operation), view);
    prepared.set(shape.operation, known);
  }
  return known === 'each for itself' ? prepare(patternOf(operation), view) : fillShape(known, shape.constants);
}

function compile(parts: Parts, ids: IdView): Program {
  const { query, clock, bytes } = parts;
  const context = Context.create(ids, { clock, bytes, baseIri: query.baseIri });
  const { terms } = context;
  return { plan: new Compiler(context).compile(preparePattern(parts), noSlots), context, terms };
}

/** Variables by the name that a row is to have for them, and their column. */
type Columns = readonly (readonly [string, number])[];

function* readRows(table: Table, columns: Columns, terms: QueryTerms): Generator<Binding> {
  for (let at = 0; at < table.length; at += 1) {
    const row = new Map<string, Term>();
    for (const [name, column] of columns) {
      const id = table.cell(at, column);
      if (id !== 0) row.set(name, terms.term(id));
    }
    yield row;
  }
}

/** Of the variables in the algebra. */
function columnsOf(names: Iterable<string>, table: Table, context: Context): (readonly [string, number])[] {
  return [...names].flatMap((name) => {
    const column = table.slots.indexOf(context.slot(name));
    return column < 0 ? [] : [[name, column] as const];
  });
}

async function* pacedAsync<T>(items: Iterable<T>, clock: Clock): AsyncGenerator<T> {
  yield* paced(items, clock);
}

const isVariable = (term: Term): boolean => term.termType === 'Variable';

function* quadsOf(triples: Iterable<readonly [number, number, number]>, terms: QueryTerms): Generator<Quad> {
  for (const [s, p, o] of triples)
    yield rdf.quad(...([terms.term(s), terms.term(p), terms.term(o)] as Parameters<typeof rdf.quad>));
}

function* subjectsOf(terms: readonly Term[], table: Table, { context, terms: known }: Program): Generator<number> {
  for (const term of terms) {
    if (!isVariable(term)) yield known.id(term);
    const column = isVariable(term) ? table.slots.indexOf(context.slot(term.value)) : -1;
    for (let at = 0; column >= 0 && at < table.length; at += 1)
      if (table.cell(at, column) !== 0) yield table.cell(at, column);
  }
}

/** All rows of the answer. Of more than that the other engine makes one after the other. */
function collectAnswer(plan: Plan, context: Context, bytes: number): Table {
  let left = bytes / 2;
  return collect(plan, context, (spent) => {
    left -= spent;
    if (left < 0) throw new Declined('an answer of so many rows');
  });
}

/** What CONSTRUCT makes of the rows, or DESCRIBE tells (SPARQL 1.2 Query, 16.4, leaves open what) of the things in them. */
function toTriples(operation: Operation, table: Table, program: Program): TripleSet | ScannedTriples {
  const { context, terms } = program;
  if (operation.type === 'construct') return fillTemplate(operation['template'] as Quad[], table, context);
  const subjects = new Set(subjectsOf(operation['terms'] as Term[], table, program));
  return new ScannedTriples({ view: context.view, terms, tick: () => context.tick() }, subjects);
}

function toBindings({ query, clock }: Parts, table: Table, { context, terms }: Program): QueryResult {
  const { variables, written = new Map<string, string>() } = query;
  const inside = new Map([...written].map(([name, outside]) => [outside, name]));
  const columns = columnsOf(
    variables.map((name) => inside.get(name) ?? name),
    table,
    context,
  );
  const restored = columns.map(([name, column]) => [restoreName(written, name), column] as const);
  const places = variables.map((name) => restored.find(([other]) => other === name)?.[1]);
  const cell = (row: number, column: number): number => {
    const place = places[column];
    return place === undefined ? 0 : table.cell(row, place);
  };
  return {
    kind: 'bindings',
    variables,
    rows: pacedAsync(readRows(table, restored, terms), clock),
    table: { variables, length: table.length, cell, terms },
  };
}

function answer(parts: Parts, ids: IdView): QueryResult {
  const { operation } = parts.query;
  const program = compile(parts, ids);
  const { plan, context, terms } = program;
  if (operation.type === 'ask') {
    let isFound = false;
    plan.run(context.createRow(), () => {
      isFound = true;
      return false;
    });
    return { kind: 'boolean', value: isFound };
  }
  const table = collectAnswer(plan, context, parts.bytes);
  if (!isForm(operation)) return toBindings(parts, table, program);
  const triples = toTriples(operation, table, program);
  return { kind: 'graph', triples, quads: pacedAsync(quadsOf(triples, terms), parts.clock) };
}

/** Undefined where the query, or its dataset, is for the other engine. Throws a QueryFault when its time is over. */
export function evaluateIds(parts: Parts): QueryResult | undefined {
  const { ids } = parts.view;
  try {
    if (ids === undefined) throw new Declined('such a dataset');
    return answer(parts, ids);
  } catch (error) {
    if (!(error instanceof Declined)) throw error;
    parts.onDeclined?.(error.what);
    return undefined;
  }
}
