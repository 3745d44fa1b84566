/** Makes a text of the lines of a PDF: paragraphs apart, large lines as headings, words whole that a line end has cut. */
import type { PageLine } from './pdf-lines.js';

/** A heading is set so much larger than most of the text. */
const headingSize = 1.15;
const longestHeading = 160;
/** Between paragraphs there is so much more room than between lines. */
const paragraphGap = 1.3;

/** The value that most of the letters have. */
function commonest(lines: readonly PageLine[], numberOf: (line: PageLine, n: number) => number): number {
  const counts = new Map<number, number>();
  lines.forEach((line, n) => {
    const value = numberOf(line, n);
    if (value > 0) counts.set(value, (counts.get(value) ?? 0) + line.text.length);
  });
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

const step = (line: PageLine | undefined, before: PageLine | undefined): number =>
  line === undefined || before === undefined || line.page !== before.page ? 0 : Math.round(before.y - line.y);

const cutWord = /(\p{L}+)[-\u00AD\u2010]$/u;

/** Takes the hyphen away that only the line end has put there: not where the text writes the word with it elsewhere. */
function joinCut(before: string, after: string, all: string): string | undefined {
  const [hyphened, head = ''] = cutWord.exec(before) ?? [];
  const [tail = ''] = /^\p{Ll}+/u.exec(after) ?? [];
  if (hyphened === undefined || tail === '') return undefined;
  const keeps = !hyphened.endsWith('\u00AD') && all.includes(`${head}-${tail}`);
  return `${before.slice(0, -1)}${keeps ? '-' : ''}${after}`;
}

export function joinLines(pages: readonly (readonly PageLine[])[]): string {
  const lines = pages.flat();
  const body = commonest(lines, ({ size }) => size);
  const leading = commonest(lines, (line, n) => Math.max(0, step(line, lines[n - 1])));
  const isHeading = ({ size, text }: PageLine): boolean =>
    size >= body * headingSize && text.length <= longestHeading && /\p{L}{2}/u.test(text);
  const all = lines.map(({ text }) => text).join('\n');
  const written: string[] = [];
  lines.forEach((line, n) => {
    const before = lines[n - 1];
    const last = written.at(-1);
    const heading = isHeading(line);
    // A heading of two lines is one heading.
    if (heading && before !== undefined && isHeading(before) && before.size === line.size && isNear(line, before)) {
      written.splice(-1, 1, `${last} ${line.text}`);
      return;
    }
    const joined = heading || last === undefined || last === '' ? undefined : joinCut(last, line.text, all);
    if (joined !== undefined) {
      written.splice(-1, 1, joined);
      return;
    }
    if (before !== undefined && (heading || isHeading(before) || opensParagraph(line, before, leading)))
      written.push('');
    written.push(heading ? `# ${line.text}` : line.text);
  });
  return `${written.join('\n')}\n`;
}

const isNear = (line: PageLine, before: PageLine): boolean => {
  const gap = step(line, before);
  return gap > 0 && gap < line.size * 1.8;
};

/** By the room above it; on a new page or in a new column by how the last line ended. */
function opensParagraph(line: PageLine, before: PageLine, leading: number): boolean {
  const gap = step(line, before);
  if (gap > 0) return gap > leading * paragraphGap;
  return /[.!?:;]["”’»)\]]*$/.test(before.text) && /^[\p{Lu}\p{N}“"*•-]/u.test(line.text);
}
