/** Says in a few words why nothing was made of a mention, by its kind and what stands around it. */
import { findAll } from '../notes/find-all.js';
import type { Mention } from './mention.js';
import { isExcluded } from './rules/data-places.js';

/** What a reason depends on besides the mention. */
export interface Context {
  /** The passage as it was read. */
  readonly text: string;
  readonly heading: boolean;
  readonly garbled: boolean;
  readonly cut: boolean;
}

/** What a year near such a word is the year of; the nearest in front of it tells, else the first behind. */
const otherYears: readonly (readonly [words: RegExp, what: string])[] = [
  [
    /\b(?:established|founded|created|launched|set up|introduced|inaugurated|initiated|began|started)\b/gi,
    'a foundation',
  ],
  [/\b(?:updated?|updating|revis\w+|last modified|modified|version)\b/gi, 'an update'],
  [/\b(?:publish\w*|published|released?|issued|printed|appeared|edition|reports?|yearbook|book)\b/gi, 'a publication'],
  [/\b(?:discontinued|suspended|terminated|closed|ended|renamed|merged)\b/gi, 'its end'],
  [/\b(?:conferences?|meetings?|workshops?|seminars?|sessions?|held)\b/gi, 'a meeting'],
  [/\b(?:adopted|ratified|signed|law|act|convention|resolution|regulation|directive|protocol)\b/gi, 'a legal text'],
  [/\b(?:entered|entry|digiti[sz]\w+|keyed|archived|deposited)\b/gi, 'data entry'],
  [/\b(?:planned|forthcoming|expected|will be|programmed?|budget|target)\b/gi, 'a plan'],
];

function lastIn(text: string, words: RegExp): number {
  let at = -1;
  for (const match of findAll(text, words)) at = match.index;
  return at;
}

function reasonForYears(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - 120), start);
  const after = text.slice(end, end + 60);
  const near = otherYears
    .map(([words, what]) => ({ what, at: lastIn(before, words) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => b.at - a.at)[0];
  const behind = otherYears.find(([words]) => lastIn(after, words) >= 0)?.[1];
  const what = near?.what ?? behind;
  return what === undefined ? 'nothing says that it is a year of the data' : `looks like the year of ${what}`;
}

const styles = {
  italic: 'in italics',
  quoted: 'in quotation marks',
  bold: 'in bold',
  link: 'linked',
  plain: 'by its capitals',
} as const;

/** A reason that always holds; rules know better ones, and give them by `scene.reject`. */
export function reasonFor(mention: Mention, { text, garbled, cut, heading }: Context): string {
  if (garbled) return 'stands in a garbled passage';
  switch (mention.kind) {
    case 'title':
      return `is set off ${styles[mention.value.style]}, but nothing says what it is the title of`;
    case 'name':
      if (heading) return 'is a heading';
      return `"${mention.value.head}" may name a ${mention.value.class}, but nothing else says that it does${cut ? ', and the passage is broken' : ''}`;
    case 'years':
    case 'date':
      return reasonForYears(text, mention.start, mention.end);
    default:
      return isExcluded(text, mention.start, mention.end)
        ? 'the sentence leaves it out'
        : 'nothing says that the data cover it';
  }
}
