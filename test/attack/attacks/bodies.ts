/** Bodies that are too long, too slow, or not what they seem. */
import { setTimeout as wait } from 'node:timers/promises';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Target } from '../attack.js';
import { bytes, head } from '../send-bytes.js';

const post = 'POST /sparql HTTP/1.1';
const put = 'PUT /graphs?graph=urn:attack HTTP/1.1';
const sparql = 'Content-Type: application/sparql-query';
const bearer = ({ token }: Target): string => `Authorization: Bearer ${token}`;

function* pieces(size: number, count: number): Generator<Uint8Array> {
  const piece = Buffer.alloc(size, ' ');
  for (let n = 0; n < count; n += 1) yield piece;
}

const chunk = (body: Uint8Array): Uint8Array[] => [
  Buffer.from(`${body.length.toString(16)}\r\n`),
  body,
  Buffer.from('\r\n'),
];

function* chunked(start: string, body: Iterable<Uint8Array>): Generator<string | Uint8Array> {
  yield start;
  for (const piece of body) yield* chunk(piece);
  yield '0\r\n\r\n';
}

function* whole(start: (length: number) => string, body: Uint8Array): Generator<string | Uint8Array> {
  yield start(body.length);
  yield body;
}

async function* dripping(pieces: readonly string[], pause: number): AsyncGenerator<string> {
  for (const piece of pieces) {
    yield piece;
    await wait(pause);
  }
}

const megabyte = 2 ** 20;
/** 256 MB of blanks in a quarter of a megabyte, and in less than a kilobyte. */
const zipped = (): Buffer => gzipSync(Buffer.alloc(256 * megabyte, ' '), { level: 9 });
const brotli = (): Buffer =>
  brotliCompressSync(Buffer.alloc(256 * megabyte, ' '), { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });

const coded =
  (line: string, coding: string, body: () => Buffer, type = sparql) =>
  (target: Target): Iterable<string | Uint8Array> =>
    whole(
      (length) => head(line, type, bearer(target), `Content-Encoding: ${coding}`, `Content-Length: ${length}`),
      body(),
    );

const turtle = 'Content-Type: text/turtle';

export const bodies = [
  bytes('a body: of a megabyte', '400', () =>
    whole((length) => head(post, sparql, `Content-Length: ${length}`), Buffer.alloc(megabyte, ' ')),
  ),
  bytes('a body: of 100 MB, announced', '413|reset', function* () {
    yield head(post, sparql, `Content-Length: ${100 * megabyte}`);
    yield* pieces(megabyte, 100);
  }),
  bytes('a body: of 100 MB, not announced', '413|reset', () =>
    chunked(head(post, sparql, 'Transfer-Encoding: chunked'), pieces(megabyte, 100)),
  ),
  bytes('a body: of 100 MB in small chunks', '413|reset', () =>
    chunked(head(post, sparql, 'Transfer-Encoding: chunked'), pieces(1000, 100_000)),
  ),
  bytes('a body: a form of 100 MB', '413|reset', () =>
    chunked(
      head(post, 'Content-Type: application/x-www-form-urlencoded', 'Transfer-Encoding: chunked'),
      pieces(megabyte, 100),
    ),
  ),
  bytes('a body: a form of half a million fields', '400', () =>
    whole(
      (length) => head(post, 'Content-Type: application/x-www-form-urlencoded', `Content-Length: ${length}`),
      Buffer.from('a&'.repeat(megabyte / 2)),
    ),
  ),
  bytes('a body: of 100 MB where none is expected', '400|413|415|200|reset', function* () {
    yield head('GET /healthz HTTP/1.1', `Content-Length: ${100 * megabyte}`);
    yield* pieces(megabyte, 100);
  }),
  bytes('a body: an upload of 100 MB', '413|reset', function* (target) {
    yield head(put, turtle, bearer(target), `Content-Length: ${100 * megabyte}`);
    yield* pieces(megabyte, 100);
  }),
  bytes('a body: an upload of 100 MB, not announced', '413|reset', (target) =>
    chunked(head(put, turtle, bearer(target), 'Transfer-Encoding: chunked'), pieces(megabyte, 100)),
  ),
  bytes('a body: an upload of 100 MB without the token', '401|reset', function* () {
    yield head(put, turtle, `Content-Length: ${100 * megabyte}`);
    yield* pieces(megabyte, 100);
  }),
  bytes('a bomb: gzip', '413', coded(post, 'gzip', zipped)),
  bytes('a bomb: br', '413', coded(post, 'br', brotli)),
  bytes('a bomb: deflate that is gzip', '400|413', coded(post, 'deflate', zipped)),
  bytes(
    'a bomb: gzip in gzip',
    '415',
    coded(post, 'gzip, gzip', () => gzipSync(zipped())),
  ),
  bytes('a bomb: gzip, uploaded', '413', coded(put, 'gzip', zipped, turtle)),
  bytes('a bomb: br, uploaded', '413', coded(put, 'br', brotli, turtle)),
  bytes(
    'a bomb: gzip that is cut off',
    '400|413',
    coded(post, 'gzip', () => zipped().subarray(0, 1000)),
  ),
  bytes(
    'a bomb: gzip that is none',
    '400',
    coded(post, 'gzip', () => Buffer.from('ASK {}')),
  ),
  bytes(
    'a bomb: an unknown coding',
    '415',
    coded(post, 'zstd', () => Buffer.from('ASK {}')),
  ),
  bytes('slow: a body a byte at a time', '408', () =>
    dripping([head(post, sparql, 'Transfer-Encoding: chunked'), ...Array<string>(400).fill('1\r\n \r\n')], 100),
  ),
  bytes('slow: a body that does not come', '408', () => [head(post, sparql, 'Content-Length: 100')]),
  bytes('slow: headers a byte at a time', '408', () =>
    dripping([...`GET /sparql HTTP/1.1\r\nHost: localhost\r\nX-Slow: ${'a'.repeat(1000)}`], 100),
  ),
  bytes('slow: headers without end', '408|431', () =>
    dripping(['GET / HTTP/1.1\r\nHost: a\r\n', ...Array.from({ length: 400 }, (_, n) => `X-${n}: 1\r\n`)], 100),
  ),
  bytes('slow: a first line that does not come', 'closed|408', () => []),
  bytes('slow: an upload a byte at a time', '408', (target) =>
    dripping([head(put, turtle, bearer(target), 'Content-Length: 4000'), ...Array<string>(400).fill(' ')], 100),
  ),
];
