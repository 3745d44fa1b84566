/** `npm run storm [-- SECONDS [SEED]]`: a storm by hand; prints what came of it, and fails where a promise was not kept. */
import { serveCrowd } from './served-process.js';
import { raiseStorm, stormySettings } from './storm.js';
import { brokenInStorm, stormTable } from './storm-report.js';

const [seconds, seed] = [Number(process.argv[2] ?? 60), Number(process.argv[3] ?? 1)];
const triples = Number(process.env['STORM_TRIPLES'] ?? 100_000);

const served = await serveCrowd(triples, stormySettings);
try {
  console.log(`200 heavy beside 50 cheap clients for ${seconds} s, about ${triples} triples, seed ${seed}\n`);
  const storm = await raiseStorm(served, { seconds, heavy: 200, cheap: 50, seed });
  const broken = brokenInStorm(storm);
  console.log(
    `${stormTable(storm)}\n${broken.length === 0 ? 'All promises were kept.' : `Not kept: ${broken.join('; ')}`}`,
  );
  process.exitCode = broken.length === 0 ? 0 : 1;
} finally {
  await served.close();
}
