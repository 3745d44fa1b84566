/** The files for curators: what they say is read back as it was meant, and what only a curator knows is asked for. */
import { expect } from 'chai';
import { isOnStatement, parseDecision, type StatementDecision } from '../../src/curation/decision.js';
import { openDecision } from '../../src/curation/open-decision.js';
import { writeTerm } from '../../src/curation/write-terms.js';
import { rdf, type Term } from '../../src/rdf.js';
import { dct, xsd } from '../../src/vocabularies.js';

const base = 'https://w3id.org/migraph/';
const disputed = {
  claim: `${base}claim/0aB1`,
  note: 'tides',
  subject: rdf.namedNode(`${base}dataset/boats`),
  predicate: dct.spatial,
  object: rdf.namedNode(`${base}country/ISL`),
  quote: 'It counts: boats\n#and "others".',
};

/** As the curator would complete it. */
const complete = (text: string): string =>
  text
    .replace(/^who:.*$/m, 'who: Ada Pilot')
    .replace(/^when:.*$/m, 'when: 2026-11-23')
    .replace(/^why:.*$/m, 'why: It is not named.')
    .replace(/^( +object:) *$/m, '$1 <country/NLD>');

function read(text: string): StatementDecision {
  const decision = parseDecision(text, 'x.yaml', base);
  if (!isOnStatement(decision)) throw new Error('is on no statement');
  return decision;
}

describe('files for curators', () => {
  it('take a claim back by the very statement and words', () => {
    const decision = read(complete(openDecision(disputed, 'retract', base)));
    expect(decision.quote).to.equal(disputed.quote);
    expect([decision.id, decision.note, decision.action]).to.deep.equal(['retract-0ab1', 'tides', 'retract']);
    expect(decision.statement.equals(rdf.quad(disputed.subject, disputed.predicate, disputed.object))).to.equal(true);
  });
  it('put another value in its place', () => {
    const decision = read(complete(openDecision(disputed, 'correct', base)));
    expect(decision.replacement?.object.value).to.equal(`${base}country/NLD`);
  });
  it('decide nothing as they are', () => {
    expect(() => parseDecision(openDecision(disputed, 'retract', base), 'x.yaml', base)).to.throw(
      /^x\.yaml:\d+: .*who/,
    );
  });
  it('write every term so that it is read as the same', () => {
    const terms: Term[] = [
      rdf.namedNode(`${base}period/1980-`),
      rdf.namedNode('https://sea.example/a%20b'),
      dct.title,
      rdf.literal('say "tides"\n\\ <b>', 'en'),
      rdf.literal('plain'),
      rdf.literal('1990', xsd.gYear),
    ];
    for (const object of terms) {
      const decision = read(complete(openDecision({ ...disputed, object }, 'retract', base)));
      expect(decision.statement.object.equals(object), writeTerm(object, base)).to.equal(true);
    }
  });
});
