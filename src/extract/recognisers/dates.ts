/** Recognises days and months: "17 to 19 January 2005", "May 2–3, 2006", "2006-05-02", "3.5.2006", "July 2006". */
import { findAll } from '../../notes/find-all.js';
import type { Mention } from '../mention.js';

/** Month names by number, in the languages that notes mix in: English, German, French, Spanish, Portuguese, Italian. */
const monthNames: readonly string[] = [
  'january januar janvier enero janeiro gennaio jan',
  'february februar février febrero fevereiro febbraio feb',
  'march märz maerz mars marzo março mar',
  'april avril abril aprile apr',
  'may mai mayo maio maggio',
  'june juni juin junio junho giugno jun',
  'july juli juillet julio julho luglio jul',
  'august août agosto aug',
  'september septembre septiembre setembro settembre sept sep',
  'october oktober octobre octubre outubro ottobre oct okt',
  'november novembre noviembre novembro nov',
  'december dezember décembre diciembre dezembro dicembre dec dez',
];
export const monthWords: readonly string[] = monthNames.flatMap((names) => names.split(' '));
const month = `(${[...monthWords].sort((a, b) => b.length - a.length).join('|')})\\.?`;
const day = String.raw`(\d{1,2})(?:st|nd|rd|th|\.|º|er)?`;
const year = String.raw`((?:1[5-9]|20)\d{2})`;
const dash = String.raw`\s?(?:-|–|—|/|to|and|until|bis|und|au|et|al|y)\s?`;

interface Form {
  /** Whether it is written with figures only. */
  readonly figures?: true;
  readonly pattern: RegExp;
  readonly read: (groups: readonly string[]) => { from: string; to?: string } | undefined;
}

const two = (text: string | undefined): string => (text ?? '').padStart(2, '0');
/** The number of a month by one of its names, in two digits. */
function monthNumber(name: string): string {
  return two(String(monthNames.findIndex((names) => names.split(' ').includes(name.toLowerCase())) + 1));
}
function dayOf(y: string | undefined, m: string, d: string | undefined): string | undefined {
  const number = Number(d);
  return number >= 1 && number <= 31 && Number(m) >= 1 && Number(m) <= 12 ? `${y}-${two(m)}-${two(d)}` : undefined;
}
function span(from: string | undefined, to: string | undefined): { from: string; to?: string } | undefined {
  if (from === undefined) return undefined;
  return to === undefined || to === from ? { from } : { from, to };
}

const forms: readonly Form[] = [
  {
    // 29 May to 2 June 2006
    pattern: new RegExp(
      String.raw`\b${day}\s+${month}(?:\s+${year})?${dash}${day}\s+${month},?\s+(?:de\s+)?${year}\b`,
      'gi',
    ),
    // "1 May 2004 and 2 June 2005" are two days, not all that lie between them.
    read: ([words = '', d1, m1 = '', y1, d2, m2 = '', y2]) =>
      y1 !== undefined && /\d{4}\s(?:and|und|et|y)\s/.test(words)
        ? undefined
        : span(dayOf(y1 ?? y2, monthNumber(m1), d1), dayOf(y2, monthNumber(m2), d2)),
  },
  {
    // 17 to 19 January 2005, 2-3 May 2006
    pattern: new RegExp(String.raw`\b${day}${dash}${day}\s+(?:of\s+|de\s+)?${month},?\s+(?:de\s+)?${year}\b`, 'gi'),
    read: ([, d1, d2, m = '', y]) => span(dayOf(y, monthNumber(m), d1), dayOf(y, monthNumber(m), d2)),
  },
  {
    // 12 October 2004, 3. Mai 2006
    pattern: new RegExp(String.raw`\b${day}\s+(?:of\s+|de\s+)?${month},?\s+(?:de\s+)?${year}\b`, 'gi'),
    read: ([, d, m = '', y]) => span(dayOf(y, monthNumber(m), d), undefined),
  },
  {
    // May 2–3, 2006
    pattern: new RegExp(String.raw`\b${month}\s+${day}${dash}${day},?\s+${year}\b`, 'gi'),
    read: ([, m = '', d1, d2, y]) => span(dayOf(y, monthNumber(m), d1), dayOf(y, monthNumber(m), d2)),
  },
  {
    // May 2, 2006
    pattern: new RegExp(String.raw`\b${month}\s+${day},\s+${year}\b`, 'gi'),
    read: ([, m = '', d, y]) => span(dayOf(y, monthNumber(m), d), undefined),
  },
  {
    // 15.04.–30.06.2003
    figures: true,
    pattern: /(?<![\d.])(\d{1,2})\.(\d{1,2})\.\s?[–-]\s?(\d{1,2})\.(\d{1,2})\.((?:19|20)\d{2})\b/g,
    read: ([, d1, m1 = '', d2, m2 = '', y]) => span(dayOf(y, m1, d1), dayOf(y, m2, d2)),
  },
  {
    // 2.-3.5.2006 and 3.5.2006
    figures: true,
    pattern: /(?<![\d.])(?:(\d{1,2})\.\s?(?:-|–|\/)\s?)?(\d{1,2})\.(\d{1,2})\.((?:19|20)\d{2})\b/g,
    read: ([, d1, d2, m = '', y]) => span(dayOf(y, m, d1 ?? d2), dayOf(y, m, d2)),
  },
  {
    // 2006-05-02
    figures: true,
    pattern: /(?<![\d-])((?:19|20)\d{2})-(\d{2})-(\d{2})(?![\d-])/g,
    read: ([, y, m = '', d]) => span(dayOf(y, m, d), undefined),
  },
  {
    // June and July 2006 (the later month tells least wrongly when only one is kept: the first is)
    pattern: new RegExp(String.raw`\b${month},?\s+(?:(?:of|de)\s+)?${year}\b`, 'gi'),
    read: ([, m = '', y]) => ({ from: `${y}-${monthNumber(m)}` }),
  },
];

/** `hasMonth` may be false where no word of the text names a month. */
export function recogniseDates(text: string, hasMonth = true): Mention<'date'>[] {
  if (!/\d{4}/.test(text)) return [];
  const hasFigures = /\d[.-]\d/.test(text);
  if (!hasMonth && !hasFigures) return [];
  const found: Mention<'date'>[] = [];
  for (const { figures, pattern, read } of forms) {
    if (figures ? !hasFigures : !hasMonth) continue;
    for (const match of findAll(text, pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && end > other.start)) continue;
      const value = read(match);
      if (value !== undefined) found.push({ kind: 'date', start, end, value, foundBy: 'date' });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
