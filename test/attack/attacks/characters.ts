/** Names that mean something to JavaScript, and bytes that are no text. */
import { ask } from '../../server/http-client.js';
import type { Attack } from '../attack.js';
import { endOf, post, query } from '../send-query.js';

const names = ['__proto__', 'constructor', 'hasOwnProperty', 'toString', '__defineGetter__', 'then', 'length'];

const named = (name: string, expected: string, text: string): Attack => query(`names: ${name}`, expected, text);

const sent = (name: string, statuses: string, body: string | Uint8Array): Attack => {
  const expected = statuses.split(' ');
  return { name: `bytes: ${name}`, expected, run: (target) => endOf(post(target, body), expected) };
};

const got = (name: string, statuses: string, path: string, headers: Record<string, string> = {}): Attack => {
  const expected = statuses.split(' ');
  return {
    name: `characters: ${name}`,
    expected,
    run: ({ origin }) => endOf(ask(origin, { path, headers }), expected),
  };
};

const around = (...inner: number[]): Uint8Array =>
  Buffer.concat([Buffer.from('ASK { ?s ?p "'), Buffer.from(inner), Buffer.from('" }')]);

export const characters = [
  named(
    'variables',
    '200',
    `SELECT ${names.map((n) => `?${n}`).join(' ')} { VALUES (${names.map((n) => `?${n}`).join(' ')}) { (${names.map(() => '1').join(' ')}) } }`,
  ),
  named(
    'variables that are grouped',
    '200',
    'SELECT ?__proto__ (COUNT(?constructor) AS ?toString) { ?__proto__ <http://e/link> ?constructor } GROUP BY ?__proto__ LIMIT 2',
  ),
  named(
    'prefixes',
    '200',
    'PREFIX constructor: <http://e/> PREFIX toString: <http://e/> ASK { constructor:p1 toString:age ?o }',
  ),
  named('functions', '400', 'ASK { FILTER(constructor(1)) }'),
  named('functions by their names', '400', 'SELECT (<__proto__>(1) AS ?x) (<constructor>("process.exit()") AS ?y) {}'),
  named('texts', '200', 'SELECT ("__proto__" AS ?x) ("{\\"__proto__\\": {\\"polluted\\": 1}}" AS ?y) {}'),
  named(
    'language tags',
    '200 400',
    'SELECT ("a"@constructor AS ?x) (LANGMATCHES("toString", "hasOwnProperty") AS ?y) {}',
  ),
  named('blank nodes', '200', 'ASK { _:__proto__ ?p _:constructor }'),
  got('a format by that name', '406', '/sparql?query=ASK%7B%7D&format=__proto__'),
  got('a format that is a method', '406', '/sparql?query=ASK%7B%7D&format=constructor'),
  got('a parameter by that name', '200', '/sparql?query=ASK%7B%7D&__proto__=1&constructor[prototype][x]=1'),
  got('a parameter with brackets', '400', '/sparql?query[__proto__]=ASK%7B%7D'),
  got('a media type by that name', '406', '/sparql?query=ASK%7B%7D', { Accept: '__proto__/constructor' }),
  got('a profile by that name', '200 400 404 406', '/catalog?profile=__proto__'),
  got('a coding by that name', '200 406', '/sparql?query=ASK%7B%7D', {
    'Accept-Encoding': '__proto__, constructor;q=1',
  }),
  got('a thing by that name', '404', '/__proto__'),
  got('a graph by that name', '400 404', '/graphs/__proto__'),
  got('a graph whose name is none', '400', '/graphs?graph=__proto__'),
  got('percent signs that encode no UTF-8', '400', '/sparql?query=ASK%7B%7D%FF%FE'),
  got('percent signs that encode overlong UTF-8', '400', '/sparql?query=ASK%7B%7D%C0%BC'),
  got('percent signs that encode half a surrogate pair', '400', '/sparql?query=ASK%7B%7D%ED%A0%80'),
  got('percent signs alone', '400', '/sparql?query=%%%%%%%'),
  got('a path of percent signs', '400 404', '/%ff%fe%c0%bc'),
  got('a NUL in the query', '400', '/sparql?query=ASK%7B%00%7D'),
  got('a path with a line end in escapes', '404', '/country/%0d%0aSet-Cookie:%20a=b'),
  got('a callback for scripts', '200', '/sparql?query=ASK%7B%7D&callback=alert(1)&jsonp=x'),
  sent('that are no UTF-8', '400', around(0xff, 0xfe)),
  sent('overlong UTF-8', '400', around(0xc0, 0xbc)),
  sent('overlong UTF-8 of three', '400', around(0xe0, 0x80, 0xaf)),
  sent('half a surrogate pair', '400', around(0xed, 0xa0, 0x80)),
  sent('beyond Unicode', '400', around(0xf4, 0x90, 0x80, 0x80)),
  sent('cut off within a character', '400', Buffer.from('ASK {} # é').subarray(0, -1)),
  sent('a NUL', '200 400', around(0)),
  sent('a NUL outside of a string', '400', Buffer.from('ASK {\0}')),
  sent('a byte order mark', '200', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('ASK {}')])),
  sent(
    'two byte order marks',
    '400',
    Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf]), Buffer.from('ASK {}')]),
  ),
  sent('UTF-16', '400', Buffer.from('\ufeffASK {}', 'utf16le')),
  sent('an escape of half a surrogate pair', '400', 'SELECT ("\\uD800" AS ?x) {}'),
  sent('escapes of a surrogate pair', '200 400', 'SELECT ("\\uD83D\\uDE00" AS ?x) {}'),
  sent('an escape beyond Unicode', '400', 'SELECT ("\\U00110000" AS ?x) {}'),
  sent('an escape of a NUL', '200 400', 'SELECT ("\\u0000" AS ?x) {}'),
  sent('a space in an IRI, by an escape', '400', 'ASK { <http://e/a\\u0020b> ?p ?o }'),
  sent('the end of an IRI, by an escape', '400', 'ASK { <http://e/a\\u003E> ?p ?o }'),
  sent('letters that turn round', '200 400', 'ASK { ?s ?p "\u202e\u2066" }'),
  sent('a letter with ten thousand marks', '200 400', `ASK { ?s ?p "a${'\u0301'.repeat(10_000)}" }`),
  sent('nothing', '400', ''),
  sent('zeros', '400', new Uint8Array(50_000)),
  sent(
    'random bytes',
    '400',
    Uint8Array.from({ length: 50_000 }, (_, n) => (n * n * 31 + (n >> 3)) & 255),
  ),
];
