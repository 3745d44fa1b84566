/** Runs every recogniser over a passage and settles which reading of a span holds. */
import type { Gazetteers } from '../gazetteer.js';
import { type Mention, mentionsOf } from '../mention.js';
import type { Directory, Organisation } from '../organisations.js';
import { splitTokens, type Token } from '../tokens.js';
import { recogniseAddresses } from './addresses.js';
import { recogniseCounts } from './counts.js';
import { recogniseDates } from './dates.js';
import { recogniseNames } from './names.js';
import { recogniseOrganisations } from './organisations.js';
import { recognisePlaces } from './places.js';
import { recogniseTitles } from './titles.js';
import { recogniseYears } from './years.js';

/** What a passage names. What stands inside a title or a name is told apart: it is what that title is about. */
export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Without overlaps, but that a corridor spans its two countries; in the order of the text. */
  readonly mentions: readonly Mention[];
  /** Mentions inside titles and names. */
  readonly inside: readonly Mention[];
}

export interface Recognition {
  readonly gazetteers: Gazetteers;
  readonly directory: Directory;
  /** Whose text the passage is, by its section. */
  readonly owner?: Organisation | undefined;
}

type Range = { readonly start: number; readonly end: number };
const overlaps = (a: Range, b: Range): boolean => a.start < b.end && a.end > b.start;
const within = (a: Range, b: Range): boolean => a.start >= b.start && a.end <= b.end;
const none = (others: readonly Range[]) => (mention: Range) => !others.some((other) => overlaps(mention, other));

/** Italic or quoted single words and known names are emphasis, not titles. */
function isEmphasis(title: Mention<'title'>, organisations: readonly Mention<'organisation'>[]): boolean {
  if (title.value.style === 'link') return false;
  const { text } = title.value;
  if (!/\p{L}/u.test(text)) return true;
  if (/^\p{Ll}/u.test(text) && !/^\p{Ll}\p{L}*(?:\s[\p{Lu}\p{N}])/u.test(text)) return true;
  return organisations.some(
    (organisation) =>
      organisation.start >= title.start &&
      organisation.end <= title.end &&
      organisation.end - organisation.start >= text.length - 2,
  );
}

/** Finds the mentions of one passage. Pure but for the acronyms it adds to the note's directory. */
export function recognise(text: string, context: Recognition): Reading {
  const { gazetteers } = context;
  const tokens = splitTokens(text);
  const addresses = recogniseAddresses(text);
  const places = recognisePlaces(text, gazetteers).filter(none(addresses));
  const countryAt = new Set(
    places
      .filter((place) => place.kind === 'place' && (place.value.kind === 'country' || place.value.kind === 'region'))
      .map((place) => place.start),
  );
  const groups = places.filter((place) => place.kind === 'place' && place.value.kind === 'group');
  const organisations = recogniseOrganisations(text, tokens, context, (token) => countryAt.has(token.start)).filter(
    (mention) => none(addresses)(mention) && !groups.some((group) => within(mention, group) && group.end > mention.end),
  );
  const titles = recogniseTitles(text).filter((title) => none(addresses)(title) && !isEmphasis(title, organisations));
  const outer = organisations.filter((organisation) => !titles.some((title) => within(organisation, title)));
  const barrier = (token: Token): boolean =>
    titles.some((title) => overlaps(token, title)) ||
    outer.some((other) => overlaps(token, other)) ||
    addresses.some((other) => overlaps(token, other));
  const placeAt = (token: Token): boolean => places.some((place) => overlaps(token, place));
  const names = recogniseNames(text, tokens, barrier, placeAt);
  const frames: Range[] = [...titles, ...names];
  const allDates = recogniseDates(text).filter(none(addresses));
  // "1 July 1960, 1965 … 2005" begins with a day and is a list of years all the same.
  const years = recogniseYears(text).filter(
    (mention) => none(addresses)(mention) && (mention.value.periods.length > 2 || none(allDates)(mention)),
  );
  const dates = allDates.filter(none(years));
  const counts = recogniseCounts(text).filter(none(addresses));
  const themes: Mention<'theme'>[] = gazetteers.themes.find(text).flatMap((match) =>
    match.values.slice(0, 1).map((value) => ({
      kind: 'theme' as const,
      start: match.start,
      end: match.end,
      value: { slug: value.slug, label: value.label },
      foundBy: 'gazetteer',
    })),
  );
  const keptPlaces = places.filter(none(outer));
  const free: Mention[] = [...outer, ...keptPlaces, ...dates, ...years.filter(none(counts)), ...counts].filter(
    (mention) => !frames.some((frame) => overlaps(mention, frame)),
  );
  const framed: Mention[] = [...organisations, ...places, ...dates, ...years, ...counts].filter((mention) =>
    frames.some((frame) => within(mention, frame)),
  );
  const mentions = [...addresses, ...titles, ...names, ...free, ...themes].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
  return {
    text,
    tokens,
    mentions: mentions.filter((mention) => mention.kind !== 'place' || mention.value.kind !== 'none'),
    inside: framed,
  };
}

/** The mentions of one kind inside a span. */
export function insideOf<K extends Mention['kind']>(reading: Reading, span: Range, kind: K): Mention<K>[] {
  return mentionsOf(reading.inside, kind).filter((mention) => within(mention, span));
}
