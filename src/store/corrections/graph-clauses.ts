/**
 * GRAPH, as SPARQL 1.2 Query, 18.6 has it: `Graph(?g, P)` is the union over the named graphs of P evaluated in that graph,
 * joined with the graph's name. Comunica has patterns with a graph, no more: it gives no graph to a group without a pattern
 * (`GRAPH ?g {}`), lets OPTIONAL and MINUS look beyond the graph, and counts and cuts off over all graphs at once.
 */
import { rdf, type Term } from '../../rdf.js';
import type { NamedGraphs } from '../dataset-view.js';
import { QueryFault } from '../graph-store.js';
import {
  change,
  hasExists,
  isOperation,
  isTerm,
  mapInputs,
  namesOf,
  type Operation,
  operations,
  variablesWithin,
} from '../parse/algebra.js';
import { certainVariables } from './certain-variables.js';

/** Copies of a group, one for each graph, that one query may come to: each is planned by itself. */
const maxCopies = 2_000;

const values = (name: string, terms: readonly Term[]): Operation => ({
  type: 'values',
  variables: [rdf.variable(name)],
  bindings: terms.map((term) => ({ [name]: term })),
});
const nothing: Operation = { type: 'values', variables: [], bindings: [] };
const join = (...input: Operation[]): Operation => ({ type: 'join', input });
const listOf = (node: unknown): Operation[] => (Array.isArray(node) ? node.filter(isOperation) : []);
const mentions = (node: unknown, name: string): boolean => [...variablesWithin(node)].includes(name);

/** A group with its graph's name in its patterns, and whether every solution then has that name. */
interface Placed {
  readonly operation: Operation;
  readonly isBound: boolean;
}

class Placement {
  #copies = 0;

  constructor(private readonly graphs: NamedGraphs) {}

  /** Puts the graph into the patterns that have none; undefined leaves them to the default graph. */
  place(node: Operation, graph: Term | undefined): Operation {
    if (node.type === 'graph') return this.#enter(node);
    if (node.type === 'with') return this.place(node['input'] as Operation, node['name'] as Term);
    if (node.type === 'service') return node;
    if (node.type === 'pattern' || node.type === 'path') return setGraph(node, graph);
    return mapInputs(node, (input) => this.place(input, graph));
  }

  #enter({ input, name }: Operation): Operation {
    const [group, graph] = [input as Operation, name as Term];
    if (graph.termType !== 'Variable') return this.graphs.has(graph) ? this.place(group, graph) : nothing;
    const placed = this.#placeVariable(group, graph);
    return placed === undefined ? this.#copyForEach(group, graph) : this.#bind(placed, graph);
  }

  /** The definition to the letter. */
  #copyForEach(group: Operation, graph: Term): Operation {
    const all = this.graphs.all();
    this.#copies += all.length;
    if (this.#copies > maxCopies)
      throw new QueryFault('too-long', `GRAPH ?${graph.value} here means a plan for each graph: name the graphs`);
    const copies = all.map((one) => join(values(graph.value, [one]), this.place(group, one)));
    return copies.length === 0 ? nothing : { type: 'union', input: copies };
  }

  #bind({ operation, isBound }: Placed, graph: Term): Operation {
    return isBound ? operation : join(values(graph.value, this.graphs.all()), operation);
  }

  /** The group with the variable as the graph of its patterns; undefined where that would not mean the same. */
  #placeVariable(node: Operation, graph: Term): Placed | undefined {
    switch (node.type) {
      case 'bgp': {
        const patterns = listOf(node['patterns']);
        const operation = change(node, { patterns: patterns.map((one) => setGraph(one, graph)) });
        return { operation, isBound: patterns.length > 0 };
      }
      case 'path':
        // Of any length, Comunica follows it beyond the graph that it began in.
        if (isOfAnyLength(node['predicate'])) return undefined;
        return { operation: setGraph(node, graph), isBound: true };
      case 'graph':
      case 'service':
        return mentions(node['name'], graph.value)
          ? undefined
          : { operation: this.place(node, undefined), isBound: false };
      case 'values':
        return mentions(node['variables'], graph.value) ? undefined : { operation: node, isBound: false };
      default:
        return this.#placeAbove(node, graph);
    }
  }

  #placeAbove(node: Operation, graph: Term): Placed | undefined {
    const inputs = isOperation(node['input']) ? [node['input']] : listOf(node['input']);
    const placed = inputs.flatMap((input) => this.#placeVariable(input, graph) ?? []);
    const [first, ...others] = placed;
    if (first === undefined || placed.length < inputs.length) return undefined;
    const bound = (one: Placed): Operation => this.#bind(one, graph);
    // What OPTIONAL and MINUS hold against each solution must not find the graph's name in it, which comes only later.
    if ((node.type === 'leftjoin' || node.type === 'minus') && mentions(inputs[1], graph.value)) return undefined;
    switch (node.type) {
      case 'join':
        return {
          operation: change(node, { input: placed.map(({ operation }) => operation) }),
          isBound: placed.some(({ isBound }) => isBound),
        };
      case 'union':
        return { operation: change(node, { input: placed.map(bound) }), isBound: true };
      case 'leftjoin': {
        const input = [bound(first), ...others.map(({ operation }) => operation)];
        return this.#withExpression(node, { input }, graph);
      }
      case 'minus': {
        // The graph's name is shared by both sides now, and MINUS takes away only what shares another variable too.
        if (!shareCertainly(inputs)) return undefined;
        return { operation: change(node, { input: placed.map(bound) }), isBound: true };
      }
      case 'filter':
      case 'extend':
        if (mentions(node['variable'], graph.value)) return undefined;
        return this.#withExpression(node, { input: bound(first) }, graph);
      case 'project':
      case 'distinct':
      case 'orderby':
        return placeSubquery(node, bound(first), graph);
      default:
        return undefined;
    }
  }

  /** Inside of the group the variable has no value yet, so an expression that speaks of it must not see one. */
  #withExpression(node: Operation, changes: Readonly<Record<string, unknown>>, graph: Term): Placed | undefined {
    const { expression } = node;
    if (!isOperation(expression)) return { operation: change(node, changes), isBound: true };
    if (mentions(expression, graph.value)) return undefined;
    const placed = this.#placeExpression(expression, graph);
    return placed && { operation: change(node, { ...changes, expression: placed }), isBound: true };
  }

  /** EXISTS looks into the same graph. */
  #placeExpression(expression: Operation, graph: Term): Operation | undefined {
    if (expression['subType'] === 'existence') {
      const placed = this.#placeVariable(expression['input'] as Operation, graph);
      return placed && change(expression, { input: placed.operation });
    }
    const parts = listOf(expression['args']).map((part) => this.#placeExpression(part, graph));
    if (parts.some((part) => part === undefined)) return undefined;
    return parts.length === 0 ? expression : change(expression, { args: parts });
  }
}

/** A subquery hands the graph's name on. Where it has a variable of that name that it keeps to itself, it cannot. */
function placeSubquery(node: Operation, input: Operation, graph: Term): Placed | undefined {
  if (listOf(node['expressions']).some((one) => hasExists(one))) return undefined;
  if (node.type !== 'project') return { operation: change(node, { input }), isBound: true };
  const variables = node['variables'] as readonly Term[];
  if (namesOf(variables).includes(graph.value)) return { operation: change(node, { input }), isBound: true };
  if (mentions(node['input'], graph.value)) return undefined;
  return { operation: change(node, { input, variables: [...variables, graph] }), isBound: true };
}

const setGraph = (node: Operation, graph: Term | undefined): Operation =>
  graph !== undefined && isTerm(node['graph']) && node['graph'].termType === 'DefaultGraph'
    ? change(node, { graph })
    : node;

/** Whether two parts have a variable in common that has a value in every solution of both. */
function shareCertainly([left, right]: readonly Operation[]): boolean {
  if (left === undefined || right === undefined) return false;
  const others = certainVariables(right);
  return [...certainVariables(left)].some((name) => others.has(name));
}

const isOfAnyLength = (path: unknown): boolean =>
  isOperation(path) && [...operations(path)].some(({ type }) => /^(?:ZeroOr|OneOrMore)/.test(type));

/** The algebra without GRAPH, for these graphs. Throws a {@link QueryFault} where that would be too much to plan. */
export const placeGraphs = (operation: Operation, graphs: NamedGraphs): Operation =>
  new Placement(graphs).place(operation, undefined);
