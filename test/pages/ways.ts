/** The ways in which every flow is tried: narrow and wide, light and dark, with scripts and without. */
import type { Circumstances } from './visit.js';

type Way = Required<Omit<Circumstances, 'policy'>>;

/** Each pair of them is among these four. */
const ways: readonly Way[] = [
  { width: 1280, scheme: 'light', scripts: true },
  { width: 320, scheme: 'dark', scripts: true },
  { width: 1280, scheme: 'dark', scripts: false },
  { width: 320, scheme: 'light', scripts: false },
];

const say = ({ width, scheme, scripts }: Way): string =>
  `${width} px, ${scheme}, ${scripts ? 'with' : 'without'} scripts`;

/** One test for each way. */
export function itInEveryWay(title: string, test: (way: Way) => Promise<void>): void {
  for (const way of ways) it(`${title} (${say(way)})`, () => test(way));
}
