/** Says by the grammar of the sentence whether somebody keeps what a data phrase names, or it covers something. */
import { covers } from './covers.js';
import type { DataPhrase } from './data-phrase.js';
import { isHeld, isOwned } from './holders.js';
import { isMade } from './makers.js';
import type { Sentence } from './sentence.js';

/**
 * `held`: an organisation keeps, makes or publishes it ("the Board keeps a register of …"); `owned`: it stands as
 * somebody's ("the Board's register of …"); `made`: "…, conducted in 2014", "was kept by the Board"; `covers`: it has data
 * for a time ("the file goes back to 1990").
 */
export type Relation = 'held' | 'owned' | 'made' | 'covers';

/** Everything the sentence says of the phrase. */
export function relationsOf(sentence: Sentence, phrase: DataPhrase): ReadonlySet<Relation> {
  const found = new Set<Relation>();
  if (isHeld(sentence, phrase)) found.add('held');
  if (isOwned(sentence, phrase)) found.add('owned');
  if (isMade(sentence, phrase)) found.add('made');
  if (covers(sentence, phrase)) found.add('covers');
  return found;
}
