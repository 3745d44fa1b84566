/** The doors that count coverage, for the OpenAPI document. */
import { rowChoices, shows } from '../coverage/choice.js';
import { levels } from '../coverage/place-axis.js';
import { orders } from '../timeline/choice.js';
import type { Door } from './door.js';
import { page, queryParameter as query } from './door-parts.js';

const year = { type: 'string', pattern: '^([1-9]\\d{3})?$' } as const;

/** What all of them are held to. */
const asked = [
  query('place', 'The path of a place, as country/KEN, or its IRI'),
  query('from', 'The first year', year),
  query('to', 'The last year', year),
  query('subject', 'The path of a theme, or the IRI of a measure'),
  query('agency', 'An agency by its name or IRI; its units count with it'),
  query('page', 'Which page of the rows', { type: 'integer', minimum: 1 }),
  query('format', 'The format, before what Accept says', { type: 'string', enum: ['html', 'csv', 'json'] }),
];

export const coverageDoors: readonly Door[] = [
  {
    ...{ method: 'get', path: '/coverage', id: 'coverage', tag: 'Pages' },
    summary: 'How many datasets cover what, by agency, place and years: by name, by region, not stated',
    description: 'An extension (`/coverage.csv`, `/coverage.json`) names a format as well.',
    parameters: [
      query('show', 'What rows and columns are', { type: 'string', enum: shows }),
      query('level', 'Which places of the place', { type: 'string', enum: levels }),
      query('rows', 'All rows, those that state something, or the gaps', { type: 'string', enum: rowChoices }),
      ...asked,
    ],
    gives: { 200: [page, 'text/csv', 'application/json'] },
  },
  {
    ...{ method: 'get', path: '/timeline', id: 'timeline', tag: 'Pages' },
    summary: 'The years that each dataset covers, on one axis',
    description: 'An extension (`/timeline.csv`, `/timeline.json`) names a format as well.',
    parameters: [query('order', 'The order of the datasets', { type: 'string', enum: orders }), ...asked],
    gives: { 200: [page, 'text/csv', 'application/json'] },
  },
];
