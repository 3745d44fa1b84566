/** Data sent to the validator, and files asked for in odd pieces: whatever they are made of, they harm their own process alone. */
import { ask } from '../../server/http-client.js';
import type { Attack } from '../attack.js';
import { endOf } from '../send-query.js';

/** A process of its own does it, as with large writes, and with as much memory. */
function validation(name: string, statuses: string, type: string, body: (elsewhere: string) => string): Attack {
  const expected = statuses.split(' ');
  return {
    name: `a validation: ${name}`,
    expected,
    mayWrite: true,
    run: ({ origin, elsewhere }) =>
      endOf(
        ask(origin, { method: 'POST', path: '/validate', headers: { 'Content-Type': type }, body: body(elsewhere) }),
        expected,
      ),
  };
}

function ranges(name: string, statuses: string, range: string): Attack {
  const expected = statuses.split(' ');
  return {
    name: `a dump: ${name}`,
    expected,
    mayWrite: true,
    run: ({ origin }) =>
      endOf(ask(origin, { method: 'GET', path: '/dump/graph.nq', headers: { Range: range } }), expected),
  };
}

const [turtle, jsonld, rdfxml] = ['text/turtle', 'application/ld+json', 'application/rdf+xml'];
const dcat = 'http://www.w3.org/ns/dcat#';
const repeat = (times: number, write: (n: number) => string): string =>
  Array.from({ length: times }, (_, n) => write(n)).join('');

export const validations = [
  validation('every dataset at fault', '200 503', turtle, () =>
    repeat(50_000, (n) => `<e:${n}> a <${dcat}Dataset> .\n`),
  ),
  validation('one dataset, sixty thousand values', '200 503', turtle, () =>
    repeat(60_000, (n) => `<e:d> a <${dcat}Dataset> ; <http://purl.org/dc/terms/spatial> <e:${n}> .\n`),
  ),
  validation(
    'classes that are below each other',
    '200 503',
    turtle,
    () =>
      `<e:d> a <${dcat}Dataset> ; <http://purl.org/dc/terms/publisher> <e:p> . <e:p> a <e:0> .\n${repeat(20_000, (n) => `<e:${n}> <http://www.w3.org/2000/01/rdf-schema#subClassOf> <e:${(n + 1) % 20_000}> .\n`)}`,
  ),
  validation(
    'JSON-LD, five thousand levels deep',
    '400',
    jsonld,
    () => `${'{"e:p":'.repeat(5000)}1${'}'.repeat(5000)}`,
  ),
  validation(
    'JSON-LD with a context from elsewhere',
    '400',
    jsonld,
    (e) => `{"@context": "${e}/context.jsonld", "p": 1}`,
  ),
  validation(
    'RDF/XML with a file in an entity',
    '200 400',
    rdfxml,
    () =>
      '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="e:"><rdf:Description><e:p>&x;</e:p></rdf:Description></rdf:RDF>',
  ),
  ranges('a thousand ranges at once', '200 206 416', `bytes=${repeat(1000, (n) => `${n}-${n},`)}0-`),
  ranges('a range that ends before it begins', '200 206 416', 'bytes=9-3'),
  ranges('a range of numbers that are none', '200 206 416', 'bytes=99999999999999999999999-1e9'),
];
