/** `npm run pages`: what each page costs on a laptop of ordinary speed over an ordinary line, as a table. */
import type { CDPSession } from 'playwright-core';
import { findPages, findThings } from './find-pages.js';
import { readPlaces } from './read-places.js';
import { runOverNotes } from './run-over-notes.js';
import { statesOf } from './states.js';
import { openVisit, type Visit } from './visit.js';

/** A quarter of this machine's speed, 10 Mbit/s there and back, and 40 ms until anything comes. */
async function slowDown(session: CDPSession): Promise<void> {
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const throughput = (10 * 1024 * 1024) / 8;
  const speed = { downloadThroughput: throughput, uploadThroughput: throughput };
  await session.send('Network.emulateNetworkConditions', { offline: false, latency: 40, ...speed });
}

/** Tells when the largest thing that a page shows was there (Largest Contentful Paint), from the first request on. */
const observe = `new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) globalThis.largest = entry.startTime;
}).observe({ type: 'largest-contentful-paint', buffered: true })`;

interface Cost {
  readonly path: string;
  /** Milliseconds. */
  readonly largest: number;
  readonly bytes: number;
  readonly requests: number;
}

async function measure(visit: Visit, path: string): Promise<Cost> {
  const { page } = visit;
  const session = await page.context().newCDPSession(page);
  await slowDown(session);
  let [bytes, requests] = [0, 0];
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    requests += 1;
  });
  await page.addInitScript(observe);
  await visit.go(path);
  await page.waitForLoadState('networkidle');
  return { path, largest: Math.round(Number(await page.evaluate('globalThis.largest ?? 0'))), bytes, requests };
}

const row = ({ path, largest, bytes, requests }: Cost): string => {
  const shown = decodeURIComponent(path).replace(/\s+/g, ' ');
  const cells = [String(largest).padStart(6), (bytes / 1000).toFixed(1).padStart(8), String(requests).padStart(8)];
  return `${cells.join(' ')}  ${shown.length > 90 ? `${shown.slice(0, 89)}…` : shown}\n`;
};

await runOverNotes(async (browser, origin) => {
  const [pages, things, [place]] = await Promise.all([findPages(origin), findThings(origin), readPlaces(origin)]);
  process.stdout.write('LCP ms       kB requests  page (CPU 4× slower, 10 Mbit/s, 40 ms; nothing cached)\n');
  const costs: Cost[] = [];
  for (const path of new Set([...pages, ...statesOf(things, place?.value ?? '')])) {
    // The server has been asked before, as one that runs has.
    await (await fetch(origin + path, { headers: { accept: 'text/html' } })).arrayBuffer();
    const visit = await openVisit(browser, origin);
    costs.push(await measure(visit, path));
    await visit.close();
    process.stdout.write(row(costs.at(-1) as Cost));
  }
  const middle = (of: (cost: Cost) => number): number => costs.map(of).sort((a, b) => a - b)[costs.length >> 1] ?? 0;
  process.stdout.write(
    `${costs.length} pages; the one in the middle: LCP ${middle((one) => one.largest)} ms, ${(middle((one) => one.bytes) / 1000).toFixed(1)} kB\n`,
  );
});
