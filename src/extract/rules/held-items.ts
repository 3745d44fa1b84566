/** Reads items of a list that describe data and end with who has them: "work permits granted, by sector, 2010–2021; kept by the Dock Board". */
import type { Ownership } from '../ledger.js';
import { mentionsOf } from '../mention.js';
import { rowAt } from '../owners.js';
import type { Scene } from '../scene.js';
import { isTitle } from './data-entries.js';
import { nameThing } from './things.js';

const rule = 'held-item';
/** What is counted or kept, up to the comma, semicolon or bracket behind it. */
const opening = /^(?:[Tt]he\s|[Aa]ll\s)?(?<label>\p{L}[^,;:.()]{6,110}?)(?=,\s|;\s|\s\()/u;
const plural = /\p{Ll}{3,}(?:s|data|people)(?![\p{L}])/u;
const finite =
  /\b(?:is|are|was|were|has|have|had|will|can|may|must|we|they|it|covers?|shows?|gives?|began|starts?|took|asked)\b/;
/** Documents and meetings have authors and hosts as well. */
const noData =
  /\b(?:papers?|briefs?|bulletins?|reports?|newsletters?|articles?|books?|meetings?|workshops?|conferences?|projects?|courses?|studies)\b/i;
/** "; kept by the |", ", obtained from the |", ", as recorded by the |". */
const heldBy =
  /[,;]\s(?:as\s|all\s|now\s)?(?:kept|held|recorded|registered|counted|compiled|collected|maintained|published|issued|obtained|supplied|provided|received|reported|available|taken)\s(?:\p{Ll}+\s){0,3}?(?:by|from|at|with)\s(?:the\s)?$/u;

/** "workers cleared for Jordan|, Qatar and the Gambia": the row of places that the first comma has cut. */
function pastPlaces({ reading: { text, mentions } }: Scene, end: number): number {
  const places = mentionsOf(mentions, 'place');
  if (!places.some((place) => place.end === end)) return end;
  let to = end;
  for (const place of places)
    if (place.start > to && /^,?\s(?:and\s)?(?:the\s)?$/.test(text.slice(to, place.start))) to = place.end;
  return to;
}

/** Reads the item; tells whether it named data. */
export function readHeldItem(scene: Scene): boolean {
  const { text, mentions } = scene.reading;
  if (!scene.opens || scene.block.kind !== 'item') return false;
  const match = opening.exec(text.slice(0, 160));
  const label = match?.groups?.['label'];
  if (match === null || label === undefined || finite.test(label) || noData.test(label)) return false;
  if (!plural.test(label) || isTitle(label)) return false;
  const start = match[0].indexOf(label);
  const end = pastPlaces(scene, start + label.length);
  const all = mentionsOf(mentions, 'organisation');
  const at = all.findIndex((mention) => mention.start >= end && heldBy.test(text.slice(end, mention.start)));
  const holder = all[at];
  if (holder === undefined || /[.!?]\s\p{Lu}/u.test(text.slice(end, holder.start))) return false;
  const behind = text.slice(end, holder.start);
  const dated = mentions.some(
    ({ kind, start: from }) => (kind === 'years' || kind === 'date') && from >= end && from < holder.start,
  );
  const isNamed = mentions.some(
    ({ kind, start: from, end: to }) => (kind === 'name' || kind === 'title') && from < end && to > start,
  );
  if (!dated || isNamed || finite.test(behind)) return false;
  const ownership: Ownership = { organisations: rowAt(text, all, at), attribution: 'stated', clues: [] };
  scene.topic.subject = nameThing(scene, {
    type: 'Dataset',
    label: text.slice(start, end),
    start,
    end,
    ownership,
    rule,
  });
  scene.topic.block = scene.blockIndex;
  scene.taken.push({ start: 0, end });
  return true;
}
