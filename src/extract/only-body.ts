/** Finds whose a thing is where its sentence names one body alone, in words that no construction knows: it is likelier his than anybody's further off. */
import type { Mention } from './mention.js';
import type { Organisation } from './organisations.js';
import { createBefore } from './words-before.js';

/** The words right before a name by which it has only to do with the thing: "permits granted by the", "with the", "sent to the", "the staff of the". */
const hasOnlyToDo = createBefore(
  /\b(?:by|under|for|to|with|(?:staff|members?|employees|[Ss]tates|countries) of)\s(?:the\s)?/i,
);

/** Undefined where there are several, or the one is only pointed to, or has only to do with it. Pure. */
export function findOnlyBody(text: string, all: readonly Mention<'organisation'>[]): Organisation | undefined {
  const [first, ...more] = all.filter(({ foundBy }) => foundBy !== 'first-person' && foundBy !== 'back-reference');
  if (first === undefined || more.some(({ value }) => value !== first.value)) return undefined;
  return hasOnlyToDo(text, first.start) ? undefined : first.value;
}
