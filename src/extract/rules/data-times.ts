/** All times of a sentence as years: its years, and its days and months read as years of the data. */
import { type Mention, mentionsOf } from '../mention.js';
import type { Scene } from '../scene.js';

/** "July 1972 onwards", "January 2014 to date". */
const goesOn =
  /^\s?(?:onwards?\b|on[,.;]|to date\b|(?:to|until|up to) (?:the )?(?:present|today|now)\b|[–-]\s?(?:present\b|$))/;

/** What stands between two days makes them one stretch: "from March 2002 to February 2004", "between May 2001 and June 2003". */
function isStretch(text: string, from: { start: number; end: number }, to: { start: number }): boolean {
  const gap = text.slice(from.end, to.start);
  if (/^\s?(?:to|until|through|[-–])\s?$/.test(gap)) return true;
  return /^\sand\s$/.test(gap) && /\bbetween\s(?:the\s)?$/i.test(text.slice(Math.max(0, from.start - 14), from.start));
}

/** What may lead from a beginning to its end: "from 1985 | up to the day of the last interview in | 2018". */
const upTo =
  /^\s(?:up\s)?(?:to|until|till|through)\s(?:the\s)?(?:\p{Ll}+\s){1,7}(?:of|in)\s(?:the year\s)?(?:\d{1,2}\s)?(?:\p{Lu}\p{Ll}+\s)?$|^,?\sand\s(?:(?:at present|now|so far|currently)\s)?(?:(?:is|are)\scomplete|(?:runs?|goes|go|continues?|lasts?|extends?))\s(?:to|until|up to|till|through)\s(?:the\send\sof\s)?(?:\p{Lu}\p{Ll}+\s)?$|^,?\s(?:and\s)?(?:was|were)\s(?:closed|discontinued|given up|abandoned|ended)\s(?:down\s)?(?:in|at the end of|on)\s(?:\d{1,2}\s)?(?:\p{Lu}\p{Ll}+\s)?$|^,?\sand\shas\s(?:now\s|since\s)?been\s(?:extended|continued|brought)\s(?:up\s)?to\s(?:the\send\sof\s)?(?:\p{Lu}\p{Ll}+\s)?$|^,?\sand\s(?:it\s|they\s)?(?:stops?|ends?|stopped|ended|breaks? off|broke off|closes?|closed)\s(?:(?:at|in|with|on|after)\s)?(?:the\send\sof\s)?(?:\p{Lu}\p{Ll}+\s)?$/u;

/** "The first year is 2014, | earlier results being too thin, and the last so far is | 2022". */
const firstYear = /\bfirst\s(?:reference\s)?year\s(?:is|was)\s$/;
const andLast = /^,?\s[^.;]{0,130}\band\sthe\s(?:last|latest)(?:\s(?:one|so far|year))?\s(?:is|was)\s$/;

/** "1995 | is the first round, | 2022 | the latest". */
const isFirst = /^\s(?:is|was)\sthe\sfirst(?:\s\p{Ll}+)?,?\s(?:and\s)?$/u;
const isLatest = /^\s(?:(?:is|was)\s)?the\s(?:latest|last)\b/;

/** "between 1961 and 2011, that is in | 1961, 1971 …": the list tells more finely what the range does. */
const thatIs =
  /^,?\s\(?(?:that is|i\.e\.|namely|viz\.|to be exact|more exactly),?\s(?:(?:in|for|of)\s)?(?:the\syears\s)?$/i;

/** The years without the ranges that the list behind them spells out. */
function withoutSpelledOut(text: string, all: readonly Mention<'years'>[]): readonly Mention<'years'>[] {
  return all.filter(({ end, value }, n) => {
    const next = all[n + 1];
    return value.form !== 'range' || next?.value.form !== 'list' || !thatIs.test(text.slice(end, next.start));
  });
}

/** Joins a beginning to the end that the words behind it lead to. */
function joinStretches(text: string, all: readonly Mention<'years'>[]): Mention<'years'>[] {
  const joined: Mention<'years'>[] = [];
  for (const years of all) {
    const last = joined.at(-1);
    const from = last?.value.periods[0];
    const to = years.value.periods[0];
    const begins =
      last?.value.form === 'open' ||
      /\b(?:from|since|(?:starts?|begins?|started|began)\s(?:with|in|on)(?:\s(?:the\s)?(?:reference|calendar|school|fiscal)\s(?:year|month|quarter))?)\s$/i.test(
        text.slice(0, last?.start ?? 0).slice(-44),
      );
    const ends =
      last !== undefined &&
      from !== undefined &&
      to !== undefined &&
      last.value.periods.length === 1 &&
      to.start > from.start &&
      ((begins && years.start - last.end < 80 && upTo.test(text.slice(last.end, years.start))) ||
        (firstYear.test(text.slice(0, last.start)) && andLast.test(text.slice(last.end, years.start))) ||
        (isFirst.test(text.slice(last.end, years.start)) && isLatest.test(text.slice(years.end))));
    if (!ends) joined.push(years);
    else
      joined.splice(-1, 1, { ...last, end: years.end, value: { periods: [{ ...from, end: to.end }], form: 'range' } });
  }
  return joined;
}

/** Days and months as years of the data: "between April 2011 and September 2012", "since January 1995". */
export function yearsOf(scene: Scene): Mention<'years'>[] {
  const { text, mentions } = scene.reading;
  const found: Mention<'years'>[] = [];
  for (const date of mentionsOf(mentions, 'date')) {
    const start = Number(date.value.from.slice(0, 4));
    const end = Number((date.value.to ?? date.value.from).slice(0, 4));
    const last = found.at(-1);
    const from = last?.value.periods[0]?.start;
    if (last !== undefined && from !== undefined && from <= start && isStretch(text, last, date)) {
      found.splice(-1, 1, { ...last, end: date.end, value: { periods: [{ start: from, end }], form: 'range' } });
      continue;
    }
    const behind = text.slice(date.end, date.end + 24);
    const open =
      goesOn.test(behind) ||
      (/\b(?:since|from)\s(?:the\s)?$/i.test(text.slice(Math.max(0, date.start - 10), date.start)) &&
        !/^\s(?:to|until|through|[-–])/.test(behind));
    found.push({
      kind: 'years',
      start: date.start,
      end: date.end,
      value: { periods: [{ start, end: open ? null : end }], form: open ? 'open' : start === end ? 'single' : 'range' },
      foundBy: 'date',
    });
  }
  const all = [...mentionsOf(mentions, 'years'), ...found].sort((a, b) => a.start - b.start);
  return joinStretches(text, withoutSpelledOut(text, all));
}
