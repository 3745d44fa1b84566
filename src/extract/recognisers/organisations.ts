/** Recognises organisations: those of the gazetteer, those the text defines, and those whose head noun tells what they are. */
import { findAll } from '../../notes/find-all.js';
import type { Place } from '../gazetteer.js';
import type { Mention } from '../mention.js';
import { chooseAgency, type Directory, type Organisation } from '../organisations.js';
import { holdsWord } from '../pattern-of.js';
import type { Token } from '../tokens.js';
import { readAcronym } from './acronyms.js';
import { growName } from './grow-name.js';
import { doubleHeads, leadWords, organisationHeads } from './name-heads.js';
import type { Scan } from './scan.js';

type Found = Mention<'organisation'>;

/** The kind of place that a token is part of. */
export type PlaceAt = (token: Token) => Place['kind'] | undefined;

/** What an unnamed "the Bank" or "special procedures" may stand for, where nothing was named before it. */
export type Unresolved = (candidates: readonly Organisation[]) => void;

export interface OrganisationContext {
  readonly scan: Scan;
  readonly directory: Directory;
  /** Whose text this is, where that is known: "the Bank" is the owner's before anybody else's. */
  readonly owner?: Organisation | undefined;
  readonly unresolved?: Unresolved;
}

const nouns =
  'Office|Bank|Fund|Agency|Organi[sz]ation|Institute|Commission|Division|Department|Bureau|Ministry|Centre|Center|Council|Programme|Secretariat|Authority|University|Committee|Network|Foundation|Directorate|Observatory|Unit|Archive|Board|Association|Federation|Institution|Consortium|Section|Branch';
const pointing = new RegExp(String.raw`\b[Tt]he (${nouns})\b(?!\s(?:of|for|on)\b|\s\p{Lu}|-)`, 'gu');

/** "The Division", "the High Commissioner", "special procedures": who is meant is found in what was named before. */
function findPointing(
  { scan: { text, agencies }, directory, owner, unresolved }: OrganisationContext,
  named: readonly Found[],
): Found[] {
  const found: Found[] = [];
  const read = (start: number, end: number, candidates: readonly Organisation[], noun: string): void => {
    if ([...named, ...found].some((other) => start < other.end && end > other.start)) return;
    const own = owner !== undefined && (candidates.includes(owner) || holdsWord(owner.label, noun)) ? owner : undefined;
    const value = own ?? directory.latest(candidates, noun);
    if (value !== undefined) found.push({ kind: 'organisation', start, end, value, foundBy: 'back-reference' });
    else if (candidates.length > 0) unresolved?.(candidates);
  };
  for (const match of agencies) {
    if (match.values[0]?.kind !== 'back-reference') continue;
    const words = text.slice(match.start, match.end);
    const noun = /\p{Lu}\p{L}+$/u.exec(words)?.[0] ?? words;
    read(
      match.start,
      match.end,
      match.values.map((value) => directory.known(value.agency)),
      noun,
    );
  }
  for (const match of findAll(text, pointing)) read(match.index, match.index + match[0].length, [], match[1] ?? '');
  return found;
}

/** "We are the Research Data Archive (RDA)": who is speaking; from then on "we" and "our" name them. */
function introduceSelf(text: string, named: readonly Found[], directory: Directory): Found[] {
  const match = /\b[Ww]e,? (?:are )?(?:the |a |an )?(?=\p{Lu})/u.exec(text);
  if (match === null) return [];
  const start = match.index + match[0].length;
  const known = named.find((mention) => mention.start === start);
  if (known !== undefined) {
    directory.self ??= known.value;
    return [];
  }
  const name = /^\p{Lu}[\p{L}-]+(?:\s(?:of|for|and|on|the|\p{Lu}[\p{L}-]+)){1,9}(?=\s\(|,|\sat\s|\sin\s|\.)/u.exec(
    text.slice(start),
  )?.[0];
  if (name === undefined || directory.self !== undefined) return [];
  const found = defineHere(text, start, start + name.length, name, false, directory);
  directory.self = found.value;
  return [found];
}

function findSelf(text: string, directory: Directory, named: readonly Found[]): Found[] {
  const introduced = introduceSelf(text, named, directory);
  const { self } = directory;
  if (self === undefined) return introduced;
  const found: Found[] = [...introduced];
  const own = text.indexOf(self.label);
  if (
    own !== -1 &&
    introduced.length === 0 &&
    !named.some((mention) => mention.start < own + self.label.length && mention.end > own)
  )
    found.push({
      kind: 'organisation',
      start: own,
      end: own + self.label.length,
      value: self,
      foundBy: 'defined-name',
    });
  for (const match of findAll(text, /(?<![\p{L}'])(?:[Ww]e|us|[Oo]ur)(?![\p{L}'])/gu))
    found.push({
      kind: 'organisation',
      start: match.index,
      end: match.index + match[0].length,
      value: self,
      foundBy: 'first-person',
    });
  return found;
}

/** Gazetteer names, and the acronyms that this note defines. */
function findKnown({ scan: { text, agencies }, directory }: OrganisationContext): Found[] {
  const found: Found[] = [];
  for (const match of agencies) {
    const spelled = text.slice(match.start, match.end);
    const organisation = chooseAgency(match.values, directory, spelled);
    if (organisation === undefined) continue;
    found.push({ kind: 'organisation', start: match.start, end: match.end, value: organisation, foundBy: 'gazetteer' });
  }
  for (const match of findAll(text, /(?<![\p{L}\p{N}/.-])[A-Z][A-Za-z0-9&]{1,11}(?:-[A-Z]{2,6})?(?![\p{L}\p{N}])/gu)) {
    const organisation = directory.meaning(match[0]);
    const end = match.index + match[0].length;
    if (organisation === undefined || found.some((other) => match.index < other.end && end > other.start)) continue;
    found.push({ kind: 'organisation', start: match.index, end, value: organisation, foundBy: 'defined-acronym' });
  }
  return found;
}

const manyMatters = new Set(['ministry', 'department', 'directorate', 'secretariat', 'office', 'council', 'bureau']);
/** "Ministry of Gender| , Labour and Social Development of Uganda". */
const rowOfMatters =
  /^(?:,\s\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?){1,4},?\sand\s\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+){0,2}(?:\sof\s(?:the\s)?\p{Lu}[\p{L}-]+)?/u;
const grownApposition =
  /^,?\s(?:is\s)?(?:an?|the|its|our)\s(?:\p{Ll}+\s){0,3}(?:database|data\s?set|register|survey|journal|newsletter|series|yearbook|bulletin|panel|collection of data)\b/u;
const statistics = /^Statistics$/;
const weakAlone = new Set([
  'office',
  'bank',
  'fund',
  'council',
  'committee',
  'commission',
  'institute',
  'centre',
  'center',
  'department',
  'division',
  'unit',
  'section',
  'ministry',
  'agency',
  'bureau',
  'board',
  'authority',
  'secretariat',
  'organization',
  'organisation',
  'university',
  'union',
  'network',
  'branch',
  'directorate',
  'association',
  'federation',
  'foundation',
  'society',
  'college',
  'academy',
  'consortium',
  'inspectorate',
  'observatory',
  'institution',
  'publishing',
  'alliance',
  'confederation',
  'board',
]);

/** Names grown from a head noun: "National Economic and Social Council of Ireland", "Statistics Norway". */
function findByHead(
  text: string,
  tokens: readonly Token[],
  taken: readonly Found[],
  placeAt: PlaceAt,
  directory: Directory,
): Found[] {
  const found: Found[] = [];
  // In a line of capitals every little word looks like a part of a name.
  const capitals = text === text.toUpperCase();
  const barrier = (token: Token): boolean =>
    taken.some((other) => token.start < other.end && token.end > other.start) ||
    (capitals && leadWords.has(token.text.toLowerCase()) && !/^(?:of|and|for|on)$/i.test(token.text));
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || !token.capital || token.kind !== 'word') continue;
    const lower = token.text.toLowerCase();
    const kind = organisationHeads.get(lower);
    const national = statistics.test(token.text) && placeAt(tokens[at + 1] ?? token) === 'country';
    if ((kind === undefined && !national) || barrier(token) || placeAt(token) !== undefined) continue;
    // "the Crossings Observatory, a database of …" is data, whatever its head says.
    if (grownApposition.test(text.slice(token.end, token.end + 60))) continue;
    // A summer school is held, not founded.
    if (doubleHeads.get(`${tokens[at - 1]?.text.toLowerCase()} ${lower}`) === 'event') continue;
    const grown = growName(tokens, at, barrier, /^(?:in|to|at|from)$/i);
    const span = national ? { first: at, last: Math.max(at + 1, grown.last) } : grown;
    const first = tokens[span.first];
    const lastToken = tokens[span.last];
    if (first === undefined || lastToken === undefined || span.last - span.first === 0) continue;
    const last = tokens[endOfUnit(tokens, span.first, span.last)] ?? lastToken;
    const matters = manyMatters.has(lower) ? rowOfMatters.exec(text.slice(last.end, last.end + 120))?.[0] : undefined;
    const row =
      matters !== undefined &&
      !taken.some((other) => other.start >= last.end && other.start < last.end + matters.length)
        ? matters
        : '';
    const name = text.slice(first.start, last.end + row.length);
    // "Office for" alone, or a head with nothing but little words, names nobody.
    const words = name.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word) && !leadWords.has(word.toLowerCase()));
    if (words.length < 2 || words.every((word) => weakAlone.has(word.toLowerCase()))) continue;
    found.push(defineHere(text, first.start, last.end + row.length, name, kind === 'unit', directory));
    at = span.last;
  }
  return found;
}

/** "Statistics Department | of the Fund", "Institute for … | of Mahidol University": what it is a part of is no part of its name. */
function endOfUnit(tokens: readonly Token[], first: number, last: number): number {
  for (let at = last - 1; at > first + 1; at--) {
    if (tokens[at]?.text !== 'of') continue;
    const rest = tokens.slice(at + 1, last + 1).map((token) => token.text.toLowerCase());
    const pointsBack = rest[0] === 'the' && rest.length === 2 && weakAlone.has(rest[1] ?? '');
    const university = rest.includes('university') && rest[0] !== 'the';
    if (pointsBack || (university && at - first >= 2)) return at - 1;
  }
  return last;
}

/** The organisation of a name, with the acronym that stands in brackets behind it. */
function defineHere(
  text: string,
  start: number,
  end: number,
  name: string,
  unit: boolean,
  directory: Directory,
): Found {
  const label = name.replace(/\s+/g, ' ');
  const defined = readAcronym(text.slice(end, end + 90), label);
  const organisation = directory.named(label, unit);
  if (defined !== undefined) directory.define(defined.acronym, organisation);
  return { kind: 'organisation', start, end: end + (defined?.length ?? 0), value: organisation, foundBy: 'head-noun' };
}

/** A known name followed by "(ACR)": the bracket is part of the mention, and the acronym is the text's own. */
function takeBracket({ text, agencies }: Scan, mention: Found, directory: Directory): Found {
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
  // "… of the Economic Commission for Africa (ECA)": the acronym of another organisation says nothing of this one.
  if (
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
  if (!known && readAcronym(bracket[0], spelled) === undefined) return mention;
  directory.define(acronym, mention.value);
  return { ...mention, end: mention.end + bracket[0].length };
}

/** "GPAT (Global Programme Against Trafficking in Persons)": an acronym with its long form behind it. */
function readReversed(text: string, directory: Directory): Found[] {
  const found: Found[] = [];
  if (!text.includes(' (')) return found;
  for (const match of findAll(
    text,
    /(?<![\p{L}\p{N}(])(?:([A-Z][A-Za-z]{1,9})\/)?([A-Z][A-Z&]{1,9})\s\(((?:\p{Lu}[\p{L}-]{1,30})(?:\s(?:\p{Lu}[\p{L}-]{1,30}|of|and|for|on|the|in|to|against|&)){2,12})\)/gu,
  )) {
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

/**
 * All organisations of a passage, in the order of the text. Enters, as a side effect, the acronyms it meets and what it
 * names into the note's directory.
 */
export function recogniseOrganisations(context: OrganisationContext, placeAt: PlaceAt): Found[] {
  const { scan, directory } = context;
  const { text } = scan;
  const reversed = readReversed(text, directory).filter((mention) => !gazetteerKnows(mention, scan));
  const known = findKnown(context)
    .filter((mention) => !reversed.some((other) => mention.start < other.end && mention.end > other.start))
    .map((mention) => takeBracket(scan, mention, directory))
    // The acronym in its own bracket is a part of the name before it.
    .filter(
      (mention, _, all) =>
        !all.some((other) => other !== mention && mention.start > other.start && mention.end <= other.end),
    );
  const taken = [...reversed, ...known];
  const named = scan.mayNameOrganisations
    ? [...taken, ...findByHead(text, scan.tokens, taken, placeAt, directory)]
    : taken;
  const pointing = [...findPointing(context, named), ...findSelf(text, directory, named)];
  const all = withoutNested([...named, ...pointing].sort((a, b) => a.start - b.start || b.end - a.end));
  for (const mention of all)
    if (mention.foundBy !== 'back-reference' && mention.foundBy !== 'first-person') directory.touch(mention.value);
  return linkUnits(text, all);
}

/** The bracket behind a name is a part of it, whatever stands inside: "A (A) and B (B)" is a row of two. */
function withoutNested(sorted: readonly Found[]): Found[] {
  let reach = 0;
  return sorted.filter((mention) => {
    const nested = mention.end <= reach;
    reach = Math.max(reach, mention.end);
    return !nested;
  });
}

/** Whether the gazetteer knows the acronym that a reversed definition begins with. */
function gazetteerKnows(mention: Found, { agencies }: Scan): boolean {
  return agencies.some((match) => match.start === mention.start && match.values[0]?.ambiguous === false);
}

/** "the Statistics Division of DESA", "IOM's Research Department", "DESA, Population Division", "UNODC/GPAT": who a unit belongs to. */
function linkUnits(text: string, mentions: Found[]): Found[] {
  mentions.forEach((mention, n) => {
    const unit = mention.value;
    if (
      unit.parent !== undefined ||
      mention.foundBy === 'back-reference' ||
      (unit.entry !== undefined && unit.type === 'Unit')
    )
      return;
    const before = mentions[n - 1];
    const after = mentions[n + 1];
    const gapBefore = before === undefined ? '' : text.slice(before.end, mention.start);
    const gapAfter = after === undefined ? '' : text.slice(mention.end, after.start);
    const parent =
      before !== undefined &&
      unit.entry === undefined &&
      (/^'s\s(?:own\s)?$/.test(gapBefore) ||
        (gapBefore === '/' && mention.foundBy === 'acronym-first') ||
        (unit.type === 'Unit' && /^(?:,\s|\s[-–—]\s|:\s)$/.test(gapBefore)))
        ? before.value
        : after !== undefined &&
            (unit.type === 'Unit'
              ? /^,?\s(?:of|at|in|within|\(|based at)\s?(?:the\s)?$/
              : /^,?\s(?:at)\s(?:the\s)?$/
            ).test(gapAfter)
          ? after.value
          : undefined;
    if (parent !== undefined && parent !== unit && !isWithin(parent, unit)) makeUnit(unit, parent);
  });
  return mentions;
}

function isWithin(organisation: Organisation, possibleParent: Organisation): boolean {
  for (let up = organisation.parent; up !== undefined; up = up.parent) if (up === possibleParent) return true;
  return false;
}

/** From now on the organisation is a part of another. */
export function makeUnit(organisation: Organisation, parent: Organisation): void {
  organisation.parent = parent;
  (organisation as { type: Organisation['type'] }).type = 'Unit';
}
