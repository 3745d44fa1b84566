/** Reads what stands behind a data noun and says of what the data are: "of residence permits in force", "on births, deaths and moves". */
import type { Token } from '../tokens.js';
import { determinerOf, isFunctionWord, isPreposition } from './data-nouns.js';
import { coverageVerbs, holdingVerbs, makingParticiples } from './data-verbs.js';
import { lowerOf } from './sentence.js';

export interface Complement {
  /** The last token of the phrase. */
  readonly last: number;
  /** Whether the complement tells one collection from others; a bare year or place does not. */
  readonly telling: boolean;
}

const longest = 18;
const opening = /^(?:of|on|for|about|by|among|with|from|regarding|concerning)$/;
/** Words behind which a place says who people are, not where the data are from: "living in the United States". */
const dwelling =
  /^(?:living|residing|resident|working|born|staying|settled|employed|registered|arriving|going|coming|travelling|leaving|moving|sent|issued|granted)$/;
const month = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;
const ends =
  /^(?:who|whom|whose|which|that|is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|should|shall|since|between|during|until|covering|except|including|such|based|derived|extracted|supplied|appears?|appeared|dating|available|where|when|while|because|if|but|as|than|it|they|we|also|not|then|so|through|per|every|each|via|without|after|before)$/;

const isYear = (token: Token | undefined): boolean =>
  token?.kind === 'number' || (token !== undefined && month.test(token.text));

/** Whether the phrase ends before the token at `at`. */
function isBoundary(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return true;
  const word = lowerOf(token);
  if (token.kind === 'mark') return token.text !== '-' && token.text !== '/' && token.text !== "'s";
  // "permits | issued to nurses": to whom tells which, by whom or when tells who made the data.
  const restricts =
    /^(?:issued|given|granted|paid|lent|sent|made)$/.test(word) && /^(?:to|for)$/.test(lowerOf(tokens[at + 1]));
  if (ends.test(word) || (makingParticiples.has(word) && !restricts)) return true;
  // "interviews | called Voices at Sea", "children | known as …": the name of the whole.
  if (/^(?:called|named|entitled|titled)$/.test(word) && tokens[at + 1]?.capital === true) return true;
  if (word === 'known' && lowerOf(tokens[at + 1]) === 'as') return true;
  const agent = tokens[at + 2];
  // "crossings | recorded by the Patrol": who did it begins a clause of its own.
  if (
    /ed$/.test(word) &&
    lowerOf(tokens[at + 1]) === 'by' &&
    (agent?.capital === true || /^(?:the|its|our|an?)$/.test(lowerOf(agent)))
  )
    return true;
  const next = tokens[at + 1];
  const after = tokens[at + 2];
  if (/^(?:from|to|between|into)$/.test(word) && isPlaceRow(tokens, at + 1)) return true;
  if (/^(?:in|from|for|as|at|to|over|by|of)$/.test(word)) {
    if (isYear(next) || (lowerOf(next) === 'the' && (isYear(after) || /^(?:years?|period)$/.test(lowerOf(after)))))
      return word !== 'of';
    if (word === 'for' && durations.test(lowerOf(next) === 'the' ? lowerOf(after) : lowerOf(next))) return true;
    // "in Kerala", "in the Gulf": where, not what.
    const named = next?.capital === true || (lowerOf(next) === 'the' && after?.capital === true);
    if ((word === 'in' || word === 'at' || word === 'for') && named) return !dwelling.test(lowerOf(tokens[at - 1]));
    // "by the Ministry": who; "by country of birth": how it is broken down.
    if (word === 'by' && (named || /^(?:the|a|an|our|its)$/.test(lowerOf(next)))) return true;
    return next === undefined || (isPreposition(lowerOf(next)) && lowerOf(next) !== 'among');
  }
  return isVerbAt(tokens, at);
}

/** "| from Malta, Chad and the Gambia": a row of places behind people says where, and would be cut in the middle. */
function isPlaceRow(tokens: readonly Token[], at: number): boolean {
  let n = at + (lowerOf(tokens[at]) === 'the' ? 1 : 0);
  if (tokens[n]?.capital !== true) return false;
  while (tokens[n]?.capital === true && n < at + 6) n++;
  const next = lowerOf(tokens[n + 1]) === 'the' ? tokens[n + 2] : tokens[n + 1];
  return tokens[n]?.text === ',' && next?.capital === true && next.kind === 'word';
}

/** Verbs of data that need no object: "the register of boats | begins with 1990". */
const intransitive =
  /^(?:goes|go|went|begins|began|starts|started|exists?|existed|dates?|dated|ends|ended|stops|stopped|refers?|referred|relates?|comes?|came|belongs?|belonged)$/;

/** "the register of boats | covers 1990": a verb stands behind a noun and has something behind itself. */
function isVerbAt(tokens: readonly Token[], at: number): boolean {
  const word = lowerOf(tokens[at]);
  if (!coverageVerbs.has(word) && !holdingVerbs.has(word)) return false;
  if (/ing$/.test(word) || isFunctionWord(lowerOf(tokens[at - 1]))) return false;
  const next = tokens[at + 1];
  if (next === undefined || next.kind === 'mark') return false;
  if (intransitive.test(word) || (coverageVerbs.has(word) && isYear(next))) return true;
  const behind = lowerOf(next);
  return !nounLike.test(word) && (determinerOf(behind) !== 'bare' || !isFunctionWord(behind));
}

/** "for many decades", "for the first time". */
const durations =
  /^(?:many|several|some|a|an|over|more|about|two|three|four|five|ten|first|last|second|third|next|past|delegates|users|use|this|that|these|which)$/;
/** Nouns that are spelled like verbs. */
const nounLike =
  /^(?:records?|reports?|counts?|measures?|releases?|issues?|produce|estimates?|lists?|files?|stores?|hosts?|dates?|interviews?|offers?|starts?|ends?|stops?|span|run|hold|show|place|return|support|use|cover|list|register|registered|recorded|issued|sent|added|attached|introduced|initiated)$/;

/** "births, deaths and moves": whether the comma at `at` is one of a row that ends in "and". */
function isRow(tokens: readonly Token[], at: number): boolean {
  for (let n = at + 1; n < at + 14; n++) {
    const token = tokens[n];
    const word = lowerOf(token);
    if (token === undefined || token.capital || token.kind === 'number') return false;
    if (word === 'and' || word === 'or')
      return (
        n > at + 1 &&
        !isBoundary(tokens, n + 1) &&
        !isFunctionWord(lowerOf(tokens[n + 1])) &&
        tokens[n + 1]?.capital === false
      );
    if (word !== ',' && (isBoundary(tokens, n) || (isFunctionWord(word) && !/^(?:of|the)$/.test(word)))) return false;
  }
  return false;
}

/** A conjunction goes on with the complement only before a plain noun: "permits and visas", but "permits and | a register". */
function goesOn(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  const word = lowerOf(next);
  return (
    next?.kind === 'word' &&
    !isFunctionWord(word) &&
    !(holdingVerbs.has(word) || coverageVerbs.has(word)) &&
    !isBoundary(tokens, at + 1)
  );
}

/** "tables on | Mercosur residence permits": a body in front of a common noun tells which, not whose. */
function isAttributive(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  const word = lowerOf(next);
  return (
    tokens[at]?.capital === true &&
    next?.kind === 'word' &&
    !next.capital &&
    !isFunctionWord(word) &&
    !holdingVerbs.has(word) &&
    !coverageVerbs.has(word)
  );
}

/** The complement of the data noun at `head`. `isNamed` tells organisations and titles: "register of | the Board" tells whose. */
export function readComplement(tokens: readonly Token[], head: number, isNamed: (token: Token) => boolean): Complement {
  const none = { last: head, telling: false };
  const link = prepositionBehind(tokens, head);
  const preposition = lowerOf(tokens[link]);
  let at = link + 1;
  if (/^(?:the|a|an|all|its|their|those)$/.test(lowerOf(tokens[at]))) at++;
  const begin = tokens[at];
  if (
    !opening.test(preposition) ||
    begin === undefined ||
    begin.kind === 'mark' ||
    (isNamed(begin) && !isAttributive(tokens, at))
  )
    return none;
  if (preposition !== 'of' && isBoundary(tokens, link)) return none;
  // "interviews with 900 crews": a number that is no year.
  const large = /^\d{1,3}(?:[,.]\d{3})+$|^\d{3}$/.test(begin.text) && tokens[at + 1]?.kind === 'word';
  const isCount = begin.kind === 'number' && !/^(?:1[5-9]|20)\d\d/.test(begin.text) && (preposition !== 'of' || large);
  if (isYear(begin) && !isCount) return preposition === 'of' ? { last: yearsEnd(tokens, at), telling: false } : none;
  if (isBoundary(tokens, at) || (begin.capital && !isCount && !/^(?:of|on|about)$/.test(preposition))) return none;
  let last = at;
  for (let n = at + 1; n < link + longest; n++) {
    const token = tokens[n];
    if (token === undefined || isNamed(token)) break;
    const word = lowerOf(token);
    if (word === ',' ? !isRow(tokens, n) : /^(?:and|or)$/.test(word) ? !goesOn(tokens, n) : isBoundary(tokens, n))
      break;
    if (word !== ',' && !isFunctionWord(word)) last = n;
  }
  return { last, telling: true };
}

/** Where the complement's preposition stands: behind the head, or past a comma, "a second file, as yet untitled, | on rafts". */
function prepositionBehind(tokens: readonly Token[], head: number): number {
  if (tokens[head + 1]?.text !== ',') return head + 1;
  const straight = /^(?:of|on)$/;
  if (straight.test(lowerOf(tokens[head + 2]))) return head + 2;
  if (!/^(?:as|still|so|not|yet)$/.test(lowerOf(tokens[head + 2]))) return head + 1;
  for (let n = head + 3; n < head + 8; n++)
    if (tokens[n]?.text === ',') return straight.test(lowerOf(tokens[n + 1])) ? n + 1 : head + 1;
  return head + 1;
}

/** "censuses of | 1990, 2000 and 2010". */
function yearsEnd(tokens: readonly Token[], from: number): number {
  let last = from;
  for (let n = from + 1; n < from + 24; n++) {
    const token = tokens[n];
    if (token === undefined) break;
    if (isYear(token)) last = n;
    else if (!/^(?:,|and|or|to|-|–|\/)$/.test(lowerOf(token))) break;
  }
  return last;
}
