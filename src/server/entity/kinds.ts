/** What kinds of thing have a page of their own, and what a reader of each may expect to be told. */
import type { NamedNode } from '../../rdf.js';
import { dcat, dct, mig, org, prov, schema, skos } from '../../vocabularies.js';

/** The first class that a thing has decides: a country is a concept as well, a project an activity. */
const classes = [
  ['Claim', mig.Claim],
  ['Note', mig.Note],
  ['AgencyUnit', mig.AgencyUnit],
  ['Agency', mig.Agency],
  ['Dataset', dcat.Dataset],
  ['Publication', mig.Publication],
  ['Series', mig.Series],
  ['Project', mig.Project],
  ['Event', mig.Event],
  ['Country', mig.Country],
  ['Region', mig.Region],
  ['CountryGroup', mig.CountryGroup],
  ['Corridor', mig.Corridor],
  ['Coverage', mig.Coverage],
  ['Catalogue', dcat.Catalog],
  ['Period', dct.PeriodOfTime],
  ['Place', schema.Place],
  ['Agency', org.OrganizationalCollaboration],
  ['Theme', skos.Concept],
  ['Activity', prov.Activity],
] as const satisfies readonly (readonly [string, NamedNode])[];

export type Kind = (typeof classes)[number][0] | 'Thing';

export const kindOf = (types: ReadonlySet<string>): Kind =>
  classes.find(([, type]) => types.has(type.value))?.[0] ?? 'Thing';

/** What a thing of this kind is in the graph; undefined for what is of none. */
export const classOf = (kind: string): NamedNode | undefined => classes.find(([name]) => name === kind)?.[1];

/** Whoever looks at one of these wants to know what has to do with it before what it is. */
const known: ReadonlySet<Kind> = new Set([
  'Agency',
  'AgencyUnit',
  'Country',
  'Region',
  'CountryGroup',
  'Theme',
  'Series',
  'Catalogue',
]);

export const isKnownByOthers = (kind: Kind): boolean => known.has(kind);

/** What may be missed, by the last part of its message's key, with the properties that would say it. */
interface Expected {
  readonly what: string;
  readonly by: readonly NamedNode[];
}

const owner: Expected = { what: 'owner', by: [dct.publisher, dct.creator, prov.wasAssociatedWith] };
const years: Expected = { what: 'years', by: [dct.temporal, mig.hasCoverage] };
const places: Expected = { what: 'places', by: [dct.spatial, mig.extent, mig.countryCount, mig.hasCoverage] };
const subject: Expected = { what: 'subject', by: [dcat.theme, mig.measure, dcat.keyword, dct.subject] };
const published: Expected = { what: 'published', by: [dct.issued] };
const publisher: Expected = { what: 'publisher', by: [dct.publisher, dct.creator] };
const licence: Expected = { what: 'licence', by: [dct.license] };

const expected: Readonly<Partial<Record<Kind, readonly Expected[]>>> = {
  Dataset: [owner, years, places, subject],
  Publication: [publisher, published],
  Series: [publisher],
  Project: [owner, years, places],
  Event: [
    { what: 'date', by: [schema.startDate, dct.temporal] },
    { what: 'organizer', by: [schema.organizer, prov.wasAssociatedWith] },
    { what: 'venue', by: [schema.location] },
  ],
  AgencyUnit: [{ what: 'whole', by: [org.unitOf, org.subOrganizationOf] }],
  Note: [publisher, published, licence],
  Catalogue: [publisher, licence],
};

/** What of this is not there. */
export const missingOf = (kind: Kind, properties: ReadonlySet<string>): string[] =>
  (expected[kind] ?? []).filter(({ by }) => !by.some(({ value }) => properties.has(value))).map(({ what }) => what);
