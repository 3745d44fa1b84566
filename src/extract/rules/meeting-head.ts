/** Reads the meeting that a text was written for off its head: its name in capitals, and its town and days some lines below. */
import { say } from '../ledger.js';
import { mentionsOf } from '../mention.js';
import { isInCapitals } from '../recognisers/in-capitals.js';
import type { Rule, Scene } from '../scene.js';

const name = 'meeting-head';
const meets = /\b(?:MEETING|CONFERENCE|WORKSHOP|SEMINAR|FORUM|SYMPOSIUM|SUMMIT|CONSULTATION)\b/;
const little = /^(?:of|on|the|and|for|in|to|a|an|at|from|by|with)$/;
/** So many lines from the start are a head, and so many lie between the name and the days. */
const [head, between] = [14, 7];

/** "THIRD MEETING ON CREWS" → "Third Meeting on Crews". */
const inSmallLetters = (capitals: string): string =>
  capitals
    .toLowerCase()
    .split(/\s+/)
    .map((word, n) => (n > 0 && little.test(word) ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(' ');

/** "New York, 14-15 November 2019" and nothing else. */
function readTownAndDays({ reading: { text, mentions } }: Scene): { town: string; days: string } | undefined {
  const town = mentionsOf(mentions, 'place').find(({ start, value }) => start === 0 && value.kind === 'city');
  const date = mentionsOf(mentions, 'date').find(({ end }) => end >= text.length - 1);
  if (town === undefined || date === undefined || date.value.from.length < 8) return undefined;
  if (!/^(?:,\s\p{Lu}[\p{L}\s]{2,30})?,\s$/u.test(text.slice(town.end, date.start))) return undefined;
  const { from, to } = date.value;
  return { town: text.slice(0, town.end), days: to === undefined ? from : `${from}/${to}` };
}

export const readMeetingHead: Rule = {
  name,
  apply(scene) {
    const { heading, blockIndex, block, ledger, passage } = scene;
    if (heading === undefined || blockIndex > head || blockIndex - heading.passage.block > between) return false;
    if (block.kind !== 'paragraph' || !isInCapitals(heading.text) || !meets.test(heading.text)) return false;
    const found = readTownAndDays(scene);
    const label = inSmallLetters(heading.text);
    if (found === undefined || label.split(' ').length < 3 || ledger.recall(['Event'], label) !== undefined)
      return false;
    const nobody = { organisations: [], attribution: 'stated', clues: [] } as const;
    const event = ledger.subject('Event', label, nobody, heading.passage, name);
    say(event, 'label', label, heading.passage, name);
    say(event, 'published', found.days, passage, name);
    say(event, 'place', { text: found.town }, passage, name);
    return true;
  },
};
