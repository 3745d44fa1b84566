/** What is wrong with a request whoever it is for: its target, its host, its headers (RFC 9112, section 3). */
import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import { HttpFault } from './http-fault.js';
import { mountPath } from './mount.js';

/** Header fields that a request may have; longer ones are cut off by the parser at the same number. */
export const maxHeaderFields = 100;

/** Characters of a request's target. */
export const maxTargetLength = 24_000;

/** Fields of which the parser would take the first and drop the others. */
const single = ['host', 'content-type', 'content-encoding', 'authorization', 'origin'];

/** A name, an IPv4 address, or an IPv6 address in brackets; then perhaps a port. */
const authority = /^(?:\[[0-9a-f:.]+\]|[a-z0-9._~%!$&'()*+,;=-]+)(?::\d*)?$/i;

function checkHeaders({ rawHeaders }: IncomingMessage): void {
  if (rawHeaders.length > 2 * maxHeaderFields) throw new HttpFault(431, `more than ${maxHeaderFields} header fields`);
  const names = rawHeaders.filter((_, i) => i % 2 === 0).map((name) => name.toLowerCase());
  const twice = single.find((name) => names.indexOf(name) !== names.lastIndexOf(name));
  if (twice !== undefined) throw new HttpFault(400, `the header "${twice}" is there more than once`);
}

/** What is not chunked alone is framed in a way that we or somebody before us might misread (RFC 9112, section 6.1). */
function checkFraming({ headers, httpVersion }: IncomingMessage): void {
  const coding = headers['transfer-encoding'];
  if (coding === undefined) return;
  const close = { Connection: 'close' };
  if (coding.trim().toLowerCase() !== 'chunked') throw new HttpFault(501, 'the only transfer coding is chunked', close);
  if (httpVersion === '1.0') throw new HttpFault(400, 'HTTP/1.0 has no transfer codings', close);
}

/** Brings the absolute form into the origin form; its authority takes the place of Host (section 3.2.2). */
function normaliseTarget(request: IncomingMessage): void {
  const target = request.url ?? '';
  if (target.length > maxTargetLength)
    throw new HttpFault(414, `the URL is longer than ${maxTargetLength} characters; send the query by POST`);
  if (/[^\u0021-\u007E]|#/.test(target))
    throw new HttpFault(400, 'the URL is to be percent-encoded, without a fragment');
  const [, host, path] = /^https?:\/\/([^/?]*)(.*)$/i.exec(target) ?? [];
  if (host === undefined || path === undefined) {
    if (!target.startsWith('/') && target !== '*') throw new HttpFault(400, 'the request target is no path');
    return;
  }
  request.headers.host = host;
  request.url = path.startsWith('/') ? path : `/${path}`;
}

/** First of all. HTTP/1.0 may come without a host. */
export const checkRequest: RequestHandler = (request, _response, next) => {
  if (request.httpVersionMajor !== 1) throw new HttpFault(505, 'this is a server for HTTP/1.1');
  checkHeaders(request);
  checkFraming(request);
  normaliseTarget(request);
  request.originalUrl = mountPath(request) + request.url;
  const { host } = request.headers;
  if (host === undefined && request.httpVersion !== '1.0') throw new HttpFault(400, 'there is no Host header');
  if (host !== undefined && !authority.test(host)) throw new HttpFault(400, 'the Host header is not a host');
  next();
};
