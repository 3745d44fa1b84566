/** Recognises titles that nothing sets apart but their capitals, by the words beside them: "its report, Who Stays on the Quay, was …". */
import { findAll } from '../../notes/find-all.js';
import type { Mention } from '../mention.js';
import { type Token, tokenFrom, tokenUpTo } from '../tokens.js';
import { kindNoun, typeOfPhrase } from './kind-nouns.js';
import { namesNoData } from './name-heads.js';
import type { Scan } from './scan.js';
import { type Run, runFrom, runUpTo, type Surroundings, titleWords } from './title-runs.js';

const article = '(?:[Aa]n?|[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur|[Hh]is|[Hh]er|[Tt]his|[Oo]ne)';
const phrase = String.raw`(?<phrase>(?:[\p{Ll}\d-]+\s){0,4}${kindNoun})`;
/** "its final report, |", "a first inventory in 2009, |", "the paper entitled |". */
const nounBefore = new RegExp(
  String.raw`(?:(?<![\p{L}-])${article}|['’]s|s['’])\s${phrase}(?:\s(?:of|in)\s(?:\p{Lu}\p{Ll}+\s)?\d{4})?(?<link>,|:|,?\s(?:called|entitled|titled|named|under the title)|(?=\s(?!(?:Mr|Mrs|Ms|Dr|Prof|Professor)\b)))\s(?=\p{Lu})`,
  'gu',
);
/** "a study by the Dock School, |", "a volume that we issued with others, |", "the book of the year was |": what it is stands further off. */
const nounFurther = new RegExp(
  String.raw`(?<![\p{L}-])${article}\s${phrase}\s(?:(?:by|for|from|that|which|prepared|written|of|on)\s[^,.;:()]{3,110},|(?:of|on)\s[^,.;:()]{3,60}\s(?:is|was))\s(?=\p{Lu})`,
  'gu',
);
/** "those who prefer people should read |". */
const toRead = /\b(?:contributed to|should read|may read|(?:please|to|also) (?:read|consult))\s(?=\p{Lu})/gu;
/** "|, a paper that …", "|, an annual release of …". */
const nounBehind = new RegExp(String.raw`,\s(?:which\sis\s)?(?:an?|the|its|their|our)\s${phrase}\b`, 'gu');
/** "| (No. 12, 2018)", "| (Harbour Working Paper 6883, May 2014)". */
const numberBehind =
  /\s\((?:(?:No|Nr|Vol|Issue)\.?\s?\d{1,4}\b|(?:\p{Lu}[\p{L}&-]*,?\s(?:(?:of|on|and|for|in)\s)?){1,8}?(?:(?:[Nn]o|Nr|[Vv]ol)\.\s?)?[A-Z]?\d{1,5}(?:[:/]\d{1,4})?[,)])/gu;
/** "Harbour Working Paper 22, |", "No. 9 (May 2020), |". */
const numberBefore =
  /\b(?:(?:Papers?|Reports?|Briefs?|Notes?|Series|Bulletin|Studies|Monographs?)\s?(?:[Nn]o\.\s?[A-Z]?\d{1,5}|[A-Z]?(?!(?:19|20)\d\d[,:])\d{1,5})(?:[:/]\d{1,4})?|(?:No|no|Nr|Vol)\.\s?\d{1,4}(?:[:/]\d{1,4})?)(?:\s\([^()]{4,24}\))?[,:]\s(?=\p{Lu})/gu;
/** "| (ST/HBR/2738)". */
const symbolBehind = /\s\([A-Z]{1,8}(?:\/[A-Z0-9.-]+){1,6}\)/g;
/** "| is number 41 in the series …", "|, No. 12 of the Quay Papers". */
const numberIn =
  /(?:,|\s(?:is|was|appeared as|came out as))\s(?:the\s)?(?:[Nn]o\.|[Nn]r\.?|[Nn]umber|[Vv]olume|[Vv]ol\.)\s?\d{1,4}\s(?:of|in)\s/gu;
/** "have jointly prepared |: …": of two parts it is no body's name. */
const prepared =
  /\b(?:prepared|written|produced|co-authored|compiled|presented in|set out in|summari[sz]ed in)\s(?=\p{Lu})/gu;
/** "published in June 2015 under the title |". */
const underTitle = /\bunder the title\s(?=\p{Lu})/gu;
/** "| was edited by …", "| came out in 2004": what only a document has done to it. */
const documentary =
  /\s(?:(?:was|is|has\sbeen)\s(?:\p{Ll}+ly\s)?(?:edited|published|written|printed|reprinted|translated|authored|co-published)|came\sout|appeared)\s(?:by|in|for|from|with|under|as|on|into)\b/gu;
/** "… are in |, University Press (2006)": a reference in the middle of a sentence. */
const imprintBehind = /,\s(?=\p{Lu})[^,.;()]{3,70}\s\((?:19|20)\d{2}\)/gu;
/** "issued | in 2012 as number 38 …": long enough to be no body's name. */
const published = /\b(?:published|issued|released|brought out|printed|launched|wrote|authored)\s(?=\p{Lu})/gu;

const shortest: Readonly<Record<string, number>> = { Publication: 3, Series: 2, Event: 2, Project: 2, Dataset: 2 };

function isTitle(tokens: readonly Token[], run: Run, least: number): boolean {
  const words = tokens.slice(run.first, run.last + 1).filter((token) => token.kind === 'word');
  return words.length >= least && words.filter((token) => token.capital).length >= 2;
}

/** What closes a title that stands in apposition: a person's name goes on with a verb. */
const closed = (text: string, at: number): boolean => /^(?:["”*_]?[,.;)]|\s\(|$)/.test(text.slice(at, at + 3));

const kindWord = new RegExp(String.raw`\b${kindNoun}\b`, 'u');
/** A cheap look whether any of the other words beside a title is there at all. */
const hint =
  /\b(?:No|no|Nr|Vol|Issue)\.\s?\d|\s\(\p{Lu}[^()]*\d|\b(?:Paper|Brief|Note|Report|Series|Bulletin|Studies|Monograph)s?\s[\dN]|\b(?:published|issued|released|brought out|printed|launched|wrote|authored)\s\p{Lu}|\b(?:edited|published|written|reprinted|translated|authored|came|appeared)\s\p{Ll}|\s\((?:19|20)\d{2}\)|\b(?:read|consult|contributed to)\s\p{Lu}|\b(?:[Nn]umber|[Vv]olume)\s\d|\b(?:prepared|produced|compiled|(?:presented|set out|summari[sz]ed) in)\s\p{Lu}/u;

/** "a study called Two Homes" is work that somebody does; what was entitled so is a document. */
const calledStudy = (words: string): boolean => /\bstudy,?\s(?:called|named)\s$/.test(words);

/** Titles in plain letters, in the order of the text. */
export function recognisePlainTitles(
  scan: Pick<Scan, 'text' | 'tokens' | 'mayHold'>,
  around: Surroundings,
): Mention<'title'>[] {
  const { text } = scan;
  const hasKind = scan.mayHold('titleKind') && kindWord.test(text);
  if (!hasKind && !hint.test(text)) return [];
  const { tokens } = scan;
  const found: Mention<'title'>[] = [];
  const besideKind = (pattern: RegExp) => (hasKind ? findAll(text, pattern) : []);
  const hasBracket = text.includes('(');
  const bracketed = (pattern: RegExp) => (hasBracket ? findAll(text, pattern) : []);
  const add = (run: Run, least: number, foundBy: string): void => {
    const begin = tokens[run.first];
    const end = tokens[run.last];
    if (begin === undefined || end === undefined || !isTitle(tokens, run, least)) return;
    // "the survey, Ministry of Labour, 2005", "the meeting, New York, 5 May": who and where.
    const all = tokens.slice(run.first, run.last + 1).filter((token) => token.capital);
    if (/apposition|noun/.test(foundBy) && namesNoData.test(end.text)) return;
    if (around.isOrganisation(begin) || all.every(around.isPlace) || all.every(around.isOrganisation)) return;
    if (found.some((other) => begin.start < other.end && end.end > other.start)) return;
    const words = text.slice(begin.start, end.end).replace(/\s+/g, ' ');
    found.push({ kind: 'title', start: begin.start, end: end.end, value: { text: words, style: 'plain' }, foundBy });
  };
  for (const match of besideKind(nounBefore)) {
    const type = typeOfPhrase(match.groups?.['phrase'] ?? '');
    const first = tokenFrom(tokens, match.index + match[0].length);
    if (type === undefined || first === undefined) continue;
    const run = runFrom(tokens, first, around, /[a-z]$/.test(match.groups?.['link'] ?? ''));
    const link = match.groups?.['link'] ?? '';
    // "the register Central Files", "the project called Two Homes": data and projects have their own rules.
    if (!/^[,:]$/.test(link) && (type === 'Dataset' || type === 'Project' || calledStudy(match[0]))) continue;
    if (/[a-z]$/.test(link) || link === '' || closed(text, tokens[run.last]?.end ?? 0))
      add(run, shortest[type] ?? 3, 'title-noun-before');
  }
  // No body and no place is named like that: "a study by the School, |Who Left? (2020)|".
  const addWorded = (run: Run, foundBy: string): void => {
    const inside = tokens.slice(run.first, run.last + 1);
    const behind = text.slice(inside.at(-1)?.end ?? 0).slice(0, 60);
    const worded = inside.some(({ text: word, capital }) => !capital && (/^[:?!]$/.test(word) || titleWords.has(word)));
    const first = inside[0]?.text ?? '';
    const spoken = inside.length >= 3 && /^(?:\p{Lu}\p{Ll}+ing|Who|What|Why|How|Where|When)$/u.test(first);
    if (
      ((worded || spoken) && closed(text, inside.at(-1)?.end ?? 0)) ||
      /^\s\((?:[^()]{0,40}\s)?(?:19|20)\d{2}\)/.test(behind)
    )
      add(run, 3, foundBy);
  };
  for (const match of besideKind(nounFurther)) {
    const first = tokenFrom(tokens, match.index + match[0].length);
    if (first !== undefined && typeOfPhrase(match.groups?.['phrase'] ?? '') === 'Publication')
      addWorded(runFrom(tokens, first, around, true), 'title-noun-further');
  }
  for (const match of findAll(text, toRead)) {
    const first = tokenFrom(tokens, match.index + match[0].length);
    if (first !== undefined) addWorded(runFrom(tokens, first, around, true), 'title-to-read');
  }
  for (const match of /\d/.test(text) ? findAll(text, numberBefore) : []) {
    const first = tokenFrom(tokens, match.index + match[0].length);
    if (first !== undefined) add(runFrom(tokens, first, around), 3, 'title-number-before');
  }
  for (const match of besideKind(nounBehind)) {
    const last = tokenUpTo(tokens, match.index);
    if (
      last === undefined ||
      typeOfPhrase(match.groups?.['phrase'] ?? '') === undefined ||
      tokens[last]?.capital !== true
    )
      continue;
    const run = runUpTo(tokens, last, around);
    // "International Migration, Slovenia, an annual release": the place is the end of the title.
    const comma = tokens[run.first - 1]?.text === ',' && tokens.slice(run.first, last + 1).every(around.isPlace);
    add(comma ? { first: runUpTo(tokens, run.first - 2, around).first, last } : run, 2, 'title-noun-behind');
  }
  for (const match of bracketed(numberBehind)) {
    const last = tokenUpTo(tokens, match.index);
    if (last !== undefined && tokens[last]?.capital === true)
      add(runUpTo(tokens, last, around), 3, 'title-number-behind');
  }
  for (const match of bracketed(symbolBehind)) {
    const last = tokenUpTo(tokens, match.index);
    if (last !== undefined && tokens[last]?.capital === true)
      add(runUpTo(tokens, last, around), 4, 'title-symbol-behind');
  }
  for (const match of findAll(text, underTitle)) {
    const first = tokenFrom(tokens, match.index + match[0].length);
    if (first !== undefined) add(runFrom(tokens, first, around, true), 2, 'title-under');
  }
  for (const [matches, foundBy] of [
    [findAll(text, documentary), 'title-documentary'],
    [bracketed(imprintBehind), 'title-imprint'],
  ] as const)
    for (const match of matches) {
      const last = tokenUpTo(tokens, match.index);
      if (last === undefined || tokens[last]?.capital !== true) continue;
      const run = runUpTo(tokens, last, around);
      // "a paper by | Ada Holland | appeared in 2018": who wrote it.
      if (tokens[run.first - 1]?.text === 'by') continue;
      const subtitle = tokens.slice(run.first, last).some((token) => token.text === ':');
      if (subtitle || foundBy === 'title-documentary') add(run, subtitle ? 3 : 4, foundBy);
    }
  for (const match of findAll(text, published)) {
    const first = tokenFrom(tokens, match.index + match[0].length);
    if (first !== undefined) add(runFrom(tokens, first, around), 5, 'title-published');
  }
  for (const match of findAll(text, numberIn)) {
    const last = tokenUpTo(tokens, match.index);
    if (last !== undefined && tokens[last]?.capital === true) add(runUpTo(tokens, last, around), 4, 'title-number-in');
  }
  for (const match of findAll(text, prepared)) {
    const first = tokenFrom(tokens, match.index + match[0].length);
    const run = first === undefined ? undefined : runFrom(tokens, first, around);
    if (run === undefined) continue;
    const parts = tokens.slice(run.first, run.last + 1).some(({ text: word }) => word === ':');
    const behind = text.slice(tokens[run.last]?.end, (tokens[run.last]?.end ?? 0) + 50);
    if (parts || /^,\swhich\s(?:is\s(?:expected|due)|will|appeared|was\spublished|came)\b/.test(behind))
      add(run, 4, 'title-prepared');
  }
  return found.sort((a, b) => a.start - b.start);
}
