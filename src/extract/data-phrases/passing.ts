/** Tells phrases that name no collection of their own: what something is, what a meeting is about, what is only planned. */
import { nameHeads } from '../recognisers/name-heads.js';
import { isFunctionWord } from './data-nouns.js';
import type { DataPhrase } from './data-phrase.js';
import { unreal } from './data-verbs.js';
import { auxiliary, lowerOf, type Sentence } from './sentence.js';

/** Whether the phrase only says what something named is: "the Quay Panel is a survey of …"; but "the exception is a survey of …". */
export function isPredicate({ tokens }: Sentence, phrase: DataPhrase): boolean {
  const at = phrase.opens - 1;
  const before = lowerOf(tokens[at]);
  if (before === 'as' || before === 'called') return true;
  if (!auxiliary.test(before)) return false;
  const subject = tokens[at - 1];
  return subject === undefined || subject.capital || subject.kind !== 'word' || isFunctionWord(lowerOf(subject));
}

/** "the workshop on | the statistics of …": what a meeting or a document is about. */
export function isTopic({ tokens }: Sentence, phrase: DataPhrase): boolean {
  // "tables which relate to | the censuses of Chad": taken from them.
  if (lowerOf(tokens[phrase.opens - 1]) === 'to')
    return /^(?:relat|refer|pertain)(?:es?|s|ing)?$/.test(lowerOf(tokens[phrase.opens - 2]));
  if (!/^(?:on|about|for)$/.test(lowerOf(tokens[phrase.opens - 1]))) return false;
  const noun = lowerOf(tokens[phrase.opens - 2]).replace(/s$/, '');
  const kind = nameHeads.get(noun);
  return (
    kind === 'event' ||
    kind === 'publication' ||
    /^(?:chapter|article|note|book|section|session|training|course|working|meeting)$/.test(noun)
  );
}

/** Whether a phrase is data that somebody collects only in a plan, or a word for what does not exist. */
export function isUnreal({ tokens, text }: Sentence, phrase: DataPhrase): boolean {
  if (phrase.determiner === 'negative') return true;
  // "The paper files start in 1984": what data were made of.
  if (lowerOf(tokens[phrase.first]) === 'paper') return true;
  const after = lowerOf(tokens[phrase.last + 1]);
  return (
    /^(?:would|should|could|might|must|may)$/.test(after) ||
    unreal.test(text.slice(Math.max(0, phrase.start - 60), tokens[phrase.opens]?.start ?? phrase.start))
  );
}
