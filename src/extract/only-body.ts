/** Finds whose a thing is where its sentence names one body alone, in words that no construction knows: it is likelier his than anybody's further off. */
import type { Mention } from './mention.js';
import type { Organisation } from './organisations.js';
import { organisationsOf, rowOf } from './owner-site.js';
import { createBefore } from './words-before.js';

/** The words right before a name by which it has only to do with the thing: "permits granted by the", "with the", "sent to the", "the staff of the". */
const hasOnlyToDo = createBefore(
  /\b(?:by|under|for|to|with|(?:staff|members?|employees|[Ss]tates|countries) of)\s(?:the\s)?/i,
);

/** With whoever says "we" in the row; none where others are named besides, or are only pointed to, or have only to do with it. Pure. */
export function findOnlyBody(text: string, all: readonly Mention<'organisation'>[]): readonly Organisation[] {
  const named = all.filter(({ foundBy }) => foundBy !== 'first-person' && foundBy !== 'back-reference');
  const [first] = named;
  if (first === undefined || hasOnlyToDo(text, first.start)) return [];
  // Of several in a row one says as often that they took part in something as that it is theirs.
  if (named.some(({ value }) => value !== first.value)) return [];
  return organisationsOf(rowOf({ text, all }, all.indexOf(first)));
}
