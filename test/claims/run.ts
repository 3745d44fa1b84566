/** `npm run claims [-- --sample N --seed N]`: every claim of the built graph beside the note's file, by a second reader; lists what it could not see. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { migraph } from '../cli/run-migraph.js';
import { claimTable, describeClaim, examineClaims } from './examine.js';

const { values } = parseArgs({ options: { sample: { type: 'string' }, seed: { type: 'string', default: '1' } } });
const folder = mkdtempSync(join(tmpdir(), 'migraph-claims-'));
try {
  const { code, stderr } = await migraph(['build', '--out', folder]);
  if (code !== 0) throw new Error(stderr);
  const most = values.sample === undefined ? undefined : Number(values.sample);
  const examined = examineClaims(join(folder, 'graph.nq'), most, Number(values.seed));
  console.log(`${claimTable(examined)}\n`);
  for (const one of examined.filter(({ sight }) => sight === 'unseen' || sight === 'no rule'))
    console.log(`${one.sight}: ${describeClaim(one)}`);
  const faults = examined.flatMap((one) => one.faults.map((fault) => `${one.claim.iri}: ${fault}`));
  for (const fault of faults) console.error(fault);
  console.log(`${examined.length} claims, ${faults.length} with a quote that does not stand in its note`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
