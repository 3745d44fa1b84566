/** A process of its own for one file of tests: which places does each test come to? By V8's own counts of blocks. */
import { readFileSync, writeFileSync } from 'node:fs';
import { type Profiler, Session } from 'node:inspector';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type Mocha from 'mocha';
import { packageRoot } from '../../src/config.js';
import { loadTests } from './mocha-file.js';
import type { Place } from './reach.js';

/** What each test of a file comes to. */
export interface Cover {
  readonly file: string;
  /** Milliseconds until the file was loaded; these, too, of work. */
  readonly loading: number;
  /** Numbers of the places that are come to as the file is loaded. */
  readonly loaded: readonly number[];
  readonly tests: readonly { readonly title: string; readonly ms: number; readonly places: readonly number[] }[];
}

const [file = '', placesFile = '', output = ''] = process.argv.slice(2);
const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

type Numbered = { readonly at: number; readonly number: number };
const byUrl = new Map<string, Numbered[]>();
for (const [number, place] of (JSON.parse(readFileSync(placesFile, 'utf8')) as Place[]).entries()) {
  const url = pathToFileURL(join(packageRoot, place.file)).href;
  const known = byUrl.get(url) ?? [];
  byUrl.set(url, known);
  known.push({ at: place.at, number });
}
for (const places of byUrl.values()) places.sort((a, b) => a.at - b.at);

function firstFrom(places: readonly Numbered[], at: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as Numbered).at < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Inner ranges lie after the outer ones, and say more exactly. */
function placesIn({ url, functions }: Profiler.ScriptCoverage): number[] {
  const places = byUrl.get(url);
  if (places === undefined) return [];
  const counts = new Uint32Array(places.length);
  const ranges = functions.flatMap((one) => one.ranges);
  ranges.sort((a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset);
  for (const { startOffset, endOffset, count } of ranges)
    counts.fill(count, firstFrom(places, startOffset), firstFrom(places, endOffset));
  return places.flatMap(({ number }, index) => (counts[index] === 0 ? [] : [number]));
}

/** What was come to since the last time. */
function take(): number[] {
  let taken: number[] = [];
  session.post('Profiler.takePreciseCoverage', (error, { result }) => {
    if (error !== null) throw error;
    taken = result.flatMap(placesIn);
  });
  return taken;
}

/** Milliseconds at work: the clock tells more where others are at work too. */
const spent = (since: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return Math.ceil((user + system) / 1000);
};

async function cover(): Promise<Cover> {
  const begun = process.cpuUsage();
  const { mocha } = await loadTests(file);
  const loading = spent(begun);
  const loaded = take();
  const tests: { test: Mocha.Test; ms: number; places: number[] }[] = [];
  /** What is made before all tests of a suite is seen by each. */
  const before = new Map<Mocha.Suite, number[]>();
  let started = process.cpuUsage();
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve());
    runner.on('hook end', (hook) => {
      if (/^"before all"/.test(hook.title) && hook.parent)
        before.set(hook.parent, [...(before.get(hook.parent) ?? []), ...take()]);
    });
    runner.on('test', () => {
      started = process.cpuUsage();
    });
    runner.on('pass', (test) => {
      tests.push({ test, ms: spent(started), places: take() });
    });
    runner.on('fail', (test, error) => console.error(`${test.fullTitle()}: ${error}`));
  });
  const above = (suite: Mocha.Suite | undefined): number[] =>
    suite === undefined ? [] : [...(before.get(suite) ?? []), ...above(suite.parent)];
  return {
    file,
    loading,
    loaded,
    tests: tests.map(({ test, ms, places }) => ({
      title: test.fullTitle(),
      ms,
      places: [...new Set([...places, ...above(test.parent)])],
    })),
  };
}

writeFileSync(output, JSON.stringify(await cover()));
process.exit(0);
