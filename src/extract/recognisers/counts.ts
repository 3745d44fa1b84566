/** Recognises numbers of countries that no list goes with: "more than 150 countries", "some 36 industrialized countries". */
import { findAll } from '../../notes/find-all.js';
import type { CountQualifier } from '../claim.js';
import type { Mention } from '../mention.js';

const numberWords: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const word = Object.keys(numberWords).join('|');
const pattern = new RegExp(
  String.raw`(?:\b(?<qualifier>more than|over|at least|upwards of|about|around|some|approximately|roughly|nearly|almost|close to|fewer than|less than|up to|all|the)\s(?:a\s|the\s)?)?` +
    String.raw`\b(?<number>\d{1,3}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:one|two|three|four|five|six|seven|eight|nine)|a hundred|one hundred|${word})\b` +
    String.raw`\s(?:(?!in\b|of\b|for\b|from\b|and\b|to\b|by\b|with\b|on\b|about\b)\p{L}[\p{L}/-]{0,20}\s){0,3}?(?:countries and (?:areas|territories|regions)|countries or areas|countries|states and (?:territories|union territories)|(?:member |participating |partner |EU |OECD |UNECE )states|nations|economies|states parties|EU-member states|EEA countries|territories)\b`,
  'giu',
);
const extent =
  /\b(?:each|every|all)\s(?:country|countries|nation|nations)(?:\s(?:or|and)\s(?:area|areas|territory|territories))?(?:\s(?:of|in)\sthe\sworld)?\b/gi;

const qualifiers: Readonly<Record<string, CountQualifier>> = {
  'more than': 'more-than',
  over: 'more-than',
  'at least': 'more-than',
  'upwards of': 'more-than',
  about: 'about',
  around: 'about',
  some: 'about',
  approximately: 'about',
  roughly: 'about',
  nearly: 'about',
  almost: 'about',
  'close to': 'about',
  'fewer than': 'fewer-than',
  'less than': 'fewer-than',
  'up to': 'fewer-than',
};

function readNumber(text: string): number {
  const lower = text.toLowerCase();
  if (/^\d/.test(lower)) return Number(lower);
  if (lower.endsWith('hundred')) return 100;
  const [tens = '', ones = ''] = lower.split('-');
  const units: Readonly<Record<string, number>> = { one: 1, ...numberWords };
  return (numberWords[tens] ?? 0) + (units[ones] ?? 0);
}

const anyNumber = new RegExp(String.raw`\d|\b(?:${word}|hundred)`, 'iu');

/** One of these is in every number of countries. */
export const countedPlaceWords: readonly string[] =
  'country countries states nation nations economies territories'.split(' ');

export function recogniseCounts(text: string): Mention<'count' | 'extent'>[] {
  const found: Mention<'count' | 'extent'>[] = [];
  for (const match of anyNumber.test(text) ? findAll(text, pattern) : []) {
    const words = match.groups?.['qualifier']?.toLowerCase() ?? '';
    const min = readNumber(match.groups?.['number'] ?? '');
    if (min < 2) continue;
    found.push({
      kind: 'count',
      start: match.index,
      end: match.index + match[0].length,
      value: { min, qualifier: qualifiers[words] ?? 'exactly', text: match[0].replace(/^the\s/i, '') },
      foundBy: 'country-count',
    });
  }
  for (const match of findAll(text, extent)) {
    if (!/area|world|territor/i.test(match[0]) && !/^(?:each|every)/i.test(match[0])) continue;
    found.push({
      kind: 'extent',
      start: match.index,
      end: match.index + match[0].length,
      value: 'EachCountryOrArea',
      foundBy: 'each-country',
    });
  }
  return found;
}
