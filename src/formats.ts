/** The one table of formats: what a graph or a query result can be written as, by which media type, name and extension. */

/** A format of answers. */
export interface Format {
  /** What `?format=` and `--format` call it. */
  readonly id: string;
  readonly mediaType: string;
  /** Without the dot. */
  readonly extension: string;
  /** Which answers it can carry. */
  readonly carries: readonly ('bindings' | 'boolean' | 'graph' | 'dataset')[];
  /** Other media types that mean the same. */
  readonly alsoKnownAs: readonly string[];
  /** Whether the media type has the parameter `version` (RDF 1.2, SPARQL 1.2). */
  readonly versioned: boolean;
}

/** All that there are. */
export const formats: readonly Format[] = [
  {
    id: 'json',
    mediaType: 'application/sparql-results+json',
    extension: 'srj',
    carries: ['bindings', 'boolean'],
    alsoKnownAs: ['application/json'],
    versioned: true,
  },
  {
    id: 'xml',
    mediaType: 'application/sparql-results+xml',
    extension: 'srx',
    carries: ['bindings', 'boolean'],
    alsoKnownAs: ['application/xml', 'text/xml'],
    versioned: true,
  },
  {
    id: 'csv',
    mediaType: 'text/csv',
    extension: 'csv',
    carries: ['bindings', 'boolean'],
    alsoKnownAs: [],
    versioned: false,
  },
  {
    id: 'tsv',
    mediaType: 'text/tab-separated-values',
    extension: 'tsv',
    carries: ['bindings', 'boolean'],
    alsoKnownAs: [],
    versioned: false,
  },
  {
    id: 'turtle',
    mediaType: 'text/turtle',
    extension: 'ttl',
    carries: ['graph'],
    alsoKnownAs: ['application/x-turtle', 'text/n3'],
    versioned: true,
  },
  {
    id: 'ntriples',
    mediaType: 'application/n-triples',
    extension: 'nt',
    carries: ['graph'],
    alsoKnownAs: [],
    versioned: true,
  },
  {
    id: 'jsonld',
    mediaType: 'application/ld+json',
    extension: 'jsonld',
    carries: ['graph', 'dataset'],
    alsoKnownAs: ['application/json'],
    versioned: false,
  },
  {
    id: 'rdfxml',
    mediaType: 'application/rdf+xml',
    extension: 'rdf',
    carries: ['graph'],
    alsoKnownAs: ['application/xml', 'text/xml'],
    versioned: true,
  },
  {
    id: 'trig',
    mediaType: 'application/trig',
    extension: 'trig',
    carries: ['graph', 'dataset'],
    alsoKnownAs: ['application/x-trig'],
    versioned: true,
  },
  {
    id: 'nquads',
    mediaType: 'application/n-quads',
    extension: 'nq',
    carries: ['graph', 'dataset'],
    alsoKnownAs: [],
    versioned: true,
  },
];

/** The format of an id, an extension or a media type (parameters ignored, any case); undefined when there is none. */
export function findFormat(name: string): Format | undefined {
  const wanted = (name.split(';')[0] ?? '').trim().toLowerCase();
  return (
    formats.find((f) => f.id === wanted || f.extension === wanted || f.mediaType === wanted) ??
    formats.find((f) => f.alsoKnownAs.includes(wanted))
  );
}

/** The forms of JSON-LD, by which one document is laid out in several ways (JSON-LD 1.1, section 6.3, `profile`). */
export const jsonLdForms = ['compacted', 'expanded', 'flattened', 'framed'] as const;

export type JsonLdForm = (typeof jsonLdForms)[number];

const jsonLdNamespace = 'http://www.w3.org/ns/json-ld#';

/** What the `profile` parameter calls a form. */
export const formIri = (form: JsonLdForm): string => jsonLdNamespace + form;

/** A form by its name or IRI; undefined when there is none. */
export const findForm = (name: string): JsonLdForm | undefined =>
  jsonLdForms.find((form) => form === name || formIri(form) === name);

/** What a dataset or a publication is cited in. */
export interface CitationFormat extends Pick<Format, 'id' | 'mediaType' | 'extension' | 'alsoKnownAs'> {
  readonly title: string;
}

export const citationFormats: readonly CitationFormat[] = [
  {
    id: 'bibtex',
    mediaType: 'application/x-bibtex',
    extension: 'bib',
    alsoKnownAs: ['text/x-bibtex', 'application/bibtex'],
    title: 'BibTeX',
  },
  {
    id: 'csl',
    mediaType: 'application/vnd.citationstyles.csl+json',
    extension: 'csl.json',
    alsoKnownAs: ['application/citeproc+json'],
    title: 'CSL-JSON',
  },
  {
    id: 'ris',
    mediaType: 'application/x-research-info-systems',
    extension: 'ris',
    alsoKnownAs: [],
    title: 'RIS',
  },
];
