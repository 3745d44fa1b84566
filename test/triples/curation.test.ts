/** Corrections, and what a curator is told when a decision does not fit its note. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { packageRoot } from '../../src/config.js';
import { parseDecision } from '../../src/curation/decision.js';
import type { Quad } from '../../src/rdf.js';
import { buildGraph } from '../../src/triples/build.js';
import { dct, mig, prov, rdfs } from '../../src/vocabularies.js';
import { entity, extractionOf, gazetteers, inventNote, ontology, sayings } from './invented.js';

const base = 'https://w3id.org/migraph/';
const register = entity('Dataset', 'register', 'Arrivals Register');
const tides = {
  ...inventNote('tides', [
    'The Arrivals Register is an old one.',
    'It covers the years 1990 to 1992.',
    'It is old, and covers Iceland 🌊; it is old.',
  ]),
  firstLine: 4,
};
const say = sayings(tides, register);
const extraction = extractionOf(tides, [
  say('label', 'Arrivals Register', 0),
  say('period', { start: 1990, end: 1991 }, 1),
]);

async function build(...decisions: string[]): Promise<readonly Quad[]> {
  const curation = decisions.map((text, n) => parseDecision(text, `decision-${n}.yaml`, base));
  const { quads } = await buildGraph({
    extractions: [extraction],
    gazetteers,
    catalogue: [],
    curation,
    ontology,
    config: { base },
  });
  return quads;
}

const refusal = (text: string): Promise<string> => build(text).then(String, (cause: Error) => cause.message);

const correction = (replacement: string, quote = 'It covers the years 1990 to 1992.') => `id: years
note: tides
action: correct
who: Ada
when: 2026-11-23
why: The sentence says 1992.
quote: "${quote}"
statement: { subject: <dataset/register>, predicate: dct:temporal, object: <period/1990-1991> }
replacement: { object: ${replacement} }
`;

const values = (quads: readonly Quad[], graph: string, subject: string, { value }: { value: string }): string[] =>
  quads
    .filter((quad) => quad.graph.value === `${base}graph/${graph}`)
    .filter((quad) => quad.subject.value === base + subject && quad.predicate.value === value)
    .map((quad) => quad.object.value.replace(base, ''));

describe('a correction', () => {
  it('takes the old statement back and puts the new one in its place, in a graph of its own', async () => {
    const quads = await build(correction('<period/1990-1992>'));
    expect(values(quads, 'note/tides', 'dataset/register', dct.temporal)).to.deep.equal([]);
    expect(values(quads, 'curation/years', 'dataset/register', dct.temporal)).to.deep.equal(['period/1990-1992']);
    const [old = ''] = values(quads, 'curation/years', 'curation/years', prov.invalidated);
    expect(values(quads, 'note/tides', old, mig.foundBy)).to.deep.equal(['test-period']);
    const [made = ''] = values(quads, 'curation/years', 'curation/years', prov.generated);
    expect(values(quads, 'curation/years', made, mig.foundBy)).to.deep.equal(['Ada']);
  });

  it('describes a period that no note speaks of, so that questions by year find it', async () => {
    const quads = await build(correction('<period/1990->'));
    expect(values(quads, 'curation/years', 'period/1990-', mig.startYear)).to.deep.equal(['1990']);
    expect(values(quads, 'curation/years', 'period/1990-', mig.endYear)).to.deep.equal([]);
  });

  it('of a name changes what pages show', async () => {
    const text = correction('\'"Register of Arrivals"@en\'')
      .replace('dct:temporal', 'dct:title')
      .replace('<period/1990-1991>', '\'"Arrivals Register"@en\'');
    const quads = await build(text);
    const labels = quads.filter(
      ({ subject, predicate }) => subject.value.endsWith('/register') && rdfs.label.equals(predicate),
    );
    expect(labels.map(({ object }) => object.value)).to.deep.equal(['Register of Arrivals']);
  });

  const refusals: readonly (readonly [what: string, text: string, complaint: string])[] = [
    [
      'words that the note has otherwise',
      correction('<period/1990-1992>', 'It covers years 1990 to 1992.'),
      '7: these words are not in the note "tides"; line 5, column 1 has "It covers the years 1990 to 1992"',
    ],
    [
      'words like none in the note',
      correction('<period/1990-1992>', 'Nobody knows.'),
      '7: these words are not in the note "tides", nor anything like them',
    ],
    [
      'words that stand twice',
      correction('<period/1990-1992>', 's old'),
      '7: these words stand in the note "tides" more than once (line 6, column 5; line 6, column 38); quote more of it',
    ],
    [
      'a statement that the note is not read as making',
      correction('<period/1990-1992>').replace('1990-1991', '1990'),
      '8: the note "tides" is not read as saying this, but <period/1990-1991>',
    ],
    [
      'a thing that there is not',
      correction('<period/1990-1992>').replace('object: <period/1990-1992>', 'subject: <dataset/registre>'),
      `9: nothing in the graph is called ${base}dataset/registre`,
    ],
    [
      'a replacement that no graph may hold',
      correction('\'"1992"\''),
      '9: A time covered (dct:temporal) is a period with a start year, not a bare date or text.',
    ],
  ];
  for (const [what, text, complaint] of refusals)
    it(`refuses ${what}, in one line`, async () => {
      expect(await refusal(text)).to.equal(`decision-0.yaml:${complaint}`);
    });
});

describe('a decision file', () => {
  const good = correction('<period/1990-1992>');
  const faults: readonly (readonly [what: string, text: string, complaint: string])[] = [
    ['no replacement', good.replace(/replacement: .*\n/, ''), '1: the field "replacement" is missing'],
    ['an empty replacement', correction('""'), '9: the field "replacement.object" is empty'],
    ['a replacement of nothing', correction('<period/1990-1991>'), '9: says what the statement says already'],
    [
      'a replacement without a correction',
      good.replace('action: correct', 'action: retract'),
      '9: the field "replacement" belongs to the action correct alone',
    ],
    [
      'an unknown action',
      good.replace('correct', 'burn'),
      '3: "burn" is none of assert, retract, correct, same, different, dismiss',
    ],
    [
      'a date of words',
      good.replace('2026-11-23', 'today'),
      '5: the field "when" is not the date of the decision, as in 2026-11-23',
    ],
    [
      'an unknown part',
      good.replace('statement: { ', 'statement: { verb: x, '),
      '8: the field "statement.verb" is not known',
    ],
    [
      'a text for a statement',
      good.replace(/statement: .*/, 'statement: x'),
      '8: the field "statement" is not a mapping of subject, predicate and object',
    ],
    ['a list for a name', good.replace('Ada', '[Ada]'), '4: the field "who" is not the name of who decided'],
    ['an alias of nothing', good.replace(/^who: .*$/m, 'who: *ada'), '4: no &ada stands before *ada'],
    ['an alias of what it is in', good.replace(/^who: .*$/m, 'who: &ada { x: *ada }'), '4: *ada stands within &ada'],
    [
      'aliases that multiply',
      good.replace(
        /^who: .*$/m,
        `who: [${['&a [x]', ...'bcdefgh'].map((name, n) => (n === 0 ? name : `&${name} [${Array(9).fill(`*${'abcdefg'[n - 1]}`)}]`)).join(', ')}]`,
      ),
      '1: Excessive alias count',
    ],
    ['two decisions', `${good}---\n${good}`, '10: holds several decisions; give each a file of its own'],
  ];
  for (const [what, text, complaint] of faults)
    it(`with ${what} is refused by its line`, () => {
      expect(() => parseDecision(text, 'bad.yaml', base)).to.throw(`bad.yaml:${complaint}`);
    });

  it('may give its quote over several lines, as the note breaks them', () => {
    const text = good.replace(/quote: .*/, 'quote: |\n  It covers\n  the years');
    expect(parseDecision(text, 'good.yaml', base).quote).to.equal('It covers\nthe years');
  });

  it('is as the examples beside the decisions have it', () => {
    const readme = readFileSync(join(packageRoot, 'data', 'curation', 'README.md'), 'utf8');
    const examples = [...readme.matchAll(/```yaml\n([^`]+)```/g)].map(([, yaml = '']) =>
      parseDecision(yaml, 'README.md', base),
    );
    expect(examples.map(({ action }) => action)).to.have.members([
      'assert',
      'retract',
      'correct',
      'same',
      'different',
      'dismiss',
    ]);
    const schema = readFileSync(join(packageRoot, 'data', 'curation', 'schema.json'), 'utf8');
    const { properties } = JSON.parse(schema) as { properties: object };
    for (const field of Object.keys(properties)) expect(readme).to.include(`| \`${field}\` |`);
  });
});
