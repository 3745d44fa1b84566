/** Finds when a document was published, by the words around its title. */

import { createPatternOf } from '../pattern-of.js';
import { kindNoun } from '../recognisers/kind-nouns.js';
import { insideOf } from '../recognisers/recognise.js';
import type { Scene } from '../scene.js';

interface Span {
  readonly start: number;
  readonly end: number;
}

const publishing =
  /\b(?:publish\w*|issued?|issues|releas\w+|launch\w*|present\w+|adopt\w*|prepared|appear\w*|available|produced|completed|finali[sz]ed|dated|dates from|goes back to|printed|brought out|which (?:we|they) (?:did|made)|followed|written|wrote|edited|came out|comes out|updated version|new version|edition)\b/i;

/** What stands between a title and its date: ", Lima, |", ", working paper, |", ", by A. Kral and B. Rao, |", ", Lima: Dock Press, |". */
const kindOrTown = new RegExp(
  String.raw`^["”*]?,\s(?:(?:\p{Lu}[\p{L}\s.&-]{0,50}|(?:[\p{Ll}-]+\s){0,3}${kindNoun}|(?:with|by)\s[^;()“”"]{3,100}|\p{Lu}[\p{L}-]+:\s\p{Lu}[^.;()“”"]{2,80}),\s)?$`,
  'u',
);
/** "“Rafts of Old” of | November 2012", "“Rafts of Old”, Lima | 2012": only where marks tell that the title has ended. */
const behindMark = /^["”»*_]{0,2}(?:\sof|,\s\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?)\s$/u;
const isMarked = (text: string, { end }: Span): boolean => /["”»*_]/.test(text.slice(end - 1, end + 1));
const documentIn = new RegExp(String.raw`\b${kindNoun}\s(?:in|of|from)\s$`);

/** Every date and year of the passage that no title holds, as ISO text with its span. */
function datesOf(scene: Scene): { start: number; end: number; iso: string }[] {
  const found: { start: number; end: number; iso: string }[] = [];
  for (const mention of scene.reading.mentions) {
    if (mention.kind === 'date') found.push({ start: mention.start, end: mention.end, iso: mention.value.from });
    if (mention.kind === 'years' && mention.value.form === 'single')
      found.push({ start: mention.start, end: mention.end, iso: String(mention.value.periods[0]?.start) });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The publication date of the title at a span, ISO 8601; undefined where the passage does not tell it. */
export function findPublished(scene: Scene, span: Span): string | undefined {
  const { text, mentions } = scene.reading;
  const dates = datesOf(scene);
  const titles = mentions.filter((mention) => mention.kind === 'title');
  const between = (from: number, to: number): boolean =>
    titles.some((other) => other.start >= from && other.end <= to && other.start !== span.start);
  let ofEdition: string | undefined;
  for (const date of dates) {
    if (date.start < span.end) continue;
    const gap = text
      .slice(span.end, date.start)
      .replace(/\s\([^()]{0,80}\)/g, '')
      .replace(/\b(No|Nr|vol)\.\s?(?=\d)/gi, '$1 ');
    if (gap.length > 160 || between(span.end, date.start)) break;
    // "(2006)", ", UNFPA (2006)", "(OECD, 2019)", ", 2006"
    if (
      /^["”*]?\s?(?:,?\s?[^.;()]{0,80}\s?)?\((?:[^()]{0,60}[,\s:]\s?)?$/.test(gap) &&
      /^[a-z]?[\s,;)]/.test(text.slice(date.end, date.end + 2)) &&
      !/\b(?:data|cover\w*|from|since|for)\b/i.test(gap)
    ) {
      if (!/^\sedition\b/.test(text.slice(date.end, date.end + 8))) return date.iso;
      // "(2022 edition), issued in November 2022": the latter tells more.
      ofEdition = date.iso;
      continue;
    }
    if (isMarked(text, span) && behindMark.test(gap)) return date.iso;
    if (kindOrTown.test(gap) && /^[.,;)\s]|^$/.test(text.slice(date.end, date.end + 1))) return date.iso;
    if (
      /^[^.;]{0,150}$/.test(gap) &&
      publishing.test(gap) &&
      /\b(?:in|on|of|since|at|early|late|mid|dates from|back to|dated|printed|published|issued|released|,)\s(?:early\s|late\s|mid-?\s?|the\s\p{L}+\sof\s)?$/iu.test(
        gap,
      ) &&
      !/\b(?:covers?|covering|data|updated)\b/i.test(gap)
    )
      return date.iso;
  }
  if (ofEdition !== undefined) return ofEdition;
  const [first] = dates.filter((other) => other.start >= span.end);
  if (first !== undefined) {
    const gap = text.slice(span.end, first.start);
    // What a reference puts between title and year: series in brackets, symbol, number, town.
    const numbered = gap
      .replace(/\([^()]{0,80}\)/g, '')
      .replace(/,?\s\b(?:[Nn]o\.|Nr\.|[Vv]ol\.|[Nn]umber)\s?\d+(?:\s(?:of|in)\s(?:the\s)?)?/g, ' ');
    // A stop goes before a series with its number, and no sentence: "“Title”. Harbour Papers, No. 9, 2021".
    const rest = numbered === gap ? gap : numbered.replace(/^(["”*]?)\./, '$1');
    if (gap.length < 160 && /^["”*]?[,\s]*(?:\p{Lu}[\p{L}\s.,&-]{0,100},\s)?$/u.test(rest)) return first.iso;
    if (
      /^["”*]?\s(?:(?:together|jointly|first|again|online|only)\s)?(?:in|on)\s(?:early\s|late\s)?$/.test(
        rest.replace(/\s+/g, ' '),
      ) &&
      publishing.test(text.slice(Math.max(0, span.start - 60), span.start))
    )
      return first.iso;
  }
  for (const date of dates.filter((other) => other.end <= span.start).reverse()) {
    const gap = text.slice(date.end, span.start);
    if (gap.length > 90 || between(date.end, span.start)) break;
    const before = text.slice(Math.max(0, date.start - 60), date.start);
    // "published in April 2006 a Report on …", "in 2005, the Committee adopted a …", "(2006) *Title*", "the 2006 …"
    if (publishing.test(before.slice(-30)) && /\b(?:in|on|of)\s$/i.test(before) && !/[;.]/.test(gap)) return date.iso;
    if (
      /^[^.;]{0,80}$/.test(gap) &&
      publishing.test(gap) &&
      /(?:^|[\s(])in\s(?:early\s|late\s|mid-?\s?)?$/i.test(before)
    )
      return date.iso;
    if (/^[a-z]?\)[.,:]?\s["“*]?$/.test(gap) && /\((?:forthcoming,\s)?$/.test(before)) return date.iso;
    // "a first inventory in 2009, Counting Boats": the noun tells what is dated.
    if (/^,\s["“*]?$/.test(gap) && documentIn.test(before)) return date.iso;
    if (
      /^\s(?:edition|issue|version|report|annual report|yearbook)?(?:\sof)?(?:\s(?:the|its|a))?\s?["“*]?$/.test(gap) &&
      /\b(?:the|its|a|of)\s$/i.test(before)
    )
      return date.iso;
  }
  return yearInside(scene, span);
}

const yearAtEdge = createPatternOf(
  (year) =>
    new RegExp(
      `^${year}\\b|\\b(?:Report|Review|Outlook|Yearbook|Profile|Handbook|Bulletin|Abstract|Factbook|Population|Trends|Edition|Atlas|Guide|Update|Survey Report|Statistics|Indicators|Facts)\\s${year}(?:$|:)`,
    ),
);

/** "Human Development Report 2000", "1976 Recommendations on …": a year at either end of the title is its own. */
function yearInside(scene: Scene, span: Span): string | undefined {
  const title = scene.reading.text.slice(span.start, span.end).replace(/^["“*_]+|["”*_.,]+$/g, '');
  const years = insideOf(scene.reading, span, 'years').filter((mention) => mention.value.form === 'single');
  for (const mention of years) {
    const year = String(mention.value.periods[0]?.start);
    if (yearAtEdge(year).test(title)) return year;
  }
  return undefined;
}

const notOut = '(?:forthcoming|in press|in preparation|under preparation|to appear)';
const saidBehind = new RegExp(
  String.raw`^[^.;]{0,80}\(${notOut}\)|^["”*_]{0,2}(?:[^.;()]{0,60},|[,.–—-]|\s[–—-])\s${notOut}(?=\s?[.,;)|]|\s?$)|^["”*_]{0,2},?\s(?:[^.;]{0,60}[,\s])?to be\s(?:\p{Ll}+ly\s)?(?:published|released|issued|printed)\b`,
  'iu',
);
const saidBefore = new RegExp(
  String.raw`\b(?:forthcoming|upcoming)\s(?:\p{L}+\s){0,3}["“*_]{0,2}$|\(${notOut}(?:,\s(?:\p{L}+\s)?\d{4})?\)[.,:]?\s["“*_]{0,2}$`,
  'iu',
);

/** Whether the words beside a title say that it is not out yet: "(forthcoming)", "UPF (in press). Title". What a verb says is for the rule of status. */
export const isForthcoming = (text: string, { start, end }: Span): boolean =>
  saidBehind.test(text.slice(end, end + 120)) || saidBefore.test(text.slice(Math.max(0, start - 80), start));
