/** The queries that are asked over ids and of Comunica, a few at a time: what is wrong in one is seen soon. */
import { expect } from 'chai';
import { openPaths, type Paths, runTwoPaths } from '../differential/two-paths.js';

const together = 15;

describe('asked over ids and by Comunica, our store', () => {
  let paths: Paths;
  before(async () => {
    paths = await openPaths();
  });
  for (let seed = 0; seed < 300; seed += together)
    it(`says the same to the queries from ${seed}`, async () => {
      const findings = await runTwoPaths(paths, seed, together);
      expect(findings.filter(({ judgement }) => judgement.kind === 'different')).to.deep.equal([]);
    });
});
