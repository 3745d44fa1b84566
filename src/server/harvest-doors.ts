/** The doors that a harvester may want, as `/harvest` lists them: a line each, with a request that is answered by 200. */
import { packedName, sumsFile } from '../export/dump/files.js';
import { isRdf, profiles } from '../export/profiles.js';
import { formats } from '../formats.js';

export interface Door {
  /** The last part of the key of its message. */
  readonly group: 'json' | 'profile' | 'pages' | 'changes' | 'sparql' | 'dumps' | 'ontology' | 'links';
  /** By which the group is, where it is one of a profile. */
  readonly profile?: string;
  /** The last part of the key of its message; what has none is a name of a standard, or English. */
  readonly title: string;
  /** From the root of the server, percent-encoded. */
  readonly path: string;
  readonly accept?: string;
  /** Whether it is there only where the graph describes a catalogue. */
  readonly needsCatalogue?: boolean;
  /** Whether it is there only where the graph tells its history. */
  readonly needsHistory?: boolean;
}

const harvested = formats.filter(({ id }) => ['turtle', 'jsonld', 'rdfxml'].includes(id));

const others: readonly Door[] = profiles
  .filter((profile) => !isRdf(profile))
  .map(({ id, title }) => ({ group: 'json' as const, title, path: `/catalog?profile=${id}` }));

const catalogues: readonly Door[] = profiles.filter(isRdf).flatMap(({ id }) =>
  harvested.map(({ extension, mediaType }) => ({
    group: 'profile' as const,
    profile: id,
    title: mediaType,
    path: `/catalog.${extension}?profile=${id}`,
  })),
);

const pages: readonly Door[] = [
  { title: 'page', path: '/catalog.ttl?page=1&limit=50' },
  { title: 'since', path: '/catalog.ttl?modified_since=2026-01-31' },
  { title: 'facets', path: '/catalog.ttl?q=migration&from=1990&to=1999' },
].map((door) => ({ group: 'pages' as const, ...door }));

const feeds: readonly Door[] = [
  { title: 'atom', path: '/catalog.atom', needsHistory: true },
  { title: 'ldes', path: '/ldes', needsHistory: true },
  { title: 'oai-dc', path: '/oai?verb=ListRecords&metadataPrefix=oai_dc' },
  { title: 'oai-dcat', path: '/oai?verb=ListRecords&metadataPrefix=dcat' },
  { title: 'sitemap', path: '/sitemap.xml' },
  { title: 'interfaces', path: '/.well-known/api-catalog' },
].map((door) => ({ group: 'changes' as const, ...door }));

const query =
  'SELECT ?dataset ?title { ?dataset a <http://www.w3.org/ns/dcat#Dataset> ; <http://purl.org/dc/terms/title> ?title }';

const sparql: readonly Door[] = [
  { title: 'question', path: `/sparql?query=${encodeURIComponent(query)}`, accept: 'text/csv' },
  { title: 'service', path: '/sparql', accept: 'text/turtle' },
].map((door) => ({ group: 'sparql' as const, ...door }));

const dumps: readonly Door[] = [
  { title: 'files', path: '/dump/index.json' },
  { title: 'distributions', path: '/dump/index.ttl' },
  { title: 'graph', path: `/dump/${packedName('graph.nq')}` },
  { title: 'table', path: '/dump/datasets.csv' },
  { title: 'columns', path: '/dump/tables-metadata.json' },
  { title: 'croissant', path: '/dump/croissant.json' },
  { title: 'void', path: '/void.ttl' },
  { title: 'hashes', path: `/dump/${sumsFile}` },
].map((door) => ({ group: 'dumps' as const, ...door }));

const terms: readonly Door[] = [
  { title: 'terms', path: '/ontology.ttl' },
  { title: 'context', path: '/ontology/context.jsonld' },
].map((door) => ({ group: 'ontology' as const, ...door }));

const links: readonly Door[] = [{ title: 'linkset', path: '/linkset/catalog', needsCatalogue: true }].map((door) => ({
  group: 'links' as const,
  ...door,
}));

export const doors: readonly Door[] = [
  ...catalogues,
  ...others,
  ...pages,
  ...feeds,
  ...sparql,
  ...dumps,
  ...links,
  ...terms,
];

/** A path holds no quote: it is encoded. */
export const curlCommand = ({ path, accept }: Door, origin: string): string =>
  `curl -fsSL ${accept === undefined ? '' : `-H 'Accept: ${accept}' `}'${origin}${path.replaceAll("'", '%27')}'`;

/** How our own catalogue, or one in its place, is sent to the validator. */
export const validateCommand = (origin: string): string =>
  `curl -fsS -H 'Content-Type: text/turtle' --data-binary @catalogue.ttl '${origin}/validate'`;
