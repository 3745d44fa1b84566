/** A thing in its sentence with the organisations beside it, and the rows that these stand in. */
import type { Mention } from './mention.js';
import { isWithin, type Organisation } from './organisations.js';

/** A thing in its sentence, and the organisations named beside it, in the order of the text. */
export interface Site {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly all: readonly Mention<'organisation'>[];
  readonly circumstances?: readonly Span[];
  /** The other things that the sentence names: a clause right behind one of them is said of it. */
  readonly others?: readonly Span[];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** How far a relation reaches over the text. */
export const reach = 170;

const ownClause =
  /^["”»*_]{0,3}(?:\s\([^()]{1,40}\))?(?:,?\s(?:which|that)\s|,?\s(?:now\s)?(?:kept|held|maintained|run|compiled|collected|managed|operated|owned|administered|conducted|produced|published)\s)/;
const inRow = /^["”»*_]{0,3}(?:\s\([^()]{1,40}\))?(?:,|,?\sand|,?\sor|\s?&)\s(?:the\s)?["“«*_]{0,3}$/;

/** "Crew Statistics from the Tide Register, which is held by | the Port Office": what stands there is said of the thing between. */
export function isOfAnother({ text, end, others = [] }: Site, at: number): boolean {
  const other = others.findLast((thing) => thing.start >= end && thing.end <= at);
  return other !== undefined && ownClause.test(text.slice(other.end, at)) && !inRow.test(text.slice(end, other.start));
}

/** Finds the owners that one construction tells; undefined where the sentence has it not. Pure. */
export type Relation = (site: Site) => Organisation[] | undefined;

/** "the Statistics Unit | of the | Dock Board", "Statistics Unit, Dock Board". */
const ofLarger = /^(?:,?\s(?:of|at|in|within)\s(?:the\s)?|,\s(?:the\s)?|\s\((?:the\s)?)$/i;
/** "the Dock Board|'s own | Statistics Unit", "the ILO | Port Office", "the Dock Board|, through its | Statistics Unit". */
const ofSmaller = /^(?:['’]s?\s(?:own\s|new\s)?|,?\s(?:through|via)\sits\s(?:own\s)?|\s)$/;

/**
 * A part and the body that it is told to be a part of, as one: "the Statistics Unit of the Dock Board" and "the Dock Board's
 * Statistics Unit" are the unit, so that what stands behind them stands behind the unit.
 */
export function foldParts(text: string, mentions: readonly Mention<'organisation'>[]): Mention<'organisation'>[] {
  const folded: Mention<'organisation'>[] = [];
  for (const mention of mentions) {
    const before = folded.at(-1);
    const gap = before === undefined ? '' : text.slice(before.end, mention.start);
    if (before !== undefined && isWithin(before.value, mention.value) && ofLarger.test(gap))
      folded[folded.length - 1] = { ...before, end: mention.end };
    else if (before !== undefined && isWithin(mention.value, before.value) && ofSmaller.test(gap))
      folded[folded.length - 1] = { ...mention, start: before.start };
    else folded.push(mention);
  }
  return folded;
}

/** "jointly with", "in close cooperation with". */
export const togetherWith = String.raw`(?:jointly|together|along|in (?:close\s)?(?:co-?operation|collaboration|partnership|association|conjunction))\swith`;
const withOthers = `(?:${togetherWith}|with)`;
/** "Brazil's | Federal Police": a country's; "and the Ghana office of the | IOM": what it has there. */
const article = String.raw`(?:the\s|its\s|our\s|\p{Lu}[\p{L}-]+['’]s\s)?(?:(?:then|former)\s|(?:\p{Lu}\p{Ll}+\s){0,2}(?:country\s|regional\s)?office\sof\s(?:the\s)?)?`;
const joins = new RegExp(
  String.raw`^(?:,\s(?:the\s)?|,?\s(?:and|as well as)\s(?:(?:(?:jointly\s|together\s)?by|${withOthers})\s)?${article}|,?\s(?:${withOthers}|(?:jointly|together)\sby)\s${article}|\s&\s|\s?\/\s?|-|\s?[–+]\s?)$`,
  'iu',
);
/** "A (City), B": where one sits does not end the row. */
const seat =
  /^(?:,\s(?:in\s)?\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?|\s\(\p{Lu}[\p{L}\s-]{2,30}\)|\sin\s\p{Lu}[\p{L}-]+)(?=,?\s(?:and|as well as|(?:(?:jointly|together)\s)?with)\s)/u;

/** "LISER (formerly CEPS/INSTEAD) and STATEC". */
const formerName = /^\s\((?:formerly|previously|until \d{4}|earlier)\s[^()]{2,60}\)/;

/** Whether what stands between two organisations puts them in a row. */
export const isRowGap = (gap: string): boolean => {
  // "**A** and **B**".
  const words = gap.replace(/[*_]{2}/g, '').replace(formerName, '');
  return joins.test(words) || (seat.test(words) && joins.test(words.replace(seat, '')));
};

/** "belongs to A | and to the | B", "built at A, Lima, | and at | B", "of A in Lima | and of B": the little word before both. */
const again =
  /^(?:(?:,\s\p{Lu}[\p{L}-]+|\sin\s\p{Lu}[\p{L}-]+)?,?\s(?:and|as well as)\s(?:also\s)?|,\s)(to|at|of|from|by)\s(?:the\s|\p{Lu}[\p{L}-]+['’]s\s)?$/u;
function isSaidAgain(text: string, first: Mention<'organisation'>, gap: string): boolean {
  const word = again.exec(gap)?.[1];
  return (
    word !== undefined &&
    new RegExp(`\\b${word}\\s(?:the\\s|my\\s|our\\s)?$`).test(text.slice(Math.max(0, first.start - 12), first.start))
  );
}

/** "kept by the Ministry, and | the Dock Board had been given …": a clause of its own, and no row. */
const opensClause = (text: string, { end }: Mention<'organisation'>, gap: string): boolean =>
  /^,\sand\s(?:the\s)?$/.test(gap) &&
  /^\s(?:has|have|had|is|was|are|were|will|may|can|could|might|must|do|did|would|should|\p{Ll}+(?:s|ed))[\s.,;]/u.test(
    text.slice(end, end + 24),
  );

/** The organisations that stand in a row with the one at `at`, itself included. */
export function rowOf({ text, all }: Pick<Site, 'text' | 'all'>, at: number): Mention<'organisation'>[] {
  const follows = (n: number): boolean => {
    const [prior, next] = [all[n - 1], all[n]];
    if (prior === undefined || next === undefined) return false;
    const gap = text.slice(prior.end, next.start);
    // "the Statistics Bureau, the Community's new arm": says what the first one is.
    if (/^,\s(?:the\s)?$/.test(gap) && /^['’]s?\s\p{Ll}/u.test(text.slice(next.end, next.end + 5))) return false;
    return isRowGap(gap) || isSaidAgain(text, prior, gap);
  };
  let first = at;
  let last = at;
  while (follows(first)) first--;
  while (follows(last + 1)) last++;
  const row = all.slice(first, last + 1);
  return row.length === 2 && row[1] !== undefined && opensClause(text, row[1], text.slice(row[0]?.end, row[1].start))
    ? all.slice(at, at + 1)
    : row;
}

export const organisationsOf = (row: readonly Mention<'organisation'>[]): Organisation[] => [
  ...new Set(row.flatMap(({ value, also }) => (also === undefined ? [value] : [value, also]))),
];

/** The organisations of the row that the mention at `at` stands in: "A, B and C", "us together with D". */
export const rowAt = (text: string, all: readonly Mention<'organisation'>[], at: number): Organisation[] =>
  organisationsOf(rowOf({ text, all }, at));

export const ownersAt = (site: Site, at: number): Organisation[] => organisationsOf(rowOf(site, at));
