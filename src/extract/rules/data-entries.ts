/** Reads items of a list of data whose name no head noun tells: "Border Exit Interviews. Persons …", "Passenger cards, monthly from 1988". */

import { isSectionLabel } from '../../notes/section-words.js';
import { dataHead } from '../data-phrases/data-nouns.js';
import { mentionsOf } from '../mention.js';
import { findOwnership } from '../owners.js';
import type { Scene } from '../scene.js';
import { headType } from './classify.js';
import { nameThing } from './things.js';

const rule = 'data-entry';
/** A noun phrase up to what sets it off. */
const opening =
  /^["“*_]{0,2}(?:[Aa]n?\s|[Tt]he\s|[Oo]ur\s)?(?<label>[\p{L}\p{N}’'/-]{2,}(?:\s(?:&\s)?[\p{L}\p{N}’'/-]+){1,13}?)["”*_]{0,2}(?=,\s|[;:]\s|\s\(|\.\s|\s[–—]\s|\.?$)/u;
const finite =
  /\b(?:is|are|was|were|has|have|had|will|can|may|must|covers?|shows?|gives?|began|starts?|took|asked|published|appeared|held|kept)\b/i;
const denied =
  /^(?:no|not|none|nothing|never|neither|without|see|for|in|at|from|since|until|on|with|under|as|if|when|where)\b/i;
const documentary =
  /\b(?:papers?|briefs?|bulletins?|reports?|newsletters?|yearbooks?|monographs?|articles?|books?|letters?|meetings?|workshops?|conferences?|projects?|programmes?|courses?)\b/i;

/** Whether the item is one of a list of data, and not of what one of them covers. */
function isListed({ block, topic, heading }: Scene): boolean {
  if (block.kind !== 'item' || (topic.subject !== undefined && !topic.item)) return false;
  return topic.list === undefined ? heading?.says === 'Dataset' : topic.list.announces === 'datasets';
}

/** "● Raft Flow Monitoring" with what years it is of beneath it, under the heading of a body. */
const isDetailed = ({ dated, section, heading, topic }: Scene): boolean =>
  dated &&
  section.owner !== undefined &&
  (heading?.says === undefined || heading.says === 'Dataset') &&
  (topic.list === undefined || topic.list.announces === undefined || topic.list.announces === 'datasets');

/** Whether most words are capitalised, as in a title. */
export function isTitle(label: string): boolean {
  const words = label.split(/\s+/);
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return capitals >= 2 && capitals > words.filter((word) => /^\p{Ll}{4,}/u.test(word)).length;
}

/** Whether the words may be what data are called: a title in capitals, or something that one counts or keeps. */
function canBeData(label: string): boolean {
  const words = label.split(/\s+/);
  if (isTitle(label)) return true;
  return words.some((word, n) => dataHead(word.toLowerCase(), words[n - 1]?.toLowerCase() ?? '') !== undefined);
}

/** Reads the item; tells whether it named data. */
export function readDataEntry(scene: Scene): boolean {
  const { text, mentions } = scene.reading;
  const detailed = isDetailed(scene);
  if (!scene.opens || !(detailed || isListed(scene))) return false;
  const match = opening.exec(text.slice(0, 160));
  const label = match?.groups?.['label'];
  if (match === null || label === undefined || finite.test(label) || denied.test(label)) return false;
  if (documentary.test(label) || isSectionLabel(label) || !(canBeData(label) || detailed)) return false;
  const type = headType(label);
  if (type !== undefined && type !== 'Dataset') return false;
  const start = match[0].indexOf(label);
  const end = start + label.length;
  const isTaken = mentions.some(
    (mention) =>
      (mention.kind === 'title' || mention.kind === 'name' || mention.kind === 'organisation') &&
      mention.start < end &&
      mention.end > start,
  );
  const dated = mentions.some(({ kind, end: to }) => (kind === 'years' || kind === 'date') && to > start);
  // "Border Exit Interviews.": what more is said of it begins a sentence of its own.
  const rest = text.slice(end).replace(/^\s\([\p{L}\d]{2,12}\)/u, '');
  const heads = /^\.?["”*_]*\s*$/.test(rest) && (isTitle(label) || detailed);
  if (isTaken || !(dated || heads)) return false;
  const [place] = mentionsOf(mentions, 'place');
  if (place !== undefined && place.start === start) return false;
  scene.topic.subject = nameThing(scene, {
    type: 'Dataset',
    label,
    start,
    end,
    ownership: findOwnership(scene, { start, end }),
    rule,
  });
  scene.topic.block = scene.blockIndex;
  scene.taken.push({ start: 0, end });
  return true;
}
