/** An update that is to be about one graph alone (PATCH of the Graph Store Protocol, section 5.7). */
import { type Quad, rdf, type Term } from '../../rdf.js';
import { QueryFault } from '../graph-store.js';
import type { Operation } from '../parse/algebra.js';
import type { UpdateStep } from '../parse/parse-query.js';

const refuse = (what: string): never => {
  throw new QueryFault('refused', `${what}: this update may be about one graph alone, which is its default graph`);
};

type Graph = Quad['graph'];

/** The template with its default graph named. */
const nameGraph = (template: unknown, graph: Graph): Quad[] =>
  (Array.isArray(template) ? (template as Quad[]) : []).map(({ subject, predicate, object, graph: own }) => {
    if (own.termType !== 'DefaultGraph' && !own.equals(graph)) refuse(`GRAPH <${own.value}>`);
    return rdf.quad(subject, predicate, object, graph);
  });

function confineClear(operation: Operation, graph: Graph): Operation {
  const reference = operation['source'] as string | Term;
  const isOwn = typeof reference === 'string' ? reference === 'DEFAULT' : reference.equals(graph);
  return isOwn ? { ...operation, type: 'clear', source: graph } : refuse(operation.type.toUpperCase());
}

function confine({ operation, where, dataset }: UpdateStep, iri: string): UpdateStep {
  const graph = iri === '' ? rdf.defaultGraph() : rdf.namedNode(iri);
  if (dataset !== undefined) refuse('USING');
  const own = { default: [iri], named: iri === '' ? [] : [iri] };
  switch (operation.type) {
    case 'nop':
      return { operation, where, dataset };
    case 'deleteinsert': {
      const [deleted, inserted] = [operation['delete'], operation['insert']].map((part) => nameGraph(part, graph));
      return { operation: { ...operation, delete: deleted, insert: inserted }, where, dataset: own };
    }
    case 'clear':
    case 'drop':
      return { operation: confineClear(operation, graph), where, dataset };
    default:
      return refuse(operation.type.toUpperCase());
  }
}

/** The steps, on that graph. Throws a {@link QueryFault} where another is named. */
export const confineUpdate = (steps: readonly UpdateStep[], iri: string): UpdateStep[] =>
  steps.map((step) => confine(step, iri));
