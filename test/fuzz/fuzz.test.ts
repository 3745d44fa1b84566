/** A share of the fuzzing, and whatever it has ever found; `npm run fuzz` tries more. */
import { expect } from 'chai';
import { readFixtures } from './fixtures.js';
import { runFuzz } from './run-fuzz.js';
import { targets } from './targets.js';

describe('fuzzing', function () {
  this.timeout(120_000);
  for (const target of targets) {
    it(`finds nothing in 300 ${target.name}`, async () => {
      const { finds, outcomes } = await runFuzz(target, { seed: 7, cases: 300, workers: 4 });
      expect(finds).to.deep.equal([]);
      expect(outcomes.size).to.be.greaterThan(1);
    });

    it(`finds no longer what it once found in ${target.name}`, async () => {
      const session = await target.open();
      const faults: string[] = [];
      for (const { name, input } of readFixtures(target.name)) {
        const { fault } = await session.probe(input);
        if (fault !== undefined) faults.push(`${name}: ${fault}`);
      }
      expect([...faults, await session.close()]).to.deep.equal([undefined]);
    });
  }
});
