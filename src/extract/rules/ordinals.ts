/** Reads names that a count of the sentence before explains: "Two pilots were run by the Dock Board. The first, Rafts at Sea, …". */
import type { EntityType } from '../claim.js';
import { determinerOf } from '../data-phrases/data-nouns.js';
import type { IsNamed } from '../data-phrases/data-phrase.js';
import { findOwnership } from '../owners.js';
import type { Scene } from '../scene.js';
import { tokenAfter } from '../tokens.js';
import { canBeName, nameFrom } from './free-names.js';
import { nameThing } from './things.js';

const rule = 'ordinal';
const kinds: readonly { readonly type: EntityType; readonly noun: string }[] = [
  {
    type: 'Dataset',
    noun: 'surveys|databases|data\\s?sets|registers|panels|files|collections|censuses|series of (?:data|tables)|tables',
  },
  { type: 'Project', noun: 'projects|programmes|pilots|initiatives|pilot (?:projects|studies)' },
];
const counted = new RegExp(
  String.raw`\b(?:two|three|four|five|both|several|a pair of)\s(?:\p{L}[\p{L}-]*\s){0,3}?(?<noun>${kinds.map(({ noun }) => noun).join('|')})\b`,
  'iu',
);
/** "The first, |", "The older of them, the |", "the other is |". */
const ordinal =
  /^(?:The|One,?(?=\s))\s?(?:first|second|third|fourth|last|other|older|newer|younger|larger|smaller|former|latter)?(?:\sof\s(?:them|these|the\s\p{Ll}+))?(?:,\s|\s(?:is|was)\s)(?:called\s)?(?:the\s)?["“*_]{0,2}(?=\p{Lu})/u;

/** What the latest sentence that counted things of a kind counted. */
function kindBefore({
  topic,
  blockIndex,
}: Scene): { type: EntityType; scene: Scene; start: number; end: number } | undefined {
  const { counting } = topic;
  if (counting === undefined || counting.blockIndex !== blockIndex) return undefined;
  const match = counted.exec(counting.reading.text);
  const noun = match?.groups?.['noun']?.toLowerCase();
  const type = kinds.find((kind) => noun !== undefined && new RegExp(`^(?:${kind.noun})$`).test(noun))?.type;
  return match === null || type === undefined
    ? undefined
    : { type, scene: counting, start: match.index, end: match.index + match[0].length };
}

/** "Its younger sister, the |", "Its successor, |": of the kind of what was spoken of. */
const sister =
  /^(?:Its|Their)\s(?:(?:younger|older|elder|smaller|larger|little)\s)?(?:sister|twin|successor|predecessor|counterpart|companion)(?:\s(?:survey|register|database|panel|file|study))?,\s(?:the\s)?["“*_]{0,2}(?=\p{Lu})/u;
function kindOfSister(scene: Scene): ReturnType<typeof kindBefore> {
  const { topic, blockIndex } = scene;
  return topic.subject?.type === 'Dataset' && topic.block === blockIndex
    ? { type: 'Dataset', scene, start: 0, end: 0 }
    : undefined;
}

export function readOrdinals(scene: Scene, isNamed: IsNamed): void {
  const { text, tokens } = scene.reading;
  const isSister = sister.test(text);
  const opens = isSister ? sister.exec(text) : ordinal.exec(text);
  const kind = opens === null ? undefined : isSister ? kindOfSister(scene) : kindBefore(scene);
  if (counted.test(text)) scene.topic.counting = scene;
  if (opens === null || kind === undefined) return;
  const name = nameFrom(tokens, tokenAfter(tokens, opens[0].length), isNamed);
  const start = tokens[name?.first ?? -1]?.start;
  const end = tokens[name?.last ?? -1]?.end;
  if (name === undefined || start === undefined || end === undefined || !canBeName(scene, name)) return;
  if (determinerOf(text.slice(start, end).toLowerCase()) !== 'bare') return;
  const stated = findOwnership(scene, { start, end });
  const subject = nameThing(scene, {
    type: kind.type,
    label: text.slice(start, end).replace(/\s+/g, ' '),
    start,
    end,
    ownership:
      stated.organisations.length > 0 && stated.attribution === 'stated' && stated.clues.length === 0
        ? stated
        : findOwnership(kind.scene, kind),
    rule,
  });
  scene.topic.subject = subject;
  scene.topic.block = scene.blockIndex;
  scene.taken.push({ start, end });
}
