/** Runs every recogniser over a passage and settles which reading of a span holds. */
import { type Mention, mentionsOf } from '../mention.js';
import type { Directory, Organisation } from '../organisations.js';
import type { Token } from '../tokens.js';
import { actsThere } from './acting-groups.js';
import { isInCapitals } from './in-capitals.js';
import { recogniseNames } from './names.js';
import { namesOnly } from './names-only.js';
import type { PlaceAt } from './organisation-context.js';
import { recogniseOrganisations } from './organisations.js';
import { recognisePlainTitles } from './plain-titles.js';
import type { Scan } from './scan.js';

/** What a passage names. What stands inside a title or a name is told apart: it is what that title is about. */
export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Whether a common noun for data may be there; false is certain. */
  readonly hasDataNouns: boolean;
  /** Without overlaps, but that a corridor spans its two countries; in the order of the text. */
  readonly mentions: readonly Mention[];
  /** Mentions inside titles and names. */
  readonly inside: readonly Mention[];
}

export interface Recognition {
  readonly scan: Scan;
  readonly directory: Directory;
  /** Whose text the passage is, by its section. */
  readonly owner?: Organisation | undefined;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

const overlaps = (a: Range, b: Range): boolean => a.start < b.end && a.end > b.start;
const within = (a: Range, b: Range): boolean => a.start >= b.start && a.end <= b.end;
/** Tells whether a range overlaps none of the others. */
function clearOf(others: readonly Range[]): (range: Range) => boolean {
  // Most passages hold nothing of a kind, and every word of theirs is asked about.
  if (others.length === 0) return always;
  return (range) => {
    for (const other of others) if (overlaps(range, other)) return false;
    return true;
  };
}
const always = (): boolean => true;

/** "for *Kenya* and **Chad**": the marks hold the name of a place and nothing else. */
const isPlaceName = ({ start, end, value }: Mention<'title'>, places: readonly Mention[]): boolean =>
  value.style !== 'link' &&
  places.some((place) => place.start >= start && place.end <= end && place.end - place.start >= value.text.length);

/** Italic or quoted single words and known organisations are emphasis, not titles. */
function isEmphasis(
  title: Mention<'title'>,
  organisations: readonly Mention<'organisation'>[],
  whole: string,
): boolean {
  const { text, style } = title.value;
  if (!/\p{L}/u.test(text)) return true;
  if (style !== 'link' && /^\p{Ll}/u.test(text) && !/^\p{Ll}\p{L}*(?:\s[\p{Lu}\p{N}])/u.test(text)) return true;
  // “Those numbers are not ours,” she said: speech, as the punctuation inside the quotation tells.
  if (style === 'quoted' && title.value.speech === true) return true;
  // A sentence set in italics says something; it names nothing.
  if (/\b(?:is|are|was|were|has|have|been)\b[^?]*\.$/.test(text)) return true;
  return (
    // "*Crew Division, Directorate for Ports, Dock Board*": who has written what stands beneath.
    ((style === 'italic' || style === 'bold') &&
      text.includes(', ') &&
      namesOnly(whole, title.start, title.end, organisations)) ||
    organisations.some(
      ({ start, end, foundBy }) =>
        // The acronym in "Full Name (“ACR”)".
        (start < title.start && end > title.end) ||
        ((foundBy !== 'head-noun' || style === 'bold') &&
          start >= title.start &&
          end <= title.end &&
          end - start >= text.length - 2),
    )
  );
}

/** Whether a Markdown link has a title for its words, and not "here", "our website" or the address once more. */
const isLinkedTitle = ({ value: { style, text } }: Mention<'title'>): boolean =>
  style === 'link' && (text.match(/(?<!\p{L})\p{Lu}\p{Ll}/gu)?.length ?? 0) >= 2 && !/:\/\/|www\.|@/.test(text);

/** For each token, the kind of place it is part of. */
export function createPlaceAt(places: readonly Mention<'place' | 'corridor'>[]): PlaceAt {
  return (token) => {
    for (const place of places) if (place.kind === 'place' && overlaps(token, place)) return place.value.kind;
    return undefined;
  };
}

/** Organisations, but those that are only a part of a group's name: "OECD countries" is a group. */
function findOrganisations(context: Recognition): Mention<'organisation'>[] {
  const { places } = context.scan;
  const groups = places.filter((place) => place.kind === 'place' && place.value.kind === 'group');
  const countries = places.filter((place) => place.kind === 'place' && place.value.kind === 'country');
  return recogniseOrganisations(context, createPlaceAt(places)).filter(
    (mention) =>
      // "Congo (DRC)": the bracket tells which country.
      !countries.some((country) => within(mention, country) && country.start < mention.start) &&
      !groups.some(
        (group) =>
          within(mention, group) &&
          (group.end > mention.end || (group.start === mention.start && !actsThere(context.scan.text, mention))),
      ),
  );
}

/** Days and years; where more years follow a day ("1 July 1960, 1965 … 2005", "31 December 2003 to 2021") the years hold. */
function findTimes(
  scan: Scan,
  clear: (range: Range) => boolean,
): { dates: Mention<'date'>[]; years: Mention<'years'>[] } {
  const dates = scan.dates.filter(clear);
  const clearOfDates = clearOf(dates);
  const years = scan.years.filter(
    (mention) => clear(mention) && (mention.value.form !== 'single' || clearOfDates(mention)),
  );
  return { dates: dates.filter(clearOf(years)), years };
}

/** Finds the mentions of one passage. Pure but for what it enters into the note's directory. */
export function recognise(context: Recognition): Reading {
  const { scan } = context;
  const { text } = scan;
  // Read once: a scan reads its parts anew whenever they are asked for.
  const allAddresses = scan.addresses;
  const allTitles = scan.titles;
  const clear = clearOf(allAddresses);
  // "[Title of a Report](https://…)": the address is the title's own.
  const linked = allTitles.filter(isLinkedTitle);
  const addresses = allAddresses.filter((address) => !linked.some((title) => within(address, title)));
  const places = scan.places.filter(clear);
  const organisations = findOrganisations(context).filter(clear);
  const clearOfOrganisations = clearOf(organisations);
  const clearOfPlaces = clearOf(places);
  const marked = allTitles.filter(
    (title) =>
      !addresses.some((address) => overlaps(title, address)) &&
      !isEmphasis(title, organisations, text) &&
      !isPlaceName(title, places),
  );
  const plain = recognisePlainTitles(scan, {
    isOrganisation: (token) => !clearOfOrganisations(token),
    isPlace: (token) => !clearOfPlaces(token),
  }).filter((title) => clear(title) && !marked.some((other) => overlaps(title, other)));
  const titles = [...marked, ...plain];
  const outer = organisations.filter((organisation) => !titles.some((title) => within(organisation, title)));
  const clearOfTitles = clearOf(titles);
  const clearOfOuter = clearOf(outer);
  const barrier = (token: Token): boolean => !clearOfTitles(token) || !clearOfOuter(token) || !clear(token);
  // A line of capitals has no names that capitals could tell.
  const names =
    !scan.mayHold('nameHead') || isInCapitals(text)
      ? []
      : recogniseNames(text, scan.tokens, barrier, (token) => !clearOfPlaces(token) && clearOfOuter(token));
  const frames: Range[] = [...titles, ...names];
  const { dates, years } = findTimes(scan, clear);
  const counts = scan.counts.filter(clear);
  const framed = (mention: Range): boolean => frames.some((frame) => within(mention, frame));
  const free: Mention[] = [
    ...outer,
    ...places.filter(clearOfOuter),
    ...dates,
    ...years.filter(clearOf(counts)),
    ...counts,
  ];
  const inside: Mention[] = [...organisations, ...places, ...dates, ...years, ...counts];
  // What a body is named for is no subject of the sentence: "Immigration Service".
  const themes = scan.themes.filter(clearOfOrganisations);
  const mentions = [...addresses, ...titles, ...names, ...free.filter(clearOf(frames)), ...themes];
  return {
    text,
    hasDataNouns: scan.mayHold('dataNoun'),
    get tokens() {
      return scan.tokens;
    },
    mentions: mentions
      .filter((mention) => mention.kind !== 'place' || mention.value.kind !== 'none')
      .sort((a, b) => a.start - b.start || b.end - a.end),
    inside: inside.filter(framed),
  };
}

/** The mentions of one kind inside a span. */
export function insideOf<K extends Mention['kind']>(reading: Reading, span: Range, kind: K): Mention<K>[] {
  return mentionsOf(reading.inside, kind).filter((mention) => within(mention, span));
}
