/** A request to the query endpoint, read by the rules of the SPARQL 1.1 Protocol (section 2.1). */
import type { Request } from 'express';
import { HttpFault } from './http-fault.js';
import { bodyText } from './limits.js';
import { parseForm, urlParameters } from './request.js';

export interface SparqlRequest {
  /** Undefined: none was sent, with GET. */
  readonly query: string | undefined;
  readonly defaultGraphs: readonly string[];
  readonly namedGraphs: readonly string[];
  /** What `format=` says. */
  readonly format: string | null;
}

export const queryMethods = 'GET, HEAD, POST, OPTIONS';

/** The media type of the body, without parameters. */
function bodyType(request: Request): string {
  const [type = '', ...parameters] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters
    .map((p) => /^\s*charset\s*=\s*"?([^"\s]+)"?\s*$/.exec(p)?.[1])
    .find((c) => c !== undefined);
  if (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8')
    throw new HttpFault(415, `the body is to be UTF-8, not ${charset}`);
  return type.trim();
}

/** The parameters of the URL and of a form body together, and the query of a direct body among them. */
function readParameters(request: Request): URLSearchParams {
  const parameters = urlParameters(request);
  if (request.method !== 'POST') return parameters;
  const type = bodyType(request);
  if (type === 'application/sparql-query') parameters.append('query', bodyText(request.body));
  else if (type === 'application/x-www-form-urlencoded')
    for (const [name, value] of parseForm(bodyText(request.body))) parameters.append(name, value);
  else if (type === 'application/sparql-update') parameters.append('update', '');
  else
    throw new HttpFault(
      415,
      `POST takes application/sparql-query or application/x-www-form-urlencoded, not ${type === '' ? 'a body without a media type' : type}`,
    );
  return parameters;
}

/** Throws an {@link HttpFault} for what is no request for one query. */
export function readSparqlRequest(request: Request): SparqlRequest {
  if (!['GET', 'HEAD', 'POST'].includes(request.method))
    throw new HttpFault(405, `${request.method} is not allowed here`, { Allow: queryMethods });
  const parameters = readParameters(request);
  if (parameters.has('update'))
    throw request.method === 'POST'
      ? new HttpFault(403, 'this endpoint takes no updates')
      : new HttpFault(400, 'an update cannot be sent by GET, and this endpoint takes none');
  const queries = parameters.getAll('query');
  if (queries.length > 1) throw new HttpFault(400, `one query, not ${queries.length}`);
  if (queries.length === 0 && request.method === 'POST') throw new HttpFault(400, 'the parameter "query" is missing');
  return {
    query: queries[0],
    defaultGraphs: parameters.getAll('default-graph-uri'),
    namedGraphs: parameters.getAll('named-graph-uri'),
    format: parameters.get('format'),
  };
}
