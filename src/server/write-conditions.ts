/** Conditional writes (RFC 9110, section 13): whether what is there is what the client means to change. */
import type { Request } from 'express';
import { type GraphName, QueryFault } from '../store/graph-store.js';
import { splitList } from './header-values.js';
import { HttpFault } from './http-fault.js';
import { findEntityTags, holdsGraph } from './read-graph.js';
import type { Services } from './services.js';

/** How often a write is tried anew while others change the store. */
const attempts = 20;

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
 * Writes under the conditions of the request and, where `mustExist` is set, only to what is there. What was looked at
 * and what is written to are the same: where another writes in between, it is looked at anew.
 */
export async function writeIf<T>(
  {
    request,
    services,
    graph,
    mustExist,
  }: { request: Request; services: Services; graph: GraphName; mustExist: boolean },
  write: (ifVersion: string | undefined) => Promise<T>,
): Promise<T> {
  const { 'if-match': match, 'if-none-match': noneMatch } = request.headers;
  if (match === undefined && noneMatch === undefined && !mustExist) return write(undefined);
  const { store } = services;
  for (let attempt = 1; ; attempt += 1) {
    const version = store.version();
    if (mustExist && !(await holdsGraph(store, graph))) throw new HttpFault(404, 'there is no such graph');
    await check({ match, noneMatch }, services, graph);
    try {
      return await write(version);
    } catch (error) {
      if (!(error instanceof QueryFault) || error.kind !== 'changed' || attempt === attempts) throw error;
    }
  }
}
