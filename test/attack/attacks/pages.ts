/** Pages for people, which the server makes itself: of long answers, of things that everything leads to. */
import { ask } from '../../server/http-client.js';
import type { Attack } from '../attack.js';
import { endOf } from '../send-query.js';

const browser = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

const page = (name: string, statuses: string, path: string): Attack => ({
  name: `a page: ${name}`,
  expected: statuses.split(' '),
  run: ({ origin }) => endOf(ask(origin, { path, headers: browser }), statuses.split(' ')),
});

const asking = (query: string): string => `/sparql?query=${encodeURIComponent(query)}`;
const copies = (count: number): string => `VALUES ?copy { ${Array.from({ length: count }, (_, n) => n).join(' ')} }`;

/** The attacked server answers for things by these paths. */
export const pages = [
  page('of 15 MB of rows', '200 400 503', asking(`SELECT * { ?s ?p ?o ${copies(3)} }`)),
  page('of 60 MB of rows', '400 503', asking(`SELECT * { ?s ?p ?o ${copies(12)} }`)),
  page('of a graph of 2 MB', '400 503', asking('CONSTRUCT { ?s ?p ?o . ?s <urn:a> ?o . ?s <urn:b> ?o } { ?s ?p ?o }')),
  page(
    'of rows of long texts',
    '200 400 503',
    asking(
      `SELECT ?y { ?s <http://e/link> ?o BIND("${'<&>'.repeat(1000)}" AS ?x) BIND(CONCAT(?x, ?x, ?x, ?x) AS ?y) }`,
    ),
  ),
  page(
    'of 500 columns',
    '200 400 503',
    asking(`SELECT ${Array.from({ length: 500 }, (_, n) => `(1 AS ?v${n})`).join(' ')} { ?s <http://e/link> ?o }`),
  ),
  page('of a query that is refused', '400', asking(`ASK { ${'<script>'.repeat(1000)} }`)),
  page('of a thing that much is said of', '200 503', '/hub'),
  page('of a thing that everything leads to', '404', '/Person'),
  page('of a thing that there is not', '404', `/${'a'.repeat(10_000)}`),
];
