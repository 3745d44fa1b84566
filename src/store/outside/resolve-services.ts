/**
 * SERVICE, before anything else is evaluated: each is asked for its rows, which then stand in its place as VALUES. What is
 * joined with it is evaluated first, so that the endpoint is asked about the values that matter, some at a time.
 */
import { rdf, type Term } from '../../rdf.js';
import type { Binding } from '../../serialise/results.js';
import { QueryFault } from '../graph-store.js';
import { change, isOperation, mapInputs, type Operation, operations } from '../parse/algebra.js';
import { inScope } from '../parse/check-scopes.js';
import { canBeFound, writeServiceQuery } from './service-query.js';

export interface ServiceTools {
  /** The rows of a pattern here. */
  select(pattern: Operation, variables: readonly string[]): Promise<readonly Binding[]>;
  /** The rows of a query there. */
  ask(endpoint: string, query: string): Promise<readonly Binding[]>;
}

/** Rows that go out with one request, and as many of them as are worth it: beyond that all is asked for at once. */
const rowsAtOnce = 100;
const maxRowsSent = 5_000;

const listOf = (node: unknown): Operation[] => (Array.isArray(node) ? node.filter(isOperation) : []);

const values = (variables: readonly string[], rows: readonly Binding[]): Operation => ({
  type: 'values',
  variables: variables.map((name) => rdf.variable(name)),
  bindings: rows.map((row) => Object.fromEntries(row)),
});

const join = (input: readonly Operation[]): Operation =>
  input.length === 1 && input[0] !== undefined ? input[0] : { type: 'join', input };

/** Rows that say the same are one. */
function distinct(rows: readonly Binding[]): Binding[] {
  const keyOf = (row: Binding): string =>
    JSON.stringify([...row].map(([name, term]) => [name, JSON.stringify(term)]).sort());
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()];
}

class Resolution {
  constructor(
    private readonly tools: ServiceTools,
    /** Puts a part into the GRAPH that it stands in. */
    private readonly within: (part: Operation) => Operation = (part) => part,
  ) {}

  /** `beside` is what the part is joined with: its rows are all that matters of this one. */
  async resolve(node: Operation, beside: readonly Operation[]): Promise<Operation> {
    switch (node.type) {
      case 'service':
        return this.#ask(node, beside);
      case 'join':
        return this.#resolveJoin(node, beside);
      case 'leftjoin': {
        const [left, right] = listOf(node['input']);
        if (left === undefined || right === undefined) return node;
        const first = await this.resolve(left, beside);
        // Only its left side: what fails to go together with the rest must still keep OPTIONAL from being empty.
        const second = await this.resolve(right, [this.within(first)]);
        return this.#resolveExpression(change(node, { input: [first, second] }));
      }
      case 'filter':
        return this.#resolveExpression(change(node, { input: await this.resolve(node['input'] as Operation, beside) }));
      case 'graph':
      case 'with':
        return this.#resolveGraph(node);
      default:
        return this.#resolveInputs(node);
    }
  }

  async #resolveGraph(node: Operation): Promise<Operation> {
    const inside = new Resolution(this.tools, (part) => this.within(change(node, { input: part })));
    return change(node, { input: await inside.resolve(node['input'] as Operation, []) });
  }

  /** Parts without SERVICE first, then one SERVICE after the other, each beside all that is known. */
  async #resolveJoin(node: Operation, beside: readonly Operation[]): Promise<Operation> {
    const parts = listOf(node['input']).flatMap((one) => (one.type === 'join' ? listOf(one['input']) : [one]));
    const known = parts.filter((part) => !hasService(part));
    for (const part of parts.filter(hasService))
      known.push(await this.resolve(part, [...beside, ...known.map(this.within)]));
    return join(known);
  }

  async #resolveInputs(node: Operation): Promise<Operation> {
    const resolved = new Map<Operation, Operation>();
    const inputs: Operation[] = [];
    mapInputs(node, (input) => {
      inputs.push(input);
      return input;
    });
    for (const input of inputs) resolved.set(input, await this.resolve(input, []));
    return mapInputs(node, (input) => resolved.get(input) ?? input);
  }

  /** EXISTS may hold a SERVICE. */
  async #resolveExpression(node: Operation): Promise<Operation> {
    const { expression } = node;
    return isOperation(expression) ? change(node, { expression: await this.resolve(expression, []) }) : node;
  }

  async #ask(node: Operation, beside: readonly Operation[]): Promise<Operation> {
    const [name, pattern] = [node['name'] as Term, node['input'] as Operation];
    const variables = [...inScope(pattern)];
    try {
      const rows = await this.#rowsBeside(beside, name, variables);
      if (name.termType === 'Variable') return await this.#askEach(name.value, pattern, variables, rows);
      return values(variables, await this.#askOne(name.value, pattern, variables, rows));
    } catch (error) {
      if (node['silent'] !== true || !(error instanceof QueryFault) || error.kind !== 'unreachable') throw error;
      // As if it had given one row without values (SPARQL 1.1 Federated Query, 2.3).
      return values([], [new Map()]);
    }
  }

  /** The values that the SERVICE shares with what it is joined with; undefined where it shares none. */
  async #rowsBeside(beside: readonly Operation[], name: Term, variables: readonly string[]) {
    const known = new Set(beside.flatMap((one) => [...inScope(one)]));
    const wanted = name.termType === 'Variable' ? [...variables, name.value] : variables;
    const shared = [...new Set(wanted)].filter((one) => known.has(one));
    if (shared.length === 0) return undefined;
    const rows = distinct(await this.tools.select(join(beside), shared));
    // A row that leaves one open would come back once for each other row that it goes together with.
    const isWhole = name.termType === 'Variable' || rows.every((row) => row.size === shared.length);
    return isWhole ? rows : undefined;
  }

  async #askOne(
    endpoint: string,
    pattern: Operation,
    variables: readonly string[],
    rows: readonly Binding[] | undefined,
  ): Promise<readonly Binding[]> {
    if (rows === undefined || rows.length > maxRowsSent)
      return this.tools.ask(endpoint, writeServiceQuery(pattern, variables, undefined));
    const sent = rows.filter(canBeFound);
    const found: Binding[] = [];
    for (let at = 0; at < sent.length; at += rowsAtOnce)
      found.push(
        ...(await this.tools.ask(endpoint, writeServiceQuery(pattern, variables, sent.slice(at, at + rowsAtOnce)))),
      );
    return found;
  }

  /** `SERVICE ?where`: what is joined with it says which endpoints there are. */
  async #askEach(
    name: string,
    pattern: Operation,
    variables: readonly string[],
    rows: readonly Binding[] | undefined,
  ): Promise<Operation> {
    const endpoints = new Map<string, Binding[]>();
    for (const row of rows ?? []) {
      const endpoint = row.get(name);
      if (endpoint?.termType !== 'NamedNode') continue;
      const others = new Map([...row].filter(([one]) => one !== name));
      endpoints.set(endpoint.value, [...(endpoints.get(endpoint.value) ?? []), others]);
    }
    if (endpoints.size === 0) throw new QueryFault('refused', `SERVICE ?${name}: nothing says which endpoint that is`);
    const found: Binding[] = [];
    for (const [endpoint, others] of endpoints) {
      const size = others[0]?.size ?? 0;
      const isWhole = size > 0 && others.every((row) => row.size === size);
      for (const row of await this.#askOne(endpoint, pattern, variables, isWhole ? distinct(others) : undefined))
        found.push(new Map([...row, [name, rdf.namedNode(endpoint)]]));
    }
    return values([...new Set([...variables, name])], found);
  }
}

const hasService = (node: Operation): boolean => [...operations(node)].some(({ type }) => type === 'service');

/** The algebra without SERVICE. Throws a {@link QueryFault} where an endpoint that is not SILENT fails. */
export const resolveServices = async (operation: Operation, tools: ServiceTools): Promise<Operation> =>
  hasService(operation) ? new Resolution(tools).resolve(operation, []) : operation;
