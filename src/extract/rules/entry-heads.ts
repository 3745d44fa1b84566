/** Cuts the head off a paragraph or item that opens with one: "Name (owner): …", "Owner – Name, …", "**Name**, …", "Name (N). …". */
/** How a head ends. */
export type Delimiter = 'colon' | 'dash' | 'stop' | 'bold';

export interface Head {
  readonly start: number;
  /** Behind its last word. */
  readonly end: number;
  readonly delimiter: Delimiter;
  /** Where the words behind its delimiter begin. */
  readonly body: number;
}

const longest = 200;
const opening = /^["“„«'*_]{0,3}/;
/** A full stop that ends no head: "No. 3", "U.S. …". */
const abbreviation = /(?:^|[\s(.])(?:\p{Lu}|No|Nr|St|vs|vol|approx|ca|Dr|Mr|Ms)$/u;

const opens = /[([“„«]/;
const closes = /[)\]”»]/;
/** Most characters are plain letters, which neither end a head nor open a bracket: they need no look. */
const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;

/** What ends a head at a place outside of brackets and quotation marks. */
function delimiterAt(text: string, at: number): { readonly delimiter: Delimiter; readonly width: number } | undefined {
  const rest = text.slice(at, at + 6);
  if (/^:["”*_]{0,3}\s/.test(rest)) return { delimiter: 'colon', width: /^:["”*_]{0,3}\s/.exec(rest)?.[0].length ?? 2 };
  const dash = /^\s(?:[–—]|--)\s/.exec(rest);
  if (dash !== null) return { delimiter: 'dash', width: dash[0].length };
  if (/^\.["”*_]{0,3}(?:\s|$)/.test(rest) && !abbreviation.test(text.slice(Math.max(0, at - 8), at)))
    return { delimiter: 'stop', width: /^\.["”*_]{0,3}\s?/.exec(rest)?.[0].length ?? 2 };
  return undefined;
}

/** The head of a passage that opens its block; undefined where it has none. */
export function cutHead(text: string): Head | undefined {
  const start = opening.exec(text)?.[0].length ?? 0;
  if (!/^[\p{Lu}\p{N}]/u.test(text.slice(start))) return undefined;
  const bold = /^\*\*(?=\S)([^*]{2,120})\*\*/.exec(text);
  if (bold !== null) {
    const behind = /^(?:\s\([^()]{2,40}\))?(?:\s?[:–—]|\.)?\s?/.exec(text.slice(bold[0].length))?.[0].length ?? 0;
    const end = 2 + (bold[1] ?? '').replace(/[:.]$/, '').length;
    return { start: 2, end, delimiter: 'bold', body: bold[0].length + behind };
  }
  let depth = 0;
  for (let at = start; at < Math.min(text.length, longest); at++) {
    if (isLetter(text.charCodeAt(at))) continue;
    const character = text.charAt(at);
    if (opens.test(character)) depth++;
    else if (closes.test(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      if (character === ';') return undefined;
      const found = delimiterAt(text, at);
      if (found === undefined) continue;
      const body = at + found.width;
      const end = at - (/["”'*_]*$/.exec(text.slice(start, at))?.[0].length ?? 0);
      return body < text.length || found.delimiter === 'stop'
        ? { start, end, delimiter: found.delimiter, body }
        : undefined;
    }
  }
  return undefined;
}
