/** Tells descriptions of what is only a part of data that have a name: a module of a survey, the survey that a module was added to. */
import type { DataPhrase } from '../data-phrases/data-phrase.js';
import type { Scene } from '../scene.js';

/** "The Raft Survey (RS) had | a module on …", "the Raft Survey of the Dock Board, which had |": a part of what is named in front, and no collection of its own. */
function isPartOfNamed({ reading: { text, mentions } }: Scene, { head, start }: DataPhrase): boolean {
  if (head.noun !== 'module') return false;
  return mentions.some(
    ({ kind, end }) =>
      (kind === 'name' || kind === 'title') &&
      end < start &&
      /^(?:\s\([^()]{2,14}\))?(?:\sof\s[^.;,]{3,70})?(?:,\s(?:which|that))?\s(?:also\s)?(?:has|had|carried|carries|includes?|included|contains?|contained)\s(?:an?|one|its)?\s?$/.test(
        text.slice(end, start),
      ),
  );
}

/** "added a Crew Module to its | yearly survey": what has a name stands in it. */
const holdsNamed = ({ reading: { text } }: Scene, { start }: DataPhrase): boolean =>
  /\badd(?:ed|s)\s(?:an?|the|its|their)\s(?:\p{Ll}+\s)?\p{Lu}[^.;,]{2,80}\sto\s(?:its|the|their|an?)\s(?:\p{Ll}+\s){0,2}$/u.test(
    text.slice(Math.max(0, start - 140), start),
  );

export const isPartOfOther = (scene: Scene, phrase: DataPhrase): boolean =>
  isPartOfNamed(scene, phrase) || holdsNamed(scene, phrase);
