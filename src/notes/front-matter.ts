/** Reads the lines `key: value` between two `---` that a curator put above a note. */
import type { FrontMatter } from './note.js';

export const frontMatterFields = ['symbol', 'title', 'date', 'publisher', 'url', 'licence', 'language'] as const;

/** What a value must look like, and what is said of one that does not. */
const forms: Partial<Record<(typeof frontMatterFields)[number], readonly [form: RegExp, reason: string]>> = {
  date: [/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/, 'is not YYYY, YYYY-MM or YYYY-MM-DD'],
  url: [/^https?:\/\/[^\s<>"{}|\\^`]+$/i, 'is not an address that begins with http:// or https://'],
  language: [/^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i, 'is not a BCP 47 tag such as "en" or "pt-BR"'],
};

export type FrontMatterField = (typeof frontMatterFields)[number];

/** What is wrong with a value, as said behind it; undefined where nothing is. */
export function fieldFault(field: FrontMatterField, value: string): string | undefined {
  const [form, reason] = forms[field] ?? [/./, ''];
  return form.test(value) ? undefined : reason;
}

/** The lines to stand above a text, the marks before and behind them among them; what is not stated has no line. */
export function serialiseFrontMatter(stated: FrontMatter): string {
  const lines = frontMatterFields.flatMap((field) => {
    const value = stated[field]?.replace(/\s+/g, ' ').trim() ?? '';
    // What stands in quotation marks as a whole would lose them when it is read.
    return value === '' ? [] : [`${field}: ${/^(["']).*\1$/.test(value) ? `"${value}"` : value}`];
  });
  return `${['---', ...lines, '---'].join('\n')}\n`;
}

/** A line of front matter: "key: value", a remark, or what other programs nest under a key. */
const ofFrontMatter = /^(?:\s*$|[a-z][\w-]*:(?:\s|$)|#|\s+\S|-\s)/i;
const keyed = /^[a-z][\w-]*:(?:\s|$)/i;

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
    lines.length > 0 &&
    lines.length <= 40 &&
    keyed.test(lines.find((line) => line.trim() !== '' && !line.startsWith('#')) ?? '') &&
    lines.every((line) => ofFrontMatter.test(line));
  if (!looksRight) return { frontMatter: {}, body: text, bodyStart: 0 };
  const found: Partial<Record<(typeof frontMatterFields)[number], string>> = {};
  lines.forEach((line, n) => {
    if (line.trim() === '' || line.startsWith('#') || (!strict && !keyed.test(line))) return;
    const colon = line.indexOf(':');
    const key = line.slice(0, colon).trim().toLowerCase();
    const field = frontMatterFields.find((name) => name === (key === 'license' ? 'licence' : key));
    if (field === undefined && !strict) return;
    if (field === undefined)
      throw new Error(`${n + 2}: unknown field "${key}" (known: ${frontMatterFields.join(', ')})`);
    const value = line
      .slice(colon + 1)
      .trim()
      .replace(/^(["'])(.*)\1$/, '$2');
    if (value === '') return;
    const fault = fieldFault(field, value);
    if (fault !== undefined && !strict) return;
    if (fault !== undefined) throw new Error(`${n + 2}: ${field} "${value}" ${fault}`);
    found[field] = value;
  });
  return { frontMatter: found, body: text.slice(close + 5), bodyStart: close + 5 };
}
