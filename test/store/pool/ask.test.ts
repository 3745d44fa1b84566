/** One query among others: what is cheap, what turns out not to be, and what is learnt of it. */
import { expect } from 'chai';
import type { QueryFault } from '../../../src/store/graph-store.js';
import { ask, type Experience } from '../../../src/store/pool/ask.js';
import { defer } from '../../../src/store/pool/defer.js';
import { createRecentKeys } from '../../../src/store/pool/recent-keys.js';
import type { Reply, RunningJob } from '../../../src/store/pool/running-job.js';
import { createSlots } from '../../../src/store/pool/slots.js';
import type { QueryProcess } from '../../../src/store/pool/start-process.js';

/** A job that ends when it is told to, or cancelled; `consumed` is what it has worked. */
interface Played {
  readonly mayBeLong: boolean;
  readonly query: string;
  consumed: number;
  cancelled: boolean;
  reply(type: 'answer' | 'long'): void;
  end(): void;
}

const stages: Played[][] = [];

function createStage(staff: number, atOnce: number) {
  const played: Played[] = [];
  stages.push(played);
  const run = (job: { query: string; mayBeLong: boolean }): RunningJob => {
    const [reply, done] = [defer<Reply>(), defer<void>()];
    const one: Played = {
      mayBeLong: job.mayBeLong,
      query: job.query,
      consumed: 0,
      cancelled: false,
      reply: (type) => reply.resolve({ type } as Reply),
      end: () => done.resolve(),
    };
    played.push(one);
    const cancel = (reason: QueryFault): void => {
      one.cancelled = true;
      reply.reject(reason);
    };
    return { reply: reply.promise, done: done.promise, worked: () => 1, consumed: () => one.consumed, cancel };
  };
  const idle = Array.from({ length: staff }, () => ({ run, stepBack() {} }) as unknown as QueryProcess);
  const slots = createSlots({
    atOnce,
    patience: 5,
    waitingPerClient: 5,
    staff: () => staff,
    takeIdle: () => idle.pop(),
    giveBack: (process) => idle.push(process),
  });
  const experience: Experience = {
    expensive: createRecentKeys(),
    demanding: createRecentKeys(),
    surprising: createRecentKeys(),
  };
  const question = (query: string, client: string, isOurs: boolean) => ({
    job: { type: 'query', query, wanted: {}, options: {}, maxBytes: 1 } as const,
    client,
    isOurs,
    onWorked() {},
  });
  const put = (query: string, client = 'a', isOurs = false) => ask(slots, question(query, client, isOurs), experience);
  return { played, experience, ask: put };
}

async function until(isSo: () => boolean): Promise<void> {
  for (let round = 0; !isSo(); round += 1) {
    if (round === 1000) throw new Error('it does not come to that');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe('a query', () => {
  afterEach(() => {
    for (const one of stages.splice(0).flat()) one.end();
  });
  it('that looks expensive is handed back, and begun again as such; its client then waits for others', async () => {
    const { played, experience, ask: put } = createStage(3, 2);
    const answer = put('q');
    await until(() => played.length === 1);
    played[0]?.reply('long');
    played[0]?.end();
    await until(() => played.length === 2);
    played[1]?.reply('answer');
    expect((await answer).type).to.equal('answer');
    expect(played.map(({ mayBeLong }) => mayBeLong)).to.deep.equal([false, true]);
    expect([experience.demanding.has('a'), experience.surprising.has('a')]).to.deep.equal([true, false]);
  });
  it('that surprises takes the place of an expensive one, if there is one', async () => {
    const { played, experience, ask: put } = createStage(3, 2);
    const answer = put('q');
    await until(() => played.length === 1);
    Object.assign(played[0] ?? {}, { consumed: 1 });
    await until(() => experience.surprising.has('a'));
    played[0]?.reply('answer');
    expect((await answer).type).to.equal('answer');
    expect(played).to.have.length(1);
  });
  it('that surprises goes on while nobody else waits, and makes way for whoever does', async () => {
    const { played, experience, ask: put } = createStage(3, 2);
    const long = put('l'.repeat(30_000), 'b');
    const surprise = put('q');
    await until(() => played.length === 2);
    Object.assign(played[1] ?? {}, { consumed: 1 });
    await until(() => experience.surprising.has('a'));
    expect(played[1]?.cancelled).to.equal(false);
    const cheap = put('cheap', 'c');
    await until(() => played.length === 3);
    expect([played[1]?.cancelled, played[2]?.query]).to.deep.equal([true, 'cheap']);
    played[2]?.reply('answer');
    await cheap;
    played[1]?.end();
    played[0]?.reply('answer');
    played[0]?.end();
    await long;
    await until(() => played.length === 4);
    played[3]?.reply('answer');
    await surprise;
    expect([played[3]?.query, played[3]?.mayBeLong]).to.deep.equal(['q', true]);
  });
  it('of a page may take longer before it surprises, and tells nothing of who asks; a page is made, whatever he asked before', async () => {
    const { played, experience, ask: put } = createStage(3, 3);
    experience.surprising.add('b');
    const [page, theirs] = [put('page', 'b', true), put('q', 'a')];
    await until(() => played.length === 2);
    // Nor is it handed back for what it looks like.
    expect(played.map(({ mayBeLong }) => mayBeLong)).to.deep.equal([true, false]);
    for (const one of played) one.consumed = 0.5;
    await until(() => experience.expensive.has('q'));
    expect(experience.expensive.has('page')).to.equal(false);
    if (played[0]) played[0].consumed = 1.5;
    await until(() => experience.expensive.has('page'));
    for (const one of played) one.reply('answer');
    await Promise.all([page, theirs]);
    expect([experience.surprising.has('a'), experience.demanding.has('b')]).to.deep.equal([true, false]);
  });
  it('of a client who has surprised is not tried as a cheap one; those of others are', async () => {
    const { played, experience, ask: put } = createStage(3, 2);
    experience.surprising.add('a');
    void put('one', 'a');
    void put('two', 'b');
    await until(() => played.length === 2);
    expect(played.map(({ query, mayBeLong }) => [query, mayBeLong])).to.deep.include.members([
      ['one', true],
      ['two', false],
    ]);
  });
});
