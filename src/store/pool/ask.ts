/** One query, from its wish for a process to the first bytes of its answer; an expensive one is begun twice at most. */
import { QueryFault } from '../graph-store.js';
import type { Job } from './messages.js';
import type { RecentKeys } from './recent-keys.js';
import type { Reply } from './running-job.js';
import type { Slot, Slots } from './slots.js';

export interface Question {
  readonly job: Omit<Job & { type: 'query' }, 'mayBeLong'>;
  readonly client: string;
  readonly signal?: AbortSignal | undefined;
  /** The seconds that a process has worked on it; called once for each that did. */
  onWorked(seconds: number): void;
}

export type BegunAnswer = Reply & { type: 'answer' };

/** A query that works longer than this, in milliseconds, is an expensive one. */
const cheapTime = 400;

/** One attempt; undefined: it is to be tried again as an expensive one. */
async function attempt(slot: Slot, question: Question, expensive: RecentKeys): Promise<BegunAnswer | undefined> {
  const { job, signal, onWorked } = question;
  const running = slot.process.run({ ...job, mayBeLong: slot.isLong });
  let hasBegun = false;
  let madeWay = false;
  const timer = setTimeout(() => {
    expensive.add(job.query);
    if (slot.promote(hasBegun)) return;
    madeWay = true;
    slot.process.kill();
  }, cheapTime);
  const leave = (): void => running.cancel(new QueryFault('aborted', 'the answer is no longer wanted'));
  signal?.addEventListener('abort', leave, { once: true });
  if (signal?.aborted) leave();
  void running.done.then(() => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', leave);
    onWorked(running.worked());
    slot.release();
  });
  try {
    const reply = await running.reply;
    if (reply.type === 'answer') {
      hasBegun = true;
      return reply;
    }
    expensive.add(job.query);
  } catch (error) {
    if (!madeWay || signal?.aborted) throw error;
  }
  return undefined;
}

/** Rejects with a {@link QueryFault}. What was found to be expensive lately is not tried as a cheap query first. */
export async function ask(slots: Slots, question: Question, expensive: RecentKeys): Promise<BegunAnswer> {
  const { client, signal, job } = question;
  if (!expensive.has(job.query)) {
    const answer = await attempt(await slots.take({ client, signal, isLong: false }), question, expensive);
    if (answer !== undefined) return answer;
  }
  const answer = await attempt(await slots.take({ client, signal, isLong: true }), question, expensive);
  if (answer === undefined) throw new Error('an expensive query was handed back');
  return answer;
}
