/** What of a passage depends on its words alone: each part is read when it is asked for, and once. */
import type { AgencyName, Gazetteers, Place, ThemeEntry } from '../gazetteer.js';
import type { Mention } from '../mention.js';
import type { Found } from '../phrases.js';
import { splitTokens, type Token } from '../tokens.js';
import { buildWordClasses, type WordClasses } from '../word-classes.js';
import { recogniseAddresses } from './addresses.js';
import { recogniseCounts } from './counts.js';
import { monthWords, recogniseDates } from './dates.js';
import { nameHeadWords, organisationHeadWords } from './name-heads.js';
import { recognisePlaces } from './places.js';
import { recogniseTitles } from './titles.js';
import { recogniseYears } from './years.js';

export interface Scan {
  readonly text: string;
  /** Whether a capitalised word of it may be the head of an organisation's name; false is certain. */
  readonly mayNameOrganisations: boolean;
  /** The same for names of data, meetings and the like. */
  readonly mayName: boolean;
  readonly tokens: readonly Token[];
  readonly addresses: readonly Mention<'link' | 'email' | 'symbol'>[];
  /** Names and acronyms of the gazetteer; which organisation they mean is for the note to tell. */
  readonly agencies: readonly Found<AgencyName>[];
  readonly places: readonly Mention<'place' | 'corridor'>[];
  readonly titles: readonly Mention<'title'>[];
  readonly dates: readonly Mention<'date'>[];
  readonly years: readonly Mention<'years'>[];
  readonly counts: readonly Mention<'count' | 'extent'>[];
  readonly themes: readonly Mention<'theme'>[];
}

/** The bits that the word classes of a scanner have, in the order of its lists. */
const classOf = { place: 1, agency: 2, theme: 4, month: 8, organisationHead: 16, nameHead: 32 } as const;

const buildClasses = ({ places, agencies, themes }: Gazetteers): WordClasses =>
  buildWordClasses([
    places.beginnings,
    agencies.beginnings,
    themes.beginnings,
    monthWords.map((word) => [word]),
    organisationHeadWords.map((word) => [word]),
    nameHeadWords.map((word) => [word]),
  ]);

const readTheme = ({ start, end, values }: Found<ThemeEntry>): Mention<'theme'>[] =>
  values
    .slice(0, 1)
    .map(({ slug, label }) => ({ kind: 'theme', start, end, value: { slug, label }, foundBy: 'gazetteer' }));

const isCapital = (code: number): boolean => (code >= 65 && code <= 90) || code > 127;

/** A passage, and what its one walk over the words found. */
class PassageScan implements Scan {
  readonly agencies: Found<AgencyName>[] = [];
  readonly places: Scan['places'];
  readonly themes: Mention<'theme'>[] = [];
  /** The classes of its words; of those that heads of names belong to, only where the word is capitalised. */
  private readonly classes: number;
  private splitTokens: readonly Token[] | undefined;

  constructor(
    readonly text: string,
    { places, agencies, themes }: Gazetteers,
    words: WordClasses,
  ) {
    const found: Found<Place>[] = [];
    let placed = 0;
    let named = 0;
    let themed = 0;
    let seen = 0;
    words.walk(text, (start, classes) => {
      seen |= isCapital(text.charCodeAt(start)) ? classes : classes & classOf.month;
      if ((classes & classOf.place) !== 0 && start >= placed) {
        const place = places.longestAt(text, start);
        if (place !== undefined) {
          found.push(place);
          placed = place.end;
        }
      }
      if ((classes & classOf.agency) !== 0 && start >= named) {
        const agency = agencies.longestAt(text, start);
        if (agency !== undefined) {
          this.agencies.push(agency);
          named = agency.end;
        }
      }
      if ((classes & classOf.theme) !== 0 && start >= themed) {
        const theme = themes.longestAt(text, start);
        if (theme !== undefined) {
          this.themes.push(...readTheme(theme));
          themed = theme.end;
        }
      }
    });
    this.classes = seen;
    this.places = recognisePlaces(text, found);
  }

  get mayNameOrganisations(): boolean {
    return (this.classes & classOf.organisationHead) !== 0;
  }

  get mayName(): boolean {
    return (this.classes & classOf.nameHead) !== 0;
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
    return recogniseDates(this.text, (this.classes & classOf.month) !== 0);
  }

  get years(): Scan['years'] {
    return recogniseYears(this.text);
  }

  get counts(): Scan['counts'] {
    return recogniseCounts(this.text);
  }
}

/** Gives the function that scans passages over one set of gazetteers. */
export function createScanner(gazetteers: Gazetteers): (text: string) => Scan {
  const words = buildClasses(gazetteers);
  return (text) => new PassageScan(text, gazetteers, words);
}
