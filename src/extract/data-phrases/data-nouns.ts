/** The common nouns by which English calls data, and the little words that bound a noun phrase. */

/**
 * How much a noun tells by itself: a `holding` is a thing that somebody keeps ("register"), `content` what is in it and
 * published from it ("tables"), `loose` a word that as often speaks of no collection at all ("data", "figures"). What is `counted` is data only where somebody counts it. A `project`
 * is no data, and is told from them by its noun alone.
 */
export type DataNoun = 'holding' | 'content' | 'loose' | 'counted' | 'project';

const words = (list: string): string[] => list.split(' ');

const singular: ReadonlyMap<string, DataNoun> = new Map([
  ...words(
    'database databank dataset register registry cadastre linkage panel survey census microcensus file index inventory archive repository collection compilation module portal dashboard poll enquiry inquiry barometer ledger supplement',
  ).map((noun) => [noun, 'holding'] as const),
  ...words('tabulation table estimate count indicator list matrix projection series stock flow tally').map(
    (noun) => [noun, 'content'] as const,
  ),
  ...words('record figure number return question').map((noun) => [noun, 'loose'] as const),
  ...words(
    'detection clearance arrival departure crossing admission application approval registration permit visa entry exit inflow outflow receipt card slip interview complaint certificate naturalisation naturalization repatriation deportation removal marriage enrolment placement',
  ).map((noun) => [noun, 'counted'] as const),
  ...words('project programme program pilot initiative study').map((noun) => [noun, 'project'] as const),
]);

const irregular: ReadonlyMap<string, DataNoun> = new Map([
  ['censuses', 'holding'],
  ['indices', 'holding'],
  ['indexes', 'holding'],
  ['registries', 'holding'],
  ['inventories', 'holding'],
  ['enquiries', 'holding'],
  ['inquiries', 'holding'],
  ['entries', 'counted'],
  ['matrices', 'content'],
  ['microdata', 'content'],
  ['statistics', 'content'],
  ['data', 'loose'],
  ['information', 'loose'],
]);

/** All words that `dataHead` may know. */
export const dataNounWords: readonly string[] = [
  ...[...singular.keys()].flatMap((noun) => [noun, `${noun}s`]),
  ...irregular.keys(),
  ...words('system set bank'),
];

/** "registration system": a system of data by the word before it. */
const systemOf = /^(?:information|registration|reporting|monitoring|tracking|recording|registry)$/;

export interface DataHead {
  readonly kind: DataNoun;
  /** In the singular. */
  readonly noun: string;
  readonly plural: boolean;
}

/** The data noun that a lower-case word is, if it is one. */
export function dataHead(word: string, before: string): DataHead | undefined {
  // A series of what, or of talks, only the words around it tell.
  if (
    word === 'series' &&
    !/^(?:time|data|annual|quarterly|monthly|yearly|older|longer|long|new|present|historical|remittances?|migration|population|arrivals|departures)$/.test(
      before,
    )
  )
    return undefined;
  const own = singular.get(word);
  if (own !== undefined) return { kind: own, noun: word, plural: false };
  if (word === 'system' && systemOf.test(before)) return { kind: 'holding', noun: 'system', plural: false };
  // "data set", "data bank": two words for one.
  if ((word === 'set' || word === 'bank') && before === 'data')
    return { kind: 'holding', noun: `data${word}`, plural: false };
  const plural = irregular.get(word);
  if (plural !== undefined) return { kind: plural, noun: singularOf(word), plural: true };
  const stem = word.endsWith('s') ? word.slice(0, -1) : undefined;
  const kind = stem === undefined ? undefined : singular.get(stem);
  return kind === undefined || stem === undefined ? undefined : { kind, noun: stem, plural: true };
}

/** "registries" → "registry", "matrices" → "matrix"; what is no regular plural stays. */
export function singularOf(word: string): string {
  if (word === 'censuses') return 'census';
  if (word === 'matrices') return 'matrix';
  if (word === 'indices' || word === 'indexes') return 'index';
  if (word.endsWith('ies') && word !== 'series') return `${word.slice(0, -3)}y`;
  return singular.has(word.replace(/s$/, '')) ? word.replace(/s$/, '') : word;
}

/** Premodifiers that tell one collection from no other: "the annual survey" is any. */
export const plainModifiers: ReadonlySet<string> = new Set(
  words(
    'annual quarterly monthly weekly daily yearly biennial half-yearly regular periodic new recent latest current present existing first second third fourth fifth last next earlier later former previous older old older main own joint pilot various different several many some few two three four five national official international regional local public detailed same similar comparable other another further additional available large small major short brief user satisfaction household sample telephone online special statistical electronic whole entire full complete first-ever more most such only all both data time published related relevant',
  ),
);

const determiners: ReadonlyMap<string, 'indefinite' | 'definite' | 'demonstrative' | 'possessive' | 'negative'> =
  new Map([
    ...words('a an one another each every').map((word) => [word, 'indefinite'] as const),
    ['the', 'definite'],
    ...words('this that these those such').map((word) => [word, 'demonstrative'] as const),
    ...words("its their our his her whose 's '").map((word) => [word, 'possessive'] as const),
    ...words('no neither any').map((word) => [word, 'negative'] as const),
  ]);

export type Determiner = 'indefinite' | 'definite' | 'demonstrative' | 'possessive' | 'negative' | 'bare';

export const determinerOf = (word: string): Determiner => determiners.get(word) ?? 'bare';

const prepositions = new Set(
  words(
    'of on for about by in at from with without to into onto through under over among between within across against behind beyond during since until till before after as than like via per upon around near off towards toward out up off down regarding concerning including covering except excluding besides',
  ),
);
const others = new Set(
  words(
    'and or but nor so if when while where whereas although though because who which that whose whom what how why there here it they we he she you i them us is are was were be been being am has have had having do does did done will would can could shall should may might must not never also often usually still already even just both together either very too only again once twice thus therefore however then now itself themselves',
  ),
);

/** A word that may not stand inside a noun phrase in front of its head. */
export const isFunctionWord = (word: string): boolean =>
  prepositions.has(word) || others.has(word) || determiners.has(word);
export const isPreposition = (word: string): boolean => prepositions.has(word);
