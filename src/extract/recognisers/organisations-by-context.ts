/** Recognises organisations whose name has no telling head by what the sentence says they do: "published by Statistik Austria". */
import { findAll } from '../../notes/find-all.js';
import type { Mention } from '../mention.js';
import { participleOfAgent } from '../owning-verbs.js';
import { readAcronym } from './acronyms.js';
import { agentBefore, isAgentAhead, isBodyBehind, isSurelyAgent, keeping } from './agent-words.js';
import { defineHere } from './defined-names.js';
import { leadWords, nameHead, organisationHeads } from './name-heads.js';
import type { NameSearch } from './organisation-context.js';
import { isSubordinate } from './units.js';

type Found = Mention<'organisation'>;

/** "| publishes the …", "| maintains a …": whoever opens the sentence so is somebody. */
const acts = new RegExp(
  String.raw`^(?:\s\([A-Z][A-Za-z]{1,9}\))?,?\s(?:also\s|regularly\s|has\s|jointly\s){0,2}(?:(?:${keeping})(?:e?s|ed)?|keeps|holds|runs|has (?:compiled|published|collected|conducted))\s(?:an?|the|its|two|three|several|annual|monthly|quarterly|data|statistics|\p{Lu})`,
  'u',
);
/** A cheap look whether one of those verbs stands near the start, behind a name of the longest. */
const doing = new RegExp(String.raw`\s(?:${keeping})`);
const little = '(?:of|for|and|on|the|de|des|du|la|del|für|und|et|y|e|da|do|van|&)';
const chunk = new RegExp(
  String.raw`^\p{Lu}[\p{L}\p{N}&'’.-]*(?:,?\s(?:${little}\s){0,2}\p{Lu}[\p{L}\p{N}&'’.-]*){0,8}`,
  'u',
);
/** Bodies and people of any kind. */
const generic =
  /^(?:member|states?|parties|countries|ministries|agencies|members?|partners?|authors?|secretaries|universities|and|of|national|statistical|local|central)$/;
/** What a stretch that ends too early leaves: "Institute of the |". */
const trailing = new RegExp(`[\\s,]+(?:${little}\\s?)*$`, 'u');
/** In a row the comma and the "and" are the row's. */
const rowChunk =
  /^\p{Lu}[\p{L}\p{N}&'’.-]*(?:\s(?:(?:of|for|on|the|de|des|du|la|del|für)\s){0,2}\p{Lu}[\p{L}\p{N}&'’.-]*){0,8}/u;
const months = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/;

/** The words before a row of which everybody in it does the same. */
const agentive =
  /\b(?:initiative|venture|undertaking|project|programme|survey|partnership|publication|product|work|database|effort|report|study) (?:of|between|by|with)\s(?:the\s)?$|\b\p{L}+(?:ed|un|held|pt|ut)\s(?:\p{L}+\s){0,2}by\s(?:the\s)?$|\b(?:jointly|together|along|in \p{L}+) with\s(?:the\s)?$/u;

/** The words in capitals at `start`, with the little ones between them. */
const stretchAt = (text: string, start: number, pattern = chunk): string | undefined =>
  pattern.exec(text.slice(start, start + 120))?.[0].replace(/[.,'’]+$/, '');

/** The capitalised stretch at `start`, unless it names something else. */
function readChunk(
  { scan, taken, placeAt }: NameSearch,
  start: number,
  inRow = false,
): { name: string; end: number } | undefined {
  const { text } = scan;
  const stretch = stretchAt(text, start, inRow ? rowChunk : chunk);
  if (stretch === undefined || stretch.length < 3 || months.test(stretch)) return undefined;
  const stop = taken.find((mention) => mention.end > start && mention.start < start + stretch.length);
  const name = (stop === undefined ? stretch : text.slice(start, stop.start)).replace(trailing, '');
  if (name.length < 3 || leadWords.has((name.split(/\s/)[0] ?? '').toLowerCase())) return undefined;
  const words = name.toLowerCase().split(/\s/);
  // "by Governments", "by the Agency": a kind of body, and nobody in particular.
  if (words.every((word) => organisationHeads.has(word.replace(/s$/, '')) || generic.test(word))) return undefined;
  const last = words.at(-1) ?? '';
  if (nameHead(last) !== undefined) return undefined;
  const inside = scan.tokens.filter((token) => token.start >= start && token.end <= start + name.length);
  // A place does nothing; neither does an adjective of one.
  if (inside.every((token) => placeAt(token) !== undefined || !token.capital)) return undefined;
  return { name, end: start + name.length };
}

/** "Afrometer, a network of survey teams": what opens the sentence is said to be a body. */
const isBodyThere = (text: string, start: number): boolean =>
  isBodyBehind(text, start + (stretchAt(text, start)?.length ?? 0));

/** Where a name without a head may begin: at the start of the sentence, or behind words that tell of an agent or a larger body. */
function* candidates({ scan: { text }, taken }: NameSearch): Generator<number> {
  const opening = text.startsWith('The ') ? 4 : 0;
  if (/^(?:The\s)?\p{Lu}/u.test(text) && (doing.test(text.slice(0, 200)) || isBodyThere(text, opening))) yield opening;
  for (const mention of taken) {
    const gap = isSubordinate(mention.value)
      ? /^\s(?:of|at|within)\s(?:the\s)?(?=\p{Lu})/u.exec(text.slice(mention.end, mention.end + 16))
      : null;
    if (gap !== null) yield mention.end + gap[0].length;
  }
  for (const match of findAll(text, agentBefore)) {
    const start = match.index + match[0].length;
    if (isAgentAhead(text, start) || isBodyBehind(text, start + (stretchAt(text, start)?.length ?? 0))) yield start;
  }
}

/** "Agence nationale de la statistique | (ANS)": names in other languages have small letters, and their acronym ends them. */
const foreign =
  /\b(?:Agence|Institut|Centre|Direction|Office|Ministère|Observatoire|Haut[- ]Commissariat|Service|Bureau|Conseil|Commission|Instituto|Ministerio|Dirección|Oficina|Centro|Consejo|Comisión|Secretaría|Servicio|Observatorio|Département|Departamento|Istituto|Ministero|Ministério|Direção|Statistisches|Bundesamt|Bundesinstitut|Université|Universidad|École|Escuela|Fundación|Fondation)(?:,?\s[\p{L}'’-]{1,20}){1,12}?(?=\s\([A-Z][A-Za-z]{1,9}\))/gu;
const foreignWord =
  /\s(?:de|du|des|la|le|les|del|y|et|para|für|und|e|da|do)\s|\s(?:l|d)['’]|\p{Ll}(?:aux|ale|ique|ico|ica|ción|ção|isch\p{L}*)\b/u;

function findForeign({ scan: { text }, taken, directory }: NameSearch): Found[] {
  if (!/\([A-Z]/.test(text)) return [];
  return findAll(text, foreign).flatMap((match) => {
    const end = match.index + match[0].length;
    const known = taken.some(
      (mention) => mention.start < end && mention.end > match.index && mention.start <= match.index,
    );
    if (known || !foreignWord.test(match[0]) || readAcronym(text.slice(end, end + 14), match[0]) === undefined)
      return [];
    return [{ ...defineHere({ text, start: match.index, end }, match[0], false, directory), foundBy: 'context' }];
  });
}

/** What may stand behind a larger body's name, where it is one: "at | Tribhuvan airport" goes on with a common noun. */
const ends = /^(?:[.,;:)(–—]|$|\s(?:and|or|in|at|has|have|is|are|was|were|which|that|with|for|on|to|by|from)\b)/;
const rowGap = /^(?:,\s(?:and\s)?|\sand\s)(?:the\s|by\s)?(?=\p{Lu})/u;

/** "a joint initiative of IOM, | Polaris and Liberty Shared": those in a row with an agent are agents. */
function findInRow(search: NameSearch, named: readonly Found[]): Found[] {
  const { directory } = search;
  const { text } = search.scan;
  const found: Found[] = [];
  for (const first of named) {
    if (!/\b(?:by|of|between|with)\s(?:the\s)?$/.test(text.slice(Math.max(0, first.start - 14), first.start))) continue;
    if (!agentive.test(text.slice(Math.max(0, first.start - 70), first.start))) continue;
    const row: { readonly start: number; readonly end: number; readonly name: string }[] = [];
    // "the Data Archive, Cologne.": without an "and" it is an address.
    let isRow = false;
    for (let end = first.end; ; ) {
      const gap = rowGap.exec(text.slice(end, end + 16));
      if (gap === null) break;
      const start = end + gap[0].length;
      const known = named.find((other) => other.start === start);
      const read = known === undefined ? readChunk(search, start, true) : undefined;
      if (known === undefined && (read === undefined || !ends.test(text.slice(read.end, read.end + 12)))) break;
      // "…, and | Emigration | in an Age of Sail": a title; nobody is in an age.
      if (read !== undefined && /^\sin\san?\s/.test(text.slice(read.end, read.end + 8))) break;
      isRow ||= gap[0].includes('and ');
      if (read !== undefined) row.push({ start, end: read.end, name: read.name });
      end = known?.end ?? read?.end ?? text.length;
    }
    for (const { name, ...span } of isRow ? row : [])
      found.push({ ...defineHere({ text, ...span }, name, false, directory), foundBy: 'context' });
  }
  return found;
}

/** "| own it between them": what everybody of a row does. */
const actTogether = new RegExp(
  String.raw`^\s(?:(?:jointly|together|also|now|have)\s){0,2}(?:(?:${keeping})(?:ed)?|own|owned|share|keep|kept|run|ran|hold|held)\s(?:it|them|the|an?|their|this|these|\p{Lu})`,
  'u',
);

/** "| Motu, the University and the Bank own it": who stands first in a row of bodies that do something together is one. */
function findBeforeRow(search: NameSearch, named: readonly Found[]): Found[] {
  const { text } = search.scan;
  const first = named[0];
  if (first === undefined || first.start > 60 || !/^\p{Lu}/u.test(text)) return [];
  const read = readChunk(search, 0, true);
  if (read === undefined) return [];
  let { end } = read;
  let isRow = false;
  for (;;) {
    const gap = rowGap.exec(text.slice(end, end + 16));
    const known = gap === null ? undefined : named.find(({ start }) => start === end + gap[0].length);
    if (gap === null || known === undefined) break;
    isRow ||= gap[0].includes('and ');
    ({ end } = known);
  }
  if (!isRow || !actTogether.test(text.slice(end, end + 40))) return [];
  return [{ ...defineHere({ text, start: 0, end: read.end }, read.name, false, search.directory), foundBy: 'context' }];
}

/** "by the | Ports Programme | of the Dock Board", "the Board|'s | Ports Programme | has built": a programme that does something is a part of a body. */
const programme =
  /(?:(?<=(?<lead>'s|\b(?:by|to|at|from)\s(?:the|its))\s)|(?<=^[*_#]{0,3}\s?)|(?<=(?:^|,\s)[Tt]he\s))\p{Lu}[\p{L}-]+(?:\s(?:(?:and|of|on|for)\s)?\p{Lu}[\p{L}-]+){0,5}?\sProgramme?\b(?!\s\p{Lu})/gu;
const programmeActs = new RegExp(
  String.raw`^(?:\s\([\p{Lu}]{2,8}\))?,?\s(?:also\s|has\s|have\s|jointly\s|now\s){0,2}(?:(?:${keeping})(?:e?s|ed)?|(?:compar|interview|survey|count|visit|analys|estimat|measur|calculat)(?:e?s|e?d)|built|keeps|kept|holds|held|runs|ran|set|drew|put|made)\b`,
  'u',
);
const programmeAgent =
  /\b(?:interviewed|surveyed|counted|compiled|kept|maintained|drawn up|prepared|run|collected|published|produced|made|written|conducted|belongs?|belonged|managed|held|hosted|owned|created|built|carried out|issued)\s(?:[\p{Ll}\d]+\s){0,3}?(?:by|to|at)\s(?:the|its)\s$/u;

/** "opened in 2009 by | TDRI's Ports Programme". */
const agentOfBody =
  /\b(?:opened|founded|interviewed|surveyed|counted|compiled|kept|maintained|drawn up|prepared|run|collected|published|produced|made|written|conducted|managed|held|hosted|owned|created|built|carried out|issued|launched)\s(?:[\p{Ll}\d]+\s){0,3}?by\s(?:the\s)?$/u;

function findProgrammes({ scan: { text }, taken, directory }: NameSearch): Found[] {
  if (!text.includes('Program')) return [];
  return findAll(text, programme).flatMap((match) => {
    const end = match.index + match[0].length;
    if (taken.some((mention) => mention.start < end && mention.end > match.index)) return [];
    const owner = taken.find((mention) => mention.end === match.index - 3 && match.groups?.['lead'] === "'s");
    const ahead = text.slice(Math.max(0, match.index - 70), match.index);
    const isAgent =
      programmeAgent.test(ahead) || (owner !== undefined && agentOfBody.test(text.slice(0, owner.start).slice(-70)));
    // "the Ports Programme of the Dock Board maintains".
    const whole = taken.find(({ start }) => /^\sof\s(?:the\s)?$/.test(text.slice(end, Math.min(start, end + 10))));
    const behind = owner === undefined ? whole?.end : end;
    const acts = behind !== undefined && programmeActs.test(text.slice(behind, behind + 60));
    // "Ports Programme, Dock Board, Lima": an address.
    const inAddress =
      match[0].includes(' ') && text.startsWith(', ', end) && taken.some(({ start }) => start === end + 2);
    if (!isAgent && !acts && !inAddress) return [];
    return [{ ...defineHere({ text, start: match.index, end }, match[0], true, directory), foundBy: 'context' }];
  });
}

/** "drawn up by the | Regional Working Group on Ports and Crews": that it makes something tells that it is no meeting. */
const group =
  /(?<=\b(?:by|to|from|with)\sthe\s)(?:\p{Lu}[\p{L}-]+\s){0,6}(?:Working|Expert|Task|Steering)\s(?:Group|Force|Party)(?:\s(?:on|for)\s\p{Lu}[\p{L}-]+(?:,?\s(?:(?:and|of|in|on|for|including)\s)?\p{Lu}[\p{L}-]+){0,9})?/gu;

function findGroups({ scan: { text }, taken, directory }: NameSearch): Found[] {
  if (!/\s(?:Group|Force|Party)\b/.test(text)) return [];
  return findAll(text, group).flatMap((match) => {
    const end = match.index + match[0].length;
    const isTaken = taken.some((mention) => mention.start < end && mention.end > match.index);
    const isAgent = participleOfAgent(text.slice(Math.max(0, match.index - 70), match.index)) !== undefined;
    if (isTaken || !isAgent) return [];
    return [{ ...defineHere({ text, start: match.index, end }, match[0], false, directory), foundBy: 'context' }];
  });
}

/** Names without a head noun; those of persons are not told apart, but few persons publish statistics. */
export function findByContext(search: NameSearch): Found[] {
  const { directory } = search;
  const { text } = search.scan;
  const found: Found[] = [...findForeign(search), ...findProgrammes(search), ...findGroups(search)];
  for (const start of candidates(search)) {
    // Behind "together with" an "and" is the row's.
    const read = readChunk(search, start, /\bwith\s(?:the\s)?$/.test(text.slice(Math.max(0, start - 10), start)));
    if (read === undefined || found.some((mention) => start < mention.end && read.end > mention.start)) continue;
    const behindName = text.slice(read.end, read.end + 60);
    const isBody = isBodyBehind(text, read.end);
    if (start <= 4 ? !isBody && !acts.test(behindName) : !ends.test(behindName)) continue;
    const behind = text.slice(read.end, read.end + 90);
    // One word is a name only where an acronym or more capitals say that it is no common noun.
    if (
      !/\s/.test(read.name) &&
      readAcronym(behind, read.name) === undefined &&
      !/\p{Lu}.*\p{Lu}/u.test(read.name) &&
      !(start <= 4 ? isBody : isSurelyAgent(text, start))
    )
      continue;
    found.push({ ...defineHere({ text, start, end: read.end }, read.name, false, directory), foundBy: 'context' });
  }
  const named = [...search.taken, ...found];
  return [...found, ...findInRow(search, named), ...findBeforeRow(search, named)];
}
