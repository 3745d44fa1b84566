/** The views by facets, for the OpenAPI document: a door for each kind of thing. */
import { valueTypes } from '../../questions/value-types.js';
import { lacksOf } from '../browse/choice.js';
import { facets } from '../browse/facets.js';
import { type Kind, kinds } from '../browse/kinds.js';
import type { Door, DoorParameter } from './door.js';
import { formatNames, mediaTypes, page, queryParameter as query } from './door-parts.js';

const number = { type: 'integer', minimum: 1 } as const;
const year = { type: 'string', pattern: '^\\d{4}$' } as const;

/** `series`, but `agencies` → `Agencies`. */
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** What a view of the kind is narrowed by. */
export const narrowing = (kind: Kind): DoorParameter[] => [
  query('q', 'Words that all stand in titles, descriptions or names', { type: 'string', maxLength: 200 }),
  ...kind.facets.map((name) =>
    query(name, `Only with this value: ${valueTypes[facets[name].type].expected}, or its IRI`),
  ),
  ...(kind.hasYears ? ['year', 'from', 'to'].map((name) => query(name, 'Only what overlaps that time', year)) : []),
  query('without', 'Only what does not say it', { type: 'string', enum: lacksOf(kind) }),
];

export const browsingDoors: readonly Door[] = Object.values(kinds).map((kind) => ({
  ...{ method: 'get', path: `/${kind.id}`, id: `browse${capital(kind.id)}`, tag: 'Browsing' },
  summary: `${capital(kind.id)} by facets: a page, or all that fit as a table or as RDF`,
  description: 'An extension (`.csv`, `.ttl`, `.jsonld` and the others) names a format as well.',
  parameters: [
    ...narrowing(kind),
    query('sort', 'The order; downward with a minus sign before it', {
      type: 'string',
      enum: kind.sorts.flatMap((name) => [name, `-${name}`]),
    }),
    query('page', 'Of the page', number),
    query('limit', 'Things on the page', number),
    query('format', 'The format, before what Accept says', {
      ...formatNames('graph'),
      enum: ['html', 'csv', ...formatNames('graph').enum],
    }),
  ],
  gives: { 200: [page, 'text/csv', ...mediaTypes('graph')] },
}));
