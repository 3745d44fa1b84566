/** Tells archives that are somebody from those that are data: by what stands before the head, and by who else is named. */
import type { Token } from '../tokens.js';

/** Archives hold data or are kept by a state: only what stands before the head tells. */
const publicArchive = /^(?:National|State|Federal|General|Royal|Central|Public|Municipal|Regional|City|Historical)$/;

/** "by the Coastal Data | Archive", "from the …": somebody keeps things there. */
export function isPlaceOfKeeping(tokens: readonly Token[], head: number): boolean {
  let first = head;
  while (tokens[first - 1]?.capital === true && tokens[first - 1]?.kind === 'word') first--;
  return tokens[first - 1]?.text === 'the' && /^(?:by|at|from|with|to)$/.test(tokens[first - 2]?.text ?? '');
}

/** "Repository: | Archives of Boats, University of …", "Archives of Boats, University of Lima": kept by a label, or by a university. */
const isRepository = (text: string, start: number, end: number): boolean =>
  /^(?:[\d.]+\s)?(?:repository|archive|holder|held (?:by|at)|location|distributor|depositary)\s?:\s$/i.test(
    text.slice(0, start).slice(-30),
  ) || /^\sof\s(?:\p{Lu}[\p{L}-]+\s?(?:and\s)?){1,4},\s(?:the\s)?Universit/u.test(text.slice(end, end + 80));

/** "Coastal Data | Archive (CDA)" alone on its line: a letterhead. */
export const standsAlone = (tokens: readonly Token[], head: number): boolean =>
  tokens.length <= 12 &&
  tokens.slice(0, head).every((token) => token.capital || /^(?:of|for|and|the)$/i.test(token.text)) &&
  /^[(,]?$/.test(tokens[head + 1]?.text ?? '');

/** Whether the archive whose head stands at `at` is a body that keeps things. */
export function isArchive(
  { text, tokens }: { readonly text: string; readonly tokens: readonly Token[] },
  at: number,
): boolean {
  const token = tokens[at];
  return (
    token !== undefined &&
    (publicArchive.test(tokens[at - 1]?.text ?? '') ||
      isRepository(text, token.start, token.end) ||
      isPlaceOfKeeping(tokens, at) ||
      standsAlone(tokens, at))
  );
}
