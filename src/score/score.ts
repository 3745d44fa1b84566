/** Scores one reading of a text against its gold standard, and adds readings up. */
import type { NameKey } from './attributes.js';
import { compareAttribute, isJudged, wantedKeys } from './compare.js';
import { compareDamage } from './damage.js';
import { codesOf, type Extraction, entityTypes, isCountryCode } from './extraction.js';
import { attributes, type Gold } from './gold.js';
import { type Matching, matchEntities, namesOf } from './match.js';
import { normalise } from './similarity.js';
import { addTally, emptyTally, type Tally } from './tally.js';

/** By measure: `entities`, each entity type, each attribute, `damaged`, `evidence`, `codes`; `mistakes` in plain words. */
export interface Score {
  tallies: Map<string, Tally>;
  mistakes: string[];
}

export const measures: string[] = ['entities', ...entityTypes, ...attributes, 'damaged', 'evidence', 'codes'];

export const emptyScore = (): Score => ({
  tallies: new Map(measures.map((name) => [name, emptyTally()])),
  mistakes: [],
});

export function addScore(sum: Score, more: Score): void {
  for (const [name, tally] of more.tallies) addTally(tallyOf(sum, name), tally);
  sum.mistakes.push(...more.mistakes);
}

export function tallyOf(score: Score, name: string): Tally {
  const tally = score.tallies.get(name);
  if (!tally) throw new Error(`no measure is called ${name}`);
  return tally;
}

/** `text` is the file as it stands, front matter included. */
export function scoreDocument(gold: Gold, reading: Extraction, text: string): Score {
  const score = emptyScore();
  const matching = matchEntities(gold, reading.entities);
  scoreEntities(score, matching);
  scoreAttributes(score, matching, nameKey(gold, matching), text);
  scoreSources(score, reading, text);
  const damage = compareDamage(
    gold.damaged,
    reading.damaged.map((place) => place.quote),
    text,
  );
  addTally(tallyOf(score, 'damaged'), damage.tally);
  score.mistakes.push(...damage.missed.map((quote) => `damage missed: ${quote}`));
  score.mistakes.push(...damage.wrong.map((quote) => `damage wrong: ${quote}`));
  return score;
}

function scoreEntities(score: Score, { pairs, missed, wrong }: Matching): void {
  const count = (type: string, more: Partial<Tally>) => {
    for (const name of ['entities', type]) addTally(tallyOf(score, name), { ...emptyTally(), ...more });
  };
  for (const { gold } of pairs) if (!gold.optional) count(gold.type, { right: 1, found: 1 });
  for (const { type, label } of missed) {
    count(type, { missed: 1 });
    score.mistakes.push(`${type} missed: ${label}`);
  }
  for (const { type, label } of wrong) {
    count(type, { wrong: 1 });
    score.mistakes.push(`${type} wrong: ${label}`);
  }
}

function scoreAttributes(score: Score, { pairs, missed }: Matching, key: NameKey, text: string): void {
  for (const attribute of attributes) {
    const tally = tallyOf(score, attribute);
    for (const pair of pairs.filter(({ gold }) => !gold.optional)) {
      const comparison = compareAttribute(attribute, pair, { key, text });
      if (comparison === null) continue;
      addTally(tally, comparison.tally);
      const of = `${pair.gold.type} ${pair.gold.label}: ${attribute}`;
      if (comparison.missed.length > 0) score.mistakes.push(`${of} missed ${comparison.missed.join(', ')}`);
      if (comparison.wrong.length > 0) score.mistakes.push(`${of} wrong ${comparison.wrong.join(', ')}`);
    }
    for (const gold of missed) if (isJudged(attribute, gold)) tally.lost += wantedKeys(attribute, gold, key).length;
  }
}

/** Evidence is checked on every entity read, right or wrong: an entity without any counts as false evidence. */
function scoreSources(score: Score, reading: Extraction, text: string): void {
  const check = (measure: string, isRight: boolean, mistake: string) => {
    addTally(tallyOf(score, measure), { ...emptyTally(), right: isRight ? 1 : 0, wrong: isRight ? 0 : 1 });
    if (!isRight) score.mistakes.push(mistake);
  };
  const unified = text.replace(/\r\n?/g, '\n');
  for (const entity of reading.entities) {
    if (entity.evidence.length === 0) check('evidence', false, `no evidence: ${entity.label}`);
    for (const words of entity.evidence)
      check('evidence', text.includes(words) || unified.includes(words), `evidence not in the text: ${words}`);
    for (const code of codesOf(entity))
      check('codes', isCountryCode(code), `${entity.label}: ${code} is no country code`);
  }
}

/** All names of a body or series, in the gold standard and in the reading, lead to the id it has in the gold standard. */
function nameKey(gold: Gold, { pairs }: Matching): NameKey {
  const ids = new Map<string, string>();
  const learn = (names: string[], id: string) => {
    for (const name of names.map(normalise)) if (!ids.has(name)) ids.set(name, id);
  };
  const named = (type: string) => type === 'Agency' || type === 'Unit' || type === 'Series';
  for (const entity of gold.entities) if (named(entity.type)) learn([entity.label, ...entity.aliases], entity.id);
  for (const entity of gold.entities) if (named(entity.type)) learn(namesOf(entity), entity.id);
  for (const pair of pairs) if (named(pair.gold.type)) learn([pair.found.label, ...pair.found.aliases], pair.gold.id);
  return (name) => ids.get(normalise(name)) ?? normalise(name);
}
