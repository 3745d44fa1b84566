/** Who gets a process when. */
import { expect } from 'chai';
import { QueryFault } from '../../../src/store/graph-store.js';
import { createSlots, type Slot } from '../../../src/store/pool/slots.js';
import type { QueryProcess } from '../../../src/store/pool/start-process.js';

/** Slots over processes that do nothing but wait. */
function make(staff: number, changes: { atOnce?: number; patience?: number; waitingPerClient?: number } = {}) {
  const idle = Array.from({ length: staff }, () => ({ stepBack() {} }) as unknown as QueryProcess);
  return createSlots({
    atOnce: 2,
    patience: 5,
    waitingPerClient: 3,
    ...changes,
    staff: () => staff,
    takeIdle: () => idle.pop(),
    giveBack: (process) => idle.push(process),
  });
}

/** What has been got so far. */
function collect() {
  const got: [string, Slot][] = [];
  return {
    got,
    names: () => got.map(([name]) => name),
    take: (name: string, wish: Promise<Slot>) => wish.then((slot) => got.push([name, slot])),
  };
}

const cheap = { client: 'a', lane: 'cheap' } as const;
const late = { client: 'b', lane: 'late' } as const;
const long = { client: 'a', lane: 'long' } as const;
const tick = () => new Promise((resolve) => setImmediate(resolve));

describe('slots', () => {
  it('are never all held by expensive queries', async () => {
    const slots = make(3);
    const { names, take, got } = collect();
    void take('long 1', slots.take(long));
    void take('long 2', slots.take(long));
    void take('cheap', slots.take(cheap));
    await tick();
    expect(names()).to.deep.equal(['long 1', 'cheap']);
    got[1]?.[1].release();
    await tick();
    expect(names()).to.deep.equal(['long 1', 'cheap']);
    got[0]?.[1].release();
    await tick();
    expect(names()).to.deep.equal(['long 1', 'cheap', 'long 2']);
  });
  it('are not promoted beyond that', async () => {
    const slots = make(3);
    const first = await slots.take(cheap);
    const second = await slots.take(cheap);
    expect([first.promote(), first.isLong]).to.deep.equal([true, true]);
    expect([second.promote(), second.isLong]).to.deep.equal([false, false]);
    first.release();
    expect([second.promote(), second.isLong]).to.deep.equal([true, true]);
  });
  it('are left before their job has ended, to whoever waits, as far as there are processes', async () => {
    const slots = make(3);
    const { names, take, got } = collect();
    void take('first', slots.take(cheap));
    void take('second', slots.take(cheap));
    void take('third', slots.take(cheap));
    void take('fourth', slots.take(cheap));
    await tick();
    expect([names(), got[0]?.[1].isWanted()]).to.deep.equal([['first', 'second'], true]);
    got[0]?.[1].vacate();
    await tick();
    expect(names()).to.deep.equal(['first', 'second', 'third']);
    got[1]?.[1].vacate();
    await tick();
    expect(names(), 'there are three').to.deep.equal(['first', 'second', 'third']);
    got[0]?.[1].release();
    await tick();
    expect([names(), got[0]?.[1].isWanted()]).to.deep.equal([['first', 'second', 'third', 'fourth'], false]);
  });
  it('of ours, and of those who are not told apart, may be as many as there are', async () => {
    const slots = make(0, { waitingPerClient: 2, patience: 0.05 });
    for (let n = 0; n < 30; n += 1) slots.take({ ...cheap, client: '' }).catch(() => {});
    slots.take(cheap).catch(() => {});
    slots.take(cheap).catch(() => {});
    expect(() => slots.take(cheap)).to.throw(QueryFault, 'too many queries are waiting');
  });
  it('let expensive queries wait for a second process to come up', async () => {
    const { names, take } = collect();
    void take('long', make(1).take(long));
    void take('alone', make(1, { atOnce: 1 }).take(long));
    await tick();
    expect(names()).to.deep.equal(['alone']);
  });
  it('go to cheap queries first, then to those of who asked for expensive ones, then to expensive ones', async () => {
    const slots = make(3, { atOnce: 2 });
    const { names, take, got } = collect();
    for (const name of ['first', 'second']) void take(name, slots.take(cheap));
    void take('long', slots.take(long));
    void take('late', slots.take(late));
    void take('cheap', slots.take(cheap));
    await tick();
    for (const expected of ['cheap', 'late', 'long']) {
      got.at(-1)?.[1].release();
      await tick();
      expect(names().at(-1)).to.equal(expected);
    }
  });
  it('go to writes first', async () => {
    const slots = make(1, { atOnce: 1 });
    const { names, take, got } = collect();
    void take('first', slots.take(cheap));
    void take('second', slots.take(cheap));
    let wrote = false;
    void slots.takeForWrite().then(() => {
      wrote = true;
    });
    await tick();
    got[0]?.[1].release();
    await tick();
    expect([names(), wrote]).to.deep.equal([['first'], true]);
  });
  it('are refused to whoever waits for too much, or for too long, or no longer', async () => {
    const slots = make(0, { patience: 0.05, waitingPerClient: 2 });
    const leaving = new AbortController();
    const kinds = [slots.take(cheap), slots.take({ ...cheap, signal: leaving.signal })].map((wish) =>
      wish.catch((error: QueryFault) => error.kind),
    );
    expect(() => slots.take(cheap)).to.throw(QueryFault, 'too many queries are waiting');
    leaving.abort();
    expect(await Promise.all(kinds)).to.deep.equal(['busy', 'aborted']);
  });
});
