/** Tells what a printer puts on every page, running heads and page numbers, from what the author wrote. */
import type { PageLine } from './pdf-lines.js';

/** So many lines at the top of a page, and at its foot, may be of that kind. */
const margin = 2;
/** Fewer pages than this repeat nothing. */
const fewestPages = 3;

const pageNumber =
  /^(?:[-–—]\s*)?(?:(?:page|p\.|seite|página)\s*)?\d{1,4}(?:\s*(?:of|\/|de|von)\s*\d{1,4})?(?:\s*[-–—])?$|^[ivxlc]{1,7}$/i;

/** What lines on several pages have in common: all but their numbers. */
const keyOf = ({ text }: PageLine): string => text.replace(/\d+/g, '#').toLowerCase();

/** The lines at the edges of a page, by height. */
function edgesOf(lines: readonly PageLine[]): PageLine[] {
  const byHeight = [...lines].sort((a, b) => b.y - a.y);
  return [...new Set([...byHeight.slice(0, margin), ...byHeight.slice(-margin)])];
}

/** Without what stands at the edge of a third of the pages or more, and without bare page numbers there. */
export function dropRunningHeads(pages: readonly (readonly PageLine[])[]): PageLine[][] {
  const edges = pages.map(edgesOf);
  const counts = new Map<string, number>();
  for (const lines of edges) for (const key of new Set(lines.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const enough = Math.max(fewestPages, pages.length / 3);
  const isRunning = (line: PageLine, page: number): boolean =>
    edges[page]?.includes(line) === true &&
    ((counts.get(keyOf(line)) ?? 0) >= enough || (pages.length > 1 && pageNumber.test(line.text)));
  return pages.map((lines, page) => lines.filter((line) => !isRunning(line, page)));
}
