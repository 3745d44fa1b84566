/** `npm run screenshots`: pictures of the pages for the documents, in `docs/images/`, made from the project's own notes. */
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/package-root.js';
import { findThings, type Things } from './find-pages.js';
import { readPlaces } from './read-places.js';
import { runOverNotes } from './run-over-notes.js';
import { countingQuery } from './states.js';
import { openVisit, type Visit } from './visit.js';

/** Bytes that a picture may have. */
const most = 150_000;
const folder = join(packageRoot, 'docs', 'images');

interface Picture {
  readonly name: string;
  readonly path: string;
  /** What is done before it is taken. */
  readonly prepare?: (visit: Visit) => Promise<void>;
}

const picturesOf = ({ ours }: Things, place: string): Picture[] => [
  { name: 'home', path: '/' },
  { name: 'answer', path: `/?${new URLSearchParams({ place, from: '1990', to: '2005' })}` },
  {
    name: 'note',
    path: ours.get('note') ?? '',
    prepare: async ({ page }) => page.locator('.stating .count').nth(20).click(),
  },
  { name: 'browse', path: '/datasets' },
  { name: 'matrix', path: '/coverage' },
  { name: 'timeline', path: '/timeline' },
  { name: 'map', path: '/map' },
  {
    name: 'query',
    path: `/sparql?${new URLSearchParams({ query: countingQuery })}`,
    prepare: async ({ page }) => page.locator('.chart summary').click(),
  },
];

/** WebP, with less and less care until it is small. */
async function take(visit: Visit, { name, path, prepare }: Picture): Promise<string> {
  const { page } = visit;
  const response = await visit.go(path);
  if (response?.status() !== 200) return `${name}: ${path} is answered by ${response?.status()}; left out`;
  await page.waitForLoadState('networkidle');
  await prepare?.(visit);
  const file = join(folder, `${name}.webp`);
  const session = await page.context().newCDPSession(page);
  for (const quality of [90, 80, 65, 50]) {
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality, optimizeForSpeed: false });
    writeFileSync(file, Buffer.from(data, 'base64'));
    if (statSync(file).size <= most) break;
  }
  return `${name}: ${statSync(file).size} bytes`;
}

await runOverNotes(async (browser, origin) => {
  mkdirSync(folder, { recursive: true });
  const [things, places] = await Promise.all([findThings(origin), readPlaces(origin)]);
  // The first country: what names one says most.
  const place = places.find(({ value }) => value.startsWith('country/'))?.value ?? '';
  for (const picture of picturesOf(things, place)) {
    const visit = await openVisit(browser, origin);
    process.stdout.write(`${await take(visit, picture)}\n`);
    await visit.close();
  }
});
