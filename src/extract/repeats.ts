/** Notices passages that a text repeats word for word: read often enough in one context, they say nothing new. */
import type { Topic } from './scene.js';

/** A statement keeps no more passages than this; neither does a thing. */
const enough = 8;
/** So much is remembered, in characters of passages. */
const memory = 4_000_000;

type After = Pick<Topic, 'subject' | 'item' | 'record' | 'series' | 'publication' | 'list' | 'speaker' | 'things'>;

interface Repeat {
  times: number;
  /** What the text spoke of before the passage and whose it was: the context that makes it the same reading. */
  readonly before: unknown;
  readonly owner: unknown;
  readonly opens: boolean;
  /** What it spoke of after it; kept only where the passage will not be read again, for most come once. */
  after: After | undefined;
}

export interface Repeats {
  /** Reads a passage unless it was read often enough; then only what it leaves behind is put back. */
  read(context: { text: string; owner: unknown; opens: boolean; block: number }, topic: Topic, read: () => void): void;
}

const contextOf = ({ subject, item, record, series, publication, list, speaker, things }: Topic): After => ({
  subject,
  item,
  record,
  series,
  publication,
  list,
  speaker,
  things,
});

/** Starts with nothing remembered. */
export function createRepeats(): Repeats {
  const seen = new Map<string, Repeat>();
  let size = 0;
  return {
    read({ text, owner, opens, block }, topic, read) {
      const known = seen.get(text);
      const same =
        known !== undefined && known.before === topic.subject && known.owner === owner && known.opens === opens;
      if (same && known.times >= enough && known.after !== undefined) {
        const moved = known.after.subject !== topic.subject;
        Object.assign(topic, known.after);
        if (moved) topic.block = block;
        return;
      }
      const repeat: Repeat = same ? known : { times: 0, before: topic.subject, owner, opens, after: undefined };
      read();
      repeat.times++;
      if (repeat.times >= enough) repeat.after = contextOf(topic);
      if (same) return;
      if (known === undefined) size += text.length;
      if (size > memory) {
        seen.clear();
        size = text.length;
      }
      seen.set(text, repeat);
    },
  };
}
