/** All times of a sentence as years: its years, and its days and months read as years of the data. */
import { type Mention, mentionsOf } from '../mention.js';
import type { Scene } from '../scene.js';

/** Days and months as years of the data: "between April and September 2012", "since January 1995". */
export function yearsOf(scene: Scene): Mention<'years'>[] {
  const { text, mentions } = scene.reading;
  const years: Mention<'years'>[] = mentionsOf(mentions, 'years');
  let last: { mention: Mention<'years'>; end: number } | undefined;
  for (const date of mentionsOf(mentions, 'date')) {
    const start = Number(date.value.from.slice(0, 4));
    if (
      last !== undefined &&
      /^\s?(?:to|until|and|through|[-–])\s?$/.test(text.slice(last.end, date.start)) &&
      start >= (last.mention.value.periods[0]?.start ?? start)
    ) {
      // "from March 2002 to February 2004"
      years.splice(years.indexOf(last.mention), 1, {
        ...last.mention,
        end: date.end,
        value: { periods: [{ start: last.mention.value.periods[0]?.start ?? start, end: start }], form: 'range' },
      });
      last = undefined;
      continue;
    }
    const since =
      /\b(?:since|from)\s(?:the\s)?$/i.test(text.slice(Math.max(0, date.start - 10), date.start)) &&
      !/^\s(?:to|until|through|[-–])/.test(text.slice(date.end));
    const mention: Mention<'years'> = {
      kind: 'years',
      start: date.start,
      end: date.end,
      value: { periods: [{ start, end: since ? null : start }], form: since ? 'open' : 'single' },
      foundBy: 'date',
    };
    years.push(mention);
    last = { mention, end: date.end };
  }
  return years.sort((a, b) => a.start - b.start);
}
