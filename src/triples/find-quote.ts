/** Finds the one place of a note where a quote stands; where there is none, says what comes nearest. */
import { createLineFinder } from '../notes/line-finder.js';
import type { Note, Span } from '../notes/note.js';
import { findNearestWords } from './nearest-words.js';

/** So many places are named. */
const mostNamed = 5;
/** So much of the nearest words is shown, in characters. */
const mostShown = 160;

function placesOf(quote: string, text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(quote); at !== -1 && places.length <= mostNamed; at = text.indexOf(quote, at + 1))
    places.push(at);
  return places;
}

/** In quotation marks, line ends spelt out, as YAML would take it. */
function show(words: string): string {
  const characters = [...words];
  return JSON.stringify(characters.length > mostShown ? `${characters.slice(0, mostShown).join('')}…` : words);
}

/** `fail` is told why there is no such place, or more than one. */
export function findQuote(quote: string, note: Note, fail: (reason: string) => never): Span {
  const [start, ...others] = placesOf(quote, note.text);
  const find = createLineFinder(note);
  const named = (offset: number): string => {
    const { line, column } = find(offset);
    return `line ${line}, column ${column}`;
  };
  if (start === undefined) {
    const nearest = findNearestWords(quote, note.text);
    const hint = nearest === undefined ? 'nor anything like them' : `${named(nearest.start)} has ${show(nearest.text)}`;
    return fail(`these words are not in the note "${note.slug}"${nearest === undefined ? ', ' : '; '}${hint}`);
  }
  if (others.length > 0) {
    const all = [start, ...others].slice(0, mostNamed).map(named);
    const more = others.length >= mostNamed ? ' and further on' : '';
    return fail(
      `these words stand in the note "${note.slug}" more than once (${all.join('; ')}${more}); quote more of it`,
    );
  }
  return { start, end: start + quote.length, text: quote };
}
