/** Conditional writes (RFC 9110, section 13): whether what is there is what the client means to change. */
import type { Request } from 'express';
import type { GraphName } from '../store/graph-store.js';
import { splitList } from './header-values.js';
import { HttpFault } from './http-fault.js';
import { findEntityTags, holdsGraph } from './read-graph.js';
import type { Services } from './services.js';

interface Conditions {
  readonly match: string | undefined;
  readonly noneMatch: string | undefined;
}

/** Whether the graph is one that a field names: `*` is any. */
async function isNamed(field: string, services: Services, graph: GraphName): Promise<boolean> {
  if (field.trim() === '*') return holdsGraph(services.store, graph);
  const tags = splitList(field);
  const current = await findEntityTags(services, graph, tags);
  return tags.some((tag) => current.has(tag));
}

async function check({ match, noneMatch }: Conditions, services: Services, graph: GraphName): Promise<void> {
  if (match !== undefined && !(await isNamed(match, services, graph)))
    throw new HttpFault(412, 'the graph is not what If-Match names');
  if (noneMatch !== undefined && (await isNamed(noneMatch, services, graph)))
    throw new HttpFault(412, 'the graph is what If-None-Match excludes');
}

/**
 * What the request demands of the graph that it writes to, to be looked at when it is written to: undefined where that is
 * nothing. `mustExist` demands that it is there.
 */
export function preconditionOf(
  request: Request,
  services: Services,
  { graph, mustExist = false }: { graph: GraphName; mustExist?: boolean },
): (() => Promise<void>) | undefined {
  const { 'if-match': match, 'if-none-match': noneMatch } = request.headers;
  if (match === undefined && noneMatch === undefined && !mustExist) return undefined;
  return async () => {
    if (mustExist && !(await holdsGraph(services.store, graph))) throw new HttpFault(404, 'there is no such graph');
    await check({ match, noneMatch }, services, graph);
  };
}
