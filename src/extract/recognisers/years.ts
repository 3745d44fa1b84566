/** Recognises years and what they make together: ranges, open ends, decades, lists of reference years. */
import { findAll } from '../../notes/find-all.js';
import type { Period } from '../claim.js';
import type { Mention } from '../mention.js';
import { takeOutGaps } from './year-gaps.js';
import { yearsApart } from './year-intervals.js';

const year = String.raw`(?:1[5-9]|20)\d{2}`;
/** A year with what may be part of it: "2008/09", "1998/1999", "2017 Q1", "1999-01". */
const bare = String.raw`${year}(?:\s?-?Q[1-4]\b|\/${year}|\/\d{2}(?![\d/])|[–-]\d{2}(?![\d/-]))?`;
/** With what may lead to it: "the first quarter of 2008", "mid-2019", "school year 2008/09". */
const point = (name: string, form = bare): string =>
  String.raw`(?:(?:the\s)?(?:first|second|third|fourth|last)\s(?:quarter|half|semester|trimester)\sof\s|Q[1-4]\s|(?:the\s)?(?:about|around|early|late|end of|start of|beginning of|(?:(?:school|academic|fiscal|financial)\s)?year)\s|mid-|end-)?(?<${name}>${form})`;
/** Projections end in a year that no other data reach: "2022–2100". */
const last = `(?:${bare}|2100)`;
const until = String.raw`to|until|till|through(?:\sto)?|up to(?:\sand including)?`;
/** One member of a list of years, most specific first; the names of the groups tell what it is. */
const member = new RegExp(
  [
    // "2 1995" is a number in digits; "PSELL-2 1995" is not.
    String.raw`(?<![\w/.-]|(?<![a-z][-–])\d )(?:`,
    String.raw`(?<openDash>${year})\s?(?:[-–—]\s?(?:present|today|now|date|ongoing|current)\b|[-–—](?=\s*(?:$|[|;),.\]]|\s{2}))|\+(?!\d))`,
    String.raw`|(?:from |since )?${point('openTo')}\s(?:to|until|till|up to|through)\s(?:the )?(?:present|today|now|date|this day|current)\b(?:\s(?:day|year))?`,
    String.raw`|(?:from |since )?${point('openOn')}\s(?:onwards?|and later|and after|and following)\b`,
    String.raw`|from ${point('openFrom')}\son(?=[,.;)]|$)`,
    String.raw`|(?:between |from )?${point('from')}\s?(?:[-–—]|${until})\s?(?:the )?${point('to', last)}(?!\d)`,
    String.raw`|(?:since|starting in|beginning in|beginning with|starting from|starting with|from)\s(?:the year |early |late |mid-|about |about the year |around |january |1 january )?${point('since')}(?!\d|[-–—/]\d|,\s?(?:and\s)?${year}|\s?(?:[-–—]|${until}|and)\s?(?:the |about |around |[a-z]{3,9} )?\d)(?![\w])`,
    String.raw`|between\s${point('betweenFrom')}\sand\s${point('betweenTo', last)}(?!\d)`,
    String.raw`|(?:the\s)?(?<decade>(?:1[5-9]|20)\d0)'?s\b`,
    String.raw`|(?<single>${bare})(?![\d%]|[.:]\d|,\d{1,3}(?!\d)|['’]s|-\d|/\d)`,
    ')',
  ].join(''),
  'gi',
);
/** No member is without a year in figures: a quick look saves the long pattern from most texts. */
const anyYear = /(?:1[5-9]|20)\d{2}/g;
/** No more stands in a member before its year than in "starting with the second semester of 2008", which has some forty. */
const longestLead = 80;
/** What joins the members of a list. */
const joint =
  /^(?:\s?,\s?(?:and\s|or\s|then\s)?|,?\s(?:and|or|&|as well as)\s(?:again\s|also\s|finally\s|then\s)?(?:in\s|for\s|every year\s|each year\s|annually\s|fiscal\s(?:year\s)?|FY\s?)?|\s?\/\s?|\s?;\s?(?:and\s)?|\s?\+\s?)$/;
const quantity =
  /^\s(?:(?:(?!(?:and|or|but|which|that|with|among|when|where|who|whose|by|from|for|in|at|during|as|asked|asks|covers|counted|counts|found|gave|gives|lists|holds|contains|includes|has|have|had|is|are|was|were)\b)\p{Ll}+[ -]){0,2})?(?:households?|respondents?|persons?|people|interviews?|migrants?|individuals?|records?|cases?|women|men|children|refugees?|workers?|families|dwellings?|villages?|municipalities|pages?|participants?|observations?|entries|victims?|students?|adults?|USD|EUR|euros?|dollars?|km|copies|applicants?|members|staff|files|tables|questionnaires|variables|indicators|series\b(?! of)|documents|titles|publications|studies|documents|users|enumerators|clusters|communities|localities|adults|nationals|arrivals|departures|permits|applications)\b/iu;
const amountBefore =
  /(?:\b(?:sample of|some|nearly|almost|approximately|roughly|over|more than|fewer than|less than|up to|at least|total of|n\s?=|No\.?|nos?\.|page|pp?\.|resolution|tel\.?:?|\+)\s?|[$€£#]\s?)$/i;
/** "generally covering the period …", "ca. 1946"; of "about" and the like only the years themselves stand behind it. */
const qualifierBefore =
  /\b(?:(generally|mostly|mainly|usually|typically|normally|largely|chiefly)\s(?:(?:cover(?:s|ed|ing)?|available|held|relat(?:es?|ing) to|refers? to|from|for|in|of|the|period|years?|since|between)\s){0,4}|(about|around|approximately|approx\.|roughly|circa|ca\.|c\.|estimated)\s(?:(?:from|the|period|years?|since)\s){0,3})$/i;
/** "1950 (estimated)", "1890–1910 (approx.)". */
const qualifierBehind =
  /^\s[([](?:(?:an?\s)?(estimated|estimate|approx(?:imate(?:ly)?|\.)?|about|circa|ca\.|c\.))[)\]]/i;
const words: Readonly<Record<string, number>> = {
  sixties: 1960,
  seventies: 1970,
  eighties: 1980,
  nineties: 1990,
  'two-thousands': 2000,
};
const decadeInWords = /\bthe\s(sixties|seventies|eighties|nineties|two-thousands)\b/gi;

/** "2008/09" is 2008 to 2009, "1999/00" is 1999 to 2000; "2017 Q1" is 2017. */
function readPoint(text: string): { start: number; end: number; split: boolean } {
  const start = Number(text.slice(0, 4));
  const rest = /^\d{4}[/–-](\d{4}|\d{2})$/.exec(text)?.[1];
  if (rest === undefined) return { start, end: start, split: false };
  const end = rest.length === 4 ? Number(rest) : shortYear(start, Number(rest));
  return { start, end: Math.max(start, end), split: end === start + 1 };
}

/** "1999-01 to 2022-12": what is no pair of years in a row is a year with its month. */
function readRange(from: string, to: string): Period {
  const [first, last] = [readPoint(from), readPoint(to)];
  const inYears = [first, last].every(({ start, end, split }) => split || start === end);
  return { start: first.start, end: inYears ? last.end : last.start };
}

function readMember(
  groups: Record<string, string | undefined>,
): { period: Period; form: 'single' | 'range' | 'open' } | undefined {
  const open = groups['openDash'] ?? groups['openTo'] ?? groups['openOn'] ?? groups['openFrom'] ?? groups['since'];
  if (open !== undefined) return { period: { start: readPoint(open).start, end: null }, form: 'open' };
  const decade = groups['decade'];
  if (decade !== undefined) return { period: { start: Number(decade), end: Number(decade) + 9 }, form: 'range' };
  const single = groups['single'];
  if (single !== undefined) {
    const { start, end } = readPoint(single);
    return { period: { start, end }, form: start === end ? 'single' : 'range' };
  }
  const { start, end } = readRange(
    groups['from'] ?? groups['betweenFrom'] ?? '',
    groups['to'] ?? groups['betweenTo'] ?? '',
  );
  return end !== null && end > start ? { period: { start, end }, form: 'range' } : undefined;
}

/** 1999/00 is 2000, 2005-06 is 2006. */
function shortYear(from: number, short: number): number {
  const sameCentury = from - (from % 100) + short;
  return sameCentury > from ? sameCentury : sameCentury + 100 - from <= 50 ? sameCentury + 100 : from;
}

interface Member {
  readonly start: number;
  readonly end: number;
  readonly period: Period;
  readonly form: 'single' | 'range' | 'open';
}

function qualifierOf(before: string, behind: string): string | undefined {
  const match = qualifierBefore.exec(before);
  return (match?.[1] ?? match?.[2] ?? qualifierBehind.exec(behind)?.[1])?.toLowerCase();
}

/** The matches of the long pattern, which is tried near years alone. */
function matchMembers(text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  for (let from = 0; ; from = member.lastIndex) {
    anyYear.lastIndex = from;
    if (!anyYear.test(text)) return found;
    member.lastIndex = Math.max(from, anyYear.lastIndex - 4 - longestLead);
    const match = member.exec(text);
    if (match === null) return found;
    found.push(match);
  }
}

/** The single members of the text, sample sizes and other amounts left out. */
function findMembers(text: string): Member[] {
  const members: Member[] = [];
  for (const match of matchMembers(text)) {
    const found = readMember(match.groups ?? {});
    if (found === undefined) continue;
    const end = match.index + match[0].length;
    const before = text.slice(Math.max(0, match.index - 60), match.index);
    if (found.form === 'single') {
      if (
        quantity.test(text.slice(end, end + 60)) &&
        !/\b(?:in|since|for|by|of the|from|until|during)\s$/i.test(before)
      )
        continue;
      if (amountBefore.test(before)) continue;
    }
    const qualifier = qualifierOf(before, text.slice(end, end + 24));
    const period = qualifier === undefined ? found.period : { ...found.period, qualifier };
    members.push({ start: match.index, end, period, form: found.form });
  }
  for (const match of findAll(text, decadeInWords)) {
    const start = words[(match[1] ?? '').toLowerCase()];
    if (start !== undefined)
      members.push({
        start: match.index,
        end: match.index + match[0].length,
        period: { start, end: start + 9 },
        form: 'range',
      });
  }
  return members.sort((a, b) => a.start - b.start);
}

interface Joined {
  readonly start: number;
  end: number;
  readonly periods: Period[];
  readonly forms: Member['form'][];
}

/** "2014-2015 to 2019-2020": from one pair of years to another, as of harvests. */
function isSeasonTo(text: string, { end, periods, forms }: Joined, item: Member): boolean {
  const before = periods.at(-1);
  return (
    before !== undefined &&
    forms.length === 1 &&
    forms[0] === 'range' &&
    item.form === 'range' &&
    before.end === before.start + 1 &&
    item.period.end === item.period.start + 1 &&
    item.period.start > before.start &&
    /^\s(?:to|until|through|up to)\s$/.test(text.slice(end, item.start))
  );
}

/** "from 2012 and 2004 respectively": two things, and each goes on. */
function openEach(text: string, { start, end, periods, forms }: Joined): void {
  if (forms.length < 2 || forms.some((form) => form !== 'single')) return;
  if (
    !/\b(?:from|since)\s$/i.test(text.slice(Math.max(0, start - 6), start)) ||
    !/^,?\srespectively\b/.test(text.slice(end))
  )
    return;
  periods.forEach((period, n) => {
    periods[n] = { ...period, end: null };
  });
}

/** "at five-year intervals from 1990 to 2020": a year every five. */
function spaceOut(text: string, { start, end, periods, forms }: Joined): void {
  const [whole, ...others] = periods;
  if (whole === undefined || others.length > 0 || whole.end === null || whole.end === whole.start) return;
  const apart = yearsApart(text, start, end);
  const last = whole.end;
  if (apart === undefined || (last - whole.start) % apart !== 0 || last - whole.start < 2 * apart) return;
  periods.length = 0;
  for (let year = whole.start; year <= last; year += apart) periods.push({ start: year, end: year });
  forms.splice(0, forms.length, ...periods.map(() => 'single' as const));
}

/** Years in the order of the text; the members of one list are one mention. */
export function recogniseYears(text: string): Mention<'years'>[] {
  if (!/\d{4}|ties\b/.test(text)) return [];
  const found: Joined[] = [];
  for (const item of findMembers(text)) {
    const last = found.at(-1);
    if (
      last !== undefined &&
      item.start >= last.end &&
      joint.test(text.slice(last.end, item.start)) &&
      last.forms.at(-1) !== 'open'
    ) {
      last.end = item.end;
      last.periods.push(item.period);
      last.forms.push(item.form);
    } else if (last !== undefined && isSeasonTo(text, last, item)) {
      last.end = item.end;
      const first = last.periods.pop() ?? item.period;
      last.periods.push({ ...item.period, start: first.start });
    } else if (last === undefined || item.start >= last.end) {
      found.push({ start: item.start, end: item.end, periods: [item.period], forms: [item.form] });
    }
  }
  for (const item of found) {
    openEach(text, item);
    spaceOut(text, item);
  }
  const mentions = found.map(
    ({ start, end, periods, forms }): Mention<'years'> => ({
      kind: 'years',
      start,
      end,
      value: { periods, form: forms.length > 1 ? 'list' : (forms[0] ?? 'single') },
      foundBy: 'years',
    }),
  );
  return takeOutGaps(text, mentions);
}
