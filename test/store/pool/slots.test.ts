/** Who gets a process when. */
import { expect } from 'chai';
import { QueryFault } from '../../../src/store/graph-store.js';
import { createSlots, type Slot } from '../../../src/store/pool/slots.js';
import type { QueryProcess } from '../../../src/store/pool/start-process.js';

/** Slots over processes that do nothing but wait. */
function make(staff: number, changes: { atOnce?: number; patience?: number; waitingPerClient?: number } = {}) {
  const idle = Array.from({ length: staff }, () => ({}) as QueryProcess);
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

const cheap = { client: 'a', isLong: false };
const long = { client: 'a', isLong: true };
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
  it('are not promoted beyond that, but for one that has begun to answer', async () => {
    const slots = make(3);
    const first = await slots.take(cheap);
    const second = await slots.take(cheap);
    expect([first.promote(false), first.isLong]).to.deep.equal([true, true]);
    expect([second.promote(false), second.isLong]).to.deep.equal([false, false]);
    expect([second.promote(true), second.isLong]).to.deep.equal([true, true]);
  });
  it('let expensive queries wait for a second process to come up', async () => {
    const { names, take } = collect();
    void take('long', make(1).take(long));
    void take('alone', make(1, { atOnce: 1 }).take(long));
    await tick();
    expect(names()).to.deep.equal(['alone']);
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
