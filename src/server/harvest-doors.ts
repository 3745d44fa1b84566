/** The doors that a harvester may want, as `/harvest` lists them: a line each, with a request that is answered by 200. */
import { packedName, sumsFile } from '../export/dump/files.js';
import { isRdf, profiles } from '../export/profiles.js';
import { formats } from '../formats.js';

export interface Door {
  readonly group: string;
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
  .map(({ id, title }) => ({ group: 'The catalogue in JSON of other kinds', title, path: `/catalog?profile=${id}` }));

const catalogues: readonly Door[] = profiles.filter(isRdf).flatMap(({ id }) =>
  harvested.map(({ extension, mediaType }) => ({
    group: `The catalogue by the profile ${id}`,
    title: mediaType,
    path: `/catalog.${extension}?profile=${id}`,
  })),
);

const pages: readonly Door[] = [
  { title: 'A page, which leads to the others', path: '/catalog.ttl?page=1&limit=50' },
  { title: 'What was changed since', path: '/catalog.ttl?modified_since=2026-01-31' },
  { title: 'What has some words, and overlaps some years', path: '/catalog.ttl?q=migration&from=1990&to=1999' },
].map((door) => ({ group: 'The catalogue in pages', ...door }));

const feeds: readonly Door[] = [
  { title: 'News: what is new, changed and gone (Atom)', path: '/catalog.atom', needsHistory: true },
  { title: 'An event stream, for a copy that stays the same (LDES)', path: '/ldes', needsHistory: true },
  { title: 'Records by OAI-PMH, in Dublin Core', path: '/oai?verb=ListRecords&metadataPrefix=oai_dc' },
  { title: 'Records by OAI-PMH, in DCAT', path: '/oai?verb=ListRecords&metadataPrefix=dcat' },
  { title: 'All pages, for crawlers', path: '/sitemap.xml' },
  { title: 'All interfaces, for programs', path: '/.well-known/api-catalog' },
].map((door) => ({ group: 'What has changed', ...door }));

const query =
  'SELECT ?dataset ?title { ?dataset a <http://www.w3.org/ns/dcat#Dataset> ; <http://purl.org/dc/terms/title> ?title }';

const sparql: readonly Door[] = [
  { title: 'Any question', path: `/sparql?query=${encodeURIComponent(query)}`, accept: 'text/csv' },
  { title: 'What the endpoint speaks and holds: the service description', path: '/sparql', accept: 'text/turtle' },
].map((door) => ({ group: 'SPARQL', ...door }));

const dumps: readonly Door[] = [
  { title: 'The list of all files, with lengths and hashes', path: '/dump/index.json' },
  { title: 'The same as distributions in DCAT', path: '/dump/index.ttl' },
  { title: 'The whole graph, packed', path: `/dump/${packedName('graph.nq')}` },
  { title: 'A table', path: '/dump/datasets.csv' },
  { title: 'The columns of the tables', path: '/dump/tables-metadata.json' },
  { title: 'The tables with their columns, as Croissant', path: '/dump/croissant.json' },
  { title: 'The graph as a whole, in VoID', path: '/void.ttl' },
  { title: 'Hashes, to check what was fetched', path: `/dump/${sumsFile}` },
].map((door) => ({ group: 'Dumps', ...door }));

const terms: readonly Door[] = [
  { title: 'The terms', path: '/ontology.ttl' },
  { title: 'The JSON-LD context', path: '/ontology/context.jsonld' },
].map((door) => ({ group: 'The ontology', ...door }));

const links: readonly Door[] = [
  { title: 'What belongs to the catalogue, as a link set', path: '/linkset/catalog', needsCatalogue: true },
].map((door) => ({ group: 'Links', ...door }));

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
