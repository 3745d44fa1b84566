/** Recognises names in capitals by their head noun: "Labour Force Survey (LFS)", "Statistical Yearbook 2015", "Global Forum on …". */
import type { Mention, NameClass } from '../mention.js';
import type { Token } from '../tokens.js';
import { acronymAhead, readAcronym } from './acronyms.js';
import { growName } from './grow-name.js';
import {
  connectors,
  doubleHead,
  isVerbThere,
  leadWords,
  nameHead,
  namesNoData,
  pluralSeriesHeads,
} from './name-heads.js';

const plainYear = /^(?:1[5-9]|20)\d{2}(?:[-/–](?:\d{4}|\d{2}))?$/;

/** The class of the head at a token, and how many tokens it takes. */
function readHead(
  tokens: readonly Token[],
  at: number,
): { class: NameClass; head: string; length: number } | undefined {
  const token = tokens[at];
  if (token === undefined || !token.capital || token.kind !== 'word') return undefined;
  const lower = token.text.toLowerCase();
  const following = tokens[at + 1];
  if (following?.capital === true) {
    const next = following.text.toLowerCase();
    const double = doubleHead(lower, next);
    if (double !== undefined) return { class: double, head: `${lower} ${next}`, length: 2 };
  }
  const single = nameHead(lower);
  return single === undefined ? undefined : { class: single, head: lower, length: 1 };
}

/** A head among several: "Survey Report" is a report, "Statistics Bulletin" a bulletin; the last one in a row tells. */
function lastHead(tokens: readonly Token[], at: number): { class: NameClass; head: string; at: number } | undefined {
  let best = readHead(tokens, at);
  if (best === undefined) return undefined;
  let position = at + best.length - 1;
  for (let next = position + 1; next < tokens.length && next <= position + 2; next++) {
    if (tokens[next]?.capital !== true) break;
    const other = readHead(tokens, next);
    if (other === undefined) continue;
    best = other;
    position = next + other.length - 1;
  }
  return { class: best.class, head: best.head, at: position };
}

/**
 * "IAB-SOEP | Migration Sample": acronyms joined by hyphens in front of a name are a part of it where one of them is nobody's;
 * of "ILO-ASEAN | Database" they say whose it is.
 */
function overAcronyms(tokens: readonly Token[], first: number, barrier: (token: Token) => boolean): number {
  const compound = tokens[first - 1];
  if (compound === undefined || !/^\p{Lu}{2,}(?:-\p{Lu}{2,})+$/u.test(compound.text)) return first;
  const parts = [...compound.text.matchAll(/\p{Lu}+/gu)].map(({ 0: { length }, index }) => ({
    ...compound,
    start: compound.start + index,
    end: compound.start + index + length,
  }));
  return parts.every(barrier) ? first : first - 1;
}

/**
 * Names in the order of the text. `barrier` tells which tokens belong to something else (an organisation, a title);
 * `isPlace` which ones name a place: "Survey in Kenya" ends before the "in".
 */
export function recogniseNames(
  text: string,
  tokens: readonly Token[],
  barrier: (token: Token) => boolean,
  isPlace: (token: Token) => boolean,
): Mention<'name'>[] {
  const found: Mention<'name'>[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    // Asked first whether it is a head at all: most words are none.
    const head = token === undefined ? undefined : lastHead(tokens, at);
    if (token === undefined || head === undefined || barrier(token)) continue;
    let { first, last } = growName(tokens, head.at, (other) => barrier(other) && !isPlace(other));
    first = overAcronyms(tokens, first, barrier);
    // "Third Expert Meeting", "Annual Conference": which of several meetings is a part of its name.
    while (
      head.class === 'event' &&
      tokens[first - 1]?.capital === true &&
      /^(?:First|Second|Third|Fourth|Annual)$/.test(tokens[first - 1]?.text ?? '')
    )
      first--;
    first = pastRound(tokens, first, head.at);
    // "Survey in Kenya": where is not part of what.
    for (let n = head.at + 1; n < last; n++) {
      const following = tokens[n + 1];
      if (
        /^(?:in|from|to|for)$/i.test(tokens[n]?.text ?? '') &&
        following !== undefined &&
        isPlace(following) &&
        tokens[n + 2]?.capital !== true
      ) {
        last = n - 1;
        break;
      }
    }
    last = upToAcronym(tokens, first, overRow(tokens, last, barrier, head.class === 'event'));
    const begin = tokens[first];
    const end = tokens[last];
    if (begin === undefined || end === undefined) continue;
    const suffix = tokens[last + 1];
    const hasYear = suffix !== undefined && plainYear.test(suffix.text) && suffix.start - end.end <= 1;
    const stop = hasYear ? suffix.end : end.end;
    const name = text.slice(begin.start, stop).replace(/\s+/g, ' ');
    // "Census 2001": the year tells which.
    const isRound = hasYear && first === last && head.head === 'census';
    if (!(isRound || isName(tokens, head, first, last)) || isNamedAfter(tokens, head, last)) continue;
    // "Series on Qatar": what figures there are on it, and no name.
    if (head.head === 'series' && head.at === first && end !== begin && isPlace(end)) continue;
    const acronym =
      readAcronym(text.slice(stop, stop + 90), name) ?? readForeignAcronym(tokens, last, head.class, barrier);
    // "Dialogue on Migration Series" is a series, whatever came first; a "3rd Convention on Statistics" meets.
    const final = ofOrdinal.test(name)
      ? ({ class: 'event', head: 'convention' } as const)
      : end.text === 'Series' || isSeriesName(name)
        ? ({ class: 'series', head: 'series' } as const)
        : head;
    const year = hasYear ? suffix.text : plainYear.test(begin.text) ? begin.text : undefined;
    found.push({
      kind: 'name',
      start: begin.start,
      end: stop + (acronym?.length ?? 0),
      value: {
        text: name,
        class: final.class,
        head: final.head,
        ...(acronym === undefined ? {} : { acronym: acronym.acronym }),
        ...(year === undefined ? {} : { year }),
      },
      foundBy: `name-${final.class}`,
    });
    at = last;
  }
  return found;
}

/** "Household Survey (ENHOGAR)": the acronym of data in their own language, where it is nobody's. */
function readForeignAcronym(
  tokens: readonly Token[],
  last: number,
  kind: NameClass,
  barrier: (token: Token) => boolean,
): { acronym: string; length: number } | undefined {
  const [open, acronym, close] = tokens.slice(last + 1, last + 4);
  const isOne = open?.text === '(' && close?.text === ')' && /^\p{Lu}{4,10}$/u.test(acronym?.text ?? '');
  if (kind !== 'dataset' || !isOne || acronym === undefined || barrier(acronym)) return undefined;
  return { acronym: acronym.text, length: close.end - (tokens[last]?.end ?? 0) };
}

/** Treaties are called conventions as well, but none bears a number of its kind. */
const ofOrdinal = /^(?:\d{1,2}(?:st|nd|rd|th)|\p{Lu}\p{Ll}+(?:th|ond|rst))\s(?:\p{Lu}[\p{L}-]+\s){0,4}Convention\b/u;

/** "Survey of Employment|, Unemployment and Underemployment (ENEMDU)": a row of matters that an acronym in brackets ends. */
function overRow(tokens: readonly Token[], last: number, barrier: (token: Token) => boolean, meets: boolean): number {
  let at = last + 1;
  const isMatter = (token: Token | undefined): boolean =>
    token?.kind === 'word' && token.capital && !barrier(token) && nameHead(token.text.toLowerCase()) === undefined;
  while (tokens[at]?.text === ',' && isMatter(tokens[at + 1])) at += 2;
  if (at === last + 1 || tokens[at]?.text !== 'and' || !isMatter(tokens[at + 1])) return last;
  // "Forum on Crews|, Rafts and Boats | in Lima": where it meets ends it as well.
  if (meets && /^(?:in|at|held)$/.test(tokens[at + 2]?.text ?? '') && connectors.has(tokens[last - 1]?.text ?? ''))
    return at + 1;
  const isEnded =
    tokens[at + 2]?.text === '(' && /^[A-Z]{4,8}$/.test(tokens[at + 3]?.text ?? '') && tokens[at + 4]?.text === ')';
  return isEnded ? at + 1 : last;
}

/** "Database on Sailors | in ILO and non-ILO Ports | (DSIP)": the acronym in brackets tells how far the name goes. */
function upToAcronym(tokens: readonly Token[], first: number, last: number): number {
  const ahead = acronymAhead(
    tokens,
    last,
    ({ capital, text }) => capital || connectors.has(text) || text.startsWith('non'),
  );
  if (ahead === undefined) return last;
  const initials = tokens.slice(first, ahead.last + 1).map(({ text }) => /\p{Lu}/u.exec(text)?.[0] ?? '');
  return isInOrder(ahead.acronym, initials) ? ahead.last : last;
}

/** Whether the letters are among the others, in their order, the first as the first. */
function isInOrder(letters: string, among: readonly string[]): boolean {
  if (among[0] !== letters[0]) return false;
  let found = 0;
  for (const one of among) if (one !== '' && one === letters[found]) found++;
  return found === letters.length;
}

/** "Wave 4 of the | Crew Panel": which of its rounds is no part of a name. */
function pastRound(tokens: readonly Token[], first: number, head: number): number {
  if (!/^(?:Wave|Round|Phase|Edition)$/.test(tokens[first]?.text ?? '') || tokens[first + 2]?.text !== 'of')
    return first;
  const at = tokens[first + 3]?.text === 'the' ? first + 4 : first + 3;
  return tokens[first + 1]?.kind === 'number' && at < head ? at : first;
}

/** "Census Day" is no census; an "Open Day" is what it is. */
const isNamedAfter = (tokens: readonly Token[], head: { head: string; at: number }, last: number): boolean =>
  head.head !== 'open day' && namesNoData.test(compoundEnd(tokens, head.at, last));

/** The last noun of the compound that the head begins: "Paper | Mill | at Lima" is a mill. */
function compoundEnd(tokens: readonly Token[], head: number, last: number): string {
  let at = head;
  while (at < last && tokens[at + 1]?.capital === true && tokens[at + 1]?.kind === 'word') at++;
  const end = at === head ? tokens[last] : tokens[at];
  return end?.text ?? '';
}

/** "Displacement Data Briefs", "Explanatory Notes of the Lab": plurals of documents; "Country Notes" alone may be any notes. */
function isSeriesName(name: string): boolean {
  const words = name.split(' ');
  return pluralSeriesHeads.has(words.at(-1)?.toLowerCase() ?? '') && words.length >= 2;
}

/** "Explanatory Notes", "Technical Notes": no series, but what stands at the end of any document. */
const plainNotes = /^(?:Explanatory|Technical|Methodological|General|Additional|Editorial|Country|Further|Quality)$/;

/** A head alone names nothing, nor does one with lead words and numbers only; what stands beside it must name. */
function isName(tokens: readonly Token[], head: { head: string; at: number }, first: number, last: number): boolean {
  const words = tokens.slice(first, last + 1).map((token) => token.text);
  if (words.length === 2 && words[1] === 'Notes' && plainNotes.test(words[0] ?? '')) return false;
  if (isVerbThere(head.head, words[0] ?? '')) return false;
  const headFirst = head.at - head.head.split(' ').length + 1;
  const beside = [...tokens.slice(first, headFirst), ...tokens.slice(head.at + 1, last + 1)];
  const names = ({ kind, capital, text }: Token): boolean =>
    kind === 'word' &&
    (capital || !connectors.has(text)) &&
    !leadWords.has(text.toLowerCase()) &&
    !/^[IVX]{1,5}$/.test(text);
  // "Module III" is one of several.
  if (beside.some(names)) return true;
  return /census|survey/.test(head.head) && beside.some((token) => /\d{4}/.test(token.text));
}
