/** Guessing what a query was meant to say. */
import { expect } from 'chai';
import { guessMeant, guessTerms } from '../../../src/server/query/guess.js';
import { namesInQuery } from '../../../src/server/query/names-in-query.js';
import { QueryFault } from '../../../src/store/graph-store.js';
import { parseQuery } from '../../../src/store/parse/parse-query.js';

/** The guesses of a query at the place where the parser gives up. */
function guess(query: string) {
  try {
    parseQuery(query);
  } catch (error) {
    if (error instanceof QueryFault) return guessMeant(query, error);
    throw error;
  }
  return guessTerms(query);
}

const mig = 'PREFIX mig: <https://w3id.org/migraph/ontology#>';

describe('what a query was meant to say', () => {
  const cases: readonly (readonly [string, RegExp])[] = [
    ['SELECT * { ?s dct:title ?t }', /^dct: is not declared; add PREFIX dct: <http:\/\/purl\.org\/dc\/terms\/>$/],
    ['SELECT * { ?s a skso:Concept }', /^skso: is not declared; is skos: meant\?$/],
    ['PREFIX boat: <urn:b> SELECT * { ?s boats:x 1 }', /^boats: is not declared; is boat: meant\?$/],
    ['SELEC * { ?s ?p ?o }', /^is SELECT meant\?$/],
    ['SELECT * {\n  ?s ?p ?o .\n  OPTOINAL { ?s ?q ?r }\n}', /^is OPTIONAL meant\?$/],
    [`${mig} SELECT * { ?s mig:startyear ?y }`, /^the ontology has no mig:startyear; is mig:startYear meant\?$/],
    [
      'SELECT * { ?s a <https://w3id.org/migraph/ontology#Datset> }',
      /^the ontology has no <.*#Datset>; is <https:\/\/w3id\.org\/migraph\/ontology#Dataset> meant\?$/,
    ],
  ];
  for (const [query, text] of cases)
    it(query, () => {
      const [first, ...others] = guess(query);
      expect(others).to.deep.equal([]);
      expect(first?.text).to.match(text);
      // What was meant is a query, and nothing more is to be said of it.
      expect(guess(first?.query ?? '')).to.deep.equal([]);
    });

  for (const query of [
    'SELECT * { ?s ?p ?o }',
    `${mig} SELECT * { ?s a mig:Dataset } # mig:Datset`,
    `${mig} SELECT ("mig:Datset dct:x" AS ?x) {}`,
    'SELECT * { ?s ?p ;; }',
    'SELECT * { ?s zzqq:x ?o }',
  ])
    it(`nothing of ${query}`, () => expect(guess(query)).to.deep.equal([]));

  it('is found in time that is linear in the text', () => {
    const start = performance.now();
    for (const text of [
      '<'.repeat(100_000),
      '"'.repeat(100_000),
      'a'.repeat(100_000),
      "'''".repeat(33_000),
      'PREFIX '.repeat(14_000),
    ])
      namesInQuery(text);
    expect(performance.now() - start).to.be.lessThan(1500);
  });
});
