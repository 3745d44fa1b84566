/** A share of the fuzzing, and whatever it has ever found; `npm run fuzz` tries more. */
import { expect } from 'chai';
import { readFixtures } from './fixtures.js';
import type { FuzzTarget } from './fuzz-target.js';
import { inputOf, runFuzz } from './run-fuzz.js';
import { targets } from './targets.js';

describe('fuzzing', function () {
  this.timeout(120_000);
  it('reports an input that comes to something wrong, and what is wrong in the end', async () => {
    const target: FuzzTarget = {
      name: 'numbers',
      generate: (random) => Uint8Array.of(random.number(4)),
      open: async () => ({
        probe: async ([byte]) => (byte === 3 ? { kind: 'odd', fault: 'it is 3' } : { kind: 'even' }),
        close: async () => 'closed badly',
      }),
    };
    const { outcomes, finds } = await runFuzz(target, { seed: 1, cases: 100, workers: 2 });
    expect([...outcomes.keys()].sort()).to.deep.equal(['even', 'odd']);
    expect(finds.length).to.equal((outcomes.get('odd') ?? 0) + 1);
    expect(finds.at(-1)).to.deep.equal({ fault: 'closed badly' });
    for (const { name = '', input } of finds.slice(0, -1))
      expect(inputOf(target, 1, Number(name.replace('case ', '')))).to.deep.equal(input);
  });

  for (const target of targets) {
    it(`makes the same ${target.name} each time`, () => {
      for (let number = 0; number < 50; number += 1)
        expect(inputOf(target, 3, number)).to.deep.equal(inputOf(target, 3, number));
    });

    it(`finds nothing in 300 ${target.name}, nor in those that were finds`, async () => {
      const replayed = readFixtures(target.name);
      const { finds, outcomes } = await runFuzz(target, { seed: 7, cases: 300, workers: 4, replayed });
      expect(finds).to.deep.equal([]);
      expect([...outcomes.values()].reduce((a, b) => a + b)).to.equal(300 + replayed.length);
      expect(outcomes.size).to.be.greaterThan(1);
    });
  }
});
