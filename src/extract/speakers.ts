/** Tells who speaks or acts in a sentence: whose the things are that the sentences behind it name. */
import { findActors } from './bystanders.js';
import type { Mention } from './mention.js';
import type { Organisation } from './organisations.js';
import { organisationsOf, rowAt } from './owner-site.js';

type Named = Mention<'organisation'>;

/** What may stand before the subject of a sentence. */
const opening =
  /^(?:\p{L}[^:]{0,60}:\s)?(?:\d{1,3}\.\s)?(?:(?:since|in|by|from|until|at|on|for|within|besides|like|unlike|with)\s[^,]{2,60},?\s(?:the\s)?|the\s|(?:in\sorder\s)?to\s[^.;:]{3,220},\s(?:the\s)?|in addition,?\s(?:the\s)?|further(?:more)?,?\s(?:the\s)?|[^,]{3,60},\s(?:the\s)?)?$/iu;
/** Verbs that make what stands before them a subject, wherever in the sentence it is. */
const holds =
  /^\s(?:also\s|itself\s|regularly\s|has\s|have\s|now\s){0,2}(?:holds?|keeps?|kept|maintain(?:s|ed)?|publish(?:es|ed)?|collect(?:s|ed)?|compiles?d?|conduct(?:s|ed)?|produces?d?|runs?|ran|drew up|issues?d?)\b/;
/** "The delegate of Kenya, speaking for the …, said", "the representative of the … recalled". */
const speaksFor =
  /\b(?:speaking (?:for|as|on behalf of)|on behalf of|(?:delegate|representative|observer|secretariat|director|head) (?:of|for|from))\s(?:(?:an?|the)\s)?(?:delegate\sof\s(?:the\s)?)?$/i;

/** "For the Dock Board, | Mr. A. Moreno introduced …". */
const forWhom = /^(?:for|on behalf of)\s(?:the\s)?$/i;
const person = /^,\s(?:Mr|Ms|Mrs|Dr|Prof|Sir|Dame)\b/;

/** Whether an organisation at `start` is the subject of its sentence. */
function isSubject(text: string, { start, end }: Named): boolean {
  const before = text.slice(0, start);
  const after = text.slice(end, end + 40);
  if (holds.test(after) && !/\b(?:by|with|for|to|and|of)\s(?:the\s)?$/i.test(before.slice(-12))) return true;
  if (start < 160 && speaksFor.test(before)) return true;
  if (forWhom.test(before.replace(/^\d{1,3}\.\s/, '')) && person.test(after)) return true;
  // "Ms. A. Moreno (Institute of …) said that …".
  if (
    start < 90 &&
    /^\P{Ll}?[^.;()]{2,70}\((?:the\s)?$/u.test(before.replace(/\b(?:Mr|Ms|Mrs|Dr|Prof)\.\s|\b\p{Lu}\.\s/gu, '')) &&
    /^\)\s\p{Ll}/u.test(after)
  )
    return true;
  // Of the two the words behind take the shorter look.
  return (
    /^(?:'s\s|\/\p{Lu}|\s\([^()]{2,40}\)\s\p{Ll}|,?\s(?:also\s|has\s|is\s|and\s|through\s)?\p{Ll}{2,})/u.test(after) &&
    opening.test(before)
  );
}

/** "Statistical Office (Ruritania).": an entry that opens with whom it is about, and with nothing else. */
export function isEntryHead(text: string, all: readonly Named[]): boolean {
  const [first] = all;
  if (first === undefined || first.start > 4 || text.length > 200) return false;
  const rest = all.reduceRight((words, { start, end }) => words.slice(0, start) + words.slice(end), text);
  return (
    !/\p{Ll}{3,}\s\p{Ll}{3,}/u.test(rest) &&
    rest.replace(/[^\p{L}]/gu, '').length <= 30 &&
    rest.split(/\s+/).length <= 6
  );
}

/** "From | the Dock Board (DB) | we used the following sources": whose they are that the text's author only took. */
const usedBehind =
  /^(?:\s\([^()]{1,30}\))?,?\s(?:we|the authors?|this (?:report|chapter|study))\s(?:have\s|also\s){0,2}(?:us(?:e|ed|es)|takes?|took|taken|draws?|drew|drawn|receiv(?:e|ed|es)|obtain(?:s|ed)?|got|borrow(?:ed)?)\s[^.;]{0,60}\b(?:sources?|data|files?|figures|statistics|tables|records|registers?|series|surveys?)\b/;
const isSource = (text: string, { start, end }: Named): boolean =>
  /^From\s(?:the\s)?$/.test(text.slice(0, start)) && usedBehind.test(text.slice(end, end + 150));

/** "Two documents of the Dock Board matter here.": whose they are that the next sentences name. */
const announced =
  /\b(?:two|three|four|five|six|several|some|following|these)\s(?:\p{Ll}+\s){0,2}(?:documents|publications|reports|studies|papers|data\s?sets|surveys|sources|collections|databases|registers|series|titles)\s(?:of|by|from|published by|kept by|held by)\s(?:the\s)?$/iu;
const announces = (text: string, { start, end }: Named): boolean =>
  announced.test(text.slice(Math.max(0, start - 90), start)) &&
  /^(?:\s\([^()]{1,14}\))?[.:]?$/.test(text.slice(end).trimEnd());

/** "Mr. A. Moreno, for the | Census Division, spoke to …". */
const personFor =
  /^(?:\d{1,2}(?:\.\d{1,2})?\.?\s)?(?:Mr|Mrs|Ms|Dr|Prof)\.?\s[^,;]{2,40},\s(?:for|of|from|representing)\s(?:the\s)?$/;

/** Who speaks in a sentence; undefined where nobody new does. */
export function findSpeakers(text: string, all: readonly Named[]): readonly Organisation[] | undefined {
  const source = all[0];
  if (source !== undefined && isSource(text, source)) return [source.value];
  const told = all.findIndex((mention) => announces(text, mention) || personFor.test(text.slice(0, mention.start)));
  if (told !== -1) return rowAt(text, all, told);
  if (isEntryHead(text, all)) return [...new Set(all.map((mention) => mention.value))];
  const at = all.findLastIndex((mention) => isSubject(text, mention));
  return at === -1 ? undefined : rowAt(text, all, at);
}

/** Whom a sentence is about, and whether it says that they act. */
interface Antecedent {
  readonly organisations: readonly Organisation[];
  readonly acts: boolean;
}

/** Whom a sentence is about, for an "its" in the next one: who acts, by whom things are done, or who is named last. */
export function findAntecedent(text: string, all: readonly Named[]): Antecedent | undefined {
  const { present } = findActors(text, all);
  const named = present.filter((mention) => mention.foundBy !== 'first-person');
  const speakers = findSpeakers(text, named);
  if (speakers !== undefined) return { organisations: speakers, acts: true };
  const agent = named.findIndex((mention) => /\bby\s(?:the\s)?$/.test(text.slice(0, mention.start)));
  if (agent !== -1) return { organisations: rowAt(text, named, agent), acts: true };
  const last = named.at(-1);
  return last === undefined ? undefined : { organisations: organisationsOf([last]), acts: false };
}

/** "Replying authority: …", "Prepared by the …", "Last reviewed on 18 April 2023 by the …", "REPLY OF THE … TO THE QUESTIONNAIRE", "Statement by the Director of the …". */
const authorship =
  /^(?:(?:last\s)?(?:reviewed|updated|released|produced|prepared|compiled|written|drafted|issued)\s(?:(?:on|in)\s[^,;]{4,25}\s)?by|(?:repl(?:y|ying|ies)|respon\p{L}+|submitted|prepared|compiled|written|drafted|issued|reporting|author(?:ing)?|completing)(?:\s(?:by|authority|agency|institution|office|organi[sz]ation|body|department|party))?\s?:?|(?:note|reply|replies|answers?|response|contribution|statement|letter|submission|report|information note|paper|(?:\p{L}+\s){0,2}(?:bulletin|newsletter|news|magazine|annual report|web\s?site|home ?page))\s(?:of|by|from|submitted by|prepared by))\s(?:(?:[\p{L}-]+\s){1,4}of\s)?(?:the\s)?$/iu;

/** Who a line at the head of a text says has written it. */
export function findAuthor(text: string, all: readonly Named[]): Organisation | undefined {
  return text.length > 300 ? undefined : all.find((mention) => authorship.test(text.slice(0, mention.start)))?.value;
}
