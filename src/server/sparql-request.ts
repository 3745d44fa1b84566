/** A request to the endpoint, read by the rules of the SPARQL 1.2 Protocol (sections 2.1 and 2.2). */
import type { Request, Response } from 'express';
import { HttpFault } from './http-fault.js';
import { knownVersions } from './negotiate.js';
import { bodyType, decodeText, readBody } from './read-body.js';
import { parseForm, urlParameters } from './request.js';

interface Dataset {
  readonly defaultGraphs: readonly string[];
  readonly namedGraphs: readonly string[];
}

export type SparqlRequest =
  /** `format`: what `format=` says. */
  | ({ readonly kind: 'query'; readonly text: string; readonly format: string | null } & Dataset)
  /** The graphs are those of `using-graph-uri` and `using-named-graph-uri`. */
  | ({ readonly kind: 'update'; readonly text: string } & Dataset)
  /** Nothing is asked: the service description or the form is wanted. */
  | { readonly kind: 'description'; readonly format: string | null };

/** QUERY is POST without its side effects (RFC 10008; SPARQL 1.2 Protocol, section 2.1). */
export const sparqlMethods = ['GET', 'HEAD', 'POST', 'QUERY', 'OPTIONS'] as const;

/** Bytes of a request's body, unpacked. */
export const maxBodyBytes = 1024 * 1024;

const form = 'application/x-www-form-urlencoded';
const queryTypes: readonly string[] = ['application/sparql-query', form];
/** The media type of an update that is a body by itself. */
export const updateType = 'application/sparql-update';

const bodyTypes: Readonly<Record<string, readonly string[]>> = {
  POST: [...queryTypes, updateType],
  QUERY: queryTypes,
};

/** Whether it shows before the body is read. */
export const isUpdate = (request: Request): boolean =>
  request.method === 'POST' && bodyType(request).type === updateType;

/** Media types are tokens of a structured field here (RFC 10008, section 3). */
export const acceptQuery = queryTypes.join(', ');

/** The parameters of the URL and of a form body together, and the text of a direct body among them. */
async function readParameters(request: Request, response: Response, limit: number): Promise<URLSearchParams> {
  const parameters = urlParameters(request);
  const taken = bodyTypes[request.method];
  if (taken === undefined) return parameters;
  const { type, version } = bodyType(request);
  if (!taken.includes(type)) {
    const sent = type === '' ? 'a body without a media type' : type;
    throw new HttpFault(415, `${request.method} takes ${taken.join(', ')}, not ${sent}`, { Accept: taken.join(', ') });
  }
  const text = decodeText(await readBody(request, response, limit));
  if (type === form) for (const [name, value] of parseForm(text)) parameters.append(name, value);
  else parameters.append(type === updateType ? 'update' : 'query', text);
  if (version !== undefined) parameters.append('version', version);
  return parameters;
}

/** What Jena, and others after it, call the unnamed graph in a dataset. */
const unnamedGraph = 'urn:x-arq:DefaultGraph';

/** Graph names; an empty one is a field of a form that was left empty. The unnamed graph is the empty text from here on. */
function graphsOf(parameters: URLSearchParams, name: string): string[] {
  const graphs = parameters.getAll(name).filter((graph) => graph !== '');
  const odd = graphs.find((graph) => !/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]*$/i.test(graph));
  if (odd !== undefined) throw new HttpFault(400, `${name}: "${odd.slice(0, 200)}" is not an absolute IRI`);
  return graphs.map((graph) => (graph === unnamedGraph ? '' : graph));
}

/** Announces what the text is written in; we read all of them as the newest, so that only a wrong one matters. */
function checkVersion(parameters: URLSearchParams): void {
  const versions = new Set(parameters.getAll('version').filter((version) => version !== ''));
  if (versions.size > 1) throw new HttpFault(400, 'one version, not several');
  const odd = [...versions].find((version) => !knownVersions.includes(version));
  if (odd === undefined) return;
  throw new HttpFault(400, `version: "${odd.slice(0, 40)}" is not one of ${knownVersions.join(', ')}`);
}

const foreign = {
  query: ['using-graph-uri', 'using-named-graph-uri'],
  update: ['default-graph-uri', 'named-graph-uri'],
} as const;

/** A dataset that is silently passed over would give another answer than the one asked for. */
function refuseForeignDataset(parameters: URLSearchParams, kind: 'query' | 'update'): void {
  const odd = foreign[kind].find((name) => graphsOf(parameters, name).length > 0);
  const other = kind === 'query' ? 'update' : 'query';
  if (odd !== undefined) throw new HttpFault(400, `${odd} belongs to an ${other}, and this is none`);
}

/** Which of the two is asked for, and exactly once; undefined: nothing is. */
function operationOf({ method }: Request, parameters: URLSearchParams): 'query' | 'update' | undefined {
  const [queries, updates] = [parameters.getAll('query').length, parameters.getAll('update').length];
  if (queries + updates > 1)
    throw new HttpFault(400, `one query or one update, not ${queries} queries and ${updates} updates`);
  if (updates === 1 && method !== 'POST') throw new HttpFault(400, `an update cannot be sent by ${method}`);
  if (updates === 1) return 'update';
  if (queries === 1) return 'query';
  const asksNothing = [...parameters].every(([name, value]) => name === 'format' || value === '');
  if (asksNothing && bodyTypes[method] === undefined) return undefined;
  throw new HttpFault(400, 'the parameter "query" is missing');
}

/** Reads the body where there is one. Throws an {@link HttpFault} for what is no request for exactly one operation. */
export async function readSparqlRequest(
  request: Request,
  response: Response,
  limit = maxBodyBytes,
): Promise<SparqlRequest> {
  const parameters = await readParameters(request, response, limit);
  const kind = operationOf(request, parameters);
  const format = parameters.get('format');
  checkVersion(parameters);
  if (kind === undefined) return { kind: 'description', format };
  refuseForeignDataset(parameters, kind);
  const text = parameters.get(kind) ?? '';
  const dataset = {
    defaultGraphs: graphsOf(parameters, kind === 'query' ? 'default-graph-uri' : 'using-graph-uri'),
    namedGraphs: graphsOf(parameters, kind === 'query' ? 'named-graph-uri' : 'using-named-graph-uri'),
  };
  return kind === 'query' ? { kind, text, format, ...dataset } : { kind, text, ...dataset };
}
