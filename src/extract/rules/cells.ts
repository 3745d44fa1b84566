/** Reads one cell of a row, or one field of a record, for the thing that it is of, by what its label says. */

import type { Passage } from '../../notes/note.js';
import type { CountryRole, Property } from '../claim.js';
import { type Draft, type Subject, say, told } from '../ledger.js';
import { type Kind, type Mention, mentionsOf } from '../mention.js';
import type { Scene } from '../scene.js';
import type { Column } from './columns.js';
import { readCountryCodes } from './country-codes.js';
import { readPlaces } from './data-places.js';
import { yearsOf } from './data-times.js';
import { isPartOfTold } from './data-years.js';
import { nameThing } from './things.js';
import { isFuture } from './year-words.js';

const name = 'table-row';
const fieldwork = 'fieldwork';

export interface CellRead {
  readonly column: Column;
  /** Where it stands in the passage. */
  readonly start: number;
  readonly end: number;
  /** Its words, without the mark of a footnote. */
  readonly words: string;
  /** The row above that its words come from. */
  readonly from?: Passage | undefined;
}

/** A cell together with where it stands and what it is said of. */
interface Reading {
  readonly scene: Scene;
  readonly subject: Subject;
  readonly cell: CellRead;
}

/** Says it by the passage, and by the row above as well where the words stand there. */
function tell<P extends Property>({ scene, subject, cell }: Reading, property: P, object: Draft<P>): void {
  say(subject, property, object, scene.passage, name);
  if (cell.from !== undefined) say(subject, property, object, cell.from, name);
}

/** The mentions of one kind in a cell. */
function within<K extends Kind>({ scene, cell }: Reading, kind: K): Mention<K>[] {
  return mentionsOf(scene.reading.mentions, kind).filter(
    (mention) => mention.start >= cell.start - 1 && mention.end <= cell.end + 1,
  );
}

/** "2008 (Chad), 2010 (Togo and Benin)": what stands in a bracket behind years is where. */
function readBracketedPlaces(at: Reading): void {
  const { text } = at.scene.reading;
  const years = within(at, 'years');
  // "1990–1995 (Chad: 1993)": of one part, and told elsewhere.
  if (!years.every(({ end }) => /^\s?\([^()]*\p{L}/u.test(text.slice(end, at.cell.end)))) return;
  for (const { start, value } of within(at, 'place')) {
    const open = text.lastIndexOf('(', start);
    const isBehindYears = years.some(({ end }) => open >= end && text.slice(end, open).trim() === '');
    if (value.kind === 'country' && isBehindYears && !text.slice(open, start).includes(')'))
      tell(at, 'country', { code: value.code, role: 'covered' });
  }
}

/** Months in the field are those of the data only where nothing else is said of them. */
function readFieldwork(at: Reading): void {
  readBracketedPlaces(at);
  if (told(at.subject, 'period') !== undefined) return;
  for (const { value } of yearsIn(at))
    for (const period of value.periods) say(at.subject, 'period', period, at.scene.passage, fieldwork);
}

/** "planned for 2021", "2016 (foreseen)": there are no data of it yet. */
function isPlanned({ scene, cell }: Reading, { start, end, value }: Mention<'years'>): boolean {
  const after = scene.reading.text.slice(end, cell.end);
  const single = value.form === 'single';
  return (
    isFuture(scene.reading.text.slice(cell.start, start), after, single) ||
    (single && /^\s\((?:planned|foreseen|scheduled|expected|forthcoming)\b/i.test(after))
  );
}

/** The years of a cell, days among them; what a bracket adds of one country or round is no period of the whole. */
function yearsIn(at: Reading): Mention<'years'>[] {
  const { scene, cell } = at;
  const all = yearsOf(scene).filter(
    (mention) => mention.start >= cell.start - 1 && mention.end <= cell.end + 1 && !isPlanned(at, mention),
  );
  const open = all.filter(({ start }) => !/\([^()]*\p{L}[^()]*$/u.test(scene.reading.text.slice(cell.start, start)));
  return open.length > 0 ? open : all;
}

/** "not yet fixed", "see coverage": the cell says that it does not say. */
const untold = /^(?:not\s|n\.?\s?a\b|none\b|unknown|see\s|varies|various)/i;

/** "Included from 2020" was said above a field that tells the whole: "1991-2021". */
function dropParts(subject: Subject): void {
  subject.statements.retract(({ property, object }) => property === 'period' && isPartOfTold(subject, object));
}

/** In the place of years: there are none yet. */
const notYet = /^(?:forthcoming|planned|in preparation|to follow|not yet (?:out|available|released))\.?$/i;

function readPeriods(at: Reading): void {
  if (untold.test(at.cell.words)) return;
  readBracketedPlaces(at);
  const all = yearsIn(at);
  if (all.length === 0 && notYet.test(at.cell.words)) tell(at, 'status', 'forthcoming');
  if (all.length > 0) at.subject.statements.retract(({ rule }) => rule === fieldwork);
  for (const { value } of all)
    for (const period of value.periods) if (!isPartOfTold(at.subject, period)) tell(at, 'period', period);
  dropParts(at.subject);
}

/** The date of a document or an event; an event's is a span. */
function readDate(at: Reading): void {
  const [date] = within(at, 'date');
  const [year] = within(at, 'years');
  const iso =
    date === undefined || (year !== undefined && year.start < date.start)
      ? year?.value.periods[0]?.start.toString()
      : at.subject.type === 'Event' && date.value.to !== undefined
        ? `${date.value.from}/${date.value.to}`
        : date.value.from;
  if (iso !== undefined) tell(at, 'published', iso);
  else if (/\b(?:forthcoming|in (?:press|preparation)|planned|due)\b/i.test(at.cell.words))
    tell(at, 'status', 'forthcoming');
}

/** The first or the last year of what the data cover, where each has a column of its own; the other one is told already, or open. */
function readEdge(at: Reading): void {
  const year = within(at, 'years')[0]?.value.periods[0]?.start;
  if (year === undefined) return;
  const first = told(at.subject, 'period');
  if (at.cell.column === 'first-year') tell(at, 'period', { start: year, end: null });
  else if (first !== undefined && first.end === null && year >= first.start) {
    at.subject.statements.retract(({ object }) => object === first);
    tell(at, 'period', { start: first.start, end: year });
  }
}

const everywhere = /^(?:global|world(?:wide|-wide)?|all countries|the world|international)$/i;

function readCountries(at: Reading, role?: CountryRole): void {
  const { scene, subject, cell } = at;
  const places = [...within(at, 'place'), ...within(at, 'corridor')].sort((a, b) => a.start - b.start);
  if (role === undefined) readPlaces(scene, subject, places);
  else
    for (const place of places)
      if (place.kind === 'place' && place.value.kind === 'country')
        tell(at, 'country', { code: place.value.code, role });
  if (cell.from !== undefined)
    for (const place of places)
      if (place.kind === 'place' && place.value.kind === 'country')
        tell(at, 'country', { code: place.value.code, role: role ?? 'covered' });
  for (const code of readCountryCodes(cell.words, scene.gazetteers.countries))
    tell(at, 'country', { code, role: role ?? 'covered' });
  for (const count of within(at, 'count')) tell(at, 'countryCount', count.value);
  for (const extent of within(at, 'extent')) tell(at, 'extent', extent.value);
  if (everywhere.test(cell.words)) tell(at, 'extent', 'EachCountryOrArea');
}

/** Where a meeting was held: its town, and its country where the cell names one. */
function readVenue(at: Reading): void {
  const places = within(at, 'place');
  const country = places.find((place) => place.value.kind === 'country')?.value;
  const code = country?.kind === 'country' ? country.code : undefined;
  const town = places.find((place) => place.value.kind === 'city');
  const words =
    town === undefined ? at.cell.words.split(',')[0]?.trim() : at.scene.reading.text.slice(town.start, town.end);
  if (words !== undefined && /^\p{Lu}/u.test(words))
    tell(at, 'place', { text: words, ...(code === undefined ? {} : { country: code }) });
  if (code !== undefined) tell(at, 'country', { code, role: 'about' });
}

/** "Migration Outlook, No. 46", "Joint Technical Notes, 7": the series and the number in it. */
function readSeriesCell(at: Reading): void {
  const { words } = at.cell;
  if (!/^\p{Lu}/u.test(words)) return;
  const number = /,?\s(?:(?:No|no|Nr|Vol|vol)\.?\s?)?([A-Z]?\d{1,4}(?:[/:]\d{1,4})?)$/.exec(words);
  const label = (number === null ? words : words.slice(0, number.index)).replace(/[,\s]+$/, '');
  const { ownership } = at.subject;
  tell(at, 'partOf', nameThing(at.scene, { type: 'Series', label, start: 0, end: 0, ownership, rule: name }));
  if (number?.[1] !== undefined) tell(at, 'seriesNumber', number[1]);
}

const readNothing = (): void => {};

/** How a column is read for data, projects and whatever has no way of its own. */
const readers: Readonly<Record<Column, (at: Reading) => void>> = {
  name: (at) => {
    if (at.subject.type === 'Publication') readCountries(at);
  },
  source: readNothing,
  owner: readNothing,
  author: readNothing,
  partner: readNothing,
  years: readPeriods,
  fieldwork: readFieldwork,
  'first-year': readEdge,
  'last-year': readEdge,
  published: readNothing,
  founded: readDate,
  updated: (at) => {
    const [date] = within(at, 'date');
    const iso = date?.value.from ?? within(at, 'years')[0]?.value.periods[0]?.start.toString();
    if (iso !== undefined) tell(at, 'modified', iso);
  },
  places: (at) => readCountries(at),
  origin: (at) => readCountries(at, 'origin'),
  destination: (at) => readCountries(at, 'destination'),
  coverage: (at) => {
    readCountries(at);
    readPeriods(at);
  },
  theme: readNothing,
  link: (at) => {
    for (const link of within(at, 'link')) tell(at, 'landingPage', link.value);
  },
  contact: (at) => {
    for (const email of within(at, 'email')) tell(at, 'email', email.value);
    for (const link of within(at, 'link')) tell(at, 'landingPage', link.value);
  },
  series: readSeriesCell,
  number: (at) => {
    const number = /^(?:(?:No|Nr|Vol)\.?\s?)?([A-Z]?\d{1,4}(?:[/:-]\d{1,4})?)$/i.exec(at.cell.words)?.[1];
    if (number !== undefined) tell(at, 'seriesNumber', number);
  },
  acronym: (at) => {
    const words = at.cell.words.replace(/^['`*]+|['`*]+$/g, '');
    // "CRS-2", or a code: "crew_reg1".
    if (/^(?:(?=.*\p{Lu})\p{L}[\p{L}\d.-]{1,14}|(?=.*[\d_])\p{L}[\p{L}\d_]{2,23})$/u.test(words))
      tell(at, 'acronym', words);
  },
  frequency: (at) => {
    if (at.cell.words !== '') tell(at, 'periodicity', at.cell.words);
  },
  status: (at) => {
    if (/discontinued|closed|ended|terminated/i.test(at.cell.words)) tell(at, 'status', 'discontinued');
    else if (/forthcoming|planned|in preparation/i.test(at.cell.words)) tell(at, 'status', 'forthcoming');
  },
  venue: readNothing,
  other: readNothing,
  unknown: readNothing,
};

/** A document has a date where data have years; a meeting has a place as well. */
const ofDocuments: Partial<typeof readers> = { years: readDate, published: readDate, places: readCountries };
const ofEvents: Partial<typeof readers> = { ...ofDocuments, venue: readVenue, places: readVenue };
const ofType: Partial<Record<Subject['type'], Partial<typeof readers>>> = {
  Publication: ofDocuments,
  Series: { ...ofDocuments, years: readNothing },
  Event: ofEvents,
};

/** Where years or countries should stand: "discontinued", "1998–2007; no longer updated". */
const ended =
  /(?:^|[;,.(]\s|\s\()\(?(?:discontinued|no longer (?:updated|published|collected|maintained)|terminated|series closed)\)?\.?$/i;

export function readCell(scene: Scene, subject: Subject, cell: CellRead): void {
  const at: Reading = { scene, subject, cell };
  if (ended.test(cell.words)) tell(at, 'status', 'discontinued');
  (ofType[subject.type]?.[cell.column] ?? readers[cell.column])(at);
  for (const { value } of within(at, 'theme')) tell(at, 'theme', value);
}
