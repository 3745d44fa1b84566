/** Whether what a claim says can be seen in what it quotes, by simple rules of this file alone. */
import { calls, namesFor, plain } from './country-names.js';
import type { Claim, Value } from './read-graph.js';

/** `seen`: in the quote; `inferred`: the claim says so itself, and on what; `unseen`: neither; `no rule`: cannot be told here. */
export type Sight = 'seen' | 'inferred' | 'unseen' | 'no rule';

type Rule = (object: Value, quoted: string, claim: Claim) => boolean;

const holds = (quoted: string, words: string): boolean => {
  const sought = plain(words);
  return sought !== '' && ` ${plain(quoted)} `.includes(` ${sought} `);
};

/** Years that are written out: 1985, 1985-94, 2002/3, the 1990s. */
function yearsIn(quoted: string): Set<string> {
  const years = new Set([...quoted.matchAll(/(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)/g)].flatMap(([, year]) => year ?? []));
  for (const [, from = '', to = ''] of quoted.matchAll(/(?<!\d)(1[5-9]\d\d|20\d\d)\s*[-–/]\s*(\d{1,2})(?!\d)/g))
    years.add(from.slice(0, 4 - to.length) + to);
  for (const [, decade = ''] of quoted.matchAll(/(?<!\d)(1[5-9]\d|20\d)0s/g)) years.add(`${decade}0`).add(`${decade}9`);
  return years;
}

const months = 'january february march april may june july august september october november december'.split(' ');

/** Year, month and day of a date, as far as it has them. */
const hasDate: Rule = ({ text }, quoted) => {
  const [, year = '', month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(text) ?? [];
  const name = months[Number(month) - 1] ?? '';
  return (
    yearsIn(quoted).has(year) &&
    (month === undefined || plain(quoted).includes(name)) &&
    (day === undefined || new RegExp(`(?<!\\d)0?${Number(day)}(?:st|nd|rd|th)?(?!\\d)`).test(quoted))
  );
};

const hasPeriod: Rule = ({ startYear, endYear }, quoted) => {
  const years = yearsIn(quoted);
  const ends = [startYear, endYear].filter((year) => year !== undefined);
  return ends.length > 0 && ends.every((year) => years.has(year));
};

const hasText: Rule = ({ text }, quoted) => holds(quoted, text);

/** By a name or an acronym. */
const hasName: Rule = ({ labels }, quoted) => labels.some((label) => holds(quoted, label));

const codeOf = ({ text, countries: [alpha2] }: Value): string | undefined =>
  alpha2 ?? /\/region\/(\d{3})$/.exec(text)?.[1];

const hasPlace: Rule = (place, quoted) => {
  const code = codeOf(place);
  const names = code === undefined ? [] : namesFor(code);
  if (names.some((name) => calls(quoted, name))) return true;
  return place.text.endsWith('/region/001')
    ? /\b(?:world|global|international|all countries|each country)/i.test(quoted)
    : // Groups and regions that Unicode does not number are called what they are called.
      code === undefined && hasName(place, quoted, undefined as never);
};

/** The beginning of a word is enough: statistics, statistical. */
const stemOf = (word: string): string => (word.length > 5 ? word.slice(0, 5) : word.replace(/s$/, ''));

const tooCommon = new Set(['and', 'of', 'the', 'for', 'in', 'on', 'to', 'migration', 'migrants', 'migrant']);

/** A word of the subject that tells it from others, in whatever form: a heading of a classification is seldom written out. */
const hasSubject: Rule = ({ labels }, quoted) =>
  labels.some((label) => {
    const words = plain(label).split(' ');
    const telling = words.filter((word) => !tooCommon.has(word));
    return (telling.length === 0 ? words : telling).some((word) => ` ${plain(quoted)}`.includes(` ${stemOf(word)}`));
  });

/** "The Bank", "its Office": by a word of the name that stands for all of it. */
const hasShortName: Rule = ({ labels }, quoted) => {
  const words = new Set(labels.flatMap((label) => label.split(' ')));
  return [...quoted.matchAll(/\b(?:[Tt]he|[Ii]ts) (\p{Lu}\p{L}+)\b/gu)].some(([, word = '']) => words.has(word));
};

/** Words by which the last part of a value's IRI is told. */
const byWord =
  (words: Readonly<Record<string, RegExp>>): Rule =>
  ({ text }, quoted) =>
    words[text.replace(/^.*[/#]/, '')]?.test(quoted) === true;

const numbers =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );

const hasNumber: Rule = ({ text }, quoted) =>
  new RegExp(`(?<![\\d.,])0*${Number(text)}(?![\\d]|[.,]\\d)`).test(quoted) ||
  (numbers[Number(text)] !== undefined && holds(quoted, numbers[Number(text)] ?? ''));

const qualifiers = {
  Approximately: /\b(?:about|some|around|approximately|nearly|almost)\b/i,
  MoreThan: /\b(?:more than|over)\b/i,
};

const hasQualifier: Rule = (object, quoted) =>
  object.text.endsWith('#Exactly')
    ? /\d/.test(quoted) || numbers.some((number) => holds(quoted, number))
    : byWord(qualifiers)(object, quoted, undefined as never);

/** Both ends of it. */
const hasCorridor: Rule = ({ countries }, quoted) =>
  countries.length === 2 && countries.every((code) => namesFor(code).some((name) => calls(quoted, name)));

const anyOf =
  (...rules: readonly Rule[]): Rule =>
  (...given) =>
    rules.some((rule) => rule(...given));

const rules: Readonly<Record<string, Rule>> = {
  title: hasText,
  alternative: hasText,
  prefLabel: hasText,
  altLabel: hasText,
  name: hasText,
  breakdown: hasText,
  countText: hasText,
  identifier: hasText,
  homepage: ({ text }, quoted) => quoted.includes(text.replace(/^https?:\/\//, '').replace(/\/$/, '')),
  hasEmail: ({ text }, quoted) => quoted.includes(text.replace('mailto:', '')),
  temporal: hasPeriod,
  issued: hasDate,
  created: hasDate,
  modified: hasDate,
  startDate: hasDate,
  endDate: hasDate,
  spatial: hasPlace,
  about: hasPlace,
  studyCountry: hasPlace,
  reportingCountry: hasPlace,
  originCountry: hasPlace,
  destinationCountry: hasPlace,
  containedInPlace: hasPlace,
  extent: (_, quoted) => /\b(?:each|all|every)\b/i.test(quoted),
  location: hasName,
  atLocation: hasName,
  publisher: anyOf(hasName, hasShortName),
  creator: anyOf(hasName, hasShortName),
  organizer: anyOf(hasName, hasShortName),
  wasAssociatedWith: anyOf(hasName, hasShortName),
  unitOf: anyOf(hasName, hasShortName),
  memberOf: hasName,
  isPartOf: anyOf(hasName, hasSubject),
  issuedAs: hasName,
  relation: hasName,
  theme: hasSubject,
  worksOn: hasSubject,
  corridor: hasCorridor,
  seriesNumber: hasNumber,
  countryCount: hasNumber,
  countQualifier: hasQualifier,
  measure: byWord({
    Stock: /stock|population|number of|census|resid/i,
    Flow: /flow|arriv|depart|entr|inflow|outflow/i,
  }),
  status: byWord({
    Forthcoming: /forthcoming|\bwill\b|to be (?:published|released|issued)|planned/i,
    Discontinued: /discontinued|no longer|ceased|used to/i,
  }),
  accrualPeriodicity: byWord({
    QUARTERLY: /quarter/i,
    ANNUAL: /annual|year/i,
    MONTHLY: /month/i,
    BIENNIAL: /biennial|two years/i,
  }),
};

/** Of a thing that was found across a lost heading: the sentence it stands in, and the one that its owner is inferred from. */
const saysWhatItRestsOn = ({ attribution, quotes }: Claim): boolean => attribution === 'Inferred' && quotes.length > 1;

const owners = new Set(['publisher', 'creator', 'organizer', 'wasAssociatedWith', 'unitOf']);

/** `others`: claims by their subjects; what a node of ours holds together is said where its parts are. */
export function lookFor(claim: Claim, others: ReadonlyMap<string, readonly Claim[]>): Sight {
  const { predicate, object, quotes } = claim;
  if (predicate === 'hasCoverage') {
    const own = new Set(quotes.map(({ iri }) => iri));
    const parts = others.get(object.text) ?? [];
    return parts.some((part) => part.quotes.some(({ iri }) => own.has(iri))) ? 'seen' : 'unseen';
  }
  const rule = rules[predicate];
  if (rule === undefined) return 'no rule';
  if (rule(object, quotes.map(({ exact }) => exact).join('\n'), claim)) return 'seen';
  return owners.has(predicate) && saysWhatItRestsOn(claim) ? 'inferred' : 'unseen';
}
