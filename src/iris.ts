/** Mints every IRI of the published data from stable keys; nowhere else is an IRI put together. */
import { type NamedNode, rdf } from './rdf.js';

/** A slug: lower-case words joined by hyphens, accents folded; letters of any script stay, percent-encoded when minted. */
export function slugify(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’`]/gu, '')
    .match(/[\p{L}\p{N}]+/gu);
  return words === null ? '' : words.join('-').slice(0, 120).replace(/-+$/, '');
}

/** Percent-encodes what a path segment may not hold (RFC 3987 → RFC 3986). */
function segment(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Checks that a text is an absolute IRI that may stand in N-Quads as it is; gives it in ASCII, or undefined. */
export function checkIri(text: string): string | undefined {
  if (!/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(text)) return undefined;
  try {
    return new URL(text).href;
  } catch {
    return undefined;
  }
}

/** The kinds of thing that have a page at `/{kind}/{slug}`. */
export type EntityPath = 'agency' | 'dataset' | 'publication' | 'series' | 'project' | 'event';

const importGraphs = 'graph/import/';

/** All minting functions over one base IRI (which ends in `/`). */
export function createIris(base: string) {
  const under = (path: string): NamedNode => rdf.namedNode(base + path);
  return {
    base,
    /** A thing that notes speak of, by its kind and slug. */
    entity: (kind: EntityPath, slug: string) => under(`${kind}/${segment(slug)}`),
    /** A country by its ISO 3166 alpha-3 code. */
    country: (alpha3: string) => under(`country/${segment(alpha3)}`),
    /** An M49 region by its three digits, or a group of countries by its slug. */
    region: (key: string) => under(`region/${segment(key)}`),
    /** A place that is neither a country nor a region. */
    place: (slug: string) => under(`place/${segment(slug)}`),
    /** A theme of the concept scheme. */
    theme: (slug: string) => under(`theme/${segment(slug)}`),
    /** A year (`1960`), a closed range (`1985-1994`) or an open one (`2001-`). */
    period: (key: string) => under(`period/${segment(key)}`),
    /** The n-th round of a dataset. */
    coverage: (dataset: string, n: number) => under(`coverage/${segment(dataset)}/${n}`),
    /** From one place to another. */
    corridor: (from: string, to: string) => under(`corridor/${segment(`${from}-${to}`)}`),
    /** Whom to write to. */
    contact: (key: string) => under(`contact/${segment(key)}`),
    /** How often something comes out. */
    frequency: (slug: string) => under(`frequency/${segment(slug)}`),
    /** A curator's decision. */
    curation: (id: string) => under(`curation/${segment(id)}`),
    /** What a curator is asked about; none of it is in the catalogue. */
    candidate: (id: string) => under(`candidate/${segment(id)}`),
    /** Who takes decisions. */
    curator: (slug: string) => under(`curator/${segment(slug)}`),
    /** A note, by its name. */
    note: (slug: string) => under(`note/${segment(slug)}`),
    /** A stretch of a note in code points (RFC 5147 `char=`). */
    passage: (noteSlug: string, start: number, end: number) => under(`note/${segment(noteSlug)}#char=${start},${end}`),
    /** Where such a stretch stands, or the words that stand there. */
    selector: (noteSlug: string, start: number, end: number, kind: 'position' | 'quote') =>
      under(`note/${segment(noteSlug)}#char=${start},${end};selector=${kind}`),
    /** A statement with its evidence, by the hash of both. */
    claim: (hash: string) => under(`claim/${segment(hash)}`),
    /** The graph of what another catalogue says. */
    importGraph: (slug: string) => under(`${importGraphs}${segment(slug)}`),
    /** The catalogue that was taken from elsewhere. */
    importCatalogue: (slug: string) => under(`import/${segment(slug)}`),
    /** Whether that is a graph of what was imported. */
    isImportGraph: (iri: string) => iri.startsWith(base + importGraphs),
    /** A blank node of theirs by its canonical label (RDF 1.1 Concepts, section 3.5, but under our base). */
    genid: (label: string) => under(`.well-known/genid/${segment(label)}`),
    /** A named graph: `note/x`, `curation/x`, `reference` … */
    graph: (path: string) => under(`graph/${path.split('/').map(segment).join('/')}`),
    /** A question that the server answers under this path. */
    question: (name: string) => under(`api/${segment(name)}`),
    /** Our own catalogue. */
    catalogue: () => under('catalog'),
    /** The description of the graph as a whole, in VoID. */
    description: () => under('void'),
    /** What makes a profile, and what it keeps. */
    profilePart: (id: string, name: string) => under(`profiles/${segment(id)}/${segment(name)}`),
    /** Where queries are answered. */
    endpoint: () => under('sparql'),
    /** What names the feed of changes, wherever it is served. */
    feed: () => under('catalog.atom'),
    /** The event stream of changes. */
    eventStream: () => under('ldes#stream'),
    /** What a path under the base names, `dataset/x`, encoded already. */
    thing: (path: string) => under(path),
    /** The catalogue's record of such a thing. */
    record: (path: string) => under(`record/${path}`),
    /** A build, by its number in the history. */
    build: (n: number) => under(`build/${n}`),
    /** What a build changed of a thing. */
    change: (n: number, path: string) => under(`change/${n}/${path}`),
    /** Where the JSON Schema of a kind of document is published. */
    jsonSchema: (name: string) => under(`ontology/${segment(name)}.schema.json`),
    /** Where a version of our JSON-LD context is published. */
    jsonLdContext: (version: string) => under(`ontology/context/${segment(version)}.jsonld`),
    /** The graph as a whole, as a dataset of the catalogue. */
    wholeGraph: () => under('dump/#graph'),
    /** A file of the dump. */
    dump: (file: string) => under(`dump/${segment(file)}`),
    /** The hash of such a file. */
    checksum: (file: string) => under(`dump/#${segment(file)}`),
  } as const;
}

/** What mints the IRIs under one base. */
export type Iris = ReturnType<typeof createIris>;
