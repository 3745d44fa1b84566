/** What of a passage depends on its words alone: run once, and kept for a while, for texts repeat themselves. */
import type { AgencyName, Gazetteers } from '../gazetteer.js';
import type { Mention } from '../mention.js';
import type { Found } from '../phrases.js';
import { splitTokens, type Token } from '../tokens.js';
import { recogniseAddresses } from './addresses.js';
import { recogniseCounts } from './counts.js';
import { recogniseDates } from './dates.js';
import { recognisePlaces } from './places.js';
import { recogniseThemes } from './themes.js';
import { recogniseTitles } from './titles.js';
import { recogniseYears } from './years.js';

export interface Scan {
  readonly text: string;
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

function scan(text: string, gazetteers: Gazetteers): Scan {
  return {
    text,
    tokens: splitTokens(text),
    addresses: recogniseAddresses(text),
    agencies: gazetteers.agencies.find(text),
    places: recognisePlaces(text, gazetteers),
    titles: recogniseTitles(text),
    dates: recogniseDates(text),
    years: recogniseYears(text),
    counts: recogniseCounts(text),
    themes: recogniseThemes(text, gazetteers),
  };
}

/** How many characters of passages are kept: some 60 MB with what was found in them. */
const memory = 2_000_000;

/** Gives the function that scans passages over one set of gazetteers, with its memory. */
export function createScanner(gazetteers: Gazetteers): (text: string) => Scan {
  const kept = new Map<string, Scan>();
  let size = 0;
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const found = scan(text, gazetteers);
    size += text.length;
    if (size > memory) {
      kept.clear();
      size = text.length;
    }
    kept.set(text, found);
    return found;
  };
}
