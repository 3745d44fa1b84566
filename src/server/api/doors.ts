/** Every door of the server but those of the questions, for the OpenAPI document. */
import { updateType } from '../sparql-request.js';
import { uploadTypes } from '../upload.js';
import { browsingDoors } from './browsing-doors.js';
import { coverageDoors } from './coverage-doors.js';
import type { Door } from './door.js';
import {
  formatNames,
  graphFormat,
  mediaTypes,
  page,
  pathParameter as path,
  queryParameter as query,
} from './door-parts.js';
import { harvestingDoors } from './harvesting-doors.js';
import { pictureDoors } from './picture-doors.js';

const [graphs, tables] = [mediaTypes('graph'), mediaTypes('bindings')] as const;
const form = 'application/x-www-form-urlencoded';
const pageNumber = query('page', 'Of what leads to the thing, where that is much', { type: 'integer', minimum: 1 });
const list = query('list', 'Of the page: one list alone, by the key that its link has, as dct-publisher.Dataset');
const dataset = ['default-graph-uri', 'named-graph-uri'].map((name) =>
  query(name, 'A graph of the dataset that is asked', { type: 'array', items: { type: 'string', format: 'iri' } }),
);
const graphNames = [
  query('graph', 'The name of the graph', { type: 'string', format: 'iri' }),
  query('default', 'The unnamed graph, instead of a name', { type: 'string', maxLength: 0 }),
];

const pages: readonly Door[] = [
  {
    ...{ method: 'get', path: '/', id: 'home', tag: 'Pages', gives: { 200: [page] } },
    summary: 'What the graph holds, and who has data on a place, in years, on a subject',
    parameters: [
      query('place', 'The path of a place, as country/KEN, or its IRI'),
      query('from', 'The first year', { type: 'string', pattern: '^([1-9]\\d{3})?$' }),
      query('to', 'The last year', { type: 'string', pattern: '^([1-9]\\d{3})?$' }),
      query('subject', 'The path of a theme, or the IRI of a measure'),
      query('agency', 'Who is to hold them, itself or by a unit: the last part of its path, its path, or its IRI'),
    ],
  },
  {
    ...{ method: 'get', path: '/search', id: 'search', tag: 'Pages' },
    summary: 'What is called so',
    parameters: [query('q', 'Words of a name', { type: 'string', maxLength: 200 })],
    gives: { 200: [page, 'application/json'] },
  },
  ...pictureDoors,
  ...coverageDoors,
  {
    ...{ method: 'get', path: '/review', id: 'review', tag: 'Pages', gives: { 200: [page] }, isWrite: true },
    summary: 'What is uncertain in a note, for a curator; only at the machine itself where the server has no token',
    parameters: [query('note', 'The name of the note')],
    fails: [401, 403, 404],
  },
  {
    ...{ method: 'post', path: '/review', id: 'decide', tag: 'Pages', gives: { 303: [] }, isWrite: true },
    summary: 'A decision on it, which becomes a file',
    takes: [form],
    fails: [401, 403, 404, 409, 415],
  },
  {
    ...{ method: 'get', path: '/ui/{file}', id: 'uiFile', tag: 'Pages' },
    summary: 'A file that the pages are shown with',
    parameters: [path('file', 'Its path')],
    gives: { 200: ['text/css', 'text/javascript', 'image/svg+xml', 'application/json'] },
    fails: [404],
  },
  {
    ...{ method: 'get', path: '/api', id: 'api', tag: 'Pages', gives: { 200: [page, 'application/json'] } },
    summary: 'This description as a page',
  },
];

const linkedData: readonly Door[] = [
  {
    ...{ method: 'get', path: '/{kind}/{key}', id: 'thing', tag: 'Linked data' },
    summary: 'A thing by the path of its IRI',
    description: 'An extension (`.ttl`, `.jsonld`, `.nt`, `.rdf`, `.trig`, `.nq`, `.html`) names a format as well.',
    parameters: [
      path('kind', 'As dataset, agency, country'),
      path('key', 'The rest of its IRI'),
      graphFormat,
      pageNumber,
      list,
    ],
    gives: { 200: [...graphs, page] },
    fails: [301, 404, 410],
  },
  {
    ...{ method: 'get', path: '/note/{slug}', id: 'note', tag: 'Linked data' },
    summary: 'The text of a note, byte for byte; what is said of it where RDF or HTML is asked for',
    parameters: [path('slug', 'The name of the note; `.txt` may follow')],
    gives: { 200: ['text/plain', ...graphs, page] },
    fails: [404],
  },
  {
    ...{ method: 'get', path: '/about', id: 'about', tag: 'Linked data', gives: { 200: [...graphs, page] } },
    summary: 'A thing of another catalogue',
    parameters: [{ ...query('iri', 'Its IRI', { type: 'string', format: 'iri' }), required: true }, graphFormat],
    fails: [303, 404],
  },
  {
    ...{ method: 'get', path: '/linkset/{path}', id: 'linkset', tag: 'Linked data' },
    summary: 'The links of a thing, in one set (RFC 9264)',
    parameters: [path('path', 'As kind/key; its slash is written as it is')],
    gives: { 200: ['application/linkset+json', 'application/linkset'] },
    fails: [404],
  },
  {
    ...{ method: 'get', path: '/ontology', id: 'ontology', tag: 'Linked data', gives: { 200: [...graphs, page] } },
    summary: 'The terms that the data are written in',
    parameters: [graphFormat],
  },
  {
    ...{ method: 'get', path: '/ontology/context.jsonld', id: 'context', tag: 'Linked data' },
    summary: 'The context of our JSON-LD',
    gives: { 200: ['application/ld+json'] },
  },
];

const endpoint: readonly Door[] = [
  {
    ...{ method: 'get', path: '/sparql', id: 'query', tag: 'SPARQL', gives: { 200: [...tables, ...graphs, page] } },
    summary: 'A query in SPARQL 1.2; without one, the service description',
    parameters: [
      query('query', 'The query'),
      query('format', 'The format, before what Accept says', formatNames('bindings', 'graph')),
      ...dataset,
    ],
    fails: [429, 503],
  },
  {
    ...{ method: 'post', path: '/sparql', id: 'queryOrUpdate', tag: 'SPARQL' },
    summary: 'A query as a form or as the body; an update by who may write',
    parameters: dataset,
    takes: [form, 'application/sparql-query', updateType],
    gives: { 200: [...tables, ...graphs, page], 204: [] },
    fails: [401, 403, 415, 429, 503],
  },
  {
    ...{ method: 'get', path: '/.well-known/sparql-examples', id: 'examples', tag: 'SPARQL', gives: { 200: graphs } },
    summary: 'The questions as sh:SPARQLExecutable, with their queries',
    parameters: [graphFormat],
  },
];

const writing = { tag: 'Graphs', isWrite: true, parameters: graphNames } as const;
const refused = [401, 403] as const;

const graphStore: readonly Door[] = [
  {
    ...{ method: 'get', path: '/graphs', id: 'readGraph', tag: 'Graphs', gives: { 200: graphs }, fails: [404] },
    summary: 'A graph (SPARQL 1.1 Graph Store HTTP Protocol)',
    description: 'A graph under the path `/graphs/` is had, and written, by its own address as well.',
    parameters: [...graphNames, graphFormat],
  },
  {
    ...{ ...writing, method: 'put', path: '/graphs', id: 'replaceGraph', takes: uploadTypes },
    summary: 'Puts triples in the place of those of a graph',
    gives: { 201: [], 204: [] },
    fails: [...refused, 412, 415],
  },
  {
    ...{
      ...writing,
      method: 'post',
      path: '/graphs',
      id: 'addToGraph',
      takes: [...uploadTypes, 'multipart/form-data'],
    },
    summary: 'Adds triples to a graph; without a name the server makes one',
    gives: { 201: ['text/plain'], 204: [] },
    fails: [...refused, 412, 415],
  },
  {
    ...{ ...writing, method: 'patch', path: '/graphs', id: 'updateGraph', takes: [updateType] },
    summary: 'Carries out an update of one graph',
    gives: { 204: [] },
    fails: [...refused, 404, 412, 415],
  },
  {
    ...{ ...writing, method: 'delete', path: '/graphs', id: 'dropGraph', gives: { 204: [] } },
    summary: 'Takes a graph out',
    fails: [...refused, 404, 412],
  },
];

const health: readonly Door[] = [
  {
    ...{ method: 'get', path: '/healthz', id: 'lives', tag: 'Operation', gives: { 200: ['application/json'] } },
    summary: 'Whether the server lives',
  },
  {
    ...{ method: 'get', path: '/readyz', id: 'answers', tag: 'Operation', gives: { 200: ['application/json'] } },
    summary: 'Whether a query is answered',
    fails: [503],
  },
  {
    ...{ method: 'get', path: '/metrics', id: 'metrics', tag: 'Operation', gives: { 200: ['text/plain'] } },
    summary: 'Figures for Prometheus',
  },
  {
    ...{ method: 'get', path: '/openapi.json', id: 'openapi', tag: 'Operation', gives: { 200: ['application/json'] } },
    summary: 'This description',
  },
];

export const doors: readonly Door[] = [
  ...pages,
  ...browsingDoors,
  ...harvestingDoors,
  ...linkedData,
  ...endpoint,
  ...graphStore,
  ...health,
];
