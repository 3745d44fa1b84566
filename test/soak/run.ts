/** `npm run soak [-- --minutes N --rate N --idle N --slow N --seed N --output FILE]`: an hour unless told otherwise, at a quarter of the requests a second that the machine answers at most; prints tables (FILE has all they were made of), fails where a promise was not kept. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { soakTables, stretchHead, stretchRow } from './report.js';
import { runSoak, type Soak } from './soak.js';
import { brokenInSoak } from './verdict.js';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    rate: { type: 'string' },
    idle: { type: 'string', default: '3000' },
    slow: { type: 'string', default: '600' },
    seed: { type: 'string', default: '1' },
    output: { type: 'string' },
  },
});
const [minutes, idle, slow, seed] = [values.minutes, values.idle, values.slow, values.seed].map(Number) as [
  number,
  number,
  number,
  number,
];
const rate = values.rate === undefined ? {} : { rate: Number(values.rate) };

console.log(`${minutes} minutes, seed ${seed}\n\n${stretchHead}`);
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
const onStretch = (soFar: Soak): void => console.log(stretchRow(soFar));
const soak = await runSoak({ minutes, ...rate, idle, slow, seed }, onStretch, stopping.signal);
if (values.output !== undefined) writeFileSync(values.output, JSON.stringify(soak));
const broken = brokenInSoak(soak);
console.log(
  `\n${soakTables(soak)}\n\n${broken.length === 0 ? 'All promises were kept.' : `Not kept: ${broken.join('; ')}`}`,
);
process.exitCode = broken.length === 0 ? 0 : 1;
