/** Words, numbers and marks of a passage, with their offsets: what names are grown from. */
import { findAll } from '../notes/find-all.js';

export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: 'word' | 'number' | 'mark';
  /** A word that begins with a capital letter, or a number that may stand inside a name ("2011", "2nd"). */
  readonly capital: boolean;
}

const pattern = /\p{L}[\p{L}\p{N}\p{M}]*(?:['.&/-][\p{L}\p{N}]+)*|\p{N}+(?:[.,:/-]\p{N}+)*\p{L}*(?:-\p{L}+)*|[^\s]/gu;

export function splitTokens(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of findAll(text, pattern)) {
    let word = match[0];
    const first = word.codePointAt(0) ?? 0;
    const letter = /^\p{L}/u.test(word);
    const number = !letter && /^\p{N}/u.test(word);
    // A possessive is a mark of its own, so that the name before it ends there.
    const possessive = letter && /'s$/i.test(word);
    if (possessive) word = word.slice(0, -2);
    tokens.push({
      start: match.index,
      end: match.index + word.length,
      text: word,
      kind: letter ? 'word' : number ? 'number' : 'mark',
      capital: letter ? (first >= 65 && first <= 90) || /^\p{Lu}/u.test(word) : number,
    });
    if (possessive)
      tokens.push({
        start: match.index + word.length,
        end: match.index + word.length + 2,
        text: "'s",
        kind: 'mark',
        capital: false,
      });
  }
  return tokens;
}
