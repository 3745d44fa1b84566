/** Where a long text is cut into parts that can be read by themselves: between paragraphs, best of all before a heading. */

/** In bytes, as the text stands in UTF-8; `end` exclusive. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

const lineEnd = 10;
const carriageReturn = 13;

/** How well a text can be cut before a line: 1–6 are Markdown headings, the higher the better. */
const shortLine = 7;
const paragraph = 8;

/** "Data sources": so long a line between two blank ones may be a heading. */
const longestHeading = 80;

/** Where the line that begins at `start` ends, without its line end. */
function endOfLine(bytes: Buffer, start: number): number {
  const end = bytes.indexOf(lineEnd, start);
  if (end === -1) return bytes.length;
  return end > start && bytes[end - 1] === carriageReturn ? end - 1 : end;
}

const isBlank = (bytes: Buffer, start: number): boolean => endOfLine(bytes, start) === start;

/** Undefined before what goes on with the lines above, as an item of a list or a row of a table may. */
function gradeOf(bytes: Buffer, start: number): number | undefined {
  const end = endOfLine(bytes, start);
  const line = bytes.toString('latin1', start, Math.min(end, start + longestHeading));
  const marks = /^#{1,6}(?=\s)/.exec(line)?.[0];
  if (marks !== undefined) return marks.length;
  if (!/^[A-Z"*]/.test(line)) return undefined;
  const next = bytes.indexOf(lineEnd, end) + 1;
  return end - start < longestHeading && next > 0 && isBlank(bytes, next) ? shortLine : paragraph;
}

/** The best place to cut from `from` on, the first one among equals; from `far` on the next one there is. */
function findCut(bytes: Buffer, from: number, far: number): number | undefined {
  let best: { at: number; grade: number } | undefined;
  for (let at = bytes.indexOf(lineEnd, from) + 1; at > 0; at = bytes.indexOf(lineEnd, at) + 1) {
    if (at >= far && best !== undefined) break;
    if (!isBlank(bytes, at)) continue;
    const start = bytes.indexOf(lineEnd, at) + 1;
    const grade = start === 0 || start >= bytes.length ? undefined : gradeOf(bytes, start);
    if (grade !== undefined && grade < (best?.grade ?? Number.POSITIVE_INFINITY)) best = { at: start, grade };
  }
  return best?.at;
}

/** The parts, each about `size` bytes long; a stretch without a place to cut at stays whole. */
export function cutParts(bytes: Buffer, size: number): Part[] {
  const parts: Part[] = [];
  let start = 0;
  while (bytes.length - start > 1.5 * size) {
    const cut = findCut(bytes, start + Math.floor(size * 0.75), start + Math.floor(size * 1.25));
    if (cut === undefined) break;
    parts.push({ start, end: cut });
    start = cut;
  }
  parts.push({ start, end: bytes.length });
  return parts;
}
