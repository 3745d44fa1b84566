/** `npm run limits [-- --queries N --seed N]`: ten thousand queries under limits, none of which may be answered by less than there is. */
import { parseArgs } from 'node:util';
import { type End, runLimits } from './run-limits.js';

const { values } = parseArgs({
  options: { queries: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
});
const ends: readonly End[] = ['whole', 'refused', 'broken', 'lie'];
console.log(`| under | ${ends.join(' | ')} |\n|---|--:|--:|--:|--:|`);
const outcomes = await runLimits({ queries: Number(values.queries), seed: Number(values.seed) }, (outcome) =>
  console.log(`| ${outcome.limit} | ${ends.map((end) => outcome.ends.get(end) ?? 0).join(' | ')} |`),
);
const lies = outcomes.flatMap((outcome) => outcome.lies);
for (const lie of lies) console.error(lie);
console.log(`${lies.length} answers were less or other than there is`);
process.exitCode = lies.length === 0 ? 0 : 1;
