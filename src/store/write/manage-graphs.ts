/** The operations of an update on whole graphs (SPARQL 1.1 Update, section 3.2). A graph without triples is none. */
import { type Quad, rdf, type Term } from '../../rdf.js';
import { QueryFault } from '../graph-store.js';
import type { Operation } from '../parse/algebra.js';
import type { UpdateTools } from './update-tools.js';

type Graph = Quad['graph'];
/** As the algebra names them. */
type GraphReference = 'ALL' | 'NAMED' | 'DEFAULT' | Graph;

const unnamed = rdf.defaultGraph();

function graphsOf(reference: GraphReference, { quads }: UpdateTools): Graph[] {
  if (reference === 'DEFAULT') return [unnamed];
  if (reference !== 'ALL' && reference !== 'NAMED') return [reference];
  const all = quads.getGraphs(null, null, null) as unknown as Graph[];
  return reference === 'ALL' ? all : all.filter((graph: Term) => graph.termType !== 'DefaultGraph');
}

/** The quads of a graph, at once: they may be about to change. */
const quadsIn = (graph: Graph, { quads }: UpdateTools): Quad[] => [...quads.readQuads(null, null, null, graph)];

function clear(graphs: readonly Graph[], tools: UpdateTools): void {
  for (const graph of graphs) for (const quad of quadsIn(graph, tools)) tools.recorder.remove(quad);
}

const isHeld = (graph: Graph, { quads }: UpdateTools): boolean =>
  graph.termType === 'DefaultGraph' || quads.countQuads(null, null, null, graph) > 0;

function requireHeld(graph: Graph, { silent }: Operation, tools: UpdateTools): void {
  if (silent !== true && !isHeld(graph, tools)) throw new QueryFault('refused', `there is no graph <${graph.value}>`);
}

function requireMissing(graph: Graph, { silent }: Operation, tools: UpdateTools): void {
  if (silent !== true && isHeld(graph, tools))
    throw new QueryFault('refused', `there is a graph <${graph.value}> already`);
}

/** COPY, MOVE and ADD; onto itself a graph stays as it is. */
function transfer(operation: Operation, tools: UpdateTools): void {
  const [source = unnamed] = graphsOf(operation['source'] as GraphReference, tools);
  const [target = unnamed] = graphsOf(operation['destination'] as GraphReference, tools);
  requireHeld(source, operation, tools);
  if (source.equals(target) || !isHeld(source, tools)) return;
  if (operation.type !== 'add') clear([target], tools);
  for (const { subject, predicate, object } of quadsIn(source, tools))
    tools.recorder.add(rdf.quad(subject, predicate, object, target));
  if (operation.type === 'move') clear([source], tools);
}

/** CLEAR, DROP, CREATE, ADD, COPY and MOVE. Without SILENT it is a fault to drop what is not there or create what is. */
export function manageGraphs(operation: Operation, tools: UpdateTools): void {
  const reference = operation['source'] as GraphReference;
  if (operation.type === 'create') requireMissing(reference as Graph, operation, tools);
  else if (operation.type === 'clear' || operation.type === 'drop') {
    if (operation.type === 'drop' && typeof reference !== 'string') requireHeld(reference, operation, tools);
    clear(graphsOf(reference, tools), tools);
  } else transfer(operation, tools);
}
