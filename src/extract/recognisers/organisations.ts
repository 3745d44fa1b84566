/** Recognises organisations: those of the gazetteer, those the text defines, and those whose head noun or sentence tells what they are. */
import type { Mention } from '../mention.js';
import { findPointing, findSelf } from './back-references.js';
import { findKnown, gazetteerKnows, readReversed, takeBracket } from './known-organisations.js';
import type { OrganisationContext, PlaceAt } from './organisation-context.js';
import { findByContext } from './organisations-by-context.js';
import { findByHead } from './organisations-by-head.js';
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
    .filter((mention) => !isOfLonger(text, mention, anywhere))
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
    if (mention.foundBy !== 'back-reference' && mention.foundBy !== 'first-person')
      directory.touch(mention.value, spell(text, mention));
  return linkUnits(text, all);
}

/** "NWT | Bureau of Statistics": what many countries call theirs is nobody's known where an acronym of nobody's opens the name. */
const isOfLonger = (text: string, { start, value }: Found, known: readonly Found[]): boolean =>
  / \(\p{Lu}/u.test(value.entry?.label ?? '') &&
  /(?:^|\s)\p{Lu}{2,6}\s$/u.test(text.slice(Math.max(0, start - 9), start)) &&
  /\p{Ll}/u.test(text.slice(start, start + 12)) &&
  !known.some(({ end }) => end === start - 1);

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
