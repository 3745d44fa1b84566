/** Reads the marks of a wiki page as those of Markdown: "== Boats ==", "'''bold'''", "''italic''", "[[Boats|boats]]", "# first". */
import { type OffsetMap, replaceMapped } from './offset-map.js';

/** A heading between equal signs or the beginning of a table, which no other text has. */
const isWiki = /^(?:={1,6}[^=\n]{1,200}={1,6}|\{\|.{0,200})[ \t]*$/m;
/** Table lines keep their marks; of links the words are kept, of categories nothing. */
const marks =
  /^={1,6}(?=[^=\n]{1,200}={1,6}[ \t]*$)[ \t]?|={1,6}[ \t]*$|'{5}|'{2,3}|^#{1,3}(?=\s)|\[\[(?:Category|File|Image):[^[\]\n]{1,200}\]\]|\[\[(?:[^[\]|\n]{1,200}\|)?|\]\]|<ref>[^<\n]{0,300}<\/ref>|<br ?\/?>/gm;

function asMarkdown(mark: string): string {
  if (mark.startsWith('=')) return `${'#'.repeat(mark.trim().length)} `;
  if (mark.startsWith('#')) return '1.';
  if (mark.startsWith("''")) return '*'.repeat(Math.min(3, mark.length - 1));
  return mark.startsWith('<') ? ' ' : '';
}

/** The text with other marks, and the way back; undefined where it is no page of a wiki. */
export const readWikiMarks = (text: string): { text: string; map: OffsetMap } | undefined =>
  isWiki.test(text) ? replaceMapped(text, marks, asMarkdown) : undefined;
