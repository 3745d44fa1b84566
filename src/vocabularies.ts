/** The terms we write and ask for, each vocabulary as a record of named nodes; a term not listed does not compile. */
import { rdf as environment, type NamedNode } from './rdf.js';

/** Mints the listed local names under a namespace. */
function termsOf<const Name extends string>(namespace: string, names: readonly Name[]): Record<Name, NamedNode> {
  const terms = {} as Record<Name, NamedNode>;
  for (const name of names) terms[name] = environment.namedNode(namespace + name);
  return terms;
}

/** Prefix → namespace, in the order in which we print them. */
export const prefixes = {
  mig: 'https://w3id.org/migraph/ontology#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  owl: 'http://www.w3.org/2002/07/owl#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  dctype: 'http://purl.org/dc/dcmitype/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  oa: 'http://www.w3.org/ns/oa#',
  org: 'http://www.w3.org/ns/org#',
  prov: 'http://www.w3.org/ns/prov#',
  schema: 'https://schema.org/',
  sh: 'http://www.w3.org/ns/shacl#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  void: 'http://rdfs.org/ns/void#',
} as const;

/** Our own ontology; `test/ontology.test.ts` holds this list and `ontology/` together. */
export const mig = termsOf(prefixes.mig, [
  // things
  'Agency',
  'AgencyUnit',
  'Dataset',
  'Publication',
  'Series',
  'Project',
  'Event',
  'Country',
  'Region',
  'CountryGroup',
  'Note',
  'Passage',
  'DamagedPassage',
  'Coverage',
  'Corridor',
  'Claim',
  // what a thing covers
  'hasCoverage',
  'startYear',
  'endYear',
  'yearQualifier',
  'reportingCountry',
  'originCountry',
  'destinationCountry',
  'studyCountry',
  'corridor',
  'countryCount',
  'countQualifier',
  'countText',
  'extent',
  'EachCountryOrArea',
  'breakdown',
  'measure',
  // how a thing stands to others
  'about',
  'issuedAs',
  'seriesNumber',
  'status',
  'worksOn',
  // how a statement was found
  'attribution',
  'foundBy',
]);

export const rdfTerms = termsOf(prefixes.rdf, [
  'type',
  'subject',
  'predicate',
  'object',
  'Statement',
  'langString',
  'dirLangString',
  'reifies',
  'value',
]);
export const rdfs = termsOf(prefixes.rdfs, [
  'label',
  'comment',
  'seeAlso',
  'isDefinedBy',
  'subClassOf',
  'subPropertyOf',
  'Resource',
]);
export const xsd = termsOf(prefixes.xsd, [
  'string',
  'integer',
  'nonNegativeInteger',
  'decimal',
  'boolean',
  'date',
  'dateTime',
  'gYear',
  'gYearMonth',
  'anyURI',
  'hexBinary',
]);
export const owl = termsOf(prefixes.owl, ['sameAs', 'versionInfo']);
export const dcat = termsOf(prefixes.dcat, [
  'Catalog',
  'CatalogRecord',
  'Dataset',
  'DatasetSeries',
  'Distribution',
  'DataService',
  'Resource',
  'dataset',
  'resource',
  'record',
  'service',
  'theme',
  'themeTaxonomy',
  'keyword',
  'startDate',
  'endDate',
  'landingPage',
  'contactPoint',
  'distribution',
  'accessURL',
  'downloadURL',
  'mediaType',
  'endpointURL',
  'endpointDescription',
  'servesDataset',
  'inSeries',
]);
export const dct = termsOf(prefixes.dct, [
  'title',
  'alternative',
  'description',
  'publisher',
  'creator',
  'spatial',
  'temporal',
  'isPartOf',
  'hasPart',
  'issued',
  'created',
  'modified',
  'date',
  'source',
  'license',
  'language',
  'identifier',
  'format',
  'relation',
  'accrualPeriodicity',
  'PeriodOfTime',
  'Location',
  'conformsTo',
  'subject',
  'type',
  'references',
]);
export const dctype = termsOf(prefixes.dctype, ['Event', 'Text', 'Dataset']);
export const foaf = termsOf(prefixes.foaf, ['Agent', 'Document', 'name', 'homepage', 'page', 'primaryTopic']);
export const oa = termsOf(prefixes.oa, [
  'SpecificResource',
  'TextPositionSelector',
  'TextQuoteSelector',
  'hasSource',
  'hasSelector',
  'start',
  'end',
  'exact',
  'prefix',
  'suffix',
]);
export const org = termsOf(prefixes.org, [
  'FormalOrganization',
  'OrganizationalUnit',
  'OrganizationalCollaboration',
  'memberOf',
  'unitOf',
  'subOrganizationOf',
  'classification',
]);
export const prov = termsOf(prefixes.prov, [
  'Entity',
  'Activity',
  'Agent',
  'wasQuotedFrom',
  'wasDerivedFrom',
  'wasAttributedTo',
  'wasAssociatedWith',
  'startedAtTime',
  'endedAtTime',
  'atLocation',
  'generated',
]);
export const schema = termsOf(prefixes.schema, [
  'CreativeWorkSeries',
  'Event',
  'text',
  'startDate',
  'endDate',
  'location',
  'organizer',
  'sha256',
  'Place',
]);
export const skos = termsOf(prefixes.skos, [
  'Concept',
  'ConceptScheme',
  'prefLabel',
  'altLabel',
  'notation',
  'broader',
  'narrower',
  'inScheme',
  'topConceptOf',
  'hasTopConcept',
  'definition',
  'member',
  'exactMatch',
  'closeMatch',
  'scopeNote',
]);
export const vcard = termsOf(prefixes.vcard, ['Kind', 'hasEmail', 'hasURL', 'fn']);
