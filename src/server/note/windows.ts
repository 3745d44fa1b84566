/** Cuts a long note into pages, each beginning where a passage does. */
import type { Span } from './mark-text.js';

export interface Window {
  readonly start: number;
  readonly end: number;
}

/** Code points of a page: some fifteen printed pages. */
const pageLength = 40_000;

/** At least one; together they are the whole text. A passage is never cut, however long it is. */
export function cutWindows(length: number, spans: readonly Span[], most = pageLength): Window[] {
  const windows: Window[] = [];
  let start = 0;
  let covered = 0;
  for (const span of spans) {
    const isFree = span.start >= covered;
    covered = Math.max(covered, span.end);
    if (!isFree || span.start - start === 0 || span.end - start <= most) continue;
    windows.push({ start, end: span.start });
    start = span.start;
  }
  windows.push({ start, end: length });
  return windows;
}

/** The number of the page that a place is on. */
export const windowAt = (windows: readonly Window[], place: number): number =>
  Math.max(
    0,
    windows.findIndex(({ end }) => place < end),
  );
