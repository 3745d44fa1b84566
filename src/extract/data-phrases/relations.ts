/** Says by the grammar of the sentence whether somebody keeps what a data phrase names, or it covers something. */
import type { Mention } from '../mention.js';
import { nameHeads, organisationHeads } from '../recognisers/name-heads.js';
import type { Token } from '../tokens.js';

import { isFunctionWord } from './data-nouns.js';
import type { DataPhrase } from './data-phrase.js';
import { countingVerbs, coverageVerbs, holdingVerbs, makingParticiples, unreal } from './data-verbs.js';

/**
 * `held`: an organisation keeps, makes or publishes it ("the Board keeps a register of …"); `owned`: it stands as
 * somebody's ("the Board's register of …"); `made`: "…, conducted in 2014", "was kept by the Board"; `covers`: it has data
 * for a time ("the file goes back to 1990").
 */
export type Relation = 'held' | 'owned' | 'made' | 'covers';

export interface Sentence {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly organisations: readonly Mention<'organisation'>[];
  /** Whether the text speaks of data already, which "it" may mean. */
  readonly ofData: boolean;
}

const lowerOf = (token: Token | undefined): string => token?.text.toLowerCase() ?? '';
const auxiliary = /^(?:is|are|was|were|be|been|being)$/;
const perfect = /^(?:has|have|had)$/;
const pronoun = /^(?:it|they|we|which|who|that)$/;
const clauseEnd = /[.;:]/;
/** How far a verb may stand from its subject or object, in tokens. */
const reach = 30;

const covering = ({ organisations }: Sentence, token: Token): Mention<'organisation'> | undefined =>
  organisations.find((mention) => token.start < mention.end && token.end > mention.start);

const isAdverb = (word: string): boolean =>
  /(?:[^i]ly|^(?:also|still|now|already|regularly|since|so|far|both|out|up|online|on|jointly|together))$/.test(word) &&
  !/^(?:monthly|quarterly|weekly|yearly|daily)$/.test(word);

/** Whether somebody stands before the verb at `at` who may do it: an organisation, "it", "the Office", "the ministry". */
function hasHolder(sentence: Sentence, at: number): boolean {
  const { tokens } = sentence;
  for (let n = at - 1; n >= Math.max(0, at - reach); n--) {
    const token = tokens[n];
    if (token === undefined || clauseEnd.test(token.text)) return false;
    const word = lowerOf(token);
    if (covering(sentence, token) !== undefined || pronoun.test(word) || organisationHeads.has(word)) return true;
    if (token.capital && n === 0) return false;
  }
  return false;
}

/** "It | holds records of …": what data have in them is no collection beside them. */
const containing =
  /^(?:holds?|held|keeps?|kept|has|have|had|provides?|provided|lists?|listed|records?|recorded|includes?|included)$/;
const dataSubject =
  /^(?:The |This |These |Its )?(?:\p{Ll}+ )?(?:it|they|file|register|registry|survey|database|panel|archive|system|dataset|collection|repository|inventory|census)\s/iu;

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
  const adjacent = lowerOf(tokens[at]);
  const joined = /^(?:,|and|or|as|well)$/.test(adjacent);
  if (holdingVerbs.has(adjacent) && !auxiliary.test(lowerOf(tokens[at - 1]))) return at;
  if (!joined) return undefined;
  for (let n = at - 1; n >= Math.max(0, at - reach); n--) {
    const word = lowerOf(tokens[n]);
    if (clauseEnd.test(word) || auxiliary.test(word) || pronoun.test(word)) return undefined;
    const next = tokens[n + 1];
    // "maintains | a", "publishes | monthly": a verb before its object, no participle behind a noun.
    if (holdingVerbs.has(word) && !/^(?:by|in|on|for|with|from|to|of|and|,)$/.test(lowerOf(next))) return n;
  }
  return undefined;
}

function isHeld(sentence: Sentence, phrase: DataPhrase): boolean {
  const at = governor(sentence, phrase);
  if (at === undefined) return leader(sentence, phrase) !== undefined;
  const verb = sentence.tokens[at];
  if (verb === undefined || unreal.test(sentence.text.slice(Math.max(0, verb.start - 60), verb.start))) return false;
  if (perfect.test(lowerOf(verb)) && !phrase.complement) return false;
  if (phrase.head.kind === 'counted' && !countingVerbs.test(lowerOf(verb))) return false;
  if (sentence.ofData && containing.test(lowerOf(verb)) && dataSubject.test(sentence.text)) return false;
  return hasHolder(sentence, at);
}

/** "Bank of Quays: a table of fees, …": the holder that an item opens with. */
export function leader(
  { text, organisations, tokens }: Sentence,
  phrase: DataPhrase,
): Mention<'organisation'> | undefined {
  const start = tokens[phrase.opens]?.start ?? phrase.start;
  return organisations.find(
    (mention) =>
      mention.start <= 4 &&
      mention.end <= start &&
      /^(?:,\s[^.;:]{2,40})?\s?(?::|\s[–—-])\s(?:[^.;:]*,\s)?(?:and,?\s)?$/.test(text.slice(mention.end, start)),
  );
}

/** "the Board's register", "its register", "the QSB household panel". */
function isOwned(sentence: Sentence, phrase: DataPhrase): boolean {
  const { tokens, organisations } = sentence;
  const opens = tokens[phrase.opens];
  if (opens === undefined) return false;
  if (/^'s?$/.test(opens.text)) {
    const possessor = tokens[phrase.opens - 1];
    return (
      possessor !== undefined &&
      (covering(sentence, possessor) !== undefined || organisationHeads.has(lowerOf(possessor)))
    );
  }
  if (/^(?:its|our|their|whose)$/.test(lowerOf(opens))) return true;
  return (
    phrase.determiner === 'bare' &&
    organisations.some((mention) => mention.end <= opens.start && opens.start - mention.end <= 1)
  );
}

/** Who or when behind a participle: "kept by the Board", "drawn up every year by", "undertaken in 2008". */
function hasAgentOrYear(sentence: Sentence, from: number): boolean {
  const { tokens } = sentence;
  for (let n = from; n < Math.min(tokens.length, from + 12); n++) {
    const token = tokens[n];
    if (token === undefined || clauseEnd.test(token.text)) return false;
    if (
      lowerOf(token) === 'by' ||
      (lowerOf(token) === 'with' && /^(?:jointly|together)$/.test(lowerOf(tokens[n - 1])))
    ) {
      for (const next of tokens.slice(n + 1, n + 4))
        if (covering(sentence, next) !== undefined || organisationHeads.has(lowerOf(next))) return true;
    }
    if (token.kind === 'number' && /^(?:1[89]|20)\d\d/.test(token.text)) return true;
  }
  return false;
}

/** What stands behind the phrase: past a bracket, a comma, "in Kenya", "which". */
function behind({ tokens }: Sentence, phrase: DataPhrase): { at: number; relative: boolean } {
  let at = phrase.last + 1;
  if (
    /^(?:in|at|for|from)$/.test(lowerOf(tokens[at])) &&
    (tokens[at + 1]?.capital === true || lowerOf(tokens[at + 1]) === 'the')
  ) {
    at++;
    while (at < phrase.last + 8 && (tokens[at]?.capital === true || /^(?:the|of|and)$/.test(lowerOf(tokens[at])))) at++;
  }
  if (tokens[at]?.text === '(') {
    const close = tokens.findIndex((token, n) => n > at && n < at + 12 && token.text === ')');
    if (close !== -1) at = close + 1;
  }
  if (tokens[at]?.text === ',') at++;
  const relative = /^(?:which|that)$/.test(lowerOf(tokens[at]));
  return { at: relative ? at + 1 : at, relative };
}

const countedAs = /^(?:recorded|counted|listed|reported)$/;
const followed = /^(?:followed|asked|interviewed|surveyed|visited|counted|counts|follows)$/;

function isMade(sentence: Sentence, phrase: DataPhrase): boolean {
  const { tokens, text } = sentence;
  let { at, relative } = behind(sentence, phrase);
  // "of the Board", straight behind the head or its complement.
  const here = tokens[at];
  if (/^(?:of|from)$/.test(lowerOf(tokens[phrase.last + 1]))) {
    const owner = tokens
      .slice(phrase.last + 2, phrase.last + 4)
      .some((token) => covering(sentence, token) !== undefined);
    if (owner) return true;
  }
  if (here === undefined) return false;
  // "that the Board keeps"
  if (relative && tokens.slice(at, at + 2).some((token) => covering(sentence, token) !== undefined))
    return tokens.slice(at, at + reach).some((token) => holdingVerbs.has(lowerOf(token)) || followed.test(token.text));
  if (/^belong(?:s|ed)?$/.test(lowerOf(here))) return true;
  while (auxiliary.test(lowerOf(tokens[at])) || perfect.test(lowerOf(tokens[at])) || isAdverb(lowerOf(tokens[at])))
    at++;
  if (lowerOf(tokens[at]) === 'a' && lowerOf(tokens[at + 1]) === 'joint') at++;
  const participle = lowerOf(tokens[at]);
  if (participle === 'joint' && lowerOf(tokens[at + 1]) === 'undertaking') return true;
  if (!makingParticiples.has(participle) && !countedAs.test(participle)) return false;
  if (unreal.test(text.slice(Math.max(0, here.start - 10), tokens[at]?.start))) return false;
  if (phrase.head.kind === 'counted' && !countingVerbs.test(participle)) return false;
  return hasAgentOrYear(sentence, at + 1);
}

const timeAhead = /^[^.;]{0,90}?\b(?:1[89]|20)\d\d\b/;

/** "can be tabulated online": data that somebody can get at. */
const canBe = /^\s(?:can|may)\s(?:also\s)?be\s(?:had|tabulated|obtained|downloaded|consulted|ordered|found)\b/;

/** "covers 1990 to 2000", "available for 2005–2010", "(2001)", ", 1990–2000". */
function covers({ tokens, text }: Sentence, phrase: DataPhrase): boolean {
  const token = tokens[phrase.last + 1];
  if (token === undefined) return false;
  if (token.text === '(' || token.text === ',') {
    const next = tokens[phrase.last + 2];
    if (next?.kind === 'number' && /^(?:1[89]|20)\d\d/.test(next.text)) return true;
    if (!/^(?:available|complete|dating|covering|going|reaching|from|for|since|which|that)$/.test(lowerOf(next)))
      return false;
    return timeAhead.test(text.slice(next?.end));
  }
  const word = lowerOf(token);
  if (/^(?:which|that)$/.test(word))
    return coverageVerbs.has(lowerOf(tokens[phrase.last + 2])) && timeAhead.test(text.slice(token.end));
  if (canBe.test(text.slice(phrase.end))) return true;
  if (!coverageVerbs.has(word) && !/^(?:available|dating|covering|since|for|from|between)$/.test(word)) return false;
  return timeAhead.test(text.slice(token.end));
}

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
  if (!/^(?:on|about|for)$/.test(lowerOf(tokens[phrase.opens - 1]))) return false;
  const noun = lowerOf(tokens[phrase.opens - 2]).replace(/s$/, '');
  const kind = nameHeads.get(noun);
  return (
    kind === 'event' ||
    kind === 'publication' ||
    /^(?:chapter|article|note|book|section|session|training|course|working|meeting)$/.test(noun)
  );
}

/** Whether a phrase is data that sombody collects only in a plan, or a word for what does not exist. */
export function isUnreal({ tokens, text }: Sentence, phrase: DataPhrase): boolean {
  if (phrase.determiner === 'negative') return true;
  const after = lowerOf(tokens[phrase.last + 1]);
  return (
    /^(?:would|should|could|might|must|may)$/.test(after) ||
    unreal.test(text.slice(Math.max(0, phrase.start - 60), tokens[phrase.opens]?.start ?? phrase.start))
  );
}

/** Everything the sentence says of the phrase. */
export function relationsOf(sentence: Sentence, phrase: DataPhrase): ReadonlySet<Relation> {
  const found = new Set<Relation>();
  if (isHeld(sentence, phrase)) found.add('held');
  if (isOwned(sentence, phrase)) found.add('owned');
  if (isMade(sentence, phrase)) found.add('made');
  if (covers(sentence, phrase)) found.add('covers');
  return found;
}
