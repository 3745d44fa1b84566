/** One request over HTTP to an address that was looked at before it is connected to; nothing is followed. */
import { type LookupAddress, type LookupOptions, lookup } from 'node:dns';
import { type IncomingMessage, type OutgoingHttpHeaders, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';

/** How names are resolved; another than the system's in tests alone. */
export type Resolve = (
  name: string,
  options: LookupOptions & { all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

export const resolveBySystem: Resolve = lookup;

/** Looks at every address that a name has; the name is refused for the first one that `refuse` gives an error for. */
export const checkedLookup =
  (refuse: (address: string, name: string) => Error | undefined, resolve: Resolve): LookupFunction =>
  (name, options, done) => {
    resolve(name, { ...options, all: true }, (error, addresses) => {
      const refusals = (addresses ?? []).flatMap(({ address }) => refuse(address, name) ?? []);
      const fault = error ?? refusals[0] ?? null;
      if (options.all) done(fault, fault === null ? addresses : []);
      else done(fault, addresses?.[0]?.address ?? '', addresses?.[0]?.family);
    });
  };

export interface PlainRequest {
  readonly headers: OutgoingHttpHeaders;
  /** Posted; without it the request is a GET. */
  readonly body?: string | undefined;
  readonly signal: AbortSignal;
  readonly lookup: LookupFunction;
}

/** Resolves with the head of the answer; its body is to be read, or destroyed. */
export function sendRequest(url: URL, { headers, body, signal, lookup }: PlainRequest): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  const method = body === undefined ? 'GET' : 'POST';
  return new Promise((resolve, reject) => {
    // No agent: a connection that is kept would be used for a name without looking at its address again.
    const sent = request(url, { method, headers, lookup, signal, agent: false });
    sent.once('response', resolve);
    sent.once('error', reject);
    sent.end(body);
  });
}

/** Where an answer sends on to, as it says it; undefined where it does not. */
export const locationOf = ({ statusCode = 0, headers }: IncomingMessage): string | undefined =>
  [301, 302, 303, 307, 308].includes(statusCode) ? headers.location : undefined;
