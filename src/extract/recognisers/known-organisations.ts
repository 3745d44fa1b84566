/** Recognises organisations by names that are known: the gazetteer's, and those that this note defines or has used before. */
import { findAll } from '../../notes/find-all.js';
import type { Mention } from '../mention.js';
import { chooseAgency, type Directory } from '../organisations.js';
import { readAcronym } from './acronyms.js';
import { takeForeignAcronym } from './foreign-acronyms.js';
import type { OrganisationContext } from './organisation-context.js';
import type { Scan } from './scan.js';

type Found = Mention<'organisation'>;

const acronymLike = /(?<![\p{L}\p{N}/.-])[A-Z][A-Za-z0-9&]{1,11}(?:-[A-Z]{2,6})?(?![\p{L}\p{N}])/uy;

/** The places of what looks like an acronym, which is every capitalised word too: making a match of each would cost. */
function findAcronymLike(text: string): { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 65 || code > 90) continue;
    acronymLike.lastIndex = at;
    if (!acronymLike.test(text)) continue;
    found.push({ start: at, end: acronymLike.lastIndex });
    at = acronymLike.lastIndex - 1;
  }
  return found;
}

/** Gazetteer names, and the acronyms that this note defines. */
export function findKnown({ scan: { text, agencies }, directory }: OrganisationContext): Found[] {
  const found: Found[] = [];
  for (const match of agencies) {
    const spelled = text.slice(match.start, match.end);
    const organisation = chooseAgency(match.values, directory, spelled);
    if (organisation === undefined || isPartOfAnother(text, match.start, spelled) || isOfData(text, match.end, spelled))
      continue;
    const foundBy = match.cut === true ? 'cut-name' : 'gazetteer';
    found.push({ kind: 'organisation', start: match.start, end: match.end, value: organisation, foundBy });
  }
  for (const { start, end } of findAcronymLike(text)) {
    const organisation = directory.meaning(text.slice(start, end));
    if (organisation === undefined || found.some((other) => start < other.end && end > other.start)) continue;
    found.push({ kind: 'organisation', start, end, value: organisation, foundBy: 'defined-acronym' });
  }
  return found;
}

/** "the UMA | register of the Dock Board": data go by an acronym that a body has as well. */
const isOfData = (text: string, end: number, spelled: string): boolean =>
  /^\p{Lu}{2,8}$/u.test(spelled) &&
  /^\s(?:register|registry|database|file|system|panel|portal)\sof\s(?:the\s)?\p{Lu}/u.test(text.slice(end, end + 30));

/** Words with which a longer name begins: "National | Population Council" is not the Population Council. */
const longer =
  /\b(?:National|Federal|Royal|General|State|Central|European|African|Asian|American|International|Regional|Joint|High|Supreme|New|Inter\p{L}+|Inter-\p{Lu}\p{L}+|Multi\p{L}+|Trans\p{L}+|Advanced|Independent|Open|Catholic|Islamic)\s$/u;
/** Acronyms that are words when they stand in a line of capitals. */
const word = /^(?:WHO|CARE|AID|ACT|IT|US|SAVE|ICE)$/;

/** Whether the words found are only a part of another name, of a law's, or of a line in capitals. */
function isPartOfAnother(text: string, start: number, spelled: string): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  if (/\s/.test(spelled) && longer.test(before)) return true;
  if (/\b(?:Regulation|Directive|Decision)s?\s\($/.test(before)) return true;
  return word.test(spelled) && text === text.toUpperCase();
}

/** A known name followed by "(ACR)": the bracket is part of the mention, and the acronym is the text's own. */
export function takeBracket(scan: Scan, mention: Found, directory: Directory): Found {
  const { text, agencies } = scan;
  if (mention.foundBy === 'defined-acronym') return mention;
  const bracket = /^\s{0,2}\(\s?(?:the\s)?(\p{Lu}[\p{L}0-9&/-]{1,14})\s?(?:[,;][^()]{0,60})?\)/u.exec(
    text.slice(mention.end, mention.end + 90),
  );
  if (bracket === null) {
    const called = readAcronym(text.slice(mention.end, mention.end + 60), text.slice(mention.start, mention.end));
    if (called === undefined) return mention;
    directory.define(called.acronym, mention.value);
    return { ...mention, end: mention.end + called.length };
  }
  const acronym = bracket[1];
  if (acronym === undefined) return mention;
  // "… of the Economic Commission for Africa (ECA)": the acronym of another organisation says nothing of this one, unless
  // its letters are just the initials.
  if (
    !isInitials(acronym, text.slice(mention.start, mention.end)) &&
    agencies.some(
      (match) =>
        match.start >= mention.end &&
        match.end <= mention.end + bracket[0].length &&
        match.values[0]?.kind === 'acronym' &&
        match.values.every((value) => value.agency.slug !== mention.value.slug),
    )
  )
    return mention;
  const spelled = text.slice(mention.start, mention.end);
  const known = mention.value.acronym === acronym || mention.value.entry?.acronym === acronym;
  if (!known && readAcronym(bracket[0], spelled) === undefined)
    return takeForeignAcronym({ scan, taken: [], directory }, mention);
  directory.define(acronym, mention.value);
  return { ...mention, end: mention.end + bracket[0].length };
}

/** Whether an acronym's letters are the initials of a name's words, in their order. */
function isInitials(acronym: string, name: string): boolean {
  let at = 0;
  const initials = (name.match(/\p{Lu}/gu) ?? []).join('');
  for (const letter of acronym) {
    at = initials.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return acronym.length >= 3 && initials[0] === acronym[0];
}

const acronymFirst =
  /(?<![\p{L}\p{N}(])(?:([A-Z][A-Za-z]{1,9})\/)?([A-Z][A-Z&]{1,9})\s\(((?:\p{Lu}[\p{L}-]{1,30})(?:\s(?:\p{Lu}[\p{L}-]{1,30}|of|and|for|on|the|in|to|against|&)){2,12})\)/gu;

/** "GPAT (Global Programme Against Trafficking in Persons)": an acronym with its long form behind it. */
export function readReversed(text: string, directory: Directory): Found[] {
  const found: Found[] = [];
  if (!text.includes(' (')) return found;
  for (const match of findAll(text, acronymFirst)) {
    const [whole, parent, acronym = '', name = ''] = match;
    const initials = (name.match(/\b\p{Lu}/gu) ?? []).join('');
    const letters = [...acronym.replace(/[^A-Z]/g, '')];
    if (letters.filter((letter) => initials.includes(letter)).length < letters.length * 0.6) continue;
    const organisation = directory.meaning(acronym) ?? directory.named(name, parent !== undefined);
    directory.define(acronym, organisation);
    const start = match.index + (parent === undefined ? 0 : parent.length + 1);
    found.push({
      kind: 'organisation',
      start,
      end: match.index + whole.length,
      value: organisation,
      foundBy: 'acronym-first',
    });
  }
  return found;
}

/** Whether the gazetteer knows the acronym that a reversed definition begins with. */
export function gazetteerKnows(mention: Found, { agencies }: Scan): boolean {
  return agencies.some((match) => match.start === mention.start && match.values[0]?.ambiguous === false);
}
