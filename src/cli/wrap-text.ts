/** Sets a text in lines of a terminal's width. */

/** Lines of at most `width` characters where the words allow; white space becomes one space. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    if (line !== '' && [...line].length + 1 + [...word].length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}

/** About `most` characters of a text around some words of it, cut at spaces, with marks where it was cut. */
export function excerptAround(text: string, words: string, most: number): string {
  if (text.length <= most) return text;
  const at = Math.max(0, text.indexOf(words));
  const before = Math.max(0, at - Math.max(0, Math.floor((most - words.length) / 2)));
  const start = before === 0 ? 0 : text.indexOf(' ', before) + 1;
  const stop = Math.min(text.length, start + most);
  const end = stop === text.length ? stop : Math.max(text.lastIndexOf(' ', stop), start + 1);
  return `${start > 0 ? '… ' : ''}${text.slice(start, end)}${end < text.length ? ' …' : ''}`;
}
