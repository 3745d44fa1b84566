/** Recognises organisations that are only pointed at: "the Bank", "special procedures", "we". */
import { findAll } from '../../notes/find-all.js';
import type { Mention } from '../mention.js';
import type { Directory, Organisation } from '../organisations.js';
import { holdsWord } from '../pattern-of.js';
import { defineHere } from './defined-names.js';
import type { OrganisationContext } from './organisation-context.js';
import { findPair } from './pairs.js';
import { commonNouns, names } from './pointing-words.js';
import type { Scan } from './scan.js';

type Found = Mention<'organisation'>;

const pointing = new RegExp(
  String.raw`\b(?:[Tt]he(?: same| said)?|[Tt]his|[Tt]hat) (${names})\b(?!\s(?:of|for|on)\b|\s\p{Lu}|-)`,
  'gu',
);

/** "The Division", "the High Commissioner", "special procedures": who is meant is found in what was named before. */
export function findPointing(
  { scan, directory, owner, unresolved }: OrganisationContext,
  named: readonly Found[],
): Found[] {
  const { text, agencies } = scan;
  const found: Found[] = [];
  const read = (start: number, end: number, candidates: readonly Organisation[], noun: string): void => {
    if ([...named, ...found].some((other) => start < other.end && end > other.start)) return;
    // A bank's own text means itself by "the Bank", whichever other one it has just named.
    const own = [owner, directory.letterhead, directory.self].find(
      (one) => one !== undefined && (candidates.includes(one) || holdsWord(one.label, noun)),
    );
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
  found.push(...findPair(text, directory));
  if (!scan.mayHold('pointer')) return found;
  for (const match of findAll(text, pointing)) read(match.index, match.index + match[0].length, [], match[1] ?? '');
  found.push(...findSame({ scan, directory }, [...named, ...found]));
  return [...found, ...findCommonNouns({ scan, directory, owner }, [...named, ...found])];
}

/** "the same organization", "the said ministry": whoever bears the noun, or else who was named last. */
const same = new RegExp(String.raw`\b[Tt]he (?:same|said) (${commonNouns}|body)\b(?!\s\p{Lu}|-)`, 'gu');

function findSame({ scan: { text }, directory }: OrganisationContext, named: readonly Found[]): Found[] {
  if (!/he (?:same|said) /.test(text)) return [];
  return findAll(text, same).flatMap((match) => {
    const end = match.index + match[0].length;
    const before = named.findLast((mention) => mention.end <= match.index)?.value;
    const noun = match[1] ?? '';
    const value = before ?? directory.latest([], noun) ?? directory.last();
    return value === undefined || named.some((other) => match.index < other.end && end > other.start)
      ? []
      : [{ kind: 'organisation', start: match.index, end, value, foundBy: 'back-reference' } as const];
  });
}

/** "the lab", "the secretariat": a common noun, which means somebody only where no second one may be meant. */
const common = new RegExp(String.raw`\b[Tt]he (${commonNouns})\b(?!['’]?s?\s(?:of|for|on|in)\b|\s\p{Lu}|-)`, 'gu');

function findCommonNouns(
  { scan: { text }, directory, owner }: Pick<OrganisationContext, 'scan' | 'directory' | 'owner'>,
  named: readonly Found[],
): Found[] {
  if (!text.includes('he ')) return [];
  return findAll(text, common).flatMap((match) => {
    const end = match.index + match[0].length;
    const noun = match[1] ?? '';
    const taken = named.some((other) => match.index < other.end && end > other.start);
    const host = noun === 'secretariat' ? owner : undefined;
    const value = taken ? undefined : (host ?? directory.only(noun));
    return value === undefined
      ? []
      : [{ kind: 'organisation', start: match.index, end, value, foundBy: 'back-reference' } as const];
  });
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
  const found = defineHere({ text, start, end: start + name.length }, name, false, directory);
  directory.self = found.value;
  return [found];
}

const firstPerson = /(?<![\p{L}'])(?:[Ww]e(?:\sourselves)?|us|ourselves|[Oo]ur)(?![\p{L}'])/gu;

export function findSelf(scan: Scan, directory: Directory, named: readonly Found[]): Found[] {
  const { text } = scan;
  const speaks = scan.mayHold('firstPerson');
  const introduced = speaks ? introduceSelf(text, named, directory) : [];
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
  for (const match of speaks ? findAll(text, firstPerson) : [])
    found.push({
      kind: 'organisation',
      start: match.index,
      end: match.index + match[0].length,
      value: self,
      foundBy: 'first-person',
    });
  return found;
}
