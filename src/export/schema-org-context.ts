/** The JSON-LD context of the profile of schema.org: its terms by their own names, as search engines look for them. */
import type { ContextDefinition } from 'jsonld';

const namespace = 'https://schema.org/';

const classes = [
  'CreativeWork',
  'DataCatalog',
  'DataDownload',
  'Dataset',
  'Organization',
  'Place',
  'Quotation',
] as const;

/** Texts and links of which a thing has one as a rule. */
const texts = [
  'dateCreated',
  'dateModified',
  'datePublished',
  'description',
  'name',
  'sdDatePublished',
  'text',
] as const;
const links = ['contentUrl', 'isPartOf', 'license', 'parentOrganization'] as const;

/** And those of which it may have many: always a list. */
const textLists = ['alternateName', 'identifier', 'keywords', 'temporalCoverage', 'variableMeasured'] as const;
const linkLists = [
  'citation',
  'creator',
  'dataset',
  'distribution',
  'includedInDataCatalog',
  'isBasedOn',
  'publisher',
  'sameAs',
  'spatialCoverage',
  'url',
] as const;

const term = (name: string, more: object): [string, object] => [name, { '@id': namespace + name, ...more }];

export const schemaOrgContext: ContextDefinition = Object.fromEntries<unknown>([
  ...[...classes, ...texts].map((name) => [name, namespace + name] as const),
  ...links.map((name) => term(name, { '@type': '@id' })),
  ...textLists.map((name) => term(name, { '@container': '@set' })),
  ...linkLists.map((name) => term(name, { '@type': '@id', '@container': '@set' })),
]) as ContextDefinition;
