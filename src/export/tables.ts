/** The tables that the graph is dumped as: one entry, and one query in `queries/tables/`, each. */
import type { NamedNode } from '../rdf.js';
import { dcat, dct, foaf, mig, oa, org, prov, rdfTerms, schema, skos } from '../vocabularies.js';

export interface Column {
  /** As the query calls it. */
  readonly name: string;
  readonly title: string;
  readonly description?: string;
  /** Of CSVW (Tabular Data Model, section 6.4); a text unless it says otherwise. */
  readonly datatype?: 'anyURI' | 'integer';
  /** What it says of what the row is about. */
  readonly property?: NamedNode;
  /** The column that names that property, where each row has its own. */
  readonly propertyFrom?: string;
  /** Never empty. */
  readonly required?: boolean;
  /** The table, and its column, that holds each value of this one: not of one that may be empty, to which validators object. */
  readonly references?: readonly [table: string, column: string];
}

export interface Table {
  /** It is called `{id}.csv`, and its query `queries/tables/{id}.rq`. */
  readonly id: string;
  readonly title: string;
  /** In the order of the query. */
  readonly columns: readonly Column[];
  /** Columns that tell each row from all others. */
  readonly primaryKey: readonly string[];
  /** The column that names what a row is about. */
  readonly about: string;
}

const key = (name: string, title: string): Column => ({ name, title, datatype: 'anyURI', required: true });

const iri = (title: string): Column => key('iri', title);

const reference = (name: string, title: string, [table, column]: readonly [string, string]): Column => ({
  ...key(name, title),
  references: [table, column],
});

const text = (name: string, title: string, property?: NamedNode, description?: string): Column => ({
  name,
  title,
  ...(property && { property }),
  ...(description !== undefined && { description }),
});

const link = (name: string, title: string, property?: NamedNode, description?: string): Column => ({
  ...text(name, title, property, description),
  datatype: 'anyURI',
});

const whole = (name: string, title: string, property?: NamedNode, description?: string): Column => ({
  ...text(name, title, property, description),
  datatype: 'integer',
});

const asStated = 'Year, month or day, as it is stated';

/** A number that a note gives without a list. */
const countColumns: readonly Column[] = [
  whole('country_count', 'Number of countries', mig.countryCount, 'Where a number is given without a list'),
  link('count_qualifier', 'How exact the number is', mig.countQualifier),
  text('count_text', 'The number in its words', mig.countText),
];

const role = (description: string): Column => ({ ...key('property', 'Property'), description });

export const tables: readonly Table[] = [
  {
    id: 'datasets',
    title: 'Datasets',
    columns: [
      iri('Dataset'),
      text('title', 'Title', dct.title),
      text('description', 'Description', dct.description),
      text('created', 'Founded', dct.created, asStated),
      text('issued', 'Published', dct.issued, asStated),
      text('modified', 'Last changed', dct.modified, asStated),
      link('status', 'Status', mig.status),
      ...countColumns,
      link('landing_page', 'Page', dcat.landingPage),
    ],
    primaryKey: ['iri'],
    about: 'iri',
  },
  {
    id: 'agencies',
    title: 'Agencies, their units, and whoever else holds a dataset or publishes',
    columns: [
      iri('Agency or unit'),
      text('name', 'Name', foaf.name),
      text('acronym', 'Acronym', skos.altLabel),
      link('unit_of', 'Unit of', org.unitOf, 'Another row of this table'),
      link('homepage', 'Home page', foaf.homepage),
    ],
    primaryKey: ['iri'],
    about: 'iri',
  },
  {
    id: 'coverages',
    title: 'The times that datasets cover',
    columns: [
      reference('dataset', 'Dataset', ['datasets', 'iri']),
      iri('Round or period'),
      link('period', 'Period', dct.temporal),
      whole('start_year', 'First year', mig.startYear),
      whole('end_year', 'Last year', mig.endYear, 'Empty where it is open'),
      ...countColumns,
    ],
    primaryKey: ['dataset', 'iri'],
    about: 'iri',
  },
  {
    id: 'countries',
    title: 'Countries and areas',
    columns: [
      iri('Country or area'),
      text('alpha3', 'ISO 3166-1 alpha-3', dct.identifier),
      text('m49', 'M49', skos.notation),
      text('name', 'Name in English', skos.prefLabel),
    ],
    primaryKey: ['iri'],
    about: 'iri',
  },
  {
    id: 'publications',
    title: 'Publications',
    columns: [
      iri('Publication'),
      text('title', 'Title', dct.title),
      text('issued', 'Published', dct.issued, asStated),
      text('identifier', 'Identifier', dct.identifier),
      link('series', 'Series', dct.isPartOf),
      text('series_title', 'Title of the series'),
      text('series_number', 'Number in the series', mig.seriesNumber),
      link('status', 'Status', mig.status),
    ],
    primaryKey: ['iri'],
    about: 'iri',
  },
  {
    id: 'notes',
    title: 'The notes that all statements were read from',
    columns: [
      iri('Note'),
      text('symbol', 'Symbol', dct.identifier),
      text('title', 'Title', dct.title),
      text('issued', 'Published', dct.issued, asStated),
      text('sha256', 'SHA-256 of its text', schema.sha256),
    ],
    primaryKey: ['iri'],
    about: 'iri',
  },
  {
    id: 'statements',
    title: 'Statements, with the sentences that they stand in: a row for each quote',
    columns: [
      key('claim', 'Statement'),
      { ...key('passage', 'Passage'), property: prov.wasQuotedFrom },
      link('subject', 'Of what it is', rdfTerms.subject),
      link('property', 'What it says of it', rdfTerms.predicate),
      text('object', 'The value: the IRI of a thing, or a text', rdfTerms.object),
      link('attribution', 'How the owner was found', mig.attribution),
      text('rule', 'The rule that read it', mig.foundBy),
      reference('note', 'Note', ['notes', 'iri']),
      whole('start', 'First character of the quote', oa.start, 'Code points from the beginning of the text, from 0'),
      whole('end', 'Character behind the quote', oa.end),
      text('quote', 'Quote', oa.exact, 'Character for character, never repaired'),
    ],
    primaryKey: ['claim', 'passage'],
    about: 'claim',
  },
  {
    id: 'dataset-owners',
    title: 'Who holds which dataset',
    columns: [
      reference('dataset', 'Dataset', ['datasets', 'iri']),
      { ...reference('agency', 'Agency or unit', ['agencies', 'iri']), propertyFrom: 'property' },
      role('dct:publisher or dct:creator'),
    ],
    primaryKey: ['dataset', 'agency', 'property'],
    about: 'dataset',
  },
  {
    id: 'dataset-places',
    title: 'The places that datasets cover: countries, regions and groups, as they are named',
    columns: [
      reference('dataset', 'Dataset', ['datasets', 'iri']),
      { ...key('place', 'Place'), propertyFrom: 'property' },
      role('dct:spatial, and beside it what the country is to the data'),
      text('name', 'Name of the place'),
    ],
    primaryKey: ['dataset', 'place', 'property'],
    about: 'dataset',
  },
  {
    id: 'dataset-themes',
    title: 'The themes of datasets',
    columns: [
      reference('dataset', 'Dataset', ['datasets', 'iri']),
      { ...key('theme', 'Theme'), property: dcat.theme },
      text('name', 'Name of the theme'),
    ],
    primaryKey: ['dataset', 'theme'],
    about: 'dataset',
  },
  {
    id: 'publication-owners',
    title: 'Who publishes or made which publication',
    columns: [
      reference('publication', 'Publication', ['publications', 'iri']),
      { ...reference('agency', 'Agency or unit', ['agencies', 'iri']), propertyFrom: 'property' },
      role('dct:publisher or dct:creator'),
    ],
    primaryKey: ['publication', 'agency', 'property'],
    about: 'publication',
  },
];
