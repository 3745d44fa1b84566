/** A graph as the Graph Store Protocol sends it, and what tells one state of it from another. */
import { formats, jsonLdForms } from '../formats.js';
import { endBody } from '../store/end-body.js';
import { type Answer, type GraphName, type GraphStore, QueryFault, type RespondOptions } from '../store/graph-store.js';
import { type ShapedChoice, shapeOf, typeOfForm } from './json-ld-form.js';
import { entityTag } from './send.js';
import type { Services } from './services.js';

/** The unnamed graph is called by the empty text. */
const datasetOf = (graph: GraphName): string[] => [graph.termType === 'DefaultGraph' ? '' : graph.value];

/** The graph in a format; undefined where there is none. */
export async function readGraph(
  store: GraphStore,
  graph: GraphName,
  { format, ...options }: RespondOptions & { readonly format: string },
): Promise<Answer | undefined> {
  const query = 'CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }';
  try {
    return await store.respond(query, { graph: format }, { ...options, defaultGraphs: datasetOf(graph) });
  } catch (error) {
    if (error instanceof QueryFault && error.kind === 'refused') return undefined;
    throw error;
  }
}

/** The unnamed graph is always there. */
export async function holdsGraph(store: GraphStore, graph: GraphName): Promise<boolean> {
  if (graph.termType === 'DefaultGraph') return true;
  try {
    await store.query('ASK {}', { defaultGraphs: datasetOf(graph) });
    return true;
  } catch (error) {
    if (error instanceof QueryFault && error.kind === 'refused') return false;
    throw error;
  }
}

const codings = ['identity', 'br', 'gzip'] as const;

/** All that a graph may be sent as: each format, and JSON-LD in each form. */
function* representations(services: Pick<Services, 'config' | 'frame'>): Generator<ShapedChoice> {
  for (const { id, mediaType, carries } of formats) {
    if (!carries.includes('graph')) continue;
    if (id !== 'jsonld') yield { id, mediaType };
    else
      for (const form of jsonLdForms)
        for (const isInline of [false, true])
          yield { id, mediaType: typeOfForm(mediaType, form), jsonLd: shapeOf(services, { form, isInline }) };
  }
}

/** Those of the graph's entity tags that may be among the given ones. It has one for each format and content coding. */
export async function findEntityTags(
  services: Pick<Services, 'store' | 'context' | 'config' | 'frame'>,
  graph: GraphName,
  among: readonly string[],
): Promise<Set<string>> {
  const { store, context } = services;
  const found = new Set<string>();
  for (const { id, mediaType, jsonLd } of representations(services)) {
    const endings = codings.map((coding) => entityTag('', mediaType, coding).slice(1));
    if (!among.some((tag) => endings.some((ending) => tag.endsWith(ending)))) continue;
    const answer = await readGraph(store, graph, { format: id, jsonLdContext: context, jsonLd });
    if (answer?.tag === undefined) continue;
    for (const coding of codings) found.add(entityTag(answer.tag, mediaType, coding));
    // The body is not wanted; one that is still being made ends here.
    await endBody(answer.body);
  }
  return found;
}
