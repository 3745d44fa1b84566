/** A few rounds of the kill loop; `npm run kills` runs a hundred. */
import { expect } from 'chai';
import { temporaryFolder } from '../cli/run-migraph.js';
import { runKillLoop } from './kill-loop.js';

describe('a server that is killed while it is written to', function () {
  this.timeout(300_000);
  const folder = temporaryFolder();

  it('has lost nothing that it acknowledged, nor half of anything, when it is started again', async () => {
    const { acknowledged, faults } = await runKillLoop(4, folder);
    expect(faults).to.deep.equal([]);
    expect(acknowledged).to.be.greaterThan(3);
  });
});
