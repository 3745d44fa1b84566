/** Reads which countries and regions the data speak of, and leaves out what only looks like it. */
import { findAll } from '../../notes/find-all.js';
import type { CountryRole } from '../claim.js';
import { type Subject, say } from '../ledger.js';
import { type Mention, mentionsOf } from '../mention.js';
import type { Scene } from '../scene.js';

const rule = 'coverage';

const exclusionBefore =
  /\b(?:except(?:ing|ion of)?(?:\sfor)?|exclud\w+|other than|apart from|aside from|not\s(?:yet\s)?(?:cover\w*|includ\w+|available\sfor|reported\sby|in)|(?:does|do|did|could|is|are|was|were|has|have)\snot|cannot|without|withdrew|withdrawal of|invited|invitations? (?:to|of)|(?:agreements?|talks|negotiations) with|applications? (?:of|from|by)|declined|omit\w*|lacks?|lacking|no\s(?:data|figures|information)|there\s(?:is|are|was|were)\sno|promised|offered\sto|missing|but\snot|planned (?:in|for)|(?:plans?|intends?|hopes?|is|are)\sto\s(?:also\s)?(?:enter|include|cover|add|take in|extend|be (?:extended|fielded|added))|(?:nobody|no one)\s(?:was|is|has|had|could)|unlike|never|neither|nor|refus\w+|of (?:its|this|the same) kind\b[^.;]{0,80}\b(?:after|besides|like|following)|left out|leaves out|dropped|(?:coded|treated|classified|counted|shown) (?:as(?! well\b)|under|together with))\b[^.;]*$/i;
const exclusionAfter =
  /^\s(?:is|are|was|were)\snot(?:[.,;)]|$)|^\sleft\sin\s(?:19|20)\d\d|^\s(?:did\s)?(?:pay|pays|paid)\sfor\b|^\s(?:is|are)\s(?:separate|kept apart)\b|^\s(?:does|do|did)\snot\s(?:yet\s)?(?:publish|collect|keep|hold|compile|produce|report|supply|share|count|record)\b|^[^.;]{0,90}?\b(?:(?:were|was|is|are|has|have|had|been|being)\s(?:\p{L}+\s){0,2}(?:excluded|omitted|deleted|invited|foreseen|given up|cancelled|withdrawn|left out|missing|dropped|removed|no longer|being (?:discussed|considered|planned)|not\s(?:been\s)?(?:covered|included|yet|part|in\s(?:it|them|(?:the|these|those|our)\s(?:figures|numbers|counts|statistics|register|registry|repository|file|files|database|tables?|data|sample|survey|package|panel|collection|dataset|archive))|available|received|returned|sent|supplied|counted|entered|obtained|recorded|shown|identified|distinguished|surveyed|interviewed|visited|delivered|authori[sz]ed|agreed|replied|answered|processed|approached)|asked\s(?:for|to)\b)|withdrew|been discussed but (?:not|never)|declined|prefer(?:s|red)\s(?:not\s)?to|(?<!\band\s)(?:intends?|plans?|hopes?|wish(?:es)?|wants?|(?:is|are|was|were|has|have)\s(?:yet\s)?)\s?to\s(?:join|follow|enter|take part|participate|contribute|come in)|(?:(?:has|have)\s)?(?:asked|applied|agreed|offered|promised|volunteered)\sto\s(?:join|be added|take part|be included|follow)|(?:has|have)\s(?:announced|promised)\b|joins?\s(?:from|in)\s|may be (?:added|included|taken up)|(?:is|are|forms?) no part of|(?:prepared|planned|designed|drafted) but (?:not|never)|broke off|(?:is|are)\s(?:still\s)?(?:awaited|waiting)|(?:takes?|took)\sno\spart|stay(?:s|ed)\s(?:out|outside|away)\b|struck\s(?:from|off)\b|stopped\s(?:sending|supplying|reporting|delivering)|(?:is|are)\s(?:not\s)?shown\sno\slonger|dropped out|never went|(?:takes?|took) part (?:only\s)?(?:as (?:an )?observers?|in (?:the|a) pilot)|considered as|but (?:dropped|failed|given up|withdrawn|never (?:went|took|sent|reported|opened|begun|started))|must not be|(?:is|are|was|were) left to|(?:is|are|was|were|falls?|lies?|remains?|fell) outside\s(?:of\s)?(?:it|its|the|their|this)|(?:is|are|was|were) (?:coded|treated|classified|counted|shown) (?:as(?! well\b)|under|with|together with)|prepared questionnaires|opted out|refused|could not be|will be (?:taken up|added|included)|(?:arrived|came) too late|(?:sen(?:t|ds)|suppl(?:ied|ies)|deliver(?:ed|s)|provide[ds]|submit(?:ted|s)|return(?:ed|s)) (?:no|nothing)|(?:had|has|have) to be (?:given up|called off|abandoned|cancelled|dropped|left out|suspended|postponed|broken off|stopped)|did not (?:go into the field|take part|participate|report|respond|supply|provide|join|reply|answer|give permission|agree|consent)|do(?:es)? not (?:appear in|figure in|take part|participate|report|respond|supply|provide))\b/iu;
/** "Chad | had too few to be shown", "| was asked in 2017", "that Chad took in 2017 | has hardly begun": it is not there. */
const notThere =
  /^(?:\s[^.;]{1,40})?\s(?:had|has|have)\s(?:too\s(?:few|little)|none)\b|^\s(?:was|were)\sasked\s(?:in|again)\b|^\s(?:has|have)\sbeen\sasked(?:\s(?:in|again)\b|$)|^[^.;]{0,60}\s(?:has|have)\s(?:hardly|barely|only just|not yet)\s(?:begun|started)\b|\bnot\s(?:allowed|permitted|able)\sto\s(?:include|publish|show|copy)\b/;
const isOutBehind = (after: string): boolean => exclusionAfter.test(after) || notThere.test(after);
/** "No table could be made | for Chad". */
const noneFor =
  /\b[Nn]o\s(?:\p{Ll}+\s)?(?:tables?|matrix|estimates?|files?|results?|interviews?|rows?|figures?|data)\s(?:(?:could|can)\sbe|was|were|has\sbeen|have\sbeen)\s[^.;]{0,40}$/u;
/** "For Korea, please turn to …", "With Oman we have no agreement": another's matter. */
const elsewhere =
  /^,?\s(?:please\s)?(?:turn|go|write|apply|refer)\s(?:directly\s)?to\b|^,?\s(?:we|they|it)\s(?:have|has)\sno\b/;
/** A body, a meeting or a part of a country that the place only tells apart: "an office in", "the Government of". */
const ofBody =
  /\((?:see|cf\.?)\s(?:also\s)?(?:under\s)?$|\b(?:meetings?|workshop|conference|seminar|offices?|capital|donors?|governments?|embassy|consulate|ministry|university|institute|staff|author|press|provinces?|cities|districts?)\s(?:\p{Ll}+\s){0,2}?(?:in|of|at|from)?\s?(?:the\s)?(?:\p{Lu}[\p{L}-]+,\s)?$/iu;
/** Where something is, was done or comes from: the verb needs its preposition, "held in" and not "held modules for". */
const locatedThere =
  /\b(?:based|headquartered|located|situated|hosted|held|visit(?:ed)?|published|printed|funded|financed|supported)\s(?:\p{Ll}+\s){0,2}?(?:in|at|by|to)\s(?:the\s)?(?:\p{Lu}[\p{L}-]+,\s)?$/iu;
/** What is done with data in several countries, and with meetings in one. */
const heldThere = /\b(?:held|visit(?:ed)?)\s(?:\p{Ll}+\s)?in\s(?:the\s)?$/u;
const bodyHeads =
  'Agency|Authority|Bank|Board|Bureau|Cent(?:er|re)|Commission|Council|Department|Directorate|Fund|Institut\\p{L}+|Ministry|Museum|Observatory|Office|Organi[sz]ation|Police|Secretariat|Service|Society|University';
/** "Canada's International Development Research Centre". */
const bodyBehind = new RegExp(
  String.raw`^['’]s?\s(?:\p{Ll}+\s)?(?:\p{Lu}[\p{L}-]+\s(?:(?:of|for|and|on)\s)?){0,5}(?:${bodyHeads})\b`,
  'u',
);
/** "by the national statistical offices of A, B and C": those countries report. */
const reporters =
  /\b(?:national|statistical|statistics)\s(?:statistical\s|statistics\s)?(?:offices?|agenc\w+|institutes?|authorities|services)\s(?:of|in)\s(?:the\s)?$/i;

const bodyIn = new RegExp(String.raw`\b(?:${bodyHeads}|Section|Unit|Division|Branch|Laboratory)\s(?:in|at)\s$`, 'iu');

/** "a section in Copenhagen, Denmark": a town and its country tell where a body is. */
function isAddress(scene: Scene, row: readonly Mention<'place' | 'corridor'>[]): boolean {
  const [town, country, ...more] = row;
  if (town?.kind !== 'place' || town.value.kind !== 'city' || country?.kind !== 'place' || more.length > 0)
    return false;
  const code = town.value.country;
  if (country.value.kind !== 'country' || country.value.code !== code) return false;
  const { text } = scene.reading;
  return (
    /^,\s$/.test(text.slice(town.end, country.start)) &&
    bodyIn.test(text.slice(Math.max(0, town.start - 40), town.start))
  );
}
const clauseBreak =
  /[;.]\s|,\s(?:when|after which|until)\s(?=it\b|they\b|the\b)|:\s(?=(?:in|for)\s)|\s\|\s|,\s(?:while|but(?!\s(?:it|they|these|this|none|had|has|have|was|were|is|are|did|withdrew|declined|dropped|left|failed|given|not\s\p{Ll}+(?:ed|un|ld|en|out)|never\s(?:went|took|sent|reported))\b)|whereas|although|though|however|and\s(?:also\s)?(?:a|the|is|are|was|were|has|have)\b(?!\snot\b)|and\swhich\s)|\sand\swhich\s|\s(?:whereas|while|although|but(?!\s(?:it|they|these|this|none|had|has|have|was|were|is|are|did|withdrew|declined|dropped|left|failed|given|not\s\p{Ll}+(?:ed|un|ld|en|out)|never\s(?:went|took|sent|reported))\b))\s|[()]/gu;

/** The clause around a span: exclusion in one clause does not reach into the next. */
function clauseAround(text: string, start: number, end: number): { before: string; after: string } {
  let from = 0;
  let to = text.length;
  for (const match of findAll(text, clauseBreak)) {
    if (match.index + match[0].length <= start) from = match[0].startsWith('(') ? match.index + 1 : match.index;
    else if (match.index >= end) {
      to = match.index;
      break;
    }
  }
  return { before: text.slice(from, start), after: text.slice(end, to) };
}

const listGap =
  /^(?:,\s(?:and\s|or\s)?(?:the\s)?|,?\s(?:and|or|as well as|&|plus)\s(?:the\s)?|\s?\/\s?|;\s(?:and\s)?(?:the\s)?|,?\s(?:and|in|for)\s(?:in\s|the\s)?|\s\([^()]{1,40}\)(?:,\s(?:and\s)?|\sand\s)(?:the\s)?|\s[–-]\s)$/;

/** "Kenya and Uganda; Rwanda was excluded": what stands behind the semicolon is said of the last only. */
const leavesOut = (text: string, from: number, to: number): boolean =>
  text[from] === ';' && isOutBehind(text.slice(to));

/** Places that stand in one list share what stands before its first and behind its last. */
export function splitRows(
  text: string,
  places: readonly Mention<'place' | 'corridor'>[],
): Mention<'place' | 'corridor'>[][] {
  const rows: Mention<'place' | 'corridor'>[][] = [];
  for (const place of places) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    if (
      row !== undefined &&
      last !== undefined &&
      (place.start < last.end ||
        (listGap.test(text.slice(last.end, place.start).replace(/[*_]/g, '')) && !leavesOut(text, last.end, place.end)))
    )
      row.push(place);
    else rows.push([place]);
  }
  return rows;
}

/** Whether what stands at a span is left out of the data: excluded, withdrawn, only invited. */
export function isExcluded(text: string, start: number, end: number): boolean {
  const { before, after } = clauseAround(text, start, end);
  return exclusionBefore.test(before.slice(-120)) || noneFor.test(before.slice(-90)) || isOutBehind(after);
}

/** The words of a sentence, those of names and titles blotted out: "*Towns without Ports* covers Chad" leaves nothing out. */
function withoutNames({ reading: { text, mentions } }: Scene): string {
  let plain = '';
  for (const { kind, start, end } of mentions)
    if ((kind === 'title' || kind === 'name') && start >= plain.length)
      plain += text.slice(plain.length, start) + 'x'.repeat(end - start);
  return plain + text.slice(plain.length);
}

/** Why the places of a row are left out of the data, or are no matter of the data at all; undefined where they are. */
function whyOutside(text: string, start: number, end: number, several: boolean): string | undefined {
  const { before } = clauseAround(text, start, end);
  if (isExcluded(text, start, end) || elsewhere.test(text.slice(end, end + 40))) return 'the sentence leaves it out';
  if (bodyBehind.test(text.slice(end, end + 100))) return 'tells only whose a body is';
  const lead = before.slice(-60);
  if (reporters.test(before)) return undefined;
  if (ofBody.test(lead)) return 'tells only which body or meeting is meant';
  // "surveys were held in Chad (2002), Mali (2003) and …": nothing but data is held in several countries.
  if (several && heldThere.test(lead)) return undefined;
  return locatedThere.test(lead) ? 'is where something is or was done, not what the data cover' : undefined;
}

const roles: readonly { readonly role: CountryRole; readonly before: RegExp }[] = [
  {
    role: 'reporting',
    before:
      /\b(?:(?:as\s)?(?:recorded|reported|supplied|submitted|provided|transmitted|returned|compiled)\s(?:\p{Ll}+\s){0,2}by|reporting countries(?:\sare|:|,)?|reporters?:?)\s(?:the\s)?$/iu,
  },
  {
    role: 'origin',
    before:
      /\b(?:(?:e?migrants?|immigrants?|nationals|citizens|refugees|workers|people|persons|originating|departures|coming|natives|asylum[- ]seekers|returnees|women|men|students|nurses|doctors|labourers|arrivals|migration|emigration|outflows?|remittances|born)\s(?:\p{Ll}+\s){0,2}?(?:from|born in|of)|countries of origin(?:\sare|:|,)?|origin:)\s(?:the\s)?$/iu,
  },
  {
    role: 'destination',
    before:
      /\b(?:(?:migrants?|emigrants?|migration|workers|nationals|moving|flows?|going|went|emigrated|refugees|students|remittances)\s(?:\p{Ll}+\s){0,4}?(?:to|into|living in|residing in|resident in|abroad in)|countries of destination(?:\sare|:|,)?|bound for|destinations?:?|destination countries(?:\ssuch as)?|living in|residing in|settled in|hosted by)\s(?:the\s)?$/iu,
  },
  {
    role: 'study',
    before: /\b(?:case stud(?:y|ies)|piloted|pilots?|fieldwork|implemented|study countries)\b[^.;]{0,60}$/i,
  },
];

/** "Chad and Togo| took part as countries of origin". */
const asCountries =
  /^\s(?:took part|taking part|participated|were included|are included|served|appear)?\s?as\s(?:the\s)?countr(?:y|ies)\sof\s(?<role>origin|destination)\b/;

function roleOf(text: string, start: number, end: number, subject: Subject): CountryRole {
  const stated = asCountries.exec(text.slice(end, end + 70))?.groups?.['role'];
  if (stated === 'origin' || stated === 'destination') return stated;
  const before = text.slice(Math.max(0, start - 90), start);
  if (reporters.test(before)) return 'reporting';
  const found = roles.find((entry) => entry.before.test(before))?.role;
  return found ?? (subject.type === 'Project' ? 'study' : 'covered');
}

/** "Chad dropped out before the interviews began": it was never in the data, whatever a list said. */
const neverIn =
  /^[^.;]{0,60}?\b(?:(?:dropped out|withdrew|pulled out)\b[^.;]*\bbefore\b|(?:has|have|had) been (?:taken out|removed|deleted)\b)/iu;

function retract(subject: Subject, row: readonly Mention<'place' | 'corridor'>[]): void {
  const codes = row.flatMap(({ kind, value }) => (kind === 'place' && value.kind === 'country' ? [value.code] : []));
  subject.statements.retract(({ property, object }) => property === 'country' && codes.includes(object.code));
}

/** The countries, corridors, regions and groups that a subject's data cover, by a sentence. Gives their number. */
export function readPlaces(scene: Scene, subject: Subject, places: readonly Mention<'place' | 'corridor'>[]): number {
  const { text } = scene.reading;
  const plain = withoutNames(scene);
  let count = 0;
  for (const row of splitRows(text, places)) {
    const first = row[0];
    const last = row.at(-1);
    if (first === undefined || last === undefined) continue;
    if (neverIn.test(text.slice(last.end, last.end + 160))) retract(subject, row);
    const reason =
      whyOutside(plain, first.start, last.end, row.length > 1) ?? (isAddress(scene, row) ? 'is an address' : undefined);
    if (reason !== undefined) {
      for (const mention of row) scene.reject(mention, reason);
      continue;
    }
    const role = roleOf(text, first.start, last.end, subject);
    for (const mention of row) count += sayPlace(scene, subject, mention, role);
  }
  return count;
}

/** Says of a subject that it is of a place, in a role; gives 1 where the place is one that data can be of. */
export function sayPlace(
  scene: Scene,
  subject: Subject,
  mention: Mention<'place' | 'corridor'>,
  role: CountryRole,
  by = rule,
): number {
  const { passage, reading } = scene;
  if (mention.kind === 'corridor') {
    say(subject, 'corridor', mention.value, passage, by);
    return 1;
  }
  const place = mention.value;
  if (place.kind === 'country') {
    say(subject, 'country', { code: place.code, role }, passage, by);
    return 1;
  }
  if (place.kind === 'region' || place.kind === 'group') {
    const key = place.kind === 'region' ? place.code : place.slug;
    const words = reading.text.slice(mention.start, mention.end).replace(/^countries of (?:the )?/i, '');
    say(subject, 'region', { key, text: words }, passage, by);
    return 1;
  }
  return 0;
}

/** Counts and "each country or area": kept as numbers with their words. */
export function readCounts(scene: Scene, subject: Subject): void {
  for (const mention of mentionsOf(scene.reading.mentions, 'count'))
    if (!isExcluded(scene.reading.text, mention.start, mention.end))
      say(subject, 'countryCount', mention.value, scene.passage, rule);
  for (const mention of mentionsOf(scene.reading.mentions, 'extent'))
    say(subject, 'extent', mention.value, scene.passage, rule);
}
