/** The claims of a built graph as another program reads them: N-Quads by oxigraph, and nothing of ours. */
import { readFileSync } from 'node:fs';
import oxigraph from 'oxigraph';

export interface Quote {
  readonly iri: string;
  readonly note: string;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** A value, and what else the graph says of it that tells how it may look in a text. */
export interface Value {
  readonly text: string;
  readonly isIri: boolean;
  /** Names, acronyms and titles. */
  readonly labels: readonly string[];
  readonly startYear?: string;
  readonly endYear?: string;
  /** ISO 3166 alpha-2: its own, or those of both ends of a corridor. */
  readonly countries: readonly string[];
}

export interface Claim {
  readonly iri: string;
  readonly subject: Value;
  /** The last part of its name. */
  readonly predicate: string;
  readonly object: Value;
  readonly attribution: string;
  readonly quotes: readonly Quote[];
}

const prefixes = `
  PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
  PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
  PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
  PREFIX dct: <http://purl.org/dc/terms/>
  PREFIX oa: <http://www.w3.org/ns/oa#>
  PREFIX prov: <http://www.w3.org/ns/prov#>
  PREFIX foaf: <http://xmlns.com/foaf/0.1/>
  PREFIX mig: <https://w3id.org/migraph/ontology#>`;

export type Ask = (query: string) => Record<string, string>[];

/** Rows as texts; a name with `#` behind it tells IRI from literal. */
export function openGraph(file: string): Ask {
  const store = new oxigraph.Store();
  store.load(readFileSync(file, 'utf8'), { format: 'application/n-quads' });
  return (query) => {
    const rows = store.query(prefixes + query, { use_default_graph_as_union: true }) as Map<string, oxigraph.Term>[];
    return rows.map((row) =>
      Object.fromEntries(
        [...row].flatMap(([name, term]) => [
          [name, term.value],
          [`${name}#`, term.termType],
        ]),
      ),
    );
  };
}

/** By what they belong to. */
function gather<T>(rows: readonly Record<string, string>[], key: string, make: (row: Record<string, string>) => T) {
  const gathered = new Map<string, T[]>();
  for (const row of rows) {
    const own = gathered.get(row[key] ?? '') ?? [];
    gathered.set(row[key] ?? '', own);
    own.push(make(row));
  }
  return gathered;
}

function readQuotes(ask: Ask): Map<string, Quote[]> {
  const rows = ask(`SELECT DISTINCT * {
    ?claim a mig:Claim ; prov:wasQuotedFrom ?passage . ?passage oa:hasSource ?note ; oa:hasSelector ?p, ?q .
    ?p oa:start ?start ; oa:end ?end . ?q oa:exact ?exact OPTIONAL { ?q oa:prefix ?prefix } OPTIONAL { ?q oa:suffix ?suffix } }`);
  return gather(rows, 'claim', ({ passage = '', note = '', start, end, exact = '', prefix = '', suffix = '' }) => ({
    iri: passage,
    note,
    start: Number(start),
    end: Number(end),
    exact,
    prefix,
    suffix,
  }));
}

export function readClaims(ask: Ask): Claim[] {
  const quotes = readQuotes(ask);
  const labels = gather(
    ask(`SELECT DISTINCT ?of ?label {
      ?of skos:prefLabel|skos:altLabel|foaf:name|dct:title|dct:alternative|rdfs:label ?label FILTER(LANG(?label) IN ("", "en")) }`),
    'of',
    ({ label = '' }) => label,
  );
  const years = gather(
    ask('SELECT * { ?of mig:startYear ?start OPTIONAL { ?of mig:endYear ?end } }'),
    'of',
    (row) => row,
  );
  const codes = gather(
    ask('SELECT ?of ?code { ?of skos:notation ?code FILTER(REGEX(STR(?code), "^[A-Z]{2}$")) }'),
    'of',
    ({ code = '' }) => code,
  );
  const describeValue = (text: string, isIri: boolean): Value => {
    const [period] = years.get(text) ?? [];
    const ends = /^(.*\/)corridor\/([A-Z]{3})-([A-Z]{3})$/.exec(text);
    const places = ends === null ? [text] : [ends[2], ends[3]].map((code) => `${ends[1]}country/${code}`);
    return {
      text,
      isIri,
      labels: labels.get(text) ?? [],
      ...(period?.['start'] === undefined ? {} : { startYear: period['start'] }),
      ...(period?.['end'] === undefined ? {} : { endYear: period['end'] }),
      countries: places.flatMap((place) => codes.get(place) ?? []),
    };
  };
  return ask(`SELECT DISTINCT ?claim ?s ?p ?o ?attribution {
    ?claim a mig:Claim ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; mig:attribution ?attribution } ORDER BY ?claim`).map(
    (row) => ({
      iri: row['claim'] ?? '',
      subject: describeValue(row['s'] ?? '', true),
      predicate: (row['p'] ?? '').replace(/^.*[/#]/, ''),
      object: describeValue(row['o'] ?? '', row['o#'] === 'NamedNode'),
      attribution: (row['attribution'] ?? '').replace(/^.*#/, ''),
      quotes: quotes.get(row['claim'] ?? '') ?? [],
    }),
  );
}
