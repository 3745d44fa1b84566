/** Reads the meeting that a text was written for off its head: its name, or its number and whose it was, with its town and days. */
import { type Subject, say } from '../ledger.js';
import { mentionsOf } from '../mention.js';
import { isInCapitals } from '../recognisers/in-capitals.js';
import type { Rule, Scene } from '../scene.js';
import { isoOf } from './events.js';

const name = 'meeting-head';
const meets = /\b(?:MEETING|CONFERENCE|WORKSHOP|SEMINAR|FORUM|SYMPOSIUM|SUMMIT|CONSULTATION)\b/;
const little = /^(?:of|on|the|and|for|in|to|a|an|at|from|by|with)$/;
/** So many lines from the start are a head, and so many lie between the name and the days. */
const [head, between] = [14, 7];
const nobody = { organisations: [], attribution: 'stated', clues: [] } as const;

/** "THIRD MEETING ON CREWS" → "Third Meeting on Crews". */
const inSmallLetters = (capitals: string): string =>
  capitals
    .toLowerCase()
    .split(/\s+/)
    .map((word, n) => (n > 0 && little.test(word) ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(' ');

/** "Fourth meeting, | Lima, Peru, 11 May 2022": which of those that a body, named above, holds. */
const numbered = /^(?<which>(?:\p{Lu}\p{Ll}+|\d{1,2}(?:st|nd|rd|th))\s(?:[Mm]eeting|[Ss]ession|[Cc]onference)),\s/u;

interface When {
  readonly place: { readonly text: string; readonly country?: string };
  readonly days: string;
}

/** "New York, 14-15 November 2019" and nothing else, from an offset on. */
function readTownAndDays({ reading: { text, mentions } }: Scene, from: number): When | undefined {
  const town = mentionsOf(mentions, 'place').find(({ start, value }) => start === from && value.kind === 'city');
  const date = mentionsOf(mentions, 'date').find(({ end }) => end >= text.length - 1);
  if (town === undefined || date === undefined || date.value.from.length < 8) return undefined;
  if (!/^(?:,\s\p{Lu}[\p{L}\s]{2,30})?,\s$/u.test(text.slice(town.end, date.start))) return undefined;
  const country = mentionsOf(mentions, 'place').find(
    ({ start, value }) => start >= town.end && value.kind === 'country',
  );
  return {
    place: {
      text: text.slice(town.start, town.end),
      ...(country?.value.kind === 'country' ? { country: country.value.code } : {}),
    },
    days: isoOf(date),
  };
}

function tell({ passage }: Scene, event: Subject, { place, days }: When): void {
  say(event, 'published', days, passage, name);
  say(event, 'place', place, passage, name);
  if (place.country !== undefined) say(event, 'country', { code: place.country, role: 'about' }, passage, name);
}

/** A meeting that the line above names, and no more; it is nobody's by that. */
function eventAbove({ topic: { before }, ledger, blockIndex }: Scene): Subject | undefined {
  const above = before?.scene;
  if (above === undefined || blockIndex - above.blockIndex > 1) return undefined;
  const { text, mentions } = above.reading;
  const named = mentionsOf(mentions, 'name').find(
    ({ start, end, value }) => value.class === 'event' && start === 0 && end >= text.length - 1,
  );
  const event = named === undefined ? undefined : ledger.recall(['Event'], named.value.text);
  if (event !== undefined) event.ownership = nobody;
  return event;
}

/** The meeting that the heading names in capitals; undefined where it names none, or one that is known. */
function eventOfHeading(scene: Scene, which: string | undefined): Subject | undefined {
  const { heading, ledger } = scene;
  if (heading === undefined || scene.blockIndex - heading.passage.block > between || !isInCapitals(heading.text))
    return undefined;
  const words = inSmallLetters(heading.text);
  const label = which === undefined ? words : `${which} of the ${words}`;
  if (which === undefined && !meets.test(heading.text)) return undefined;
  if (words.split(' ').length < 3 || ledger.recall(['Event'], label) !== undefined) return undefined;
  const event = ledger.subject('Event', label, nobody, heading.passage, name);
  say(event, 'label', label, heading.passage, name);
  return event;
}

export const readMeetingHead: Rule = {
  name,
  apply(scene) {
    const { blockIndex, block, reading } = scene;
    if (blockIndex > head || block.kind !== 'paragraph') return false;
    const match = numbered.exec(reading.text);
    const when = readTownAndDays(scene, match?.[0].length ?? 0);
    if (when === undefined) return false;
    const event = (match === null ? eventAbove(scene) : undefined) ?? eventOfHeading(scene, match?.groups?.['which']);
    if (event !== undefined) tell(scene, event, when);
    return event !== undefined;
  },
};
