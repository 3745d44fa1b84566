/** SPARQL text → algebra, with what must be known before it is carried out: its kind, its dataset, what is refused. */
import { toAlgebra } from '@traqula/algebra-sparql-1-2';
import { Parser } from '@traqula/parser-sparql-1-2';
import type { Term } from '../rdf.js';
import { type AnswerKind, QueryFault, type QueryOptions } from './graph-store.js';
import { checkQueryText, faultAt, queryLimits } from './query-limits.js';

/** A node of the algebra. It is walked as plain data: what matters here is the same for all of its many types. */
export type Operation = Readonly<Record<string, unknown>> & { readonly type: string };

export interface ParsedQuery {
  readonly kind: AnswerKind;
  /** Of the rows, in the order of the query; none for other kinds. */
  readonly variables: readonly string[];
  /** Without its dataset clauses. */
  readonly operation: Operation;
  /** FROM and FROM NAMED, or what the protocol puts in their place; undefined: the store's own dataset. */
  readonly dataset: { readonly default: readonly string[]; readonly named: readonly string[] } | undefined;
  readonly baseIri: string | undefined;
}

interface SyntaxFault {
  readonly message: string;
  readonly token: { readonly startOffset: number; readonly image: string };
}

class ParserFault extends Error {
  constructor(readonly found: SyntaxFault) {
    super(found.message);
  }
}

/** The handler is an argument of the parser's builder that the parser's type leaves out. */
const parser = new Parser({
  lexerConfig: { positionTracking: 'onlyOffset' },
  errorHandler(faults: readonly SyntaxFault[]) {
    const first = faults[0];
    throw first === undefined ? new Error('the query cannot be parsed') : new ParserFault(first);
  },
} as ConstructorParameters<typeof Parser>[0]);

/** Where the parser's own message speaks of a place, or of a name that has one. */
function offsetOf(query: string, message: string): number | undefined {
  const offset = /at offset: (\d+)/.exec(message)?.[1];
  if (offset !== undefined) return Number(offset);
  const prefix = /^Unknown prefix: (.*)$/.exec(message)?.[1];
  const name = /^Variable (\w+) /.exec(message)?.[1] ?? /\((\?\w+)\)/.exec(message)?.[1];
  const at = query.lastIndexOf(prefix === undefined ? (name ?? message) : `${prefix}:`);
  return at < 0 ? undefined : at;
}

function syntaxFault(query: string, error: unknown): QueryFault {
  if (error instanceof QueryFault) return error;
  if (error instanceof RangeError)
    return new QueryFault('too-long', 'the query is nested too deeply to be parsed', { cause: error });
  if (error instanceof ParserFault) {
    const { startOffset, image } = error.found.token;
    const atEnd = Number.isNaN(startOffset);
    const what = atEnd ? 'the query ends too early' : `"${image.slice(0, 60)}" is not expected here`;
    return faultAt(query, atEnd ? query.length : startOffset, 'malformed', what);
  }
  const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  const unexpected = /^unexpected character: ->([\s\S]*)<- at/.exec(message)?.[1];
  const reason = unexpected === undefined ? message : `unexpected character "${unexpected}"`;
  return faultAt(query, offsetOf(query, message) ?? 0, 'malformed', reason);
}

interface Parsed {
  readonly tree: unknown;
  readonly operation: Operation;
  readonly baseIri: string | undefined;
}

/** Parses a text that stands within the limits; every failure is a {@link QueryFault}. */
function parse(query: string, baseIri: string | undefined, maxLength: number): Parsed {
  checkQueryText(query, maxLength);
  const base = baseIri === undefined ? {} : { baseIRI: baseIri };
  try {
    const tree = parser.parse(query, base);
    const declared = 'context' in tree ? tree.context : [];
    const own = declared.flatMap((d) => (d.subType === 'base' ? [d.value.value] : [])).at(-1);
    const operation = toAlgebra(tree, { quads: true, blankToVariable: true, ...base });
    const resolved = own !== undefined && URL.canParse(own, baseIri) ? new URL(own, baseIri).href : baseIri;
    return { tree, operation: operation as unknown as Operation, baseIri: resolved };
  } catch (error) {
    throw syntaxFault(query, error);
  }
}

const isOperation = (node: unknown): node is Operation =>
  typeof node === 'object' && node !== null && 'type' in node && typeof node.type === 'string';

/** All operations in a tree, from the top. */
function* operations(node: unknown): Generator<Operation> {
  if (typeof node !== 'object' || node === null) return;
  if (isOperation(node)) yield node;
  for (const child of Object.values(node)) yield* operations(child);
}

const counted = new Set(['pattern', 'path', 'link', 'nps']);

function refuseOutsideAndExcess(operation: Operation): void {
  let patterns = 0;
  const inTemplate = new Set<unknown>();
  for (const node of operations(operation)) {
    if (node.type === 'service')
      throw new QueryFault('refused', 'SERVICE is refused: this store asks no other endpoint');
    // With SILENT it succeeds all the same, and does nothing (SPARQL 1.1 Update, section 3.1.4).
    if (node.type === 'load' && node['silent'] !== true)
      throw new QueryFault('refused', 'LOAD is refused: this store fetches nothing');
    for (const part of [node['template'], node['insert'], node['delete']])
      if (Array.isArray(part)) for (const quad of part) inTemplate.add(quad);
    if (counted.has(node.type) && !inTemplate.has(node)) patterns += 1;
  }
  if (patterns > queryLimits.patterns)
    throw new QueryFault('too-long', `the query has more than ${queryLimits.patterns} triple patterns and path steps`);
}

/** What stands above the pattern of a query and has one input. */
const wrappers = new Set(['from', 'slice', 'distinct', 'reduced', 'orderby']);

function kindOf(operation: Operation): AnswerKind {
  if (wrappers.has(operation.type) && isOperation(operation['input'])) return kindOf(operation['input']);
  if (operation.type === 'ask') return 'boolean';
  return operation.type === 'construct' || operation.type === 'describe' ? 'graph' : 'bindings';
}

const valuesOf = (terms: unknown): string[] => (Array.isArray(terms) ? terms.map((term: Term) => term.value) : []);

/** The variable that a block of values binds alone: a parameter, and its default. */
function parameterOf(node: unknown): string | undefined {
  if (!isOperation(node) || node.type !== 'values') return undefined;
  const [name, second] = valuesOf(node['variables']);
  return second === undefined ? name : undefined;
}

/** Terms for the rows of the blocks that bind their variable alone, and for the other variables wherever they stand. */
interface Replacements {
  readonly rows: ReadonlyMap<string | undefined, Term>;
  readonly variables: ReadonlyMap<string, Term>;
}

function replacementsFor(operation: Operation, bindings: QueryOptions['bindings'] = {}): Replacements {
  const parameters = new Set([...operations(operation)].map(parameterOf));
  const entries = Object.entries(bindings);
  return {
    rows: new Map(entries.filter(([name]) => parameters.has(name))),
    variables: new Map(entries.filter(([name]) => !parameters.has(name))),
  };
}

/** Puts the terms in the place of defaults and variables, and drops the dataset clauses. */
function rewrite(node: unknown, terms: Replacements): unknown {
  if (Array.isArray(node)) return node.map((child) => rewrite(child, terms));
  if (typeof node !== 'object' || node === null) return node;
  if ('termType' in node && node.termType !== 'Quad') {
    const term = node as Term;
    return term.termType === 'Variable' ? (terms.variables.get(term.value) ?? node) : node;
  }
  if (isOperation(node) && node.type === 'from') return rewrite(node['input'], terms);
  const copy = Object.create(Object.getPrototypeOf(node));
  for (const [key, value] of Object.entries(node)) copy[key] = key === 'variables' ? value : rewrite(value, terms);
  const name = parameterOf(node);
  const row = terms.rows.get(name);
  if (name !== undefined && row !== undefined) copy.bindings = [{ [name]: row }];
  return copy;
}

/** A query, ready to be carried out. Throws {@link QueryFault}. */
export function parseQuery(query: string, options: QueryOptions = {}): ParsedQuery {
  const { operation, baseIri } = parse(query, options.baseIri, queryLimits.length);
  if (isUpdate(operation)) throw new QueryFault('malformed', 'this is not a query: it is empty or an update');
  refuseOutsideAndExcess(operation);
  const from = [...operations(operation)].find((node) => node.type === 'from');
  const clauses = from && { default: valuesOf(from['default']), named: valuesOf(from['named']) };
  const asked = (options.defaultGraphs?.length ?? 0) + (options.namedGraphs?.length ?? 0) > 0;
  return {
    kind: kindOf(operation),
    variables: valuesOf([...operations(operation)].find((node) => node.type === 'project')?.['variables']),
    operation: rewrite(operation, replacementsFor(operation, options.bindings)) as Operation,
    dataset: asked ? { default: options.defaultGraphs ?? [], named: options.namedGraphs ?? [] } : clauses,
    baseIri,
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
  readonly dataset: ParsedQuery['dataset'];
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

function toStep(operation: Operation, dataset: ParsedQuery['dataset']): UpdateStep {
  const { where } = operation;
  if (!isOperation(where)) return { operation, where: undefined, dataset };
  if (where.type !== 'from' || !isOperation(where['input'])) return { operation, where, dataset };
  const using = { default: valuesOf(where['default']), named: valuesOf(where['named']) };
  return { operation, where: where['input'], dataset: dataset ?? using };
}

/** An update, ready to be carried out. Throws {@link QueryFault}. */
export function parseUpdate(update: string, options: QueryOptions = {}): ParsedUpdate {
  const { tree, operation, baseIri } = parse(update, options.baseIri, queryLimits.updateLength);
  if (!isUpdate(operation)) throw new QueryFault('malformed', 'this is a query, not an update');
  refuseOutsideAndExcess(operation);
  const asked = (options.defaultGraphs?.length ?? 0) + (options.namedGraphs?.length ?? 0) > 0;
  if (asked && namesDataset(tree))
    throw new QueryFault('malformed', 'the dataset is named both by the protocol and by WITH or USING');
  const parts = operation.type === 'compositeupdate' ? (operation['updates'] as readonly Operation[]) : [operation];
  if (parts.length > queryLimits.operations)
    throw new QueryFault('too-long', `the update has more than ${queryLimits.operations} operations`);
  const dataset = asked ? { default: options.defaultGraphs ?? [], named: options.namedGraphs ?? [] } : undefined;
  return { steps: parts.map((part) => toStep(part, dataset)), baseIri };
}
