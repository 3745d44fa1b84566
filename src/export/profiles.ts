/** The profiles that data can be exported by: one line, one query in `queries/profiles/` and one file of shapes, each. */
import type { ContextDefinition } from 'jsonld';
import { type Literal, rdf } from '../rdf.js';
import { xsd } from '../vocabularies.js';
import { dataCite } from './datacite.js';
import { croissantFile } from './dump/files.js';
import type { JsonWriter } from './json-profile.js';
import { schemaOrgContext } from './schema-org-context.js';

/** A way to describe what there is, for those who harvest it. */
export interface Profile {
  readonly id: string;
  /** What a client names in `Accept-Profile` or a `profile` parameter, and what an answer says it conforms to. */
  readonly iri: string;
  /** Other IRIs that it is asked for by. */
  readonly alsoKnownAs: readonly string[];
  readonly title: string;
  /** The CONSTRUCT, or the SELECT where it is JSON, by its path under `queries/`, without `.rq`. */
  readonly query: string;
  /** What its JSON-LD is compacted with, where it is not our own context. */
  readonly context?: ContextDefinition;
  /** What its parameters are bound to beyond those that all profiles have. */
  readonly parameters?: Readonly<Record<string, Literal>>;
  /** What is described: datasets, with or without a catalogue around them, or the graph as a whole. */
  readonly of: 'datasets' | 'graph';
  /** The shapes that it keeps, by their file in `ontology/shapes/profiles/`; what is no RDF has none. */
  readonly shapes?: string;
  /** The file of the dump that it is, made with the dump: nothing else has the hashes of its tables. */
  readonly dumpFile?: string;
  /** What makes JSON of it; without one it is to be had in every format of RDF. */
  readonly json?: JsonWriter;
}

const isTrue = rdf.literal('true', xsd.boolean);

/** All that there are. */
export const profiles: readonly Profile[] = [
  {
    id: 'dcat',
    iri: 'http://www.w3.org/ns/dcat#',
    alsoKnownAs: ['http://www.w3.org/ns/dcat'],
    title: 'DCAT 3, with all that the graph knows and the evidence of each statement',
    query: 'profiles/dcat',
    of: 'datasets',
    shapes: 'dcat.ttl',
  },
  {
    id: 'dcat-ap',
    iri: 'http://data.europa.eu/r5r/',
    alsoKnownAs: [
      'https://semiceu.github.io/DCAT-AP/releases/3.0.1/',
      'https://semiceu.github.io/DCAT-AP/releases/3.0.1',
    ],
    title: 'DCAT-AP 3.0.1, for data portals in Europe',
    query: 'profiles/dcat-ap',
    of: 'datasets',
    shapes: 'dcat-ap.ttl',
  },
  {
    id: 'statdcat-ap',
    iri: 'http://data.europa.eu/s1n/',
    alsoKnownAs: [],
    title: 'StatDCAT-AP: DCAT-AP with what statistics have besides',
    query: 'profiles/dcat-ap',
    parameters: { statistical: isTrue },
    of: 'datasets',
    shapes: 'statdcat-ap.ttl',
  },
  {
    id: 'schema-org',
    iri: 'https://schema.org/',
    alsoKnownAs: ['http://schema.org/', 'https://schema.org', 'http://schema.org'],
    title: 'schema.org, for search engines; every page of a dataset has it too',
    query: 'profiles/schema-org',
    context: schemaOrgContext,
    of: 'datasets',
    shapes: 'schema-org.ttl',
  },
  {
    id: 'void',
    iri: 'http://rdfs.org/ns/void#',
    alsoKnownAs: ['http://rdfs.org/ns/void'],
    title: 'VoID: how large the graph is, what it is made of and what it links to',
    query: 'profiles/void',
    of: 'graph',
    shapes: 'void.ttl',
  },
  {
    id: 'datacite',
    iri: 'http://datacite.org/schema/kernel-4',
    alsoKnownAs: ['https://schema.datacite.org/meta/kernel-4.6/', 'https://schema.datacite.org/meta/kernel-4/'],
    title: 'DataCite 4 as JSON, of the datasets of which what it demands is stated',
    query: 'profiles/datacite',
    of: 'datasets',
    json: dataCite,
  },
  {
    id: 'croissant',
    iri: 'http://mlcommons.org/croissant/1.0',
    alsoKnownAs: ['http://mlcommons.org/croissant/'],
    title: 'Croissant 1.0 of the tables of the dump, for machine learning',
    query: 'dump/about',
    of: 'graph',
    dumpFile: croissantFile.name,
  },
];

/** Whether it is to be had in every format of RDF. */
export const isRdf = ({ json, dumpFile }: Profile): boolean => json === undefined && dumpFile === undefined;

/** A profile by its id or IRI; undefined when there is none. */
export const findProfile = (name: string): Profile | undefined =>
  profiles.find(({ id, iri, alsoKnownAs }) => id === name || iri === name || alsoKnownAs.includes(name));
