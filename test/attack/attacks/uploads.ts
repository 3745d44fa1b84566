/** Uploads, by who bears the token, that a parser would choke on: refused, and nothing is changed. */
import { ask } from '../../server/http-client.js';
import type { Attack } from '../attack.js';
import { endOf } from '../send-query.js';

const types = {
  turtle: 'text/turtle',
  trig: 'application/trig',
  ntriples: 'application/n-triples',
  jsonld: 'application/ld+json',
  rdfxml: 'application/rdf+xml',
} as const;

function upload(
  name: string,
  statuses: string,
  format: keyof typeof types,
  body: (elsewhere: string) => string,
): Attack {
  const expected = statuses.split(' ');
  return {
    name: `an upload: ${name}`,
    expected,
    mayWrite: true,
    run: ({ origin, token, elsewhere }) =>
      endOf(
        ask(origin, {
          method: 'PUT',
          path: '/graphs?graph=urn:attack',
          headers: { 'Content-Type': types[format], Authorization: `Bearer ${token}` },
          body: body(elsewhere),
        }),
        expected,
      ),
  };
}

const nest = (times: number, open: string, middle: string, close: string): string =>
  open.repeat(times) + middle + close.repeat(times);

const xml = (body: string, doctype = ''): string =>
  `<?xml version="1.0"?>${doctype}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/">${body}</rdf:RDF>`;

const entities = Array.from({ length: 12 }, (_, n) =>
  n === 0 ? '<!ENTITY a0 "aaaaaaaaaa">' : `<!ENTITY a${n} "${`&a${n - 1};`.repeat(10)}">`,
).join('');

export const uploads = [
  upload('JSON-LD, five thousand levels deep', '400', 'jsonld', () => nest(5000, '{"http://e/p":', '1', '}')),
  upload('JSON-LD, lists in lists', '400', 'jsonld', () => `{"http://e/p":${nest(5000, '{"@list":[', '1', ']}')}}`),
  upload('JSON, a hundred thousand brackets', '400', 'jsonld', () => '['.repeat(100_000)),
  upload('JSON-LD, ninety levels deep', '200 201 204 400', 'jsonld', () => nest(90, '{"http://e/p":', '1', '}')),
  upload(
    'JSON-LD with a context from elsewhere',
    '400',
    'jsonld',
    (e) => `{"@context": "${e}/context.jsonld", "p": 1}`,
  ),
  upload(
    'JSON-LD that imports a context',
    '400',
    'jsonld',
    (e) => `{"@context": {"@import": "${e}/context.jsonld"}, "p": 1}`,
  ),
  upload(
    'JSON-LD with a context from elsewhere, within a term',
    '400',
    'jsonld',
    (e) => `{"@context": {"p": {"@id": "http://e/p", "@context": "${e}/c"}}, "p": {"q": 1}}`,
  ),
  upload('JSON-LD with a context from a file', '400', 'jsonld', () => '{"@context": "file:///etc/passwd", "p": 1}'),
  upload(
    'JSON-LD whose terms go in circles',
    '400',
    'jsonld',
    () => '{"@context": {"a": "b:x", "b": "c:x", "c": "a:x"}, "a": 1}',
  ),
  upload(
    'JSON-LD with contexts in contexts',
    '200 201 204 400 503',
    'jsonld',
    () =>
      `{"@context": [${Array.from({ length: 20_000 }, (_, n) => `{"t${n}": "http://e/${n}"}`).join(',')}], "t1": 1}`,
  ),
  upload(
    'JSON-LD by that name',
    '200 201 204 400',
    'jsonld',
    () => '{"__proto__": {"a": 1}, "constructor": {"prototype": 1}, "http://e/p": {"__proto__": 2}}',
  ),
  upload(
    'JSON-LD, fifty thousand numbers beyond all bounds',
    '200 201 204 400 503',
    'jsonld',
    () => `{"http://e/p": [${'1e400,'.repeat(50_000)}1]}`,
  ),
  upload('RDF/XML, thirty thousand levels deep', '400', 'rdfxml', () =>
    xml(nest(15_000, '<e:T><e:p>', '', '</e:p></e:T>')),
  ),
  upload('RDF/XML that does not close', '400', 'rdfxml', () => xml('<e:T>'.repeat(50_000))),
  upload('RDF/XML with entities of entities', '201 204 400', 'rdfxml', () =>
    xml('<rdf:Description e:p="&a11;"/>', `<!DOCTYPE r [${entities}]>`),
  ),
  upload('RDF/XML with an entity used a million times', '200 201 204 400 503', 'rdfxml', () =>
    xml(
      `<rdf:Description><e:p>${'&a;'.repeat(1_000_000)}</e:p></rdf:Description>`,
      `<!DOCTYPE r [<!ENTITY a "${'a'.repeat(1000)}">]>`,
    ),
  ),
  upload('RDF/XML with an entity from a file', '200 201 204 400', 'rdfxml', () =>
    xml('<rdf:Description><e:p>&a;</e:p></rdf:Description>', '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
  ),
  upload('RDF/XML with an entity from elsewhere', '200 201 204 400', 'rdfxml', (e) =>
    xml(
      '<rdf:Description><e:p>&a;</e:p></rdf:Description>',
      `<!DOCTYPE r [<!ENTITY a SYSTEM "${e}/x"><!ENTITY % b SYSTEM "${e}/y"> %b;]>`,
    ),
  ),
  upload('RDF/XML with a definition from elsewhere', '200 201 204 400', 'rdfxml', (e) =>
    xml('', `<!DOCTYPE r SYSTEM "${e}/x.dtd">`),
  ),
  upload('RDF/XML with a hundred thousand attributes', '200 201 204 400 503', 'rdfxml', () =>
    xml(`<rdf:Description ${Array.from({ length: 100_000 }, (_, n) => `e:p${n}="1"`).join(' ')}/>`),
  ),
  upload('RDF/XML with thirty thousand namespaces', '200 201 204 400 503', 'rdfxml', () =>
    xml(`<rdf:Description ${Array.from({ length: 30_000 }, (_, n) => `xmlns:n${n}="http://e/${n}/"`).join(' ')}/>`),
  ),
  upload('RDF/XML with a comment that does not end', '400', 'rdfxml', () => xml(`<!-- ${'-'.repeat(500_000)}`)),
  upload('RDF/XML, an attribute that does not end', '400', 'rdfxml', () => xml(`<e:T e:p="${'a'.repeat(2_000_000)}`)),
  upload(
    'Turtle, blank nodes in blank nodes',
    '400',
    'turtle',
    () => `<urn:s> <urn:p> ${nest(30_000, '[ <urn:p> ', '1', ' ]')} .`,
  ),
  upload('Turtle, lists in lists', '400', 'turtle', () => `<urn:s> <urn:p> ${nest(30_000, '( ', '1', ' )')} .`),
  upload(
    'Turtle, triples in triples',
    '400',
    'turtle',
    () => `<urn:s> <urn:p> ${nest(20_000, '<<( <urn:s> <urn:p> ', '1', ' )>>')} .`,
  ),
  upload('Turtle, brackets that do not close', '400', 'turtle', () => '['.repeat(1_000_000)),
  upload('Turtle, an IRI that does not end', '400', 'turtle', () => `<urn:${'a'.repeat(5_000_000)}`),
  upload('Turtle, a million IRIs that begin', '400', 'turtle', () => '<'.repeat(1_000_000)),
  upload('Turtle, a string that does not end', '400', 'turtle', () => `<urn:s> <urn:p> "${'a'.repeat(5_000_000)}`),
  upload('Turtle, a long string of quotes', '400', 'turtle', () => `<urn:s> <urn:p> """${'"" '.repeat(1_000_000)}`),
  upload('Turtle, a word of five million letters', '400', 'turtle', () => 'a'.repeat(5_000_000)),
  upload(
    'Turtle, a number of a million digits',
    '200 201 204 400 503',
    'turtle',
    () => `<urn:s> <urn:p> ${'9'.repeat(1_000_000)} .`,
  ),
  upload('Turtle, a comment of five million letters', '201 204', 'turtle', () => `# ${'a'.repeat(5_000_000)}`),
  upload('Turtle, a hundred thousand prefixes', '200 201 204 400 503', 'turtle', () =>
    Array.from({ length: 100_000 }, (_, n) => `@prefix p${n}: <http://e/${n}/> .`).join('\n'),
  ),
  upload(
    'Turtle, a list of two hundred thousand',
    '200 201 204 400 503',
    'turtle',
    () => `<urn:s> <urn:p> ( ${'1 '.repeat(200_000)}) .`,
  ),
  upload(
    'Turtle, an error behind 300,000 triples',
    '400 503',
    'turtle',
    () => `${Array.from({ length: 300_000 }, (_, n) => `<urn:s${n}> <urn:p> ${n} .`).join('\n')}\n<urn:s> <urn:p> .`,
  ),
  upload('Turtle, a million triples', '200 201 204 503', 'turtle', () =>
    Array.from({ length: 1_000_000 }, (_, n) => `<urn:s${n}> <urn:p> ${n} .`).join('\n'),
  ),
  upload(
    'N-Triples, a line of ten million letters',
    '201 204 400 503',
    'ntriples',
    () => `<urn:s> <urn:p> "${'a'.repeat(10_000_000)}" .`,
  ),
  upload('N-Triples, half of a pair of surrogates', '400', 'ntriples', () => '<urn:s> <urn:p> "\\uD800" .'),
  upload('N-Triples, an IRI with a bracket in escapes', '400', 'ntriples', () => '<urn:s\\u003E> <urn:p> "a" .'),
  upload('TriG, graphs of others', '400', 'trig', () => '<urn:g> { <urn:s> <urn:p> 1 } <urn:h> { <urn:s> <urn:p> 2 }'),
  upload('N-Triples of nothing but zeros', '400', 'ntriples', () => '\0'.repeat(1_000_000)),
];
