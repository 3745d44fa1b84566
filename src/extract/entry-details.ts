/** Items beneath an item that named something, or somebody, say more: "● Raft Survey", and beneath it "- two rounds: 2018, 2020". */
import { mentionsOf } from './mention.js';
import { foldParts } from './owner-site.js';
import type { Scene } from './scene.js';
import { isEntryHead } from './speakers.js';

/** Before the rules read a passage: an item deeper than the one that named the topic, right beneath it, goes on about it. */
export function takeUpDetails(scene: Scene): void {
  if (!scene.opens) return;
  takeUpTopic(scene);
  takeUpHolder(scene);
}

function takeUpTopic({ topic, block, blockIndex }: Scene): void {
  const { entry } = topic;
  if (entry === undefined || blockIndex === entry.last) return;
  const goesOn = block.kind === 'item' && block.level > entry.level && blockIndex === entry.last + 1;
  if (!goesOn || topic.subject !== entry.subject) {
    topic.entry = undefined;
    return;
  }
  topic.block = blockIndex;
  topic.entry = { ...entry, last: blockIndex };
}

function takeUpHolder({ topic, block, blockIndex }: Scene): void {
  const { holder } = topic;
  if (holder === undefined || blockIndex === holder.block) return;
  const goesOn = block.kind === 'item' && block.level > holder.level && blockIndex === holder.block + 1;
  topic.holder = goesOn ? { ...holder, block: blockIndex } : undefined;
}

/** After they have read it: the topic that an item named, or whom it named and nothing else. */
export function rememberEntry({ topic, block, blockIndex, opens, passage, reading }: Scene): void {
  if (block.kind !== 'item' || !opens) return;
  const { text, mentions } = reading;
  const bodies = foldParts(text, mentionsOf(mentions, 'organisation'));
  if (bodies.length > 0 && isEntryHead(text, bodies))
    topic.holder = {
      organisations: [...new Set(bodies.map(({ value }) => value))],
      passage,
      block: blockIndex,
      level: block.level,
    };
  const { subject } = topic;
  if (subject === undefined || topic.entry?.subject === subject) return;
  if (topic.block === blockIndex && subject.passages.includes(passage))
    topic.entry = { subject, level: block.level, last: blockIndex };
}
