/** Reads data that are only referred to, in a line without a verb: "Dock Board, Crews by Port of Birth (crew_pob), annual, 2008-2021." */

import type { Passage } from '../../notes/note.js';
import type { IsNamed } from '../data-phrases/data-phrase.js';
import { type Mention, mentionsOf } from '../mention.js';
import type { Organisation } from '../organisations.js';
import { findOwnership } from '../owners.js';
import { namesOnly } from '../recognisers/names-only.js';
import type { Scene } from '../scene.js';
import { tokenAfter } from '../tokens.js';
import { headType } from './classify.js';
import { canBeName, nameFrom } from './free-names.js';
import { nameThing } from './things.js';

const rule = 'data-reference';
const lead = /^(?:(?:See(?:\salso)?|Sources?|Cf\.|Compare|Data|Statistics)\s?:?\s)?/;
const finite =
  /\b(?:is|are|was|were|has|have|had|will|can|may|must|should|covers?|contains?|includes?|publish(?:es|ed)|provides?|maintains?|shows?|gives?|began|takes?|took)\b/;
const frequency = /^(?:\s\([\w-]{2,20}\))?,\s(?:annual|yearly|quarterly|monthly|weekly|daily)\b/;

/** A document has one year behind its title; years from and to, or how often they come, are those of data. */
function isDated({ reading }: Scene, end: number): boolean {
  const { text, mentions } = reading;
  if (frequency.test(text.slice(end, end + 60))) return true;
  const [years] = mentionsOf(mentions, 'years').filter(({ start }) => start >= end);
  if (years === undefined || years.value.form === 'single' || years.start - end > 50) return false;
  return /^(?:\s\([\w-]{2,20}\))?,\s(?:[\p{Ll}\s-]{3,30},\s)?$/u.test(text.slice(end, years.start));
}

/** "Bureau of Rafts, Research Division. …": who opens the line, the unit last. */
function lastOfChain({ reading: { text, mentions } }: Scene, from: number): Mention<'organisation'> | undefined {
  const all = mentionsOf(mentions, 'organisation');
  let last = all.find(({ start }) => start === from);
  for (const next of all) if (last !== undefined && text.slice(last.end, next.start) === ', ') last = next;
  return last;
}

/** "Bank of Quays. | Receipts by Country, monthly, …": the sentence before names an author and nothing else. */
function authorBefore({ topic: { before }, blockIndex, opens }: Scene): readonly Organisation[] {
  if (opens || before === undefined || before.scene.blockIndex !== blockIndex) return [];
  const { text, mentions } = before.scene.reading;
  if (!namesOnly(text.replace(/[.\s]+$/, ''), 0, text.length, mentions)) return [];
  return mentionsOf(mentions, 'organisation').map(({ value }) => value);
}
const clueBefore = ({ topic: { before } }: Scene): readonly Passage[] =>
  before === undefined ? [] : [before.scene.passage];

export function readDataReference(scene: Scene, isNamed: IsNamed): void {
  const { text, tokens } = scene.reading;
  if (scene.heading?.says === 'Publication' || text.length > 220 || finite.test(text)) return;
  const from = lead.exec(text)?.[0].length ?? 0;
  const author = lastOfChain(scene, from);
  const gap = author === undefined ? '' : (/^[,.:]\s/.exec(text.slice(author.end))?.[0] ?? '');
  const owners = author === undefined ? authorBefore(scene) : [author.value];
  // Without an author only "See also" tells that a name opens the line.
  if (author === undefined ? from === 0 && owners.length === 0 : gap === '') return;
  const name = nameFrom(tokens, tokenAfter(tokens, (author?.end ?? from) + gap.length), isNamed);
  const start = tokens[name?.first ?? -1]?.start;
  const end = tokens[name?.last ?? -1]?.end;
  if (name === undefined || start === undefined || end === undefined || name.first === name.last) return;
  const label = text.slice(start, end).replace(/\s+/g, ' ');
  if (!['Dataset', undefined].includes(headType(label)) || !canBeName(scene, name) || !isDated(scene, end)) return;
  scene.topic.subject = nameThing(scene, {
    type: 'Dataset',
    label,
    start,
    end,
    ownership:
      owners.length === 0
        ? findOwnership(scene, { start, end })
        : { organisations: owners, attribution: 'stated', clues: author === undefined ? clueBefore(scene) : [] },
    rule,
  });
  scene.topic.block = scene.blockIndex;
  scene.taken.push({ start, end });
}
