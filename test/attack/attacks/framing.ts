/** Requests whose length is told in two ways, or in none that is right; requests within requests; pipelines. */
import { bytes, head } from '../send-bytes.js';

const ask = 'POST /sparql HTTP/1.1';
const type = 'Content-Type: application/sparql-query';
const hidden = 'GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n';
const raw = (name: string, expected: string, ...pieces: readonly string[]) =>
  bytes(`framing: ${name}`, expected, () => pieces);
const open = (line: string, ...headers: readonly string[]): string =>
  `${[line, 'Host: localhost', ...headers].join('\r\n')}\r\n\r\n`;

export const framing = [
  raw('two lengths that differ', '400', head(ask, type, 'Content-Length: 6', 'Content-Length: 60'), 'ASK {}'),
  raw('two lengths in one', '400', head(ask, type, 'Content-Length: 6, 60'), 'ASK {}'),
  raw('two lengths that are the same', '400|200', head(ask, type, 'Content-Length: 6', 'Content-Length: 6'), 'ASK {}'),
  raw('a length below zero', '400', head(ask, type, 'Content-Length: -1'), 'ASK {}'),
  raw('a length that is no number', '400', head(ask, type, 'Content-Length: 0x6'), 'ASK {}'),
  raw('a length with a sign', '400', head(ask, type, 'Content-Length: +6'), 'ASK {}'),
  raw('a length of twenty digits', '400|413', head(ask, type, 'Content-Length: 99999999999999999999'), 'ASK {}'),
  raw(
    'a length and chunks',
    '400',
    head(ask, type, 'Content-Length: 6', 'Transfer-Encoding: chunked'),
    '0\r\n\r\n',
    hidden,
  ),
  raw(
    'chunks and a length',
    '400',
    head(ask, type, 'Transfer-Encoding: chunked', 'Content-Length: 6'),
    '0\r\n\r\n',
    hidden,
  ),
  raw(
    'chunks, twice',
    '400',
    head(ask, type, 'Transfer-Encoding: chunked', 'Transfer-Encoding: chunked'),
    '6\r\nASK {}\r\n0\r\n\r\n',
  ),
  raw(
    'chunks that are not last',
    '400',
    head(ask, type, 'Transfer-Encoding: chunked, identity'),
    '6\r\nASK {}\r\n0\r\n\r\n',
  ),
  raw('chunks by another name', '400|501', head(ask, type, 'Transfer-Encoding: xchunked'), '6\r\nASK {}\r\n0\r\n\r\n'),
  raw('chunks behind a tab', '400|200', head(ask, type, 'Transfer-Encoding:\tchunked'), '6\r\nASK {}\r\n0\r\n\r\n'),
  raw('a blank before the colon', '400', head(ask, type, 'Transfer-Encoding : chunked'), '6\r\nASK {}\r\n0\r\n\r\n'),
  raw(
    'a header on two lines',
    '400',
    head(ask, type, 'X-A: 1\r\n Transfer-Encoding: chunked'),
    '6\r\nASK {}\r\n0\r\n\r\n',
  ),
  raw(
    'lines that end by LF alone',
    '400',
    `${ask}\nHost: localhost\n${type}\nContent-Length: 6\nConnection: close\n\nASK {}`,
  ),
  raw('a line end in a header', '400', head(ask, type, 'X-A: a\rContent-Length: 6'), 'ASK {}'),
  raw('a NUL in a header', '400', head(ask, type, 'X-A: a\0b', 'Content-Length: 6'), 'ASK {}'),
  raw('a chunk longer than it says', '400', head(ask, type, 'Transfer-Encoding: chunked'), '2\r\nASK {}\r\n0\r\n\r\n'),
  raw(
    'a chunk of a length that is none',
    '400',
    head(ask, type, 'Transfer-Encoding: chunked'),
    '-6\r\nASK {}\r\n0\r\n\r\n',
  ),
  raw(
    'a chunk of more than a number holds',
    '400|413',
    head(ask, type, 'Transfer-Encoding: chunked'),
    'fffffffffffffffff\r\nASK {}\r\n0\r\n\r\n',
  ),
  raw(
    'a chunk with much to say',
    '400|413|431',
    head(ask, type, 'Transfer-Encoding: chunked'),
    `6;${'a'.repeat(100_000)}\r\nASK {}\r\n0\r\n\r\n`,
  ),
  raw(
    'trailers without end',
    '400|413|431',
    head(ask, type, 'Transfer-Encoding: chunked'),
    `6\r\nASK {}\r\n0\r\n${'X-A: b\r\n'.repeat(20_000)}\r\n`,
  ),
  raw('a body shorter than it says', '408|400', head(ask, type, 'Content-Length: 60'), 'ASK {}'),
  raw(
    'a body longer than it says',
    '200 400|200',
    open(ask, type, 'Content-Length: 6'),
    'ASK {}ASK {}ASK {} HTTP/1.1\r\n\r\n',
  ),
  raw(
    'a request in the body of another',
    '400',
    head('GET /sparql?query=ASK%7B%7D HTTP/1.1', 'Content-Length: 5', 'Transfer-Encoding: chunked'),
    '0\r\n\r\n',
    hidden,
  ),
  raw('a request behind another that closes', '200', head(ask, type, 'Content-Length: 6'), 'ASK {}', hidden),
  raw('90 requests at once', '91 × 200', open('GET /healthz HTTP/1.1').repeat(90), hidden),
  raw(
    '90 queries at once',
    '91 × 200|91 × 200 or 503',
    open('GET /sparql?query=ASK%7B%7D HTTP/1.1').repeat(90),
    hidden,
  ),
  raw('ten thousand requests at once', 'closed|reset|200', open('GET /healthz HTTP/1.1').repeat(10_000), hidden),
  raw(
    'a thousand expensive queries at once',
    'closed|reset',
    open(`GET /sparql?query=${encodeURIComponent('SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f }')} HTTP/1.1`).repeat(
      1000,
    ),
  ),
  raw('no host', '400', 'GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n'),
  raw('two hosts', '400', head('GET /healthz HTTP/1.1', 'Host: elsewhere')),
  raw('a host that is none', '400', 'GET /healthz HTTP/1.1\r\nHost: a b<script>\r\nConnection: close\r\n\r\n'),
  raw('a host of another', '200|421', 'GET /healthz HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n'),
  raw('an empty host', '200|400', 'GET /healthz HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n'),
  raw('HTTP/0.9', '505', 'GET /healthz\r\n\r\n'),
  raw('HTTP/1.0', '200', 'GET /healthz HTTP/1.0\r\n\r\n'),
  raw('HTTP/2 without being asked', '400|505', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
  raw('HTTP/9.9', '400|505', head('GET /healthz HTTP/9.9')),
  raw('TLS', '400', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'),
  raw(
    'the request of an upgrade',
    '200',
    head('GET /healthz HTTP/1.1', 'Upgrade: websocket, h2c', 'Sec-WebSocket-Version: 13'),
  ),
  raw('the target of a proxy', '200|400|421', head('GET http://elsewhere.example/healthz HTTP/1.1')),
  raw('a target without a slash', '400', head('GET healthz HTTP/1.1')),
  raw('a target with a fragment', '400', head('GET /healthz#a HTTP/1.1')),
  raw('a target of 60,000 letters', '414', head(`GET /${'a'.repeat(60_000)} HTTP/1.1`)),
  raw('a target of 30,000 letters', '414', head(`GET /${'a'.repeat(30_000)} HTTP/1.1`)),
  raw('a target of a megabyte', '414|reset', `GET /${'a'.repeat(1_000_000)} HTTP/1.1\r\n\r\n`),
  raw('nothing but line ends', 'closed|400|408', '\r\n'.repeat(50_000)),
  raw(
    'random bytes',
    '400',
    String.fromCharCode(...Array.from({ length: 5000 }, (_, n) => (n * n * 31 + (n >> 3)) & 255)),
  ),
];
