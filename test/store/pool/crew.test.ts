/** Tests of the crew of query processes: who is ended is given no more work, and another comes in his place. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { type Crew, gatherCrew } from '../../../src/store/pool/crew.js';
import { Spool } from '../../../src/store/pool/spool.js';
import { collectColumns } from '../../../src/store/snapshot/collect-columns.js';
import { writeSnapshot } from '../../../src/store/snapshot/snapshot-file.js';

describe('the crew of query processes', function () {
  this.timeout(60_000);
  let folder: string;
  let crew: Crew;
  let becameIdle: () => void = () => {};
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'migraph-crew-'));
    const snapshot = join(folder, 'graph.snapshot');
    writeFileSync(snapshot, Buffer.concat([...writeSnapshot(collectColumns([]), 'a test')]));
    crew = await gatherCrew({
      files: () => ({ snapshot, journal: undefined }),
      patches: () => [],
      bytesToReplay: () => 0,
      config: { base: 'http://a/', unionDefaultGraph: true, queryDeadline: 5, maxAnswerBytes: 1e6, serviceHosts: [] },
      queryMemory: 2 ** 28,
      readDeadline: 5,
      spool: new Spool({ folder: undefined, each: 0, inAll: 0 }),
      writeMemory: 2 ** 28,
      writeDeadline: 5,
      keepGrown: 2 ** 28,
      size: 1,
      onIdle: () => becameIdle(),
    });
    await crew.complete;
  });
  after(async () => {
    await crew.close();
    rmSync(folder, { recursive: true });
  });

  it('gives no work to one that is being ended, though its last job was over before', async () => {
    const process = crew.takeIdle(true);
    if (process === undefined) throw new Error('none is idle');
    const replaced = new Promise<void>((resolve) => {
      becameIdle = resolve;
    });
    process.kill();
    crew.giveBack(process);
    expect(crew.takeIdle(true)).to.equal(undefined);
    await replaced;
    const next = crew.takeIdle(true);
    expect([next === process, next?.isAlive]).to.deep.equal([false, true]);
  });
});
