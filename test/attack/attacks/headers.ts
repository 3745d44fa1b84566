/** Headers: what no answer fits, a thousand wishes, heaps of them; and methods that are not for this place. */
import { bytes, head } from '../send-bytes.js';

const line = 'GET /sparql?query=ASK%7B%7D HTTP/1.1';
const get = (name: string, expected: string, ...headers: readonly string[]) =>
  bytes(`headers: ${name}`, expected, () => [head(line, ...headers)]);
const method = (name: string, expected: string, ...pieces: readonly string[]) =>
  bytes(`methods: ${name}`, expected, () => pieces);
const list = (times: number, write: (n: number) => string): string =>
  Array.from({ length: times }, (_, n) => write(n)).join(', ');

export const headers = [
  get('Accept of what there is not', '406', 'Accept: application/x-nothing'),
  get('Accept of an image', '406', 'Accept: image/png, image/*;q=0.5'),
  get('Accept of nothing at all', '406', 'Accept: */*;q=0'),
  get('Accept of a graph for a truth', '406', 'Accept: text/turtle'),
  get('Accept that is none', '200|400|406', 'Accept: ;;;,,,/;q=/,"'),
  get('Accept of a thousand q-values', '200|406', `Accept: ${list(1000, (n) => `a/b${n};q=0.${n % 1000}`)}`),
  get('Accept of a thousand parameters', '200|406', `Accept: text/csv${list(1000, (n) => `;a${n}="b\\"${n}`)}`),
  get('Accept of quotes that do not close', '200|400|406', `Accept: text/csv;a="${'\\"'.repeat(10_000)}`),
  get('Accept of commas', '200|406', `Accept: ${','.repeat(30_000)}`),
  get('Accept of semicolons', '200|406', `Accept: a/b${';'.repeat(30_000)}`),
  get('Accept-Encoding of a thousand', '200|406', `Accept-Encoding: ${list(1000, (n) => `x${n};q=0.5`)}`),
  get('Accept-Encoding of nothing', '406', 'Accept-Encoding: *;q=0'),
  get('Accept-Language of a thousand', '200', `Accept-Language: ${list(1000, (n) => `x-${n};q=0.5`)}`),
  get('a Range', '200', 'Range: bytes=0-0'),
  get('a thousand Ranges', '200', `Range: bytes=${list(1000, (n) => `${n}-`)}`),
  get('a thousand entity tags', '200', `If-None-Match: ${list(2000, (n) => `"${n}"`)}`),
  get('an entity tag that does not end', '200|400', `If-None-Match: "${'a'.repeat(20_000)}`),
  get('a date that is none', '200', 'If-Modified-Since: the day after'),
  get('a header of 64 kB', '431', `X-Long: ${'a'.repeat(64_000)}`),
  get('a header of a megabyte', '431|reset', `X-Long: ${'a'.repeat(1_000_000)}`),
  get('ten thousand headers', '431', ...Array.from({ length: 10_000 }, (_, n) => `X-${n}: ${n}`)),
  get('two hundred headers', '431', ...Array.from({ length: 200 }, (_, n) => `X-${n}: ${n}`)),
  get('the same header a hundred times', '431|200', ...Array.from({ length: 100 }, () => 'Accept: text/csv')),
  get('a header without a name', '400', ': a'),
  get('a header that is not one', '400', 'a b c'),
  get(
    'headers by which a proxy is told something',
    '200',
    'X-Forwarded-For: 127.0.0.1, ::1',
    'X-Forwarded-Host: elsewhere',
    'X-HTTP-Method-Override: DELETE',
    'X-Original-URL: /graphs',
  ),
  get(
    'an address list of 30,000',
    '200',
    `X-Forwarded-For: ${list(3000, (n) => `10.0.0.${n % 256}`)}`.slice(0, 30_000),
  ),
  get('an expectation that nobody can meet', '417|400|200', 'Expect: the-unexpected'),
  get('cookies', '200', `Cookie: ${'a=b; '.repeat(5000)}`),
  get('a preflight that is none', '200', 'Access-Control-Request-Method: DELETE', 'Origin: null'),
  bytes('headers: 100 Continue, for a body of 100 MB', '413', () => [
    head(
      'POST /sparql HTTP/1.1',
      'Content-Type: application/sparql-query',
      'Expect: 100-continue',
      'Content-Length: 104857600',
    ),
  ]),
  method('HEAD of an answer', '200', head('HEAD /sparql?query=SELECT*%7B%3Fs%3Fp%3Fo%7D HTTP/1.1')),
  method('OPTIONS', '204|200', head('OPTIONS /sparql HTTP/1.1')),
  method('OPTIONS of everything', '204|200', head('OPTIONS * HTTP/1.1')),
  method('TRACE', '405|501', head('TRACE /sparql HTTP/1.1', 'X-Secret: a')),
  method('CONNECT', '405', 'CONNECT elsewhere.example:443 HTTP/1.1\r\nHost: elsewhere.example:443\r\n\r\n'),
  method('DELETE of the endpoint', '405', head('DELETE /sparql HTTP/1.1')),
  method('PUT of the home page', '405', head('PUT / HTTP/1.1', 'Content-Length: 1'), 'a'),
  method('one that there is not', '501|405|400', head('FROBNICATE /sparql HTTP/1.1')),
  method('one in small letters', '400|501|405', head('get /sparql HTTP/1.1')),
  method('one of a thousand letters', '400|501|405', head(`${'A'.repeat(1000)} /sparql HTTP/1.1`)),
  method('PROPFIND', '405|501', head('PROPFIND /sparql HTTP/1.1')),
  method('GET with an update', '400', head('GET /sparql?update=DROP%20ALL HTTP/1.1')),
  method('an update as a query', '400', head('GET /sparql?query=DROP%20ALL HTTP/1.1')),
  method(
    'an update that says to be a query',
    '400',
    head('POST /sparql HTTP/1.1', 'Content-Type: application/sparql-query', 'Content-Length: 8'),
    'DROP ALL',
  ),
  method('two queries', '400', head('GET /sparql?query=ASK%7B%7D&query=ASK%7B%7D HTTP/1.1')),
  method('a thousand queries', '400', head(`GET /sparql?${'query=ASK%7B%7D&'.repeat(1000)} HTTP/1.1`)),
];
