/** Text inside XML 1.0: what must be escaped, and what XML cannot hold at all. */
import { NotExpressible } from './not-expressible.js';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\t': '&#9;',
  '\n': '&#10;',
};

/** Characters outside the production Char of XML 1.0 (section 2.2). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must be found
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/u;

function check(text: string): string {
  const found = unwritable.exec(text);
  if (found === null) return text;
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  throw new NotExpressible(
    `XML cannot hold the character U+${code}; JSON, CSV and TSV can, and for graphs Turtle, TriG, N-Triples, N-Quads and JSON-LD`,
  );
}

/** Element content. A bare CR would be read back as LF. */
export const xmlText = (text: string): string => check(text).replace(/[&<>\r]/g, (c) => entities[c] ?? c);

/** An attribute's value, without its quotes. Bare tabs and line ends would be read back as spaces. */
export const xmlAttribute = (text: string): string => check(text).replace(/[&<>"\r\t\n]/g, (c) => entities[c] ?? c);
