/** Reads calendars of meetings, whose columns need no header: "30 November 2018 | Lima | Meeting on Rafts, Dock Board". */
import type { Cell, Row } from '../../notes/table-rows.js';
import { say, told } from '../ledger.js';
import { type Mention, mentionsOf } from '../mention.js';
import { findOwnership } from '../owners.js';
import type { Scene } from '../scene.js';
import { isoOf, nameEvent } from './events.js';
import { organisationsIn } from './owner-cell.js';

const rule = 'calendar-row';

/** A cell that a day of a month of a year fills. */
const dayOf = ({ reading: { mentions } }: Scene, { start, end }: Cell): Mention<'date'> | undefined =>
  mentionsOf(mentions, 'date').find(
    (date) => date.start >= start && date.start <= start + 12 && date.end === end && date.value.from.length > 7,
  );

const plainTown = /^\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){0,2}(?:,\s\p{Lu}[\p{L}\s]{2,20})?$/u;
const opensWithDay = /^\d{1,2}\b.*\b(?:19|20)\d\d$/;

/** A cell that a town or a country fills; where the header is a row like the others, one that no gazetteer knows as well. */
const isTown = ({ reading: { text, mentions } }: Scene, { start, end }: Cell, { header }: Row): boolean =>
  mentionsOf(mentions, 'place').some((place) => place.start === start && place.end <= end && place.end >= end - 24) ||
  (opensWithDay.test(header[0] ?? '') && plainTown.test(text.slice(start, end)));

/** Where the name ends: at what is said of it in brackets, behind a semicolon, or before those who convene it. */
function endOfName({ reading: { text, mentions } }: Scene, { start, end }: Cell): number {
  const words = text.slice(start, end);
  const stops = [words.search(/;\s|\s\(|:\s["“]/)];
  for (const { start: at } of mentionsOf(mentions, 'organisation')) {
    const comma = /(?:,|\s[–—])\s(?:the\s)?$/.exec(text.slice(start, Math.max(start, at)));
    if (at < end && comma !== null && comma.index > 6) stops.push(comma.index);
  }
  return start + Math.min(words.length, ...stops.filter((stop) => stop !== -1));
}

/** Reads a row of day, town and name; tells whether it is one. */
export function readCalendarRow(scene: Scene, row: Row): boolean {
  const [first, ...others] = row.cells.filter(({ start, end }) => end > start);
  if (first === undefined || others.length < 2 || others.length > 3) return false;
  const date = dayOf(scene, first);
  const town = others.find((cell) => isTown(scene, cell, row));
  const named = others.find((cell) => cell !== town);
  if (date === undefined || town === undefined || named === undefined) return false;
  const { text } = scene.reading;
  const end = endOfName(scene, named);
  const label = text.slice(named.start, end).replace(/^["“„«*_]+|["”»*_]+$/g, '');
  if (!/^\p{Lu}/u.test(label) || !/\p{Ll}/u.test(label) || !/\s/.test(label)) return false;
  const start = text.indexOf(label, named.start);
  const organisations = organisationsIn(scene, { start: end, end: row.cells.at(-1)?.end ?? named.end });
  const ownership =
    organisations.length > 0
      ? ({ organisations, attribution: 'stated', clues: [] } as const)
      : findOwnership(scene, { start, end });
  const subject = nameEvent(scene, { label, start, end: start + label.length, ownership });
  if (subject === undefined) return true;
  if (told(subject, 'published') === undefined) say(subject, 'published', isoOf(date), scene.passage, rule);
  if (told(subject, 'place') === undefined)
    say(subject, 'place', { text: text.slice(town.start, town.end) }, scene.passage, rule);
  return true;
}
