/**
 * Fetches what somebody names on the command line, and what that leads to: from any host, unpacked, bounded in bytes, time
 * and redirects. Where the first address is public nothing it leads to may be private: a catalogue of others does not get
 * to look into our network.
 */
import type { IncomingMessage } from 'node:http';
import { isIP, type LookupFunction } from 'node:net';
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, gunzipSync } from 'node:zlib';
import { hostName } from './hosts.js';
import { isPublicAddress } from './public-address.js';
import { checkedLookup, locationOf, type Resolve, resolveBySystem, sendRequest } from './send-request.js';

export interface PageRequest {
  readonly url: string;
  readonly accept: string;
  /** Validators of the answer that is known: where it is still the same, the status is 304. */
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  /** How long the page may be, unpacked. */
  readonly maxBytes: number;
}

export interface FetchedPage {
  /** 200 or 304, without bytes. */
  readonly status: number;
  /** Where it came from in the end. */
  readonly url: string;
  /** The header as it is. */
  readonly contentType: string;
  readonly link: string;
  readonly etag?: string;
  readonly lastModified?: string;
  readonly bytes: Uint8Array;
}

/** Every failure is an Error `url: reason`. */
export type FetchPage = (request: PageRequest) => Promise<FetchedPage>;

export interface FetchSettings {
  /** For a page with all its redirects, in seconds. */
  readonly seconds: number;
  readonly resolveName?: Resolve;
}

const maxRedirects = 5;

const decoders: Readonly<Record<string, () => NodeJS.ReadWriteStream & Readable>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

function unpacked(answer: IncomingMessage): Readable {
  const coding = (answer.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (coding === 'identity' || coding === '') return answer;
  const decoder = decoders[coding]?.();
  if (decoder === undefined) throw new Error(`is packed as "${coding.slice(0, 50)}", which is not known`);
  // What breaks on one side ends the other; the reader below is told.
  return pipeline(answer, decoder, () => undefined);
}

const tooLong = (maxBytes: number): Error => new Error(`is longer than the ${maxBytes} bytes that are left`);

async function collect(stream: Readable, maxBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBytes) throw tooLong(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A file that is itself packed, whatever it is called. Throws where it is longer than `maxBytes`. */
export function unpackFile(bytes: Uint8Array, maxBytes: number): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: maxBytes });
  } catch (cause) {
    throw (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
      ? tooLong(maxBytes)
      : new Error('is packed with gzip, and broken', { cause });
  }
}

/** An http or https URL without a password; throws an Error `url: reason`. */
export function parsePageUrl(text: string, from?: string): URL {
  const shown = text.slice(0, 300);
  if (!URL.canParse(text, from)) throw new Error(`${shown}: is no URL`);
  const url = new URL(text, from);
  if (!/^https?:$/.test(url.protocol)) throw new Error(`${shown}: only http and https are spoken`);
  if (url.username !== '' || url.password !== '') throw new Error(`${url.host}: no password is sent`);
  return url;
}

/** Whether a name, or an address that is written out, leads to this machine or into a network of its own. */
function isPrivate(url: URL, resolve: Resolve): Promise<boolean> {
  const name = hostName(url);
  if (isIP(name) !== 0) return Promise.resolve(!isPublicAddress(name));
  return new Promise((done, fail) =>
    resolve(name, { all: true }, (error, addresses) => {
      if (error === null) done(addresses.some(({ address }) => !isPublicAddress(address)));
      else fail(new Error(`${url.href}: ${url.hostname} is not known (${error.code ?? error.message})`));
    }),
  );
}

const headersOf = ({ accept, etag, lastModified }: PageRequest) => ({
  Accept: accept,
  'Accept-Encoding': 'gzip, br, deflate',
  'User-Agent': 'migraph',
  ...(etag === undefined ? {} : { 'If-None-Match': etag }),
  // An entity tag is the better of the two (RFC 9110, section 13.1.3).
  ...(etag !== undefined || lastModified === undefined ? {} : { 'If-Modified-Since': lastModified }),
});

async function readAnswer(answer: IncomingMessage, url: URL, maxBytes: number): Promise<FetchedPage> {
  const { statusCode: status = 0, headers } = answer;
  if (status !== 200 && status !== 304) throw new Error(`answers with ${status}`);
  const bytes = status === 304 ? new Uint8Array() : await collect(unpacked(answer), maxBytes);
  return {
    status,
    url: url.href,
    contentType: headers['content-type'] ?? '',
    link: [headers.link ?? []].flat().join(', '),
    ...(headers.etag === undefined ? {} : { etag: headers.etag }),
    ...(headers['last-modified'] === undefined ? {} : { lastModified: headers['last-modified'] }),
    bytes: unpackFile(bytes, maxBytes),
  };
}

const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message || String((error as NodeJS.ErrnoException).code) : String(error))
    .replace(/\s+/g, ' ')
    .trim();

/** The walk over redirects, to addresses that `refuse` gives no error for. */
async function follow(
  first: PageRequest,
  {
    refuse,
    lookup,
    signal,
  }: { refuse: (address: string) => Error | undefined; lookup: LookupFunction; signal: AbortSignal },
): Promise<FetchedPage> {
  let url = parsePageUrl(first.url);
  for (let left = maxRedirects; left >= 0; left -= 1) {
    const refusal = isIP(hostName(url)) === 0 ? undefined : refuse(hostName(url));
    if (refusal !== undefined) throw refusal;
    const answer = await sendRequest(url, { headers: headersOf(first), signal, lookup });
    try {
      const location = locationOf(answer);
      if (location === undefined) return await readAnswer(answer, url, first.maxBytes);
      url = parsePageUrl(location, url.href);
    } finally {
      answer.destroy();
    }
  }
  throw new Error('sends on and on');
}

/** For all pages that the URL named on the command line leads to; where none is named nothing may be private. */
export async function openPageFetch(named: string | undefined, settings: FetchSettings): Promise<FetchPage> {
  const { seconds, resolveName = resolveBySystem } = settings;
  const allowsPrivate = named !== undefined && (await isPrivate(parsePageUrl(named), resolveName));
  const refuse = (address: string, name = address): Error | undefined =>
    allowsPrivate || isPublicAddress(address)
      ? undefined
      : new Error(`${name} leads into a private network (${address}), which a public address may not`);
  const lookup = checkedLookup(refuse, resolveName);
  return async (request) => {
    const signal = AbortSignal.timeout(seconds * 1000);
    try {
      return await follow(request, { refuse, lookup, signal });
    } catch (error) {
      const reason = signal.aborted ? `is not all there after ${seconds} s` : reasonOf(error);
      throw new Error(`${request.url}: ${reason}`, { cause: error });
    }
  };
}
