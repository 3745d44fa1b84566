/** Tells whether somebody keeps, makes or owns what a data phrase names: "the Board keeps | a register", "its | register". */
import type { Mention } from '../mention.js';
import { organisationHeads } from '../recognisers/name-heads.js';
import type { DataPhrase } from './data-phrase.js';
import { holdingVerbs, isCounted, unreal } from './data-verbs.js';
import { auxiliary, clauseEnd, isAdverb, lowerOf, perfect, reach, type Sentence } from './sentence.js';

const pronoun = /^(?:it|they|we|which|who|that)$/;

/** Whether somebody stands before the verb at `at` who may do it: an organisation, "it", "the Office", "the ministry". */
function hasHolder(sentence: Sentence, at: number): boolean {
  const { tokens } = sentence;
  for (let n = at - 1; n >= Math.max(0, at - reach); n--) {
    const token = tokens[n];
    if (token === undefined || clauseEnd.test(token.text)) return false;
    const word = lowerOf(token);
    if (sentence.organisationAt(token) !== undefined || pronoun.test(word) || organisationHeads.has(word)) return true;
    if (token.capital && n === 0) return false;
  }
  return false;
}

/** "It | holds records of …": what data have in them is no collection beside them. */
const containing =
  /^(?:holds?|held|keeps?|kept|has|have|had|provides?|provided|lists?|listed|records?|recorded|includes?|included)$/;
const dataSubject =
  /^(?:The |This |These |Its )?(?:\p{Ll}+ )?(?:it|they|file|register|registry|survey|database|panel|archive|system|dataset|collection|repository|inventory|census)\s/iu;

const aside = /^(?:through|with|together|jointly|since|for|in|at|under|on|as|among|besides|by)$/;

/** The verb that a phrase is the object of; looked for to the left, over the other members of a row. */
function governor({ tokens }: Sentence, phrase: DataPhrase): number | undefined {
  let at = phrase.opens - 1;
  while (at >= 0 && isAdverb(lowerOf(tokens[at]))) at--;
  // "draws | from it | a table"
  if (
    /^(?:it|them|these|those|this)$/.test(lowerOf(tokens[at])) &&
    /^(?:from|of|with|by|for|to)$/.test(lowerOf(tokens[at - 1]))
  )
    at -= 2;
  // "looks after | the cards".
  if (lowerOf(tokens[at]) === 'after' && /^look(?:s|ed)?$/.test(lowerOf(tokens[at - 1]))) return at - 1;
  // "is responsible for | the monthly tables"; for statistics of a kind one is by law.
  const isTask =
    (lowerOf(tokens[at]) === 'for' && lowerOf(tokens[at - 1]) === 'responsible') ||
    (lowerOf(tokens[at]) === 'of' && lowerOf(tokens[at - 1]) === 'charge');
  if (isTask && phrase.determiner === 'definite') return at - 1;
  const adjacent = lowerOf(tokens[at]);
  const joined = /^(?:,|and|or|as|well)$/.test(adjacent);
  // "has been | running" is active, "has been | run" is not.
  if (holdingVerbs.has(adjacent) && (/ing$/.test(adjacent) || !auxiliary.test(lowerOf(tokens[at - 1])))) return at;
  if (!joined) return undefined;
  for (let n = at - 1; n >= Math.max(0, at - reach); n--) {
    const word = lowerOf(tokens[n]);
    if (clauseEnd.test(word) || auxiliary.test(word) || pronoun.test(word)) return undefined;
    const next = tokens[n + 1];
    // "maintains, through its office at sea, | a register"
    if (holdingVerbs.has(word) && next?.text === ',' && adjacent === ',' && aside.test(lowerOf(tokens[n + 2])))
      return n;
    // "maintains | a", "publishes | monthly": a verb before its object, no participle behind a noun.
    if (holdingVerbs.has(word) && !/^(?:by|in|on|for|with|from|to|of|and|,)$/.test(lowerOf(next))) return n;
  }
  return undefined;
}

/** "What the Board does keep is | a set of tables …": the sentence turned round. */
const whatIsHeld = /^(?:What|All(?: that)?)\s(?<clause>[^.;:]{3,160}?)\s(?:is|are|was|were)\s$/;
/** "What we receive are | quarterly counts …". */
const getting = /^(?:receives?|gets?|obtains?|shows?|reports?)$/;
export function isWhatIsHeld({ text, tokens, organisationAt }: Sentence, phrase: DataPhrase): boolean {
  if (!/^(?:What|All)\b/.test(text)) return false;
  const clause = whatIsHeld.exec(text.slice(0, Math.min(tokens[phrase.opens]?.start ?? 0, 240)))?.groups?.['clause'];
  const verb = clause?.split(/\s/).at(-1)?.toLowerCase() ?? '';
  const holder = tokens
    .slice(1, 12)
    .some(
      (token) =>
        organisationAt(token) !== undefined || pronoun.test(lowerOf(token)) || organisationHeads.has(lowerOf(token)),
    );
  return (holdingVerbs.has(verb) || getting.test(verb)) && holder;
}

/** "The Board keeps | a register of …": an organisation is the subject, the phrase the object. */
export function isHeld(sentence: Sentence, phrase: DataPhrase): boolean {
  if (isWhatIsHeld(sentence, phrase)) return true;
  const at = governor(sentence, phrase);
  if (at === undefined) return leader(sentence, phrase) !== undefined;
  const verb = sentence.tokens[at];
  if (verb === undefined || unreal.test(sentence.text.slice(Math.max(0, verb.start - 60), verb.start))) return false;
  if (perfect.test(lowerOf(verb)) && !phrase.complement) return false;
  if (phrase.head.kind === 'counted' && !isCounted(phrase.head.noun, lowerOf(verb))) return false;
  if (sentence.ofData && containing.test(lowerOf(verb)) && dataSubject.test(sentence.text)) return false;
  return hasHolder(sentence, at);
}

const longestGap = 200;
const opening = /^(?:,\s[^.;:]{2,40})?\s?(?::|\s[–—-])\s(?:[^.;:]*,\s)?(?:and,?\s)?$/;

/** "Bank of Quays: a table of fees, …": the holder that an item opens with. */
export function leader({ text, tokens, opener }: Sentence, phrase: DataPhrase): Mention<'organisation'> | undefined {
  const start = tokens[phrase.opens]?.start ?? phrase.start;
  if (opener === undefined || opener.end > start) return undefined;
  const gap = text.slice(opener.end, Math.min(start, opener.end + longestGap));
  return opener.end + gap.length === start && opening.test(gap) ? opener : undefined;
}

/** "the Board's register", "its register", "the QSB household panel". */
export function isOwned(sentence: Sentence, phrase: DataPhrase): boolean {
  const { tokens } = sentence;
  const opens = tokens[phrase.opens];
  if (opens === undefined) return false;
  if (/^'s?$/.test(opens.text)) {
    const possessor = tokens[phrase.opens - 1];
    return (
      possessor !== undefined &&
      (sentence.organisationAt(possessor) !== undefined || organisationHeads.has(lowerOf(possessor)))
    );
  }
  if (/^(?:its|our|their|whose)$/.test(lowerOf(opens))) return true;
  const before = tokens[phrase.opens - 1];
  return (
    phrase.determiner === 'bare' &&
    sentence.organisationAt(before) !== undefined &&
    opens.start - (before?.end ?? 0) <= 1
  );
}
