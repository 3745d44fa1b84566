/** What must be known of a query or an update before it is carried out: its kind, its dataset, what is refused. */

import { type AnswerKind, QueryFault, type QueryOptions } from '../graph-store.js';
import { isOperation, namesOf, type Operation, operations } from './algebra.js';
import { bindTerms } from './bind-terms.js';
import { type ParsedText, parseSparql } from './parse-sparql.js';
import { queryLimits } from './query-limits.js';
import { replaceName } from './variable-names.js';

/** Graphs by their IRIs. */
export interface DatasetNames {
  readonly default: readonly string[];
  readonly named: readonly string[];
  /** What a graph of it that is not held here is. */
  readonly notHeld?: QueryOptions['notHeld'];
}

export interface ParsedQuery {
  readonly kind: AnswerKind;
  /** Of the rows, in the order of the query; none for other kinds. */
  readonly variables: readonly string[];
  /** Without its dataset clauses, and with other names for the variables that JavaScript would lose. */
  readonly operation: Operation;
  /** FROM and FROM NAMED, or what the protocol puts in their place; undefined: the store's own dataset. */
  readonly dataset: DatasetNames | undefined;
  readonly baseIri: string | undefined;
  /** Name of a variable in the operation → its name in the query, where they differ. */
  readonly written?: ReadonlyMap<string, string>;
  /** False where there is no SERVICE in it. */
  readonly hasService?: boolean;
  /** The operation with stand-ins for its constants: the same object for all queries that differ in nothing else. */
  readonly shape?: ParsedText['shape'];
}

/** What stands above the pattern of a query and has one input. */
const wrappers = new Set(['from', 'slice', 'distinct', 'reduced', 'orderby']);

function kindOf(operation: Operation): AnswerKind {
  if (wrappers.has(operation.type) && isOperation(operation['input'])) return kindOf(operation['input']);
  if (operation.type === 'ask') return 'boolean';
  return operation.type === 'construct' || operation.type === 'describe' ? 'graph' : 'bindings';
}

/** The clauses that say which graphs a pattern is about. */
const datasetOf = (from: Operation): DatasetNames => ({
  default: namesOf(from['default']),
  named: namesOf(from['named']),
});

/** What the protocol puts in the place of those clauses; undefined where it says nothing. */
function datasetAsked({ defaultGraphs = [], namedGraphs = [], notHeld }: QueryOptions): DatasetNames | undefined {
  const isAsked = defaultGraphs.length + namedGraphs.length > 0;
  return isAsked ? { default: defaultGraphs, named: namedGraphs, notHeld } : undefined;
}

/** A query, ready to be carried out. Throws {@link QueryFault}. */
export function parseQuery(query: string, options: QueryOptions = {}): ParsedQuery {
  const { operation, ...parsed } = parseSparql(query, options.baseIri, queryLimits.length);
  const { baseIri, variables, written, hasService, shape } = parsed;
  if (isUpdate(operation)) throw new QueryFault('malformed', 'this is not a query: it is empty or an update');
  const from = operation.type === 'from' ? operation : undefined;
  const bindings = Object.entries(options.bindings ?? {}).map(
    ([name, term]) => [replaceName(written, name), term] as const,
  );
  return {
    kind: kindOf(operation),
    variables,
    operation: bindTerms(from === undefined ? operation : (from['input'] as Operation), bindings),
    dataset: datasetAsked(options) ?? (from && datasetOf(from)),
    baseIri,
    written,
    hasService,
    ...(shape !== undefined && bindings.length === 0 && from === undefined && !hasService && { shape }),
  };
}

const updateTypes = new Set([
  'nop',
  'compositeupdate',
  'deleteinsert',
  'load',
  'clear',
  'create',
  'drop',
  'add',
  'move',
  'copy',
]);
const isUpdate = (operation: Operation): boolean => updateTypes.has(operation.type);

/** One operation of an update; its WHERE stands apart, with the dataset that it is asked of. */
export interface UpdateStep {
  /** DELETE/INSERT, also as DATA, or what is done to whole graphs. */
  readonly operation: Operation;
  /** Undefined: nothing is asked, as with INSERT DATA. */
  readonly where: Operation | undefined;
  /** USING and USING NAMED, or what the protocol puts in their place; undefined: what a query would see. */
  readonly dataset: DatasetNames | undefined;
}

export interface ParsedUpdate {
  readonly steps: readonly UpdateStep[];
  readonly baseIri: string | undefined;
}

/** Whether WITH or USING stands anywhere: the protocol then may not name a dataset (SPARQL 1.1 Protocol, section 2.2.3). */
const namesDataset = (tree: unknown): boolean =>
  [...operations(tree)].some(
    (node) =>
      node['subType'] === 'modify' &&
      (node['graph'] !== undefined ||
        [...operations(node['from'])].some(({ clauses }) => Array.isArray(clauses) && clauses.length > 0)),
  );

function toStep(operation: Operation, dataset: DatasetNames | undefined): UpdateStep {
  const { where } = operation;
  if (!isOperation(where)) return { operation, where: undefined, dataset };
  if (where.type !== 'from' || !isOperation(where['input'])) return { operation, where, dataset };
  return { operation, where: where['input'], dataset: dataset ?? datasetOf(where) };
}

/** An update, ready to be carried out. Throws {@link QueryFault}. */
export function parseUpdate(update: string, options: QueryOptions = {}): ParsedUpdate {
  const { tree, operation, baseIri } = parseSparql(update, options.baseIri, queryLimits.updateLength);
  if (!isUpdate(operation)) throw new QueryFault('malformed', 'this is a query, not an update');
  const dataset = datasetAsked(options);
  if (dataset !== undefined && namesDataset(tree))
    throw new QueryFault('malformed', 'the dataset is named both by the protocol and by WITH or USING');
  const parts = operation.type === 'compositeupdate' ? (operation['updates'] as readonly Operation[]) : [operation];
  if (parts.length > queryLimits.operations)
    throw new QueryFault('too-long', `the update has more than ${queryLimits.operations} operations`);
  return { steps: parts.map((part) => toStep(part, dataset)), baseIri };
}
