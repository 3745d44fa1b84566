/** Describes how often something appears: a concept of the EU's table where the words are known, one of our own elsewhere. */
import { type Iris, slugify } from '../iris.js';
import { type NamedNode, type Quad, rdf } from '../rdf.js';
import { dct, rdfs, rdfTerms } from '../vocabularies.js';

const table = 'http://publications.europa.eu/resource/authority/frequency/';
const concepts: readonly (readonly [RegExp, string])[] = [
  [/^(annual(ly)?|yearly|every year|once a year)$/i, 'ANNUAL'],
  [/^(biennial(ly)?|every (two|2) years|every other year)$/i, 'BIENNIAL'],
  [/^(triennial(ly)?|every (three|3) years)$/i, 'TRIENNIAL'],
  [/^every (five|5) years$/i, 'QUINQUENNIAL'],
  [/^(decennial(ly)?|every (ten|10) years)$/i, 'DECENNIAL'],
  [/^(semi-?annual(ly)?|twice (a year|yearly)|every (six|6) months)$/i, 'ANNUAL_2'],
  [/^(three|3) times a year$/i, 'ANNUAL_3'],
  [/^(quarterly|(four|4) times a year|every (three|3) months)$/i, 'QUARTERLY'],
  [/^(bimonthly|every (two|2) months)$/i, 'BIMONTHLY'],
  [/^(monthly|every month)$/i, 'MONTHLY'],
  [/^(weekly|every week)$/i, 'WEEKLY'],
  [/^(daily|every day)$/i, 'DAILY'],
  [/^(continuous(ly)?|continual(ly)?)$/i, 'CONT'],
  [/^irregular(ly)?$/i, 'IRREG'],
];

/** The frequency's IRI and what it says; its label is the words of the text. */
export function describeFrequency(words: string, iris: Iris, language: string): { iri: NamedNode; quads: Quad[] } {
  const code = concepts.find(([pattern]) => pattern.test(words.trim()))?.[1];
  const iri = code === undefined ? iris.frequency(slugify(words)) : rdf.namedNode(table + code);
  return {
    iri,
    quads: [rdf.quad(iri, rdfTerms.type, dct.Frequency), rdf.quad(iri, rdfs.label, rdf.literal(words, language))],
  };
}
