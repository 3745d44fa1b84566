/** Requests as bytes to every kind of door, to be spoilt; all that write bear the token. */
import type { Language } from '../../spoil.js';

export const writeToken = 'fuzzed-token-0123456789';

const request = (line: string, headers: readonly string[] = [], body = ''): string =>
  [
    `${line} HTTP/1.1`,
    'Host: localhost',
    'Connection: close',
    ...headers,
    ...(body === '' ? [] : [`Content-Length: ${Buffer.byteLength(body)}`]),
    '',
    body,
  ].join('\r\n');

const places = [
  '/',
  '/?place=country/SWE&from=1990&to=1999&agency=iom&lang=fr',
  '/search?q=refugees',
  '/healthz',
  '/readyz',
  '/metrics',
  '/catalog',
  '/catalog.ttl?profile=dcat-ap',
  '/catalog?profile=dcat&format=rdfxml',
  '/datasets?agency=x&from=1990&sort=-last',
  '/datasets.csv?country=KEN',
  '/dataset/quay-register',
  '/dataset/quay-register.bib',
  '/agency/quay.jsonld',
  '/coverage.csv?show=agency-period&rows=gaps',
  '/timeline.csv?order=last',
  '/map.csv?from=1990',
  '/graph-view?iri=dataset/quay-register',
  '/dump/index.json',
  '/dump/graph.nq.gz',
  '/harvest',
  '/profiles',
  '/oai?verb=ListRecords&metadataPrefix=oai_dc',
  '/oai?verb=Identify',
  '/feed',
  '/ldes',
  '/sitemap.xml',
  '/about?iri=http://e/a',
  '/ontology',
  '/note/x.txt',
  '/questions',
  '/openapi.json',
  '/review',
  '/query?query=ASK%7B%7D',
  '/.well-known/void',
  '/void',
  '/ui/style.css',
  '/linkset',
  '/graphs?default',
  '/graphs?graph=http://e/g',
  '/sparql',
  '/sparql?query=SELECT%20*%20%7B%3Fs%20%3Fp%20%3Fo%7D%20LIMIT%202',
];
const accepts = [
  'text/html',
  'application/json',
  'text/turtle;q=0.5, */*;q=0.1',
  'application/ld+json;profile="http://www.w3.org/ns/json-ld#framed"',
  'text/csv',
  'image/png',
];
const bearer = `Authorization: Bearer ${writeToken}`;
const query = 'Content-Type: application/sparql-query';
const form = 'Content-Type: application/x-www-form-urlencoded';
const multipart =
  '--b\r\nContent-Disposition: form-data; name="f"; filename="g.ttl"\r\nContent-Type: text/turtle\r\n\r\n<http://e/s> <http://e/p> 1 .\r\n--b--\r\n';

const samples = [
  ...places.map((place, n) => request(`GET ${place}`, [`Accept: ${accepts[n % accepts.length]}`])),
  ...places.slice(0, 12).map((place) => request(`HEAD ${place}`)),
  request('OPTIONS /sparql', ['Origin: http://e', 'Access-Control-Request-Method: POST']),
  request('GET /catalog', [
    'If-None-Match: "x", W/"y"',
    'If-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT',
    'Accept-Encoding: gzip, br;q=0.5',
  ]),
  request('GET /dump/graph.nq.gz', ['Range: bytes=0-9,20-', 'If-Range: "x"']),
  request('GET /', [
    'Accept-Language: fr;q=0.9, es',
    'Cookie: language=es; a=b',
    'X-Request-Id: abc',
    'X-Forwarded-For: 1.2.3.4',
    'Forwarded: for=_x;proto=https',
  ]),
  request('POST /sparql', [query, 'Accept: text/csv'], 'ASK {}'),
  request('QUERY /sparql', [`${query}; version=1.2`], 'SELECT (1 AS ?x) {}'),
  request('POST /sparql', [form], 'query=ASK%7B%7D&format=json&default-graph-uri=http%3A%2F%2Fe%2Fg'),
  request(
    'POST /sparql',
    [bearer, 'Content-Type: application/sparql-update'],
    'INSERT DATA { <http://e/f> <http://e/p> 1 }',
  ),
  request(
    'PUT /graphs?graph=http://e/fuzzed',
    [bearer, 'Content-Type: text/turtle'],
    '<http://e/s> <http://e/p> "x"@en .',
  ),
  request('POST /graphs?default', [bearer, 'Content-Type: multipart/form-data; boundary=b'], multipart),
  request(
    'PATCH /graphs?graph=http://e/fuzzed',
    [bearer, 'Content-Type: application/sparql-update'],
    'DELETE WHERE { ?s ?p ?o }',
  ),
  request('DELETE /graphs?graph=http://e/fuzzed', [bearer, 'If-Match: *']),
  request(
    'POST /validate?profile=dcat-ap',
    ['Content-Type: text/turtle', 'Accept: application/json'],
    '<http://e/c> a <http://www.w3.org/ns/dcat#Catalog> .',
  ),
  request('POST /sparql', [query, 'Transfer-Encoding: chunked', 'Expect: 100-continue']).concat(
    '6;x=y\r\nASK {}\r\n0\r\nTrailer: 1\r\n\r\n',
  ),
  'GET /healthz HTTP/1.1\r\nHost: a\r\n\r\nGET /readyz HTTP/1.1\r\nHost: a\r\n\r\nGET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
  'GET / HTTP/1.0\r\n\r\n',
];

export const requestLanguage: Language = {
  samples,
  tokens: /\r\n|HTTP\/1\.\d|[\w-]+(?=:)|%[\da-fA-F]{2}|[\w.-]+|\s+|[\s\S]/g,
  more: [
    'HTTP/2.0',
    'HTTP/1.2',
    'CONNECT',
    'TRACE',
    'PRI * HTTP/2.0',
    '%00',
    '%ff',
    '%2e%2e',
    '../',
    '//',
    '\\',
    '*',
    'http://e/',
    '\t',
    '\0',
    'Host',
    'Transfer-Encoding',
    'Content-Encoding',
    'gzip',
    'identity',
    'Upgrade',
    'h2c',
    'websocket',
    '__proto__',
    'constructor',
    '[',
    ']',
    'é',
    '\u{1f600}',
    '\r',
    '\n',
  ],
  kinds: [
    /^(?:GET|HEAD|POST|PUT|DELETE|PATCH|QUERY|OPTIONS)$/,
    /^[A-Z][\w-]+$/,
    /^[a-z][\w.-]*$/,
    /^\d+$/,
    /^[/?&=;,:]$/,
    /^%/,
  ],
  brackets: [
    ['%5B', '%5D'],
    ['(', ')'],
    ['X-A: b\r\n', ''],
  ],
};
