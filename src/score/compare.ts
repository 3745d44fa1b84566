/** One attribute of one pair: what is right, wrong and missing. */
import { acceptedKey, keysOf, type NameKey, scoredOn } from './attributes.js';
import type { Attribute, GoldEntity } from './gold.js';
import { namesOf, type Pair } from './match.js';
import { normalise, sharesTheme } from './similarity.js';
import type { Tally } from './tally.js';

export interface Comparison {
  tally: Tally;
  missed: string[];
  wrong: string[];
}

export interface Context {
  key: NameKey;
  text: string;
}

/** Null where the attribute is not judged for this entity. */
export function compareAttribute(attribute: Attribute, pair: Pair, context: Context): Comparison | null {
  const { gold, found } = pair;
  if (!isJudged(attribute, gold)) return null;
  const wanted = wantedKeys(attribute, gold, context.key);
  const given = [...new Set(keysOf[attribute](found, context.key))];
  const accepted = new Set(acceptedKeys(attribute, gold, context.key));
  if (attribute === 'themes') return compareThemes(wanted, given, [...accepted]);
  if (attribute === 'aliases') return compareAliases(wanted, pair, context.text);
  if (attribute === 'roles' && wanted.length === 0) return null;
  return compareSets(wanted, given, accepted);
}

export const isJudged = (attribute: Attribute, gold: GoldEntity): boolean =>
  scoredOn[attribute].includes(gold.type) && !gold.unscored.includes(attribute);

export const wantedKeys = (attribute: Attribute, gold: GoldEntity, key: NameKey): string[] => [
  ...new Set(keysOf[attribute](gold, key)),
];

const acceptedKeys = (attribute: Attribute, gold: GoldEntity, key: NameKey): string[] =>
  (gold.accepted[attribute] ?? []).map((value) => acceptedKey(attribute, value, key));

function compareSets(wanted: string[], given: string[], accepted: Set<string>): Comparison {
  const missed = wanted.filter((key) => !given.includes(key));
  const wrong = given.filter((key) => !wanted.includes(key) && !accepted.has(key));
  const found = wanted.length - missed.length;
  return { missed, wrong, tally: { right: found, wrong: wrong.length, found, missed: missed.length, lost: 0 } };
}

/** Lenient: a theme is right when it shares a telling word with one in the gold standard; judged only where that has any. */
function compareThemes(wanted: string[], given: string[], accepted: string[]): Comparison | null {
  if (wanted.length === 0) return null;
  const isRight = (theme: string) => [...wanted, ...accepted].some((one) => sharesTheme(one, theme));
  const missed = wanted.filter((theme) => !given.some((one) => sharesTheme(one, theme)));
  const wrong = given.filter((theme) => !isRight(theme));
  const [right, found] = [given.length - wrong.length, wanted.length - missed.length];
  return { missed, wrong, tally: { right, wrong: wrong.length, found, missed: missed.length, lost: 0 } };
}

/** Label and alias may change places; a further alias is wrong only when the text does not have it. */
function compareAliases(wanted: string[], { gold, found }: Pair, text: string): Comparison {
  const given = [found.label, ...found.aliases].map(normalise);
  const allowed = new Set([...namesOf(gold), ...(gold.accepted['aliases'] ?? []).flat()].map(normalise));
  const source = normalise(text);
  const missed = wanted.filter((alias) => !given.includes(alias));
  const wrong = found.aliases.map(normalise).filter((alias) => !allowed.has(alias) && !source.includes(alias));
  const right = wanted.length - missed.length;
  return { missed, wrong, tally: { right, wrong: wrong.length, found: right, missed: missed.length, lost: 0 } };
}
