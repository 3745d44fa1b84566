/** What of a passage depends on its words alone: each part is read when it is asked for, and once. */

import { findAll } from '../../notes/find-all.js';
import { dataNounWords } from '../data-phrases/data-nouns.js';
import type { AgencyName, Gazetteers, Place, ThemeEntry } from '../gazetteer.js';
import type { Mention } from '../mention.js';
import type { Found, Phrases } from '../phrases.js';
import { splitTokens, type Token } from '../tokens.js';
import { type Beginning, buildWordClasses, type WordClasses } from '../word-classes.js';
import { recogniseAddresses } from './addresses.js';
import { countedPlaceWords, recogniseCounts } from './counts.js';
import { monthWords, recogniseDates } from './dates.js';
import { kindNouns } from './kind-nouns.js';
import { nameHeadWords, organisationHeadWords } from './name-heads.js';
import { recognisePlaces } from './places.js';
import { firstPersonWords, pointerWords } from './pointing-words.js';
import { recogniseThemes } from './themes.js';
import { recogniseTitles } from './titles.js';
import { recogniseYears } from './years.js';

/** `cut`: the line is a name that damage broke off. */
export type FoundAgency = Found<AgencyName> & { readonly cut?: true };

export interface Scan {
  readonly text: string;
  /** Whether a word of a list may stand in it, of the heads of names a capitalised one; false is certain. */
  mayHold(list: keyof typeof classOf): boolean;
  readonly tokens: readonly Token[];
  readonly addresses: readonly Mention<'link' | 'email' | 'symbol'>[];
  /** Names and acronyms of the gazetteer; which organisation they mean is for the note to tell. */
  readonly agencies: readonly FoundAgency[];
  readonly places: readonly Mention<'place' | 'corridor'>[];
  readonly titles: readonly Mention<'title'>[];
  readonly dates: readonly Mention<'date'>[];
  readonly years: readonly Mention<'years'>[];
  readonly counts: readonly Mention<'count' | 'extent'>[];
  readonly themes: readonly Mention<'theme'>[];
}

/** The bits that the word classes of a scanner have, in the order of its lists. */
const classOf = {
  place: 1,
  agency: 2,
  theme: 4,
  month: 8,
  organisationHead: 16,
  nameHead: 32,
  dataNoun: 64,
  countedPlace: 128,
  pointer: 256,
  firstPerson: 512,
  titleKind: 1024,
} as const;
/** A name's head counts only where it is capitalised. */
const small = ~(classOf.organisationHead | classOf.nameHead);

/** They are the same for every text, and take longer to build than a short one to read. */
const built = new WeakMap<Gazetteers, WordClasses>();

function classesFor(gazetteers: Gazetteers): WordClasses {
  const classes = built.get(gazetteers) ?? buildClasses(gazetteers);
  built.set(gazetteers, classes);
  return classes;
}

const buildClasses = ({ places, agencies, themes }: Gazetteers): WordClasses =>
  buildWordClasses([
    places.beginnings,
    agencies.beginnings,
    themes.beginnings,
    ...[
      monthWords,
      organisationHeadWords,
      nameHeadWords,
      dataNounWords,
      countedPlaceWords,
      pointerWords,
      firstPersonWords,
      kindNouns,
    ].map((words) => words.map((word): Beginning => [word])),
  ]);

const isCapital = (code: number): boolean => (code >= 65 && code <= 90) || code > 127;

/** What one walk over the words of a passage finds. */
interface Words {
  readonly agencies: Scan['agencies'];
  readonly places: Scan['places'];
  readonly themes: Scan['themes'];
  /** The classes of its words; of those that heads of names belong to, only where the word is capitalised. */
  readonly classes: number;
}

function scanWords(text: string, { places, agencies, cutAgency, themes }: Gazetteers, words: WordClasses): Words {
  const foundPlaces: Found<Place>[] = [];
  const met: FoundAgency[] = [];
  const foundThemes: Found<ThemeEntry>[] = [];
  let seen = 0;
  words.walk(text, (start, classes) => {
    seen |= isCapital(text.charCodeAt(start)) ? classes : classes & small;
    if ((classes & classOf.place) !== 0) findAt(foundPlaces, places, text, start);
    if ((classes & classOf.agency) !== 0) findAgencyAt(met, agencies, text, start);
    if ((classes & classOf.theme) !== 0) findAt(foundThemes, themes, text, start);
  });
  const foundAgencies = splitUnits(met, agencies, text);
  const cut = foundAgencies.length === 0 ? cutAgency(text) : undefined;
  if (cut !== undefined) foundAgencies.push({ start: 0, end: text.length, values: [cut], cut: true });
  if (foundPlaces.length + foundAgencies.length + foundThemes.length === 0) return barren(seen);
  return {
    agencies: foundAgencies,
    places: recognisePlaces(text, foundPlaces),
    themes: recogniseThemes(text, foundThemes),
    classes: seen,
  };
}

/** Adds the phrase that begins at an offset, unless the last one reaches beyond it. */
function findAt<T>(found: Found<T>[], phrases: Phrases<T>, text: string, start: number): void {
  if (start < (found.at(-1)?.end ?? 0)) return;
  const phrase = phrases.longestAt(text, start);
  if (phrase !== undefined) found.push(phrase);
}

/** "Population Division | of the | Department of …": a unit's name that holds its parent's names both. */
const toParent = /,\s|\sof\s(?:the\s)?/gu;
function splitUnits(found: readonly FoundAgency[], agencies: Gazetteers['agencies'], text: string): FoundAgency[] {
  const split: FoundAgency[] = [];
  for (const unit of found) {
    if (unit.start < (split.at(-1)?.end ?? 0)) continue;
    split.push(...(partsOf(unit, agencies, text) ?? [unit]));
  }
  return split;
}

function partsOf(unit: FoundAgency, agencies: Gazetteers['agencies'], text: string): FoundAgency[] | undefined {
  const parent = unit.values[0]?.agency.parent;
  if (parent === undefined) return undefined;
  for (const link of findAll(text.slice(unit.start, unit.end), toParent)) {
    const larger = agencies.longestAt(text, unit.start + link.index + link[0].length);
    if (larger !== undefined && larger.end >= unit.end && larger.values[0]?.agency.slug === parent)
      return [{ ...unit, end: unit.start + link.index }, larger];
  }
  return undefined;
}

/** "the Organization" is a phrase, but "the | Organization of American States" begins a longer one. */
function findAgencyAt(found: FoundAgency[], agencies: Gazetteers['agencies'], text: string, start: number): void {
  const last = found.at(-1);
  if (last === undefined || start >= last.end) {
    findAt(found, agencies, text, start);
    return;
  }
  if (start !== last.start + 4 || !/^the\s/i.test(text.slice(last.start, start))) return;
  const phrase = agencies.longestAt(text, start);
  if (phrase !== undefined && phrase.end > last.end) found[found.length - 1] = phrase;
}

/** All passages that name nothing share what was found in them. */
const barrenOnes: Words[] = [];
function barren(classes: number): Words {
  barrenOnes[classes] ??= { agencies: [], places: [], themes: [], classes };
  return barrenOnes[classes];
}

class PassageScan implements Scan {
  private splitTokens: readonly Token[] | undefined;

  constructor(
    readonly text: string,
    private readonly words: Words,
  ) {}

  get agencies(): Scan['agencies'] {
    return this.words.agencies;
  }

  get places(): Scan['places'] {
    return this.words.places;
  }

  get themes(): Scan['themes'] {
    return this.words.themes;
  }

  mayHold(list: keyof typeof classOf): boolean {
    return (this.words.classes & classOf[list]) !== 0;
  }

  get tokens(): readonly Token[] {
    this.splitTokens ??= splitTokens(this.text);
    return this.splitTokens;
  }

  get addresses(): Scan['addresses'] {
    return recogniseAddresses(this.text);
  }

  get titles(): Scan['titles'] {
    return recogniseTitles(this.text);
  }

  get dates(): Scan['dates'] {
    return recogniseDates(this.text, this.mayHold('month'));
  }

  get years(): Scan['years'] {
    return recogniseYears(this.text);
  }

  get counts(): Scan['counts'] {
    return this.mayHold('countedPlace') ? recogniseCounts(this.text) : [];
  }
}

/** So many names are kept of what was found: some 60 MB. Of a longer note the rest is looked for again. */
const mostKept = 400_000;

/**
 * Gives the function that scans passages over one set of gazetteers. A note is walked twice: by its `number` in the note a
 * passage is known again.
 */
export function createScanner(gazetteers: Gazetteers): (text: string, number?: number) => Scan {
  const classes = classesFor(gazetteers);
  const kept: Words[] = [];
  let room = mostKept;
  return (text, number) => {
    const known = number === undefined ? undefined : kept[number];
    if (known !== undefined) return new PassageScan(text, known);
    const words = scanWords(text, gazetteers, classes);
    if (number !== undefined && room > 0) {
      kept[number] = words;
      room -= words.agencies.length + words.places.length + words.themes.length;
    }
    return new PassageScan(text, words);
  };
}
