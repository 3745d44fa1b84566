/** How deep a text is nested, found in linear time before a parser is let near it: some take quadratic time over depth. */

/** What stands at a place of a text: where it ends, and whether it goes one level down or up. */
interface Piece {
  readonly end: number;
  readonly step: -1 | 0 | 1;
}

/** Behind the next `mark`, or the end of the text where there is none. */
function behind(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at + mark.length;
}

/** Behind a quoted text that ends with `quote`, but not with `\` before it; a short one also ends with its line. */
function behindQuoted(text: string, quote: string, from: number): number {
  let at = from;
  while (at < text.length && !text.startsWith(quote, at)) {
    if (quote.length === 1 && text[at] === '\n') return at;
    at += text[at] === '\\' ? 2 : 1;
  }
  return at + quote.length;
}

const brackets: Readonly<Record<string, -1 | 1>> = { '{': 1, '[': 1, '(': 1, '}': -1, ']': -1, ')': -1 };

function jsonPiece(text: string, at: number): Piece {
  const character = text[at] ?? '';
  if (character === '"') return { end: behindQuoted(text, '"', at + 1), step: 0 };
  return { end: at + 1, step: character === '(' || character === ')' ? 0 : (brackets[character] ?? 0) };
}

/** What an IRI may hold. */
const iri = /[^<>"{}|^`\\\s]*>/y;

function afterLessThan(text: string, at: number): Piece {
  // `<<(` is one opening, and `)>>` one closing.
  if (text[at + 1] === '<') return { end: at + (text[at + 2] === '(' ? 3 : 2), step: 1 };
  iri.lastIndex = at + 1;
  return { end: iri.test(text) ? iri.lastIndex : at + 1, step: 0 };
}

function turtlePiece(text: string, at: number): Piece {
  const character = text[at] ?? '';
  if (character === '#') return { end: behind(text, '\n', at), step: 0 };
  if (character === '<') return afterLessThan(text, at);
  if (character === '"' || character === "'") {
    const quote = text.startsWith(character.repeat(3), at) ? character.repeat(3) : character;
    return { end: behindQuoted(text, quote, at + quote.length), step: 0 };
  }
  if (text.startsWith(')>>', at)) return { end: at + 3, step: -1 };
  if (text.startsWith('>>', at)) return { end: at + 2, step: -1 };
  return { end: at + (character === '\\' ? 2 : 1), step: brackets[character] ?? 0 };
}

/** Behind a tag, over its attributes. */
function behindTag(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '>') {
    const character = text[at] ?? '';
    at = character === '"' || character === "'" ? behind(text, character, at + 1) : at + 1;
  }
  return at + 1;
}

function xmlPiece(text: string, at: number): Piece {
  if (text[at] !== '<') return { end: text.indexOf('<', at) < 0 ? text.length : text.indexOf('<', at), step: 0 };
  if (text.startsWith('<!--', at)) return { end: behind(text, '-->', at + 4), step: 0 };
  if (text.startsWith('<![CDATA[', at)) return { end: behind(text, ']]>', at + 9), step: 0 };
  if (text[at + 1] === '?') return { end: behind(text, '?>', at + 2), step: 0 };
  const end = behindTag(text, at + 1);
  if (text[at + 1] === '!' || text[end - 2] === '/') return { end, step: 0 };
  return { end, step: text[at + 1] === '/' ? -1 : 1 };
}

const pieceOf: Readonly<Record<string, (text: string, at: number) => Piece>> = { jsonld: jsonPiece, rdfxml: xmlPiece };

/** Levels that no graph in use comes near. */
export const maxDepth = 100;

export interface TooDeep {
  readonly line: number;
  readonly reason: string;
}

/** Where a text in a format is nested too deep; undefined where it is not. What is no such text is for the parser to say. */
export function checkDepth(text: string, format: string): TooDeep | undefined {
  const nextPiece = pieceOf[format] ?? turtlePiece;
  let depth = 0;
  for (let at = 0; at < text.length; ) {
    const { end, step } = nextPiece(text, at);
    // What closes nothing must not make room.
    depth = Math.max(0, depth + step);
    if (depth > maxDepth)
      return { line: text.slice(0, at).split('\n').length, reason: `nested more than ${maxDepth} levels deep` };
    at = end;
  }
  return undefined;
}
