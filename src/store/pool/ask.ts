/** One query, from its wish for a process to the first bytes of its answer; an expensive one is begun twice at most. */
import type { Readable } from 'node:stream';
import { QueryFault } from '../graph-store.js';
import type { Job } from './messages.js';
import type { RecentKeys } from './recent-keys.js';
import type { Reply, RunningJob } from './running-job.js';
import type { Lane, Slot, Slots } from './slots.js';

export interface Question {
  readonly job: Omit<Job & { type: 'query' }, 'mayBeLong'>;
  /** '' for ourselves, and for all that are not told apart. */
  readonly client: string;
  /** Whether it is in our own words: who asks is not known by what it costs. */
  readonly isOurs: boolean;
  readonly signal?: AbortSignal | undefined;
  /** The seconds that a process has worked on it; called once for each that did. */
  onWorked(seconds: number): void;
}

/** What has been learnt lately. */
export interface Experience {
  /** Queries that are expensive. */
  readonly expensive: RecentKeys;
  /** Clients who asked for something expensive: what they ask next waits for what others ask. */
  readonly demanding: RecentKeys;
  /** Clients one of whose queries was, though it did not look it: theirs are no longer tried as cheap ones first. */
  readonly surprising: RecentKeys;
}

export type BegunAnswer = Reply & { type: 'answer' | 'whole' };

/** Seconds of the processor's time from which on a query is an expensive one. */
const cheapTime = 0.2;
/** Of a page's queries, which come to an end soon: on a slow machine, or right after a build, they take several times as long. */
const ourCheapTime = 1;
/** By the clock, where others have the processors meanwhile, or its answer is not taken. */
const patience = 2;
/** Milliseconds between two looks at it. */
const interval = 50;
/** Characters of a text that is not parsed in passing. */
const longText = 20_000;

const isSurprise = (running: RunningJob, began: number, isOurs: boolean): boolean =>
  isOurs
    ? running.consumed() > ourCheapTime
    : running.consumed() > cheapTime || performance.now() - began > 1000 * patience;

/**
 * Looks at a query that was begun as a cheap one. When it turns out not to be, it takes the place of an expensive one; where
 * all of those are taken it may go on until a cheap one waits. `makeWay`: it has been ended, and may be begun again.
 */
function watch(
  slot: Slot,
  running: RunningJob,
  isOurs: boolean,
  told: { surprised(): void; makeWay(): void },
): () => void {
  const began = performance.now();
  let isKnown = false;
  const timer = setInterval(() => {
    if (!isKnown && !isSurprise(running, began, isOurs)) return;
    if (!isKnown) told.surprised();
    isKnown = true;
    if (slot.promote()) stop();
    // A page that is half made is made: to begin it again would cost more.
    else if (slot.isWanted() && !isOurs) {
      stop();
      told.makeWay();
      slot.vacate();
    }
  }, interval);
  const stop = (): void => clearInterval(timer);
  return stop;
}

/** Who leaves before he has read all leaves nothing behind, also when the process has done its work long ago. */
function endWith(signal: AbortSignal, body: Readable): void {
  const leave = (): void => void body.destroy(new QueryFault('aborted', 'the answer is no longer wanted'));
  body.once('close', () => signal.removeEventListener('abort', leave));
  signal.addEventListener('abort', leave, { once: true });
  if (signal.aborted) leave();
}

/** One attempt; undefined: it is to be tried again as an expensive one. */
async function attempt(slot: Slot, question: Question, experience: Experience): Promise<BegunAnswer | undefined> {
  const { job, client, isOurs, signal, onWorked } = question;
  // What ours cost is seen: by what looks expensive a page would wait behind whatever others ask.
  const running = slot.process.run({ ...job, mayBeLong: slot.isLong || isOurs });
  let madeWay = false;
  const leave = (): void => running.cancel(new QueryFault('aborted', 'the answer is no longer wanted'));
  signal?.addEventListener('abort', leave, { once: true });
  if (signal?.aborted) leave();
  const learn = (clients: RecentKeys): void => {
    experience.expensive.add(job.query);
    if (client !== '' && !isOurs) clients.add(client);
  };
  const stop = slot.isLong
    ? undefined
    : watch(slot, running, isOurs, {
        surprised: () => learn(experience.surprising),
        makeWay() {
          madeWay = true;
          const reason = 'the answer took longer than there is time for, with so many others waiting; try again later';
          running.cancel(new QueryFault('busy', reason, { retryAfter: 5 }));
        },
      });
  void running.done.then(() => {
    stop?.();
    signal?.removeEventListener('abort', leave);
    onWorked(running.worked());
    slot.release();
  });
  try {
    const reply = await running.reply;
    if (reply.type === 'answer' && signal !== undefined) endWith(signal, reply.body);
    if (reply.type === 'answer' || reply.type === 'whole') return reply;
    learn(experience.demanding);
  } catch (error) {
    if (!madeWay || signal?.aborted) throw error;
  }
  return undefined;
}

/** What is likely to be expensive is not tried as a cheap query first. */
function laneFor({ job, client, isOurs }: Question, { expensive, surprising, demanding }: Experience): Lane {
  if (expensive.has(job.query) || job.query.length > longText) return 'long';
  if (isOurs) return 'cheap';
  if (surprising.has(client)) return 'long';
  return demanding.has(client) ? 'late' : 'cheap';
}

/** Rejects with a {@link QueryFault}. */
export async function ask(slots: Slots, question: Question, experience: Experience): Promise<BegunAnswer> {
  const { client, signal } = question;
  const lane = laneFor(question, experience);
  if (lane !== 'long') {
    const answer = await attempt(await slots.take({ client, signal, lane }), question, experience);
    if (answer !== undefined) return answer;
  }
  const answer = await attempt(await slots.take({ client, signal, lane: 'long' }), question, experience);
  if (answer === undefined) throw new Error('an expensive query was handed back');
  return answer;
}
