/**
 * The one way out: a request to a listed host. The name is resolved here and the connection goes to the address that was
 * looked at, so that a name cannot mean another one a moment later; a redirect leads to the same host or nowhere.
 */
import type { IncomingMessage } from 'node:http';
import { isIP, type LookupFunction } from 'node:net';
import { QueryFault } from '../graph-store.js';
import { type Hosts, hostName } from './hosts.js';
import { checkedLookup, locationOf, type Resolve, resolveBySystem, sendRequest } from './send-request.js';

export interface OutsideRequest {
  readonly url: string;
  readonly accept: string;
  /** Posted as a form; without it the request is a GET. */
  readonly form?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

export interface OutsideAnswer {
  readonly status: number;
  /** Without parameters, in small letters. */
  readonly mediaType: string;
  readonly text: string;
  /** Where it came from in the end. */
  readonly url: string;
}

export type FetchText = (request: OutsideRequest) => Promise<OutsideAnswer>;

/** Bytes of an answer from outside. */
const maxBytes = 20 * 1024 * 1024;
const maxRedirects = 5;

const unreachable = (url: URL, why: string, cause?: unknown): QueryFault =>
  new QueryFault('unreachable', `${url.origin} gives no answer: ${why}`, { cause });

/** Refuses a name that leads to an address which is not to be reached. */
const lookupWith = (hosts: Hosts, resolve: Resolve): LookupFunction =>
  checkedLookup(
    (address, name) =>
      hosts.allowsAddress(address)
        ? undefined
        : new QueryFault('refused', `${name} leads to ${address}, which is not listed`),
    resolve,
  );

async function readText(answer: IncomingMessage, url: URL): Promise<string> {
  const coding = answer.headers['content-encoding'] ?? 'identity';
  if (coding !== 'identity') throw unreachable(url, `it was asked for plain text and sends ${coding}`);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBytes) throw new QueryFault('too-long', `${url.origin} sends more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch (error) {
    throw unreachable(url, 'it sends what is not UTF-8', error);
  }
}

/** One request, without following anything. */
function send(url: URL, { accept, form, signal }: OutsideRequest, lookup: LookupFunction): Promise<IncomingMessage> {
  const body = form === undefined ? undefined : new URLSearchParams(form).toString();
  const headers = {
    Accept: accept,
    'Accept-Encoding': 'identity',
    'User-Agent': 'migraph',
    ...(body === undefined
      ? {}
      : { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': Buffer.byteLength(body) }),
  };
  return sendRequest(url, { headers, body, signal, lookup });
}

/** Where an answer sends on to; undefined where it does not. */
function redirectOf(answer: IncomingMessage, from: URL): URL | undefined {
  const location = locationOf(answer);
  if (location === undefined) return undefined;
  if (!URL.canParse(location, from.href)) throw unreachable(from, 'it sends on to nowhere');
  const to = new URL(location, from);
  if (to.hostname !== from.hostname)
    throw new QueryFault('refused', `${from.host} sends on to another host, ${to.host}`);
  return to;
}

function toFault(url: URL, signal: AbortSignal, error: unknown): unknown {
  if (error instanceof QueryFault) return error;
  if (signal.aborted) return signal.reason;
  return unreachable(url, error instanceof Error ? error.message : String(error), error);
}

/** Requests to these hosts alone. Every failure is a {@link QueryFault}. */
export function createFetch(hosts: Hosts, resolveName: Resolve = resolveBySystem): FetchText {
  const lookup = lookupWith(hosts, resolveName);

  async function follow(request: OutsideRequest, left: number): Promise<OutsideAnswer> {
    const url = hosts.check(request.url);
    // An address that is written out is not looked up.
    if (isIP(hostName(url)) !== 0 && !hosts.allowsAddress(hostName(url)))
      throw new QueryFault('refused', `${url.host} is not listed`);
    try {
      const answer = await send(url, request, lookup);
      const to = redirectOf(answer, url);
      if (to === undefined) {
        const mediaType = (answer.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
        return { status: answer.statusCode ?? 0, mediaType, text: await readText(answer, url), url: url.href };
      }
      answer.destroy();
      if (left === 0) throw unreachable(url, 'it sends on and on');
      const { form, ...plain } = request;
      const keepsForm = answer.statusCode === 307 || answer.statusCode === 308;
      return await follow({ ...plain, url: to.href, ...(keepsForm && form ? { form } : {}) }, left - 1);
    } catch (error) {
      throw toFault(url, request.signal, error);
    }
  }

  return (request) => follow(request, maxRedirects);
}
