/** A storm of ten seconds keeps the promise of one of a minute (`npm run storm`). */
import { expect } from 'chai';
import { watchMachine } from '../soak/machine.js';
import { mostForOthers } from '../soak/verdict.js';
import { hasProc } from './process-tree.js';
import { type ServedProcess, serveCrowd } from './served-process.js';
import { raiseStorm, stormySettings } from './storm.js';
import { brokenInStorm, stormTable } from './storm-report.js';

const mostRounds = 7;

describe('a storm', function () {
  this.timeout(240_000);
  let served: ServedProcess;
  before(async function () {
    if (!hasProc()) this.skip();
    served = await serveCrowd(30_000, stormySettings);
  });
  after(() => served?.close());

  it('of 200 heavy clients leaves 50 cheap ones alone', async function () {
    // What depends on how fast the machine is just now is tried three times at most; where others had it, that is no try.
    let tries = 0;
    for (let round = 1; round <= mostRounds; round += 1) {
      const othersSince = watchMachine();
      const storm = await raiseStorm(served, { seconds: 10, heavy: 200, cheap: 50, seed: round });
      const broken = brokenInStorm(storm);
      if (broken.length === 0) return;
      if (othersSince() > mostForOthers) continue;
      tries += 1;
      if (tries === 3) expect(broken, stormTable(storm)).to.deep.equal([]);
    }
    console.log(`      other programs had the processors in most of ${mostRounds} storms, which then tell nothing`);
    this.skip();
  });
});
