/** Reads what happened to the data collection itself: its foundation, revision, and how often it is renewed. */
import { type Subject, say } from '../ledger.js';
import type { Scene } from '../scene.js';

/** What is done once with a collection, when it comes into being. */
const founding = 'established|founded|created|launched|set up|introduced|inaugurated|initiated|opened|begun';
const foundedIn = new RegExp(String.raw`\b(?:${founding})\s(?:by\s[^,;.]{3,50}\s)?(?:in|on)\s$|\bfounded\s$`, 'i');
const foundedThen = new RegExp(String.raw`^,?\s[^.;]{0,80}?\b(?:${founding})\s(?:an?|the|its|one)\b`, 'i');

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
      (foundedIn.test(before) || (/^\s?In\s$/.test(before.slice(-4)) && foundedThen.test(after)))
    )
      say(subject, 'published', iso, scene.passage, 'history');
  }
  const often =
    /\b(?:annually|quarterly|monthly|weekly|daily|biennially|twice a year|(?:two|three|four|five|six) times a year|every (?:(?:two|three|four|five|ten) )?(?:years?|months?|quarters?)|once a year|yearly)\b/i.exec(
      text,
    );
  if (often !== null) say(subject, 'periodicity', often[0], scene.passage, 'history');
}
