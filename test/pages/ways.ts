/** The ways in which every flow is tried: narrow and wide, light and dark, with scripts and without. */
import type { Circumstances } from './visit.js';

/** Each pair of them is among these four. */
const ways: readonly Required<Circumstances>[] = [
  { width: 1280, scheme: 'light', scripts: true },
  { width: 320, scheme: 'dark', scripts: true },
  { width: 1280, scheme: 'dark', scripts: false },
  { width: 320, scheme: 'light', scripts: false },
];

const say = ({ width, scheme, scripts }: Required<Circumstances>): string =>
  `${width} px, ${scheme}, ${scripts ? 'with' : 'without'} scripts`;

/** One test for each way. */
export function itInEveryWay(title: string, test: (way: Required<Circumstances>) => Promise<void>): void {
  for (const way of ways) it(`${title} (${say(way)})`, () => test(way));
}
