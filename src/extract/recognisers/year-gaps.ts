/** Takes out of a range the years that the text excepts from it: "2004–2019, except 2010" is two ranges. */
import type { Period } from '../claim.js';
import type { Mention } from '../mention.js';

/** What stands between a range and the years that are missing from it. */
const excepting =
  /^(?:,|;|\s\(|,?\s[–—-])?\s?(?:with the (?:sole |single )?exception of|(?:but )?(?:except(?:ing)?(?: for| in| that for)?|excluding|without|not(?: for| in)?|less|minus)|save(?: for)?|(?:interrupted|a gap|with a gap|with gaps|no data|none|no round|no rounds|no survey|no figures) (?:in|for))\s(?:the\s)?(?:years?\s|data for\s|rounds? of\s)?$/i;

/** "1993 to the present; 1998 is missing": the years stand before what is said of them. */
const between = /^(?:,|;|\s\()\s?(?:the year\s)?$/;
const missingBehind =
  /^\s(?:(?:is|are|was|were)\s)?(?:missing|excepted|excluded|omitted|left out|not (?:available|covered|included))\b/i;

/** What is left of a period without so many years within it. */
function without(period: Period, missing: Period): Period[] {
  const to = missing.end;
  const end = period.end ?? Number.POSITIVE_INFINITY;
  if (to === null || missing.start < period.start || to > end) return [period];
  const parts: Period[] = [];
  if (missing.start > period.start) parts.push({ ...period, end: missing.start - 1 });
  if (to < end) parts.push({ ...period, start: to + 1 });
  return parts;
}

/** Whether what follows a range is told to be missing from it. */
const isMissing = (text: string, range: Mention<'years'>, next: Mention<'years'>): boolean => {
  const gap = text.slice(range.end, next.start);
  return excepting.test(gap) || (between.test(gap) && missingBehind.test(text.slice(next.end, next.end + 40)));
};

/** The mentions of years in a text, ranges without the years that are excepted from them. */
export function takeOutGaps(text: string, years: readonly Mention<'years'>[]): Mention<'years'>[] {
  const found: Mention<'years'>[] = [];
  for (const next of years) {
    const range = found.at(-1);
    const whole = range?.value.periods.some(({ start, end }) => start !== end) === true;
    if (range === undefined || !whole || next.start - range.end > 60 || !isMissing(text, range, next)) {
      found.push(next);
      continue;
    }
    const periods = next.value.periods.reduce<readonly Period[]>(
      (left, missing) => left.flatMap((period) => without(period, missing)),
      range.value.periods,
    );
    const form = periods.length > 1 ? 'list' : range.value.form;
    found.splice(-1, 1, { ...range, end: next.end, value: { periods, form } });
  }
  return found;
}
