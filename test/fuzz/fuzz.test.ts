/** A share of the fuzzing, and whatever it has ever found; `npm run fuzz` tries more. */
import { expect } from 'chai';
import { readFixtures } from './fixtures.js';
import { type FuzzTarget, probing } from './fuzz-target.js';
import { inputOf, runFuzz, seedOf } from './run-fuzz.js';
import { shareOut, targets } from './targets.js';

/** Of all targets together. */
const cases = 1500;

describe('fuzzing', function () {
  this.timeout(120_000);

  const numbers: FuzzTarget = {
    name: 'numbers',
    share: 1,
    atOnce: 2,
    generate: (random) => Uint8Array.of(random.number(4)),
    open: async () => ({
      probe: async ([byte]) => (byte === 3 ? { kind: 'odd', fault: 'it is 3' } : { kind: 'even' }),
      close: async () => 'closed badly',
    }),
  };

  it('reports an input that comes to something wrong, and what is wrong in the end', async () => {
    const { outcomes, finds } = await runFuzz(numbers, { seed: 1, cases: 100 });
    expect([...outcomes.keys()].sort()).to.deep.equal(['even', 'odd']);
    expect(finds.length).to.equal((outcomes.get('odd') ?? 0) + 1);
    expect(finds.at(-1)).to.deep.equal({ fault: 'closed badly' });
  });

  it('finds it again by the seed that is told with it', async () => {
    const { finds } = await runFuzz(numbers, { seed: 1, cases: 100 });
    for (const { name = '', input } of finds.slice(0, -1)) {
      const again = await runFuzz(numbers, { seed: Number(name.replace('seed ', '')), cases: 1 });
      expect(again.finds[0]).to.deep.equal({ name, input, fault: 'it is 3' });
    }
  });

  it('reports what is thrown', async () => {
    const throwing: FuzzTarget = {
      ...numbers,
      open: probing(() => {
        throw new Error('broken');
      }),
    };
    const { finds } = await runFuzz(throwing, { seed: 1, cases: 1 });
    expect(finds[0]?.fault).to.match(/^Error: broken/);
  });

  it('shares the cases out', () => {
    const shares = shareOut(100_000);
    expect(shares.map(({ target }) => target)).to.deep.equal(targets);
    expect(shares.reduce((sum, share) => sum + share.cases, 0)).to.be.within(99_900, 100_100);
  });

  for (const { target, cases: some } of shareOut(cases)) {
    it(`makes the same ${target.name} each time`, () => {
      for (let number = 0; number < 20; number += 1)
        expect(inputOf(target, seedOf(3, number))).to.deep.equal(inputOf(target, seedOf(3, number)));
    });

    it(`finds nothing in ${some} ${target.name}, nor in those that were finds`, async () => {
      const replayed = readFixtures(target.name);
      const { finds, outcomes } = await runFuzz(target, { seed: 7, cases: some, replayed });
      expect(finds).to.deep.equal([]);
      expect([...outcomes.values()].reduce((a, b) => a + b)).to.equal(some + replayed.length);
      // Of a few dear ones all may come to the same.
      if (some > 15) expect(outcomes.size).to.be.greaterThan(1);
    });
  }
});
