/** The doors for harvesters, for the OpenAPI document: catalogue, feeds, dumps, profiles, validator, citations. */
import { profiles } from '../../export/profiles.js';
import { checkedProfiles } from '../../export/validation/profile-shapes.js';
import { citationFormats } from '../../formats.js';
import { kinds } from '../browse/kinds.js';
import { formatsFor } from '../request.js';
import { uploadTypes } from '../upload.js';
import { narrowing } from './browsing-doors.js';
import type { Door } from './door.js';
import { graphFormat, mediaTypes, page, pathParameter as path, queryParameter as query } from './door-parts.js';

const tag = 'Harvesting';
const graphs = mediaTypes('graph');
const quads = formatsFor('dataset').map(({ mediaType }) => mediaType);
const number = { type: 'integer', minimum: 1 } as const;

const catalogue: readonly Door[] = [
  {
    ...{ method: 'get', path: '/catalog', id: 'catalog', tag, gives: { 200: [...graphs, page] } },
    summary: 'The catalogue, whole, by pages, or by facets',
    description: 'An extension (`/catalog.ttl`) names a format as well.',
    parameters: [
      graphFormat,
      query('profile', 'How it is described', { type: 'string', enum: profiles.map(({ id }) => id) }),
      query('page', 'Which page', number),
      query('limit', 'Datasets on a page', number),
      query('modified_since', 'Only what has changed since that date or time'),
      ...narrowing(kinds.datasets),
    ],
  },
  {
    ...{ method: 'get', path: '/harvest', id: 'harvest', tag, gives: { 200: [page] } },
    summary: 'Every door for harvesters with its command, and how well the catalogue keeps to its profiles',
  },
  {
    ...{ method: 'get', path: '/profiles', id: 'profiles', tag, gives: { 200: [...graphs, page] } },
    summary: 'The profiles that data can be had by',
    parameters: [graphFormat],
  },
  {
    ...{ method: 'get', path: '/profiles/{id}/{part}', id: 'profilePart', tag, fails: [404] },
    summary: 'The query that makes a profile, or the shapes that it keeps',
    parameters: [path('id', 'Of the profile'), path('part', 'query or shapes')],
    gives: { 200: ['application/sparql-query', 'text/turtle'] },
  },
  {
    ...{ method: 'get', path: '/void', id: 'void', tag, gives: { 200: [...graphs, 'text/html'] } },
    summary: 'The graph as a whole, in VoID; /.well-known/void leads here',
    parameters: [graphFormat],
  },
  {
    ...{ method: 'get', path: '/.well-known/void', id: 'wellKnownVoid', tag, gives: { 303: [] } },
    summary: 'Leads to /void',
    fails: [302, 307],
  },
  {
    ...{ method: 'get', path: '/.well-known/api-catalog', id: 'apiCatalog', tag, summary: 'All interfaces (RFC 9727)' },
    gives: { 200: ['application/linkset+json'] },
  },
];

const feeds: readonly Door[] = [
  {
    ...{ method: 'get', path: '/catalog.atom', id: 'atom', tag, gives: { 200: ['application/atom+xml'] } },
    summary: 'What is new, changed and gone, as Atom',
    fails: [404],
  },
  {
    ...{ method: 'get', path: '/ldes', id: 'stream', tag, gives: { 200: quads }, fails: [404] },
    summary: 'The history as a Linked Data Event Stream',
  },
  {
    ...{ method: 'get', path: '/ldes/{moment}', id: 'streamPage', tag, gives: { 200: quads }, fails: [404] },
    summary: 'What changed at a moment',
    parameters: [path('moment', 'As the stream names it'), query('page', 'Which page', number)],
  },
  {
    ...{ method: 'get', path: '/ldes/shape', id: 'streamShape', tag, gives: { 200: ['text/turtle'] } },
    summary: 'The shape of a change',
  },
  {
    ...{ method: 'get', path: '/oai', id: 'oai', tag, gives: { 200: ['text/xml'] } },
    summary: 'OAI-PMH 2.0',
    parameters: [
      query('verb', 'As the protocol names it'),
      ...['metadataPrefix', 'identifier', 'from', 'until', 'set', 'resumptionToken'].map((name) =>
        query(name, 'As the protocol has it'),
      ),
    ],
  },
  {
    ...{ method: 'post', path: '/oai', id: 'oaiByForm', tag, gives: { 200: ['text/xml'] }, fails: [415] },
    summary: 'OAI-PMH 2.0, by a form',
    takes: ['application/x-www-form-urlencoded'],
  },
  {
    ...{ method: 'get', path: '/sitemap.xml', id: 'sitemap', tag, gives: { 200: ['application/xml'] } },
    summary: 'All pages, for crawlers',
  },
  {
    ...{ method: 'get', path: '/sitemap-{number}.xml', id: 'sitemapPart', tag, gives: { 200: ['application/xml'] } },
    summary: 'A part of a long sitemap',
    parameters: [path('number', 'From 1 on', number)],
    fails: [404],
  },
  {
    ...{ method: 'get', path: '/robots.txt', id: 'robots', tag, gives: { 200: ['text/plain'] } },
    summary: 'What crawlers are asked',
  },
];

const files: readonly Door[] = [
  {
    ...{ method: 'get', path: '/dump/', id: 'dumps', tag, gives: { 200: [page, 'application/json', ...graphs] } },
    summary: 'The files that the whole graph and its tables are dumped to',
    description: '`/dump/index.json`, `.ttl` and so on name the format by an extension.',
    parameters: [query('format', 'The format, before what Accept says')],
  },
  {
    ...{ method: 'get', path: '/dump/{file}', id: 'dump', tag, gives: { 200: ['*/*'] }, fails: [206, 404, 416] },
    summary: 'A file of the dump, whole or in ranges',
    parameters: [path('file', 'As the list names it')],
  },
  ...(['dataset', 'publication'] as const).map(
    (kind): Door => ({
      ...{ method: 'get', path: `/${kind}/{slug}`, id: `${kind}`, tag, fails: [301, 404, 410] },
      summary: `A ${kind} by the path of its IRI; how it is cited`,
      description: '`.bib`, `.csl.json` and `.ris` name a format as well.',
      parameters: [path('slug', 'The rest of its IRI'), query('format', 'The format, before what Accept says')],
      gives: { 200: [...graphs, page, ...citationFormats.map(({ mediaType }) => mediaType)] },
    }),
  ),
];

const validator: readonly Door[] = [
  {
    ...{ method: 'get', path: '/validate', id: 'validatorForm', tag, gives: { 200: [page] } },
    summary: 'The form of the validator',
  },
  {
    ...{ method: 'post', path: '/validate', id: 'validate', tag, takes: [...uploadTypes, 'multipart/form-data'] },
    summary: 'Holds a DCAT catalogue against a profile: what is wrong, where, and what mends it',
    parameters: [query('profile', 'Which', { type: 'string', enum: checkedProfiles })],
    gives: { 200: ['text/plain', page, 'application/json', ...graphs] },
    fails: [413, 415, 429, 503],
  },
];

export const harvestingDoors: readonly Door[] = [...catalogue, ...feeds, ...files, ...validator];
