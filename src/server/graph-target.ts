/** Which graph a request of the Graph Store Protocol is about (SPARQL 1.1 Graph Store HTTP Protocol, section 4). */
import type { Request } from 'express';
import type { Config } from '../config.js';
import { rdf } from '../rdf.js';
import type { GraphName } from '../store/graph-store.js';
import { isIri } from '../store/rdf/check-quad.js';
import { HttpFault } from './http-fault.js';
import { mountPath } from './mount.js';
import { ownAddress } from './own-address.js';
import { urlParameters } from './request.js';

/** Where the graphs of this server are found by their path. */
export const graphsPath = '/graphs/';

const known = new Set(['graph', 'default', 'format', 'form', 'context']);

type Own = Pick<Config, 'base' | 'trustProxy'>;

/** A graph of ours under the address that it has here, which is what a client was told by `Location`. */
function canonical(iri: string, request: Request, config: Own): string {
  const [, origin, path] = /^(https?:\/\/[^/?#]*)(\/.*)$/is.exec(iri) ?? [];
  const here = mountPath(request) + graphsPath;
  if (origin === undefined || !path?.startsWith(here) || !URL.canParse(origin)) return iri;
  // A proxy may have ended the encryption.
  const isHere = new URL(origin).host === new URL(ownAddress(request, config)).host;
  return isHere ? `${config.base}${graphsPath.slice(1)}${path.slice(here.length)}` : iri;
}

function named(iri: string): GraphName {
  if (!isIri(iri)) throw new HttpFault(400, `graph: "${iri.slice(0, 200)}" is not an absolute IRI`);
  return rdf.namedNode(iri);
}

/** By the parameters `graph` or `default`; undefined: by neither. */
function fromParameters(request: Request, config: Own): GraphName | undefined {
  const parameters = urlParameters(request);
  const odd = [...parameters.keys()].find((name) => !known.has(name));
  if (odd !== undefined) throw new HttpFault(400, `"${odd.slice(0, 40)}" is no parameter here; graph and default are`);
  const [graphs, unnamed] = [parameters.getAll('graph'), parameters.getAll('default')];
  if (graphs.length + unnamed.length > 1) throw new HttpFault(400, 'one graph: either graph=IRI or default, once');
  const [graph] = graphs;
  if (graph !== undefined) return named(canonical(graph, request, config));
  return unnamed.length > 0 ? rdf.defaultGraph() : undefined;
}

/** By the path itself, under the canonical base; undefined: it is that of all graphs. */
function fromPath(request: Request, base: string): GraphName | undefined {
  const path = request.path.slice(graphsPath.length);
  if (path === '') return undefined;
  if (/(?:^|\/)\.\.?(?:\/|$)/.test(path.replace(/%2e/gi, '.')))
    throw new HttpFault(400, 'a graph’s path has no "." or ".." in it');
  return named(`${base}${graphsPath.slice(1)}${path}`);
}

/** The graph, or undefined where none is named: a new one is wanted. */
export function readGraphTarget(request: Request, config: Own): GraphName | undefined {
  const [byName, byPath] = [fromParameters(request, config), fromPath(request, config.base)];
  if (byName !== undefined && byPath !== undefined)
    throw new HttpFault(400, 'one graph: either by the path or by a parameter');
  return byName ?? byPath;
}

/** Where a graph of ours is found here. */
export const addressOf = (request: Request, graph: GraphName, config: Own): string =>
  `${ownAddress(request, config)}/${graph.value.slice(config.base.length)}`;
