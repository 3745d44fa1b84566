/** A thing in its sentence with the organisations beside it, and the rows that these stand in. */
import type { Mention } from './mention.js';
import type { Organisation } from './organisations.js';

/** A thing in its sentence, and the organisations named beside it, in the order of the text. */
export interface Site {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly all: readonly Mention<'organisation'>[];
  /** Places, years and days: they may stand between a verb and its agent. */
  readonly circumstances?: readonly { readonly start: number; readonly end: number }[];
}

/** Finds the owners that one construction tells; undefined where the sentence has it not. Pure. */
export type Relation = (site: Site) => Organisation[] | undefined;

const joins =
  /^(?:,\s(?:the\s)?|,?\sand\s(?:by\s)?(?:the\s|its\s)?|\s&\s|\s?\/\s?|-|\s?[–+]\s?|,?\s(?:jointly|together|in (?:cooperation|collaboration|partnership))\swith\s(?:the\s)?|,?\sas well as\s(?:by\s)?(?:the\s)?)$/i;
/** "A (City), B": where one sits does not end the row. */
const seat =
  /^(?:,\s\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?|\s\(\p{Lu}[\p{L}\s-]{2,30}\)|\sin\s\p{Lu}[\p{L}-]+)(?=,?\s(?:and|as well as)\s(?:by\s)?(?:the\s)?$)/u;

const joined = (gap: string): boolean => joins.test(gap) || (seat.test(gap) && joins.test(gap.replace(seat, '')));

/** The organisations that stand in a row with the one at `at`, itself included. */
export function rowOf({ text, all }: Pick<Site, 'text' | 'all'>, at: number): Mention<'organisation'>[] {
  let first = at;
  let last = at;
  while (first > 0 && joined(text.slice(all[first - 1]?.end, all[first]?.start))) first--;
  while (last + 1 < all.length && joined(text.slice(all[last]?.end, all[last + 1]?.start))) last++;
  return all.slice(first, last + 1);
}

export const organisationsOf = (row: readonly Mention<'organisation'>[]): Organisation[] => [
  ...new Set(row.map((mention) => mention.value)),
];

/** The organisations of the row that the mention at `at` stands in: "A, B and C", "us together with D". */
export const rowAt = (text: string, all: readonly Mention<'organisation'>[], at: number): Organisation[] =>
  organisationsOf(rowOf({ text, all }, at));

export const ownersAt = (site: Site, at: number): Organisation[] => organisationsOf(rowOf(site, at));
