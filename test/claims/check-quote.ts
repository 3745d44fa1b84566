/** Whether a quote stands where it says, counted in code points of the note's text, with its surroundings. */
import type { Claim, Quote } from './read-graph.js';

/** The text of a note's file: what stands behind the front matter, which is between two lines of three hyphens. */
export function textOf(file: string): readonly string[] {
  const lines = file
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const closing = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  return Array.from(lines.slice(closing + 1).join('\n'));
}

function faultOf({ iri, start, end, exact, prefix, suffix }: Quote, text: readonly string[]): string | undefined {
  const named = /#char=(\d+),(\d+)$/.exec(iri);
  if (named?.[1] !== String(start) || named[2] !== String(end)) return `is called otherwise than ${start},${end}`;
  if (exact === '' || text.slice(start, end).join('') !== exact) return `"${exact}" does not stand at ${start},${end}`;
  const [before, after] = [Array.from(prefix).length, Array.from(suffix).length];
  if (text.slice(Math.max(0, start - before), start).join('') !== prefix) return `"${prefix}" does not come before it`;
  if (text.slice(end, end + after).join('') !== suffix) return `"${suffix}" does not come after it`;
  if ((before === 0 && start > 0) || (after === 0 && end < text.length)) return 'nothing is said of what is around it';
  return undefined;
}

/** `texts`: of each note, by its IRI. */
export function quoteFaults({ quotes }: Claim, texts: ReadonlyMap<string, readonly string[]>): string[] {
  if (quotes.length === 0) return ['it has no quote'];
  return quotes.flatMap((quote) => faultOf(quote, texts.get(quote.note) ?? []) ?? []);
}
