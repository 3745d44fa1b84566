/** The doors of pictures, for the OpenAPI document: the map, and the surroundings of a thing. */
import type { Door } from './door.js';
import { page, queryParameter as query } from './door-parts.js';

const year = { type: 'string', pattern: '^([1-9]\\d{3})?$' } as const;

const choice = [
  query('agency', 'Who holds the data, as undesa, or an IRI'),
  query('dataset', 'One dataset, by its name in its IRI, or an IRI'),
  query('from', 'The first year', year),
  query('to', 'The last year', year),
  query('subject', 'The path of a theme, or the IRI of a measure'),
];

export const pictureDoors: readonly Door[] = [
  {
    ...{ method: 'get', path: '/map', id: 'map', tag: 'Pages', gives: { 200: [page, 'text/csv'] } },
    summary: 'Which countries datasets name, on a map',
    parameters: [...choice, query('outline', 'A region around which a border is drawn, as 150')],
  },
  {
    ...{ method: 'get', path: '/map.csv', id: 'mapTable', tag: 'Pages', gives: { 200: ['text/csv'] } },
    summary: 'The same as a table',
    parameters: choice,
  },
  {
    ...{ method: 'get', path: '/graph-view', id: 'graphView', tag: 'Pages', gives: { 200: [page] }, fails: [404] },
    summary: 'A thing between what leads to it and what it leads to, as a picture',
    parameters: [{ ...query('iri', 'Its IRI, or the path of one of ours'), required: true, example: 'country/NLD' }],
  },
];
