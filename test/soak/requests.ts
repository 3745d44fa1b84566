/** What the well-behaved clients of a soak ask for: pages, exports, queries cheap and heavy, questions, and writes. */
import type { Random } from '../random.js';

export interface Wanted {
  readonly kind: string;
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Paths of things that the graph has, and the token that lets write. */
export interface Ground {
  readonly things: readonly string[];
  readonly countries: readonly string[];
  readonly token: string;
}

type Make = (random: Random, ground: Ground) => Omit<Wanted, 'kind'>;

const formats = ['application/sparql-results+json', 'application/sparql-results+xml', 'text/csv', 'text/html'];
const rdfFormats = ['text/turtle', 'application/ld+json', 'application/rdf+xml', 'application/n-triples', 'text/html'];

/** Never the same twice: what is kept of earlier answers does not spare the work. */
const unlike = (random: Random): number => random.number(1e9);

const query =
  (make: (random: Random, ground: Ground) => string): Make =>
  (random, ground) => ({
    path: `/sparql?query=${encodeURIComponent(make(random, ground))}`,
    headers: { accept: random.pick(formats) },
  });

const prefixes = `PREFIX dcat: <http://www.w3.org/ns/dcat#> PREFIX dct: <http://purl.org/dc/terms/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>`;

const cheap: readonly Make[] = [
  query((r) => `${prefixes} SELECT ?d ?t { ?d a dcat:Dataset ; dct:title ?t FILTER(STR(?t) != "${unlike(r)}") }`),
  query((r) => `ASK { ?s ?p ${unlike(r)} }`),
  query((r) => `SELECT * { ?s ?p ?o } LIMIT ${1 + r.number(400)} OFFSET ${r.number(9000)}`),
  query((r, { countries }) => `${prefixes} SELECT ?d { ?d dct:spatial <${r.pick(countries)}> }`),
];

const heavy: readonly Make[] = [
  query((r) => `SELECT (COUNT(*) AS ?n) { ?a ?p ?b . ?b ?q ?c . ?c ?r ?d FILTER(STRLEN(STR(?d)) != ${unlike(r)}) }`),
  query((r) => `SELECT ?s ?o { ?s ?p ?o FILTER(REGEX(STR(?o), "m.*g.*r.*${r.number(1000)}", "i")) } ORDER BY ?o`),
  query((r) => `SELECT ?o (COUNT(?s) AS ?n) { ?s ?p ?o FILTER(?o != ${unlike(r)}) } GROUP BY ?o ORDER BY DESC(?n) ?o`),
  query((r) => `SELECT * { GRAPH ?g { ?s ?p ?o } FILTER(STR(?o) != "${unlike(r)}") }`),
];

const pages: readonly Make[] = [
  (r, { things }) => ({ path: r.pick(things), headers: { accept: r.pick(rdfFormats) } }),
  (r) => ({ path: `/search?q=${encodeURIComponent(r.pick(['refugees', 'remittances', 'census', 'trafficing']))}` }),
  (r) => ({ path: `/?place=country/SWE&from=${1950 + r.number(60)}`, headers: { accept: 'text/html' } }),
  (r) => ({ path: `/datasets?from=${1950 + r.number(60)}`, headers: { accept: r.pick(rdfFormats) } }),
  (r) => ({ path: `/coverage.csv?show=agency-period&from=${1950 + r.number(60)}` }),
  (r) => ({ path: `/timeline?from=${1950 + r.number(60)}`, headers: { accept: 'text/html' } }),
  (r) => ({ path: `/map?from=${1950 + r.number(60)}`, headers: { accept: 'text/html' } }),
  (r) => ({ path: `/api/who-holds-data?country=SWE&year=${1950 + r.number(60)}&format=csv` }),
];

const exports: readonly Make[] = [
  (r) => ({
    path: `/catalog?profile=${r.pick(['dcat', 'dcat-ap'])}`,
    headers: { accept: r.pick(rdfFormats.slice(0, 4)) },
  }),
  () => ({ path: '/dump/graph.nq.gz' }),
  () => ({ path: '/catalog.atom' }),
  () => ({ path: '/oai?verb=ListRecords&metadataPrefix=oai_dc' }),
  () => ({ path: '/metrics' }),
];

/** Graphs that are written anew again and again: what is there stays as much as it was. */
const graphs = 20;
const own = (n: number): string => `https://soak.example/graph/${n}`;

const writes: readonly Make[] = [
  (r, { token }) => ({
    method: 'PUT',
    path: `/graphs?graph=${encodeURIComponent(own(r.number(graphs)))}`,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'text/turtle' },
    body: Array.from({ length: 30 }, (_, n) => `<urn:soak:${n}> <urn:p> "what was said ${unlike(r)}" .`).join('\n'),
  }),
  (r, { token }) => ({
    method: 'POST',
    path: '/sparql',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/sparql-update' },
    body: `WITH <${own(r.number(graphs))}> DELETE { ?s <urn:q> ?o } INSERT { ?s <urn:q> ${unlike(r)} }
      WHERE { ?s <urn:p> ?t OPTIONAL { ?s <urn:q> ?o } }`,
  }),
];

/** How many of a hundred are of each kind. */
const kinds: Readonly<Record<string, readonly [share: number, readonly Make[]]>> = {
  'cheap queries': [45, cheap],
  pages: [30, pages],
  exports: [10, exports],
  'heavy queries': [8, heavy],
  writes: [7, writes],
};

export function nextRequest(random: Random, ground: Ground): Wanted {
  let at = random.number(100);
  for (const [kind, [share, makes]] of Object.entries(kinds)) {
    if (at < share) return { kind, ...random.pick(makes)(random, ground) };
    at -= share;
  }
  throw new Error('the shares are not a hundred');
}
