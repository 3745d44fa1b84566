/** The lines of a PDF as they are set on its pages: words with their place and size, in the order in which the file gives them. */

/** A run of characters as PDF.js gives it; the origin of the page is its lower left corner. */
export interface SetWords {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly fontSize: number;
}

export interface PageLine {
  readonly text: string;
  readonly page: number;
  readonly y: number;
  /** Of the letters, in points. */
  readonly size: number;
}

/** A gap between words of one line that no space character says, as a part of their size. */
const wordGap = 0.15;

/** Words stand on one line where they are about as high, and to the right of those before. */
function goesOn(last: SetWords, next: SetWords): boolean {
  const size = Math.max(last.fontSize, next.fontSize);
  // A raised figure is of the line that it stands above.
  return Math.abs(next.y - last.y) < size * 0.5 && next.x >= last.x + last.width - size;
}

function joinWords(words: readonly SetWords[]): string {
  let text = '';
  let last: SetWords | undefined;
  for (const word of words) {
    const gap = last === undefined ? 0 : word.x - (last.x + last.width);
    const apart = gap > word.fontSize * wordGap && !/\s$/.test(text) && !/^\s/.test(word.str);
    text += (apart ? ' ' : '') + word.str;
    last = word;
  }
  return text.replace(/\s+/g, ' ').trim();
}

/** The size of most letters of a line. */
function sizeOf(words: readonly SetWords[]): number {
  const letters = new Map<number, number>();
  for (const { fontSize, str } of words) {
    const size = Math.round(fontSize * 2) / 2;
    letters.set(size, (letters.get(size) ?? 0) + str.trim().length);
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** The lines of one page, without those that hold nothing. */
export function linesOfPage(items: readonly SetWords[], page: number): PageLine[] {
  const lines: SetWords[][] = [];
  for (const item of items) {
    if (item.str === '') continue;
    const line = lines.at(-1);
    const last = line?.at(-1);
    if (line !== undefined && last !== undefined && goesOn(last, item)) line.push(item);
    else if (item.str.trim() !== '') lines.push([item]);
  }
  return lines.flatMap((words) => {
    const text = joinWords(words);
    return text === '' ? [] : [{ text, page, y: words[0]?.y ?? 0, size: sizeOf(words) }];
  });
}
