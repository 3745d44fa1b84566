/** The kinds of things that can be browsed: their path, their classes, and what they are narrowed and sorted by. */
import type { NamedNode } from '../../rdf.js';
import { dcat, mig } from '../../vocabularies.js';
import type { FacetName } from './facets.js';

export const kindIds = [
  'datasets',
  'agencies',
  'publications',
  'series',
  'projects',
  'events',
  'countries',
  'regions',
] as const;

export type KindId = (typeof kindIds)[number];

/** What a list is put in the order of. */
export const sortNames = ['title', 'agency', 'first', 'last', 'countries', 'datasets', 'changed'] as const;

export type SortName = (typeof sortNames)[number];

export interface Kind {
  readonly id: KindId;
  readonly classes: readonly NamedNode[];
  /** Under `queries/`: which things there are, and what they are called. */
  readonly query: 'browse/things' | 'browse/owners';
  readonly facets: readonly FacetName[];
  /** Whether they have years that a view can be narrowed to. */
  readonly hasYears: boolean;
  readonly sorts: readonly SortName[];
  /** The facet of the datasets by which those of such a thing are counted. */
  readonly datasetsBy?: FacetName;
}

const works: readonly FacetName[] = ['agency', 'country', 'region', 'theme'];

export const kinds: Readonly<Record<KindId, Kind>> = {
  datasets: {
    id: 'datasets',
    classes: [dcat.Dataset],
    query: 'browse/things',
    facets: [...works, 'measure', 'series', 'owner'],
    hasYears: true,
    sorts: ['title', 'agency', 'first', 'last', 'countries', 'changed'],
  },
  agencies: {
    id: 'agencies',
    classes: [mig.Agency, mig.AgencyUnit],
    query: 'browse/owners',
    facets: ['agency', 'group', 'theme'],
    hasYears: false,
    sorts: ['title', 'datasets', 'changed'],
    datasetsBy: 'agency',
  },
  publications: {
    id: 'publications',
    classes: [mig.Publication],
    query: 'browse/things',
    facets: [...works, 'series', 'owner'],
    hasYears: true,
    sorts: ['title', 'agency', 'first', 'last', 'countries', 'changed'],
  },
  series: {
    id: 'series',
    classes: [mig.Series],
    query: 'browse/things',
    facets: [...works, 'owner'],
    hasYears: true,
    sorts: ['title', 'agency', 'countries', 'changed'],
  },
  projects: {
    id: 'projects',
    classes: [mig.Project],
    query: 'browse/things',
    facets: [...works, 'owner'],
    hasYears: true,
    sorts: ['title', 'agency', 'first', 'last', 'countries', 'changed'],
  },
  events: {
    id: 'events',
    classes: [mig.Event],
    query: 'browse/things',
    facets: [...works, 'owner'],
    hasYears: true,
    sorts: ['title', 'agency', 'first', 'last', 'changed'],
  },
  countries: {
    id: 'countries',
    classes: [mig.Country],
    query: 'browse/things',
    facets: ['region'],
    hasYears: false,
    sorts: ['title', 'datasets'],
    datasetsBy: 'country',
  },
  regions: {
    id: 'regions',
    classes: [mig.Region, mig.CountryGroup],
    query: 'browse/things',
    facets: ['region'],
    hasYears: false,
    sorts: ['title', 'datasets'],
    datasetsBy: 'region',
  },
};
