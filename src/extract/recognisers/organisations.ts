/** Recognises organisations: those of the gazetteer, those the text defines, and those whose head noun or sentence tells what they are. */
import type { Mention } from '../mention.js';
import type { Directory } from '../organisations.js';
import { findPointing, findSelf } from './back-references.js';
import { findKnown, gazetteerKnows, readReversed, takeBracket } from './known-organisations.js';
import { leadWords, organisationHeads } from './name-heads.js';
import type { OrganisationContext, PlaceAt } from './organisation-context.js';
import { findByContext } from './organisations-by-context.js';
import { findByHead } from './organisations-by-head.js';
import { commonNouns } from './pointing-words.js';
import { joinTranslations } from './translated-names.js';
import { linkUnits } from './units.js';

type Found = Mention<'organisation'>;
/**
 * All organisations of a passage, in the order of the text. Enters, as a side effect, the acronyms it meets and what it
 * names into the note's directory.
 */
export function recogniseOrganisations(context: OrganisationContext, placeAt: PlaceAt): Found[] {
  const { scan, directory } = context;
  const { text } = scan;
  const reversed = readReversed(text, directory).filter((mention) => !gazetteerKnows(mention, scan));
  const anywhere = findKnown(context);
  const known = anywhere
    .filter((mention) => !isOfLonger(text, mention, anywhere) && !isOfAnother(scan, mention))
    .filter((mention) => !reversed.some((other) => mention.start < other.end && mention.end > other.start))
    .map((mention) => takeBracket(scan, mention, directory))
    // The acronym in its own bracket is a part of the name before it.
    .filter(
      (mention, _, all) =>
        !all.some((other) => other !== mention && mention.start > other.start && mention.end <= other.end),
    );
  const taken = [...reversed, ...known];
  const headed = scan.mayHold('organisationHead')
    ? [...taken, ...findByHead({ scan, taken, placeAt, directory })]
    : taken;
  const named = [...headed, ...findByContext({ scan, taken: headed, placeAt, directory })];
  const pointing = [...findPointing(context, named), ...findSelf(scan, directory, named)];
  const sorted = withoutNested([...named, ...pointing].sort((a, b) => a.start - b.start || b.end - a.end));
  const all = joinTranslations(text, sorted);
  for (const mention of all)
    if (mention.foundBy !== 'back-reference' && mention.foundBy !== 'first-person') meet(text, mention, directory);
  return linkUnits(text, all);
}

const apposed = new RegExp(
  String.raw`^,\san?\s(?:[\p{Ll}-]+\s){0,3}?(${commonNouns})\s(?:of|that|which|with|based|for|in|at|made)\b`,
  'u',
);

/** Enters what is named, and what it is said to be: "Quaymeter, a network of survey teams". */
function meet(text: string, mention: Found, directory: Directory): void {
  directory.touch(mention.value, spell(text, mention));
  const noun = apposed.exec(text.slice(mention.end, mention.end + 80))?.[1];
  if (noun !== undefined) directory.call(mention.value, noun);
}

/** "NWT | Bureau of Statistics", "Quay | Bureau of Statistics": what many countries call theirs is nobody's known where the name begins before it. */
function isOfLonger(text: string, { start, value }: Found, known: readonly Found[]): boolean {
  if (!/ \(\p{Lu}/u.test(value.entry?.label ?? '') || !/\p{Ll}/u.test(text.slice(start, start + 12))) return false;
  const word = /(?:^|\s)(\p{Lu}[\p{L}-]{1,24})\s$/u.exec(text.slice(Math.max(0, start - 27), start))?.[1];
  if (word === undefined || leadWords.has(word.toLowerCase()) || organisationHeads.has(word.toLowerCase()))
    return false;
  return !known.some(({ end }) => end === start - 1);
}

/** "Bureau of Statistics | of the Republic of Chad": another country's than the one that is known by this name alone. */
const isOfAnother = ({ text, places }: OrganisationContext['scan'], { end, value }: Found): boolean => {
  const country = value.entry?.country;
  if (country === undefined || !/^\sof\s/.test(text.slice(end, end + 4))) return false;
  const place = places.find(({ start }) => start > end);
  return (
    place?.kind === 'place' &&
    place.value.kind === 'country' &&
    place.value.code !== country &&
    /^\sof\s(?:the\s)?$/.test(text.slice(end, place.start))
  );
};

/** "Bureau of Statistics| (BS)", "| , or BS,", "| , Kenya"; but "Office for Boats, Ports and Docks" is one name. */
const behindName = /\s?(?:\(|,(?!\s\p{Lu}[^()]{0,80}\s(?:and|y|e|et)\s\p{Lu})).*$/su;

/** The words for an organisation of the gazetteer in one line, without the bracket or the acronym behind them; those of others are their label. */
function spell(text: string, { start, end, foundBy, value }: Found): string | undefined {
  if (value.entry === undefined) return undefined;
  return foundBy === 'cut-name' ? value.label : text.slice(start, end).replace(behindName, '').replace(/\s+/g, ' ');
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
