/** What a note says, one statement at a time, and why we say so. The making wing's only result. */
import type { DamagedPlace, Note, Passage, Span } from '../notes/note.js';

/** What a thing may be that a note names. */
export type EntityType = 'Agency' | 'Unit' | 'Dataset' | 'Publication' | 'Series' | 'Project' | 'Event';

/** A thing that the note names. Type and slug together are its key, the same on every build. */
export interface Entity {
  readonly type: EntityType;
  /** The owner's words plus the title's, e.g. `undesa-population-division-international-migrant-stock`. */
  readonly slug: string;
  /** As the text names it. */
  readonly label: string;
}

/** How the owner of a statement's subject was found. */
export type Attribution = 'stated' | 'heading' | 'inferred';

/** The passages a claim rests on (one or more; an inferred owner quotes its clue as well), and the rule that read them. */
export interface Evidence {
  readonly passages: readonly Passage[];
  readonly rule: string;
  readonly attribution: Attribution;
}

/** Years that the data speak of; each discrete reference year is a period of its own. */
export interface Period {
  readonly start: number;
  /** null: open. */
  readonly end: number | null;
  /** As the text qualifies it: "generally", "about". */
  readonly qualifier?: string;
}

/** How a number is meant. */
export type CountQualifier = 'exactly' | 'about' | 'more-than' | 'fewer-than';

/** A number of countries without their list. */
export interface CountryCount {
  readonly min: number;
  readonly qualifier: CountQualifier;
  /** The words of the text: "more than 150 countries". */
  readonly text: string;
}

/** What a country is to the data. */
export type CountryRole = 'covered' | 'reporting' | 'origin' | 'destination' | 'study' | 'about';

/** One round of a dataset: a census round, a survey wave. */
export interface Round {
  readonly period: Period;
  readonly countryCount?: CountryCount;
  /** "by country of birth, age and sex". */
  readonly breakdown?: string;
}

/** The property of a claim → what its object is. */
export interface ClaimObjects {
  /** That the thing is named so; every entity has one. */
  label: string;
  alias: string;
  acronym: string;
  /** Who holds, publishes or runs it; for an Event who convenes it; for a Unit the agency or unit it belongs to. */
  owner: Entity;
  /** Agency → the group it is a member of. */
  memberOf: Entity;
  period: Period;
  round: Round;
  /** ISO 3166 alpha-3. */
  country: { readonly code: string; readonly role: CountryRole };
  corridor: { readonly from: string; readonly to: string };
  /** An M49 code or a group's slug, and the words of the text. */
  region: { readonly key: string; readonly text: string };
  countryCount: CountryCount;
  /** "each country or area of the world". */
  extent: 'EachCountryOrArea';
  /** "by sex and age group". */
  breakdown: string;
  measure: string;
  /** Slug of a theme concept, and the words of the text for it. */
  theme: { readonly slug: string; readonly text: string };
  /** Agency → a subject it says it works on. */
  worksOn: { readonly slug: string; readonly text: string };
  /** A document's year, month or day; a dataset's founding year; an event's day or `start/end`. ISO 8601. */
  published: string;
  /** "last updated in 1996". */
  modified: string;
  status: 'discontinued' | 'forthcoming' | 'ongoing';
  /** As the text says it: "annually", "five times a year". */
  periodicity: string;
  /** A document symbol such as E/CN.4/2006/67. */
  identifier: string;
  description: string;
  partOf: Entity;
  seriesNumber: string;
  issuedAs: Entity;
  relation: Entity;
  /** Of a dataset the series of its editions, and whose that is; found over all notes, once they are put together. */
  edition: { readonly series: Entity; readonly owner: Entity };
  /** Where an event was held: a city's name as the text gives it, and its country where the text names one. */
  place: { readonly text: string; readonly country?: string };
  landingPage: string;
  email: string;
}

/** What a claim may say of a thing. */
export type Property = keyof ClaimObjects;

/** One statement a note makes, with its evidence. */
export type Claim = {
  [P in Property]: {
    readonly subject: Entity;
    readonly property: P;
    readonly object: ClaimObjects[P];
    readonly evidence: Evidence;
  };
}[Property];

/** A property that data could have, with its object. */
export type RejectedValue = {
  [P in 'period' | 'country' | 'region' | 'corridor']: { readonly property: P; readonly object: ClaimObjects[P] };
}['period' | 'country' | 'region' | 'corridor'];

/** Something that was recognised and that no statement was made of: for a curator to look at, never in a graph. */
export interface Rejection extends Span {
  readonly kind: 'title' | 'name' | 'years' | 'date' | 'place' | 'corridor' | 'count' | 'organisation';
  readonly passage: Passage;
  /** What it would say of data, if it said anything. */
  readonly may?: RejectedValue;
  /** In a few words, to be read behind the words themselves: "looks like the year of an update". */
  readonly reason: string;
}

/** All that one note says. Entities and claims come in the order of the text. */
export interface Extraction {
  readonly note: Note;
  readonly entities: readonly Entity[];
  readonly claims: readonly Claim[];
  readonly damaged: readonly DamagedPlace[];
  readonly rejected: readonly Rejection[];
}
