/** The scorer itself: what it takes for the same, what it counts, and that a perfect reading scores 1. */
import { expect } from 'chai';
import { type Entity, type Extraction, parseExtraction } from '../../src/score/extraction.js';
import { type Gold, parseGold } from '../../src/score/gold.js';
import { emptyScore, type Score, scoreDocument, tallyOf } from '../../src/score/score.js';
import { overlapOf, sharesTheme } from '../../src/score/similarity.js';
import { f1, precision, recall, recallOverall } from '../../src/score/tally.js';
import { belowFloor } from './floor.js';
import { tableOf } from './table.js';

const text = [
  'The Bureau of Journeys (BOJ) keeps the Border Crossing Register for 1990, 1995 and 2001 in Chile and Peru.',
  'A meeting on borders took place in May 2006. The report on Cro',
  'of crossings. Its Border Crossing Survey is run with the Office for Travel.',
].join('\n');

const agency = {
  id: 'a',
  type: 'Agency',
  label: 'Bureau of Journeys',
  aliases: ['BOJ'],
  evidence: ['Bureau of Journeys (BOJ)'],
};
const register = {
  id: 'd',
  type: 'Dataset',
  label: 'Border Crossing Register',
  agencies: ['BOJ'],
  temporal: { start: 1990, end: 2001, years: [1990, 1995, 2001] },
  countries: ['CHL', 'PER'],
  evidence: ['keeps the Border Crossing Register for 1990, 1995 and 2001 in Chile and Peru.'],
};

const goldOf = (entities: object[], damaged: object[] = []): Gold =>
  parseGold(JSON.stringify({ doc: 'test', entities, damaged }));
/** A reading is written as briefly as gold is, and filled up in the same way. */
const readingOf = (entities: object[], damaged: { quote: string }[] = []): Extraction => {
  const filled: Entity[] = goldOf(entities).entities;
  return parseExtraction(JSON.stringify({ doc: 'test', entities: filled, damaged }));
};
const scoreOf = (gold: Gold, reading: Extraction): Score => scoreDocument(gold, reading, text);
const counts = (score: Score, measure: string) => {
  const { right, wrong, found, missed } = tallyOf(score, measure);
  return { right, wrong, found, missed };
};

describe('score: entities', () => {
  it('pairs by label, by acronym and by most of the words, one to one', () => {
    const gold = goldOf([agency, register]);
    const read = readingOf([
      { ...agency, label: 'BOJ', aliases: [] },
      { ...register, label: 'the Border-Crossing Register' },
      { ...register, id: 'twice' },
    ]);
    expect(counts(scoreOf(gold, read), 'entities')).to.deep.equal({ right: 2, wrong: 1, found: 2, missed: 0 });
  });

  it('does not pair bodies that differ in one telling word, nor other types', () => {
    const gold = goldOf([{ ...agency, label: 'Statistics Denmark', aliases: [] }, register]);
    const read = readingOf([
      { ...agency, label: 'Statistics Norway', aliases: [] },
      { ...register, type: 'Publication' },
    ]);
    expect(counts(scoreOf(gold, read), 'entities')).to.deep.equal({ right: 0, wrong: 2, found: 0, missed: 2 });
  });

  it('accepts another type where the gold standard does', () => {
    const gold = goldOf([{ ...register, accepted: { types: ['Project'] } }]);
    expect(counts(scoreOf(gold, readingOf([{ ...register, type: 'Project' }])), 'entities').found).to.equal(1);
  });

  it('counts an optional entity neither when it is read, nor twice read, nor missing', () => {
    const gold = goldOf([agency, { ...register, optional: true }]);
    const none = { right: 1, wrong: 0, found: 1, missed: 0 };
    for (const extra of [[], [register], [register, { ...register, id: 'again' }]])
      expect(counts(scoreOf(gold, readingOf([agency, ...extra])), 'entities')).to.deep.equal(none);
  });

  it('pairs what has no name by its evidence, after what has one', () => {
    const unnamed = {
      id: 'e',
      type: 'Event',
      label: 'gathering about frontiers',
      descriptive: true,
      published: '2006-05',
      evidence: ['A meeting on borders took place in May 2006.'],
    };
    const score = scoreOf(goldOf([unnamed]), readingOf([{ ...unnamed, label: 'meeting on borders' }]));
    expect(counts(score, 'Event')).to.deep.equal({ right: 1, wrong: 0, found: 1, missed: 0 });
    const elsewhere = { ...unnamed, label: 'meeting on borders', evidence: ['The report on Cro'] };
    expect(counts(scoreOf(goldOf([unnamed]), readingOf([elsewhere])), 'Event').missed).to.equal(1);
  });

  it('tells two datasets of one name apart by what they cover', () => {
    const other = { ...register, id: 'o', agencies: ['Office for Travel'], countries: ['FJI'], temporal: null };
    const score = scoreOf(goldOf([register, other]), readingOf([other, register]));
    expect(counts(score, 'countries')).to.deep.equal({ right: 3, wrong: 0, found: 3, missed: 0 });
  });
});

describe('score: attributes', () => {
  const attribute = (name: string, gold: object, read: object) =>
    counts(scoreOf(goldOf([agency, { ...register, ...gold }]), readingOf([agency, { ...register, ...read }])), name);

  it('knows an owner by any of its names', () => {
    expect(attribute('agencies', {}, { agencies: ['The Bureau of Journeys'] })).to.deep.include({ found: 1, wrong: 0 });
    expect(attribute('agencies', {}, { agencies: ['Office for Travel'] })).to.deep.include({ missed: 1, wrong: 1 });
  });

  it('holds three single years and their hull apart', () => {
    const hull = { temporal: { start: 1990, end: 2001, years: [] } };
    expect(attribute('years', {}, hull)).to.deep.equal({ right: 0, wrong: 1, found: 0, missed: 3 });
    const asRounds = [1990, 1995, 2001].map((year) => ({ start: year, end: year }));
    expect(attribute('years', {}, { temporal: null, rounds: asRounds })).to.deep.include({ found: 3, wrong: 0 });
  });

  it('does not ask for the hull of rounds, and holds an open end and a closed one apart', () => {
    const rounds = [{ start: 1985, end: 1994, countryCount: 61 }];
    expect(
      attribute('years', { temporal: null, rounds }, { temporal: { start: 1985, end: 1994 }, rounds }),
    ).to.deep.include({
      found: 1,
      wrong: 0,
    });
    const open = { temporal: { start: 2008, end: null } };
    expect(attribute('years', open, { temporal: { start: 2008, end: 2008 } })).to.deep.include({ missed: 1, wrong: 1 });
  });

  it('lets accepted values pass and counts others, unless the attribute is not scored', () => {
    const read = { countries: ['CHL', 'PER', 'BOL'] };
    expect(attribute('countries', {}, read)).to.deep.equal({ right: 2, wrong: 1, found: 2, missed: 0 });
    expect(attribute('countries', { accepted: { countries: ['BOL'] } }, read).wrong).to.equal(0);
    expect(attribute('countries', { unscored: ['countries'] }, read)).to.deep.include({ found: 0, wrong: 0 });
  });

  it('compares corridors with their direction, counts by round, numbers without "No."', () => {
    const corridors = (pair: string[]) => ({ corridors: [pair] });
    expect(attribute('corridors', corridors(['CHL', 'PER']), corridors(['PER', 'CHL'])).missed).to.equal(1);
    const rounds = (countryCount: number) => ({ temporal: null, rounds: [{ start: 1985, end: 1994, countryCount }] });
    expect(attribute('countryCount', rounds(61), rounds(61)).found).to.equal(1);
    expect(attribute('countryCount', rounds(61), rounds(47))).to.deep.include({ missed: 1, wrong: 1 });
    const paper = (seriesNumber: string) => ({ type: 'Publication', seriesNumber });
    expect(attribute('seriesNumber', paper('12'), paper('No. 12')).found).to.equal(1);
  });

  it('minds "inferred" in both directions, and roles only where the gold standard has some', () => {
    expect(attribute('inferred', { inferred: true }, {})).to.deep.include({ missed: 1, wrong: 0 });
    expect(attribute('inferred', {}, { inferred: true })).to.deep.include({ missed: 0, wrong: 1 });
    const roles = { countryRoles: { CHL: 'reporting' } };
    expect(attribute('roles', {}, roles)).to.deep.include({ wrong: 0 });
    expect(attribute('roles', roles, { countryRoles: { CHL: 'origin' } })).to.deep.include({ missed: 1, wrong: 1 });
  });

  it('minds later attributes only where the gold standard states them, or is complete in them', () => {
    const read = { ...register, contact: 'a@b.example', status: 'discontinued' };
    const statusOf = (gold: object, more: object = {}) => {
      const stated = { doc: 'test', entities: [{ ...register, ...gold }], damaged: [], ...more };
      const { right, wrong, missed } = counts(scoreOf(parseGold(JSON.stringify(stated)), readingOf([read])), 'status');
      return { right, wrong, missed };
    };
    expect(statusOf({})).to.deep.equal({ right: 0, wrong: 0, missed: 0 });
    expect(statusOf({ status: 'discontinued' })).to.deep.equal({ right: 1, wrong: 0, missed: 0 });
    expect(statusOf({ status: null })).to.deep.equal({ right: 0, wrong: 1, missed: 0 });
    expect(statusOf({}, { complete: ['status'] })).to.deep.equal({ right: 0, wrong: 1, missed: 0 });
  });

  it('takes an address for the same with or without its scheme', () => {
    const page = (landingPage: string) => ({ landingPage });
    expect(attribute('landingPage', page('www.b.example'), page('http://www.b.example/')).found).to.equal(1);
    expect(attribute('landingPage', page('www.b.example'), page('http://www.c.example/')).missed).to.equal(1);
  });

  it('counts attributes of entities that were not found only in the overall recall', () => {
    const score = scoreOf(goldOf([agency, register]), readingOf([agency]));
    const tally = tallyOf(score, 'countries');
    expect([recall(tally), recallOverall(tally)]).to.deep.equal([1, 0]);
  });

  it('takes a further alias for wrong only when the text does not have it', () => {
    const alias = (name: string) =>
      counts(scoreOf(goldOf([agency]), readingOf([{ ...agency, aliases: ['BOJ', name] }])), 'aliases').wrong;
    expect([alias('the Bureau'), alias('Journeys Board')]).to.deep.equal([0, 1]);
  });
});

describe('score: sources, damage, floor and table', () => {
  it('finds evidence that is not in the text, missing evidence and invalid codes', () => {
    const score = scoreOf(
      goldOf([register]),
      readingOf([{ ...register, countries: ['CHL', 'XXX'], evidence: ['Chile', 'Chili'] }]),
    );
    expect(counts(score, 'evidence')).to.deep.include({ right: 1, wrong: 1 });
    expect(counts(score, 'codes')).to.deep.include({ right: 1, wrong: 1 });
    expect(counts(scoreOf(goldOf([]), readingOf([{ ...register, evidence: [] }])), 'evidence').wrong).to.equal(1);
  });

  it('finds a damaged place by either edge, and not by marking the whole page', () => {
    const gold = goldOf(
      [],
      [
        { quote: 'The report on Cro', also: ['of crossings.'] },
        { quote: 'BOJ', optional: true },
      ],
    );
    const damaged = (...quotes: string[]) =>
      counts(
        scoreOf(
          gold,
          readingOf(
            [],
            quotes.map((quote) => ({ quote })),
          ),
        ),
        'damaged',
      );
    expect(damaged('of crossings. Its Border')).to.deep.equal({ right: 1, wrong: 0, found: 1, missed: 0 });
    expect(damaged('Office for Travel', 'BOJ')).to.deep.equal({ right: 1, wrong: 1, found: 0, missed: 1 });
    const long = `${text}\n${'More text. '.repeat(200)}`;
    const page = scoreDocument(gold, readingOf([], [{ quote: long }]), long);
    expect(counts(page, 'damaged')).to.deep.equal({ right: 0, wrong: 1, found: 0, missed: 1 });
  });

  it('works out precision, recall and F1', () => {
    const tally = { right: 3, wrong: 1, found: 3, missed: 3, lost: 0 };
    expect([precision(tally), recall(tally)]).to.deep.equal([0.75, 0.5]);
    expect(f1(tally)).to.be.closeTo(0.6, 1e-9);
  });

  it('names what lies below the floor, and refuses a measure that does not exist', () => {
    const score = scoreOf(goldOf([agency, register]), readingOf([agency]));
    const floor = { note: { entities: { P: 1, R: 0.9 } } };
    expect(belowFloor(floor, 'note', score)).to.deep.equal(['note: R of entities is 0.500, the floor is 0.9']);
    expect(belowFloor(floor, 'texts', score)).to.deep.equal([]);
    expect(() => belowFloor({ note: { entity: { P: 1 } } }, 'note', score)).to.throw('entity');
  });

  it('prints a line a measure', () => {
    const table = tableOf('Title', scoreOf(goldOf([agency, register]), readingOf([agency]))).split('\n');
    expect(table.find((line) => line.startsWith('entities'))).to.match(/2\s+1\s+0\s+1\.000\s+0\.500\s+0\.667/);
    expect(table).to.have.length(2 + emptyScore().tallies.size);
  });

  it('takes themes for the same by a telling word, and names by most of their words', () => {
    expect(sharesTheme('remittances', 'impact of remittance flows')).to.equal(true);
    expect(sharesTheme('international migration', 'migration data')).to.equal(false);
    expect(overlapOf('Migration flows', 'The international migration flows')).to.be.closeTo(2 / 3, 1e-9);
  });

  it('refuses JSON that has null for a list', () => {
    const entity = { ...goldOf([register]).entities[0], countries: null };
    expect(() => parseExtraction(JSON.stringify({ doc: 'x', entities: [entity], damaged: [] }))).to.throw('countries');
  });
});
