/** What a stretch of a passage names. Recognisers give mentions, rules read claims off them. */
import type { CountryCount, Period } from './claim.js';
import type { Place } from './gazetteer.js';
import type { Organisation } from './organisations.js';

/** What a capitalised name is, by its head noun: "… Survey", "… Conference", "… Yearbook". */
export type NameClass = 'dataset' | 'series' | 'project' | 'event' | 'publication';

export interface DateSpan {
  /** ISO 8601: a month or a day. */
  readonly from: string;
  /** The last day where there are several. */
  readonly to?: string;
}

export interface MentionValues {
  organisation: Organisation;
  place: Place;
  corridor: { readonly from: string; readonly to: string };
  years: { readonly periods: readonly Period[]; readonly form: 'single' | 'range' | 'open' | 'list' };
  date: DateSpan;
  count: CountryCount;
  /** "each country or area of the world". */
  extent: 'EachCountryOrArea';
  title: {
    readonly text: string;
    readonly style: 'italic' | 'quoted' | 'bold' | 'link' | 'plain';
    readonly href?: string /** It ends like a spoken sentence. */;
    readonly speech?: boolean;
  };
  name: {
    readonly text: string;
    readonly class: NameClass;
    readonly head: string;
    readonly acronym?: string;
    readonly year?: string;
  };
  symbol: string;
  link: string;
  email: string;
  /** `text`: as the text calls it, in small letters. */
  theme: { readonly slug: string; readonly text: string };
}

export type Kind = keyof MentionValues;

/** Offsets are into the passage as it is read. */
export type Mention<K extends Kind = Kind> = {
  [P in K]: {
    readonly kind: P;
    readonly start: number;
    readonly end: number;
    readonly value: MentionValues[P];
    /** The other one of two that the words mean together: "the two banks". */
    readonly also?: MentionValues[P];
    readonly foundBy: string;
  };
}[K];

/** Only the mentions of one kind, in the order of the text. */
export function mentionsOf<K extends Kind>(mentions: readonly Mention[], kind: K): Mention<K>[] {
  return mentions.filter((mention) => mention.kind === kind) as Mention[] as Mention<K>[];
}

/** Places, years and days: they may stand between a verb and its agent. */
export const circumstancesIn = (mentions: readonly Mention[]): Mention<'place' | 'years' | 'date'>[] =>
  mentions.filter(({ kind }) => kind === 'place' || kind === 'years' || kind === 'date') as Mention<
    'place' | 'years' | 'date'
  >[];
