/** Reads the lines `key: value` between two `---` that a curator put above a note. */
import type { FrontMatter } from './note.js';

const fields = ['symbol', 'title', 'date', 'publisher', 'url', 'licence', 'language'] as const;
const isoDate = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

/**
 * Splits a file's text into front matter and the note itself. A text without front matter has none; one that opens
 * with `---` and never closes it has none either, it is text. When strict, a field that cannot be is an error
 * `line: reason`; otherwise it is passed over, for other programs write front matter too.
 */
export function splitFrontMatter(
  text: string,
  strict: boolean,
): { frontMatter: FrontMatter; body: string; bodyStart: number } {
  const close = text.startsWith('---\n') ? text.indexOf('\n---\n', 3) : -1;
  const lines = close === -1 ? [] : text.slice(4, close).split('\n');
  const looksRight =
    lines.length > 0 && lines.length <= 40 && lines.every((line) => line.trim() === '' || /^[a-z]+:/i.test(line));
  if (!looksRight) return { frontMatter: {}, body: text, bodyStart: 0 };
  const found: Partial<Record<(typeof fields)[number], string>> = {};
  lines.forEach((line, n) => {
    if (line.trim() === '') return;
    const colon = line.indexOf(':');
    const key = line.slice(0, colon).trim().toLowerCase();
    const field = fields.find((name) => name === (key === 'license' ? 'licence' : key));
    if (field === undefined && !strict) return;
    if (field === undefined) throw new Error(`${n + 2}: unknown field "${key}" (known: ${fields.join(', ')})`);
    const value = line
      .slice(colon + 1)
      .trim()
      .replace(/^(["'])(.*)\1$/, '$2');
    if (value === '') return;
    if (field === 'date' && !isoDate.test(value) && !strict) return;
    if (field === 'date' && !isoDate.test(value))
      throw new Error(`${n + 2}: date "${value}" is not YYYY, YYYY-MM or YYYY-MM-DD`);
    found[field] = value;
  });
  return { frontMatter: found, body: text.slice(close + 5), bodyStart: close + 5 };
}
