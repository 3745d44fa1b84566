/** Reads what happened to the data collection itself: its foundation, revision, and how often it is renewed. */
import { type Subject, say } from '../ledger.js';
import type { Scene } from '../scene.js';

/** What is done once with a collection, when it comes into being. */
const founding = 'established|founded|created|launched|set up|introduced|inaugurated|initiated|opened|begun';
const foundedIn = new RegExp(String.raw`\b(?:${founding})\s(?:by\s[^,;.]{3,50}\s)?(?:in|on)\s$|\bfounded\s$`, 'i');
const foundedThen = new RegExp(String.raw`^,?\s[^.;]{0,80}?\b(?:${founding})\s(?:an?|the|its|one)\b`, 'i');

const founds = new RegExp(
  String.raw`\b(?:${founding}|built(?: up)?|began|started)\s(?:an?|the|its|their|our)?\s?["“*_]{0,2}$`,
  'i',
);
const namedThen =
  /^["”*_]{0,2}(?:\s(?:in|for|of)\s(?:the\s)?\p{Lu}[\p{L}-]+)?(?:\s\([\p{Lu}][\p{L}-]{1,11}\))?\s(?:[^.;:]{3,50}\s(?:followed|was added|came into being)\s)?(?:in|on)\s$/u;

/** "set up the Raft Register in 2013", "A Quay Register on the same pattern followed in 2017": when what stands before the year came into being. */
export function isFoundation({ reading: { text }, named }: Scene, { start }: { readonly start: number }): boolean {
  const thing = named.findLast((one) => one.end <= start && one.subject.type === 'Dataset');
  if (thing === undefined) return false;
  const gap = text.slice(thing.end, start);
  if (gap.length > 90 || !namedThen.test(gap)) return false;
  return (
    /\b(?:followed|was added|came)\b/.test(gap) || founds.test(text.slice(Math.max(0, thing.start - 40), thing.start))
  );
}

/** Foundation and revision: what happened to the dataset itself. */
export function readHistory(scene: Scene, here: readonly { subject: Subject; start: number }[]): void {
  const { text, mentions } = scene.reading;
  const [first] = here;
  if (first === undefined || first.subject.type === 'Project') return;
  const { subject } = first;
  for (const mention of mentions) {
    if (mention.kind !== 'years' && mention.kind !== 'date') continue;
    const iso =
      mention.kind === 'date'
        ? mention.value.from
        : mention.value.form === 'single'
          ? String(mention.value.periods[0]?.start)
          : undefined;
    if (iso === undefined) continue;
    const before = text.slice(Math.max(0, mention.start - 60), mention.start);
    const after = text.slice(mention.end, mention.end + 90);
    if (
      /\b(?:last\s(?:updated?|revised)|(?:most recent|latest|last) (?:update|revision)|updated?|revised|modified)\s(?:\p{L}+\s){0,2}(?:in|on|of|was|as of)?\s?$/iu.test(
        before,
      )
    )
      say(subject, 'modified', iso, scene.passage, 'history');
    else if (
      subject.type === 'Dataset' &&
      (isFoundation(scene, mention) ||
        foundedIn.test(before) ||
        (/^\s?In\s$/.test(before.slice(-4)) && foundedThen.test(after)))
    )
      say(subject, 'published', iso, scene.passage, 'history');
  }
  const often =
    /\b(?:annually|quarterly|monthly|weekly|daily|biennially|twice a year|(?:two|three|four|five|six) times a year|every (?:(?:two|three|four|five|ten) )?(?:years?|months?|quarters?)|once a year|yearly)\b/i.exec(
      text,
    );
  if (often !== null) say(subject, 'periodicity', often[0], scene.passage, 'history');
}
