/** A share of `npm run faults`: calls to the system that fail, power that goes, bytes that change. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { temporaryFolder } from '../cli/run-migraph.js';
import { flipUnderServer } from './flip-served.js';
import { runFlips } from './flips.js';
import { type Operation, tryFaults } from './operation.js';
import { checkpointOperation } from './operations/checkpoint.js';
import { cutJournal } from './power-loss/power-loss.js';
import { whyNoStrace } from './strace.js';

const reason = whyNoStrace();
/** Where calls cannot be failed, the test says why in its title. */
const withStrace =
  reason === undefined ? it : (title: string, _: () => Promise<void>) => it.skip(`${title} (${reason})`);

async function faultsOf(operation: Operation, log: string): Promise<string[]> {
  const found: string[] = [];
  let runs = 0;
  for await (const tried of tryFaults(operation, 'share', log)) {
    runs += tried.runs;
    found.push(...tried.faults);
  }
  expect(runs).to.be.greaterThan(1);
  return found;
}

describe('a disk that fails', function () {
  this.timeout(300_000);
  const folder = temporaryFolder();
  const within = (name: string): string => {
    mkdirSync(join(folder, name));
    return join(folder, name);
  };

  it('has not a byte of a snapshot or a journal changed without their being refused', async () => {
    for (const { flips, refused, faults } of await runFlips(within('flips'), 150)) {
      expect(faults).to.deep.equal([]);
      expect(refused).to.equal(flips);
    }
  });
  it('changes no answer of a server whose snapshot it changes', async () => {
    expect((await flipUnderServer(within('served'))).faults).to.deep.equal([]);
  });
  withStrace('loses nothing acknowledged of a journal when the power goes, after whichever call', async () => {
    const { states, faults } = await cutJournal(within('cut'));
    expect(faults).to.deep.equal([]);
    expect(states).to.be.greaterThan(100);
  });
  withStrace('leaves a checkpoint the old one or the new one, whichever call has failed', async () => {
    expect(await faultsOf(await checkpointOperation(within('checkpoint')), join(folder, 'log'))).to.deep.equal([]);
  });
  withStrace('is found out where a program does not take care', async () => {
    const file = join(within('careless'), 'file');
    const careless: Operation = {
      name: 'careless',
      limits: [],
      prepare() {
        writeFileSync(file, 'old');
        const program = "try { require('node:fs').writeFileSync(process.argv[1], 'new') } catch {}";
        return { args: ['-e', program, file], env: {}, files: [file] };
      },
      check: ({ code }) => (code === 0 ? ['it says that it is done, and is not'] : []),
    };
    expect(await faultsOf(careless, join(folder, 'log'))).to.include(
      'careless, write 1 ENOSPC: it says that it is done, and is not',
    );
  });
});
