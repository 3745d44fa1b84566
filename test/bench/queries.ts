/** What a catalogue is asked: at least one query of every kind. No two rounds ask with the same words. */
import { prefixes } from '../../src/vocabularies.js';
import { countryCode, counts } from './catalogue.js';

export interface BenchQuery {
  readonly name: string;
  readonly kind: 'rows' | 'truth' | 'triples';
  /** Of a round; `datasets` is how many there are. */
  text(round: number, datasets: number): string;
  /** Any so many of the answers are right: only how many there are is compared. */
  readonly anyRows?: boolean;
  /** Of more statements an answer is too long for some engine to hold as one text. */
  readonly upTo?: number;
}

const declared = ['mig', 'rdf', 'rdfs', 'xsd', 'dcat', 'dct', 'foaf', 'oa', 'prov', 'skos'] as const;
const prologue = declared.map((prefix) => `PREFIX ${prefix}: <${prefixes[prefix]}>\n`).join('');

/** Something else in each round. */
const agency = (round: number): string => `<https://w3id.org/migraph/agency/${(round * 37 + 11) % counts.agencies}>`;
const country = (round: number): string =>
  `<https://w3id.org/migraph/country/${countryCode((round * 53 + 7) % counts.countries)}>`;
const region = (round: number): string => `<https://w3id.org/migraph/region/${1 + (round % 5)}>`;
const dataset = (round: number, datasets: number): string =>
  `<https://w3id.org/migraph/dataset/${(round * 7919 + 13) % datasets}>`;
const theme = (round: number): string => `<https://w3id.org/migraph/theme/${round % counts.themes}>`;
const note = (round: number): string => `<https://w3id.org/migraph/graph/note/${round % counts.notes}>`;

type Words = (round: number, datasets: number) => string;
type How = Partial<Pick<BenchQuery, 'kind' | 'anyRows' | 'upTo'>>;

/** The comment keeps whoever remembers texts from knowing this one. */
const query = (name: string, words: Words, how: How = {}): BenchQuery => ({
  name,
  kind: 'rows',
  ...how,
  text: (round, datasets) => `# ${name}, ${round}\n${prologue}${words(round, datasets)}`,
});

export const queries: readonly BenchQuery[] = [
  query('all of one dataset', (n, all) => `SELECT ?p ?o { ${dataset(n, all)} ?p ?o }`),
  query('the label of one agency', (n) => `SELECT ?label { ${agency(n)} rdfs:label ?label }`),
  query(
    'is there such a statement',
    (n, all) => `ASK { ${dataset(n, all)} dct:publisher ?agency . ?agency a mig:Agency }`,
    {
      kind: 'truth',
    },
  ),
  query('describe one dataset', (n, all) => `DESCRIBE ${dataset(n, all)}`, { kind: 'triples' }),
  query('incoming links of an agency', (n) => `SELECT ?s ?p { ?s ?p ${agency(n)} }`),
  query(
    'datasets on a country',
    (n) => `SELECT ?d ?label { ?d a mig:Dataset ; dct:spatial ${country(n)} ; rdfs:label ?label }`,
  ),
  query(
    'agencies for a country and a year',
    (n) => `SELECT DISTINCT ?agency ?name {
      ?d dct:spatial ${country(n)} ; dct:publisher ?agency ; mig:hasCoverage ?c .
      ?c mig:startYear ?from ; mig:endYear ?to . ?agency rdfs:label ?name
      FILTER (?from <= "${1960 + (n % 40)}"^^xsd:gYear && ?to >= "${1960 + (n % 40)}"^^xsd:gYear) }`,
  ),
  query(
    'a year, with open ends',
    (n) => `SELECT ?d { ?d dct:spatial ${country(n)} ; mig:hasCoverage ?c . ?c mig:startYear ?from
      OPTIONAL { ?c mig:endYear ?to } FILTER (STR(?from) <= "1985" && (!BOUND(?to) || STR(?to) >= "1985")) }`,
  ),
  query(
    'datasets of each agency',
    () => `SELECT ?agency (COUNT(?d) AS ?n) { ?d a mig:Dataset ; dct:publisher ?agency }
      GROUP BY ?agency ORDER BY DESC(?n) ?agency LIMIT 20`,
  ),
  query(
    'coverage matrix',
    () => `SELECT ?agency ?country (COUNT(DISTINCT ?d) AS ?n) {
      ?d dct:publisher ?agency ; dct:spatial ?country } GROUP BY ?agency ?country`,
  ),
  query(
    'agencies by decade',
    () => `SELECT ?decade (COUNT(DISTINCT ?agency) AS ?n) {
      ?d dct:publisher ?agency ; mig:hasCoverage/mig:startYear ?from
      BIND (SUBSTR(STR(?from), 1, 3) AS ?decade) } GROUP BY ?decade`,
  ),
  query(
    'agencies with many datasets',
    () => `SELECT ?agency (COUNT(*) AS ?n) (MIN(?label) AS ?first) {
      ?d dct:publisher ?agency ; rdfs:label ?label } GROUP BY ?agency HAVING (COUNT(*) > 5) ORDER BY ?agency`,
  ),
  query('datasets within a region', (n) => `SELECT DISTINCT ?d { ?d dct:spatial/skos:broader* ${region(n)} }`),
  query(
    'the regions of a country',
    (n) => `SELECT ?region ?name { ${country(n)} skos:broader+ ?region . ?region skos:prefLabel ?name }`,
  ),
  query(
    'countries within each region',
    () => `SELECT ?region (COUNT(DISTINCT ?c) AS ?n) {
      ?c a mig:Country ; skos:broader+ ?region } GROUP BY ?region`,
  ),
  query(
    'catalogue page',
    (n) => `SELECT ?d ?label ?issued ?about ?page ?series ?count { ?d a mig:Dataset ; rdfs:label ?label
      OPTIONAL { ?d dct:issued ?issued } OPTIONAL { ?d dct:description ?about } OPTIONAL { ?d dcat:landingPage ?page }
      OPTIONAL { ?d dct:isPartOf ?series } OPTIONAL { ?d mig:countryCount ?count } }
      ORDER BY ?label LIMIT 20 OFFSET ${20 * (n % 5)}`,
  ),
  query(
    'newest first',
    () => `SELECT ?d ?label ?issued { ?d a mig:Dataset ; rdfs:label ?label ; dct:issued ?issued
      OPTIONAL { ?d dcat:landingPage ?page } } ORDER BY DESC(?issued) ?label LIMIT 50`,
  ),
  query('all titles in order', () => 'SELECT ?d ?label { ?d a mig:Dataset ; rdfs:label ?label } ORDER BY ?label ?d'),
  query(
    'words within titles',
    (n) => `SELECT ?d ?label { ?d a mig:Dataset ; rdfs:label ?label
      FILTER (CONTAINS(LCASE(?label), "${['refugees', 'students', 'asylum'][n % 3]}")) }`,
  ),
  query(
    'titles by a pattern',
    (n) => `SELECT ?d { ?d rdfs:label ?label FILTER REGEX(?label, "^survey .*${n % 10} on ", "i") }`,
  ),
  query(
    'labels in a language',
    () => `SELECT ?c ?label { ?c a mig:Country ; skos:prefLabel ?label
      FILTER (LANGMATCHES(LANG(?label), "fr")) } ORDER BY ?label`,
  ),
  query(
    'countries that an agency leaves out',
    (n) => `SELECT ?c { ?c a mig:Country
      FILTER NOT EXISTS { ?d dct:spatial ?c ; dct:publisher ${agency(n)} } }`,
  ),
  query('datasets without a date', () => 'SELECT ?d { ?d a mig:Dataset FILTER NOT EXISTS { ?d dct:issued ?issued } }'),
  query('without a page, by MINUS', () => 'SELECT ?d { ?d a mig:Dataset MINUS { ?d dcat:landingPage ?page } }'),
  query(
    'a page of statements',
    () => `CONSTRUCT { ?d rdfs:label ?label ; dct:publisher ?agency } WHERE {
      { SELECT ?d ?label { ?d a mig:Dataset ; rdfs:label ?label } ORDER BY ?label LIMIT 200 } ?d dct:publisher ?agency }`,
    {
      kind: 'triples',
    },
  ),
  query(
    'all that one agency publishes',
    (n) => `CONSTRUCT { ?d ?p ?o } WHERE { ?d dct:publisher ${agency(n)} ; ?p ?o }`,
    {
      kind: 'triples',
    },
  ),
  query(
    'ordered badly',
    (n) => `SELECT ?d ?label { ?d rdfs:label ?label . ?d a mig:Dataset . ?d mig:hasCoverage ?c .
      ?d dct:spatial ${country(n)} . ?d dct:publisher ${agency(n)} }`,
  ),
  query(
    'a star around a theme',
    (n) => `SELECT ?d ?agency ?c ?from { ?d dcat:theme ${theme(n)} ; mig:measure mig:Flow ;
      dct:publisher ?agency ; dct:spatial ?c ; mig:hasCoverage ?cov . ?cov mig:startYear ?from }`,
  ),
  query(
    'two that share a country',
    (n) => `SELECT DISTINCT ?other { ?d dct:publisher ${agency(n)} ; dct:spatial ?c .
      ?e dct:spatial ?c ; dct:publisher ?other FILTER (?other != ${agency(n)}) }`,
  ),
  query(
    'agencies and series by name',
    () => `SELECT ?x ?label { { ?x a mig:Agency } UNION { ?x a mig:Series } ?x rdfs:label ?label }`,
  ),
  query(
    'some countries',
    (n) => `SELECT ?d ?c { VALUES ?c { ${[n, n + 1, n + 2].map(country).join(' ')} } ?d dct:spatial ?c }`,
  ),
  query(
    'the largest, with their names',
    () => `SELECT ?agency ?name ?n {
      { SELECT ?agency (COUNT(*) AS ?n) { ?d dct:publisher ?agency } GROUP BY ?agency } ?agency rdfs:label ?name }
      ORDER BY DESC(?n) ?name LIMIT 10`,
  ),
  query('how many statements', () => 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }'),
  query('statements by property', () => 'SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p'),
  query('countries with data', () => 'SELECT DISTINCT ?c { ?d a mig:Dataset ; dct:spatial ?c }'),
  query(
    'issued within ten years',
    (n) => `SELECT ?d ?issued { ?d dct:issued ?issued
      FILTER (?issued >= "${1960 + (n % 30)}"^^xsd:gYear && ?issued < "${1970 + (n % 30)}"^^xsd:gYear) }`,
  ),
  query('named graphs', () => 'SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g'),
  query(
    'claims of a note',
    (n) => `SELECT ?claim ?d ?quote { GRAPH ${note(n)} {
      ?claim rdf:subject ?d ; prov:wasQuotedFrom ?passage . ?passage oa:exact ?quote } } ORDER BY ?claim LIMIT 100`,
  ),
  query(
    'the sentences of an agency',
    (n) => `SELECT ?d ?label ?quote { ?d dct:publisher ${agency(n)} ; rdfs:label ?label
      GRAPH ?g { ?claim rdf:subject ?d ; prov:wasQuotedFrom/oa:exact ?quote } }`,
  ),
  query('any ten datasets', () => 'SELECT ?d ?label { ?d a mig:Dataset ; rdfs:label ?label } LIMIT 10', {
    anyRows: true,
  }),
  query(
    'mean of the countries counted',
    () => `SELECT ?measure (SUM(?k) AS ?sum) (COUNT(?k) AS ?n) (MAX(?k) AS ?most) {
      ?d mig:measure ?measure ; mig:countryCount ?k } GROUP BY ?measure`,
  ),
  query('everything', () => 'SELECT * { ?s ?p ?o }', { upTo: 500_000 }),
];
