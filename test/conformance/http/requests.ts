/** The HTTP requests of a manifest, in the terms of the HTTP vocabulary, as bytes to be sent. */
import type { Sent } from '../../server/http-client.js';
import type { Node } from '../node.js';

/** A request, and what its answer is held against. */
export interface Exchange {
  readonly sent: Required<Pick<Sent, 'method' | 'path'>> & Sent;
  readonly response: Node;
}

/** Prefix of the paths in the manifest → where they are here. */
export type Path = readonly [manifest: string, here: string];

/** What `$LOCATION$` and its like stand for. */
export type Templates = ReadonlyMap<string, string>;

const fill = (text: string, templates: Templates): string =>
  [...templates].reduce((filled, [name, value]) => filled.replaceAll(name, value), text);

function headersOf(request: Node): Record<string, string> {
  const entries = request
    .list('ht:headers')
    .map((header) => [header.one('ht:fieldName')?.value ?? '', header.one('ht:fieldValue')?.value ?? ''] as const);
  return Object.fromEntries(entries);
}

/** Texts in UTF-16 are sent big-endian with a byte order mark (RFC 2781, section 3.3). */
function bodyOf(request: Node, templates: Templates): Uint8Array | undefined {
  const body = request.one('ht:body');
  if (body === undefined) return undefined;
  const text = fill(body.one('cnt:chars')?.value ?? '', templates);
  const encoding = body.one('cnt:characterEncoding')?.value;
  if (encoding === 'UTF-8') return Buffer.from(text, 'utf8');
  if (encoding === 'UTF-16') return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
  throw new Error(`the manifest wants a body in ${encoding}`);
}

/** Where the paths begin with a prefix, they are moved; the host is the one that the manifest names. */
export function readRequest(request: Node, host: string, path: Path, templates: Templates): Exchange {
  const target = fill(request.one('ht:absolutePath')?.value ?? '', templates);
  const response = request.one('ht:resp');
  const method = request.one('ht:methodName')?.value;
  if (!target.startsWith(path[0]) || response === undefined || method === undefined)
    throw new Error('the manifest has a request without a path, a method or an answer');
  const body = bodyOf(request, templates);
  const headers = { host, ...headersOf(request) };
  const moved = path[1] + target.slice(path[0].length);
  return { sent: { method, path: moved, headers, ...(body === undefined ? {} : { body }) }, response };
}
