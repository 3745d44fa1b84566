/**
 * `npm run bench`: our store beside its peers over a catalogue of several sizes, and our server beside theirs. What it
 * finds is written to `docs/benchmarks/`.
 */
import { createWriteStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { packageRoot } from '../../src/config.js';
import { catalogueLines } from './catalogue.js';
import { type Comparison, compareEngines } from './compare-engines.js';
import { compareServers, type ServerComparison } from './compare-servers.js';
import { type Entrant, engineNames } from './engine-messages.js';
import { plotRatios } from './plot.js';
import { writeReport } from './report.js';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '6000,200000,2000000' },
    engines: { type: 'string', default: engineNames.join() },
    /** Statements up to which Comunica takes part: it needs minutes to load more, and answers little of it in time. */
    'comunica-up-to': { type: 'string', default: '200000' },
    limit: { type: 'string', default: '30' },
    /** NAME=http://…/sparql of a store that has loaded the catalogue: another engine, asked over HTTP. */
    url: { type: 'string', multiple: true, default: [] },
    /** Seconds of each load over HTTP; 0 leaves the servers out. */
    seconds: { type: 'string', default: '8' },
    out: { type: 'string', default: join(packageRoot, 'docs', 'benchmarks') },
  },
});

const isEngine = (name: string): boolean => (engineNames as readonly string[]).includes(name);

function readEntrant(text: string): Entrant {
  const [, name, url] = /^([\w.-]+)=(https?:\/\/\S+)$/.exec(text) ?? [];
  if (name === undefined || url === undefined || isEngine(name))
    throw new Error(`--url: "${text}" is not NAME=http://…, with a name that no engine has yet`);
  return { name, url };
}

function versionOf(name: string): string {
  const manifest = JSON.parse(readFileSync(join(packageRoot, 'node_modules', name, 'package.json'), 'utf8'));
  return (manifest as { version: string }).version;
}

async function writeCatalogue(size: number): Promise<{ file: string; datasets: number }> {
  const folder = join(packageRoot, 'var', 'bench');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `catalogue-${size}.nq`);
  let datasets = 0;
  function* counted(): Generator<string> {
    for (const line of catalogueLines(size)) {
      if (line.endsWith('ontology#Dataset> .\n')) datasets += 1;
      yield line;
    }
  }
  await pipeline(Readable.from(counted()), createWriteStream(file));
  return { file, datasets };
}

const sizes = values.sizes.split(',').map(Number);
const engines = values.engines.split(',').filter(isEngine);
const remotes = values.url.map(readEntrant);
const limit = Number(values.limit);
const seconds = Number(values.seconds);
const comparisons: Comparison[] = [];
const servers: ServerComparison[] = [];
for (const size of sizes) {
  const { file, datasets } = await writeCatalogue(size);
  const taking = engines.filter((name) => name !== 'comunica' || size <= Number(values['comunica-up-to']));
  const entrants = [...taking.map((name) => ({ name })), ...remotes];
  comparisons.push(await compareEngines(file, size, { engines: entrants, limit, datasets, say: console.log }));
  if (seconds > 0) servers.push(await compareServers(file, size, seconds));
}
const versions = {
  oxigraph: versionOf('oxigraph'),
  Comunica: versionOf('@comunica/query-sparql'),
  n3: versionOf('n3'),
};
const report = writeReport({ comparisons, servers, limit, versions });
mkdirSync(values.out, { recursive: true });
writeFileSync(join(values.out, 'results.md'), report);
writeFileSync(join(values.out, 'ratios.svg'), await plotRatios(comparisons, limit));
console.log(report);
