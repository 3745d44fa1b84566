/** Tells whether a passive says who or when: "a register | kept by the Board", "the panel | was drawn in 2004". */
import { organisationHeads } from '../recognisers/name-heads.js';
import type { Token } from '../tokens.js';
import type { DataPhrase } from './data-phrase.js';
import { holdingVerbs, isCounted, makingParticiples, unreal } from './data-verbs.js';
import { auxiliary, clauseEnd, isAdverb, lowerOf, perfect, reach, type Sentence } from './sentence.js';

/** "by the Commissioner General", "by the police": who acts for a body. */
const acts = (word: string): boolean =>
  organisationHeads.has(word) ||
  /^(?:commissioner|governor|minister|registrar|statistician|ombudsman|prosecutor|authorities|offices)$/.test(word);

/** Who or when behind a participle: "kept by the Board", "drawn up every year by", "undertaken in 2008". */
function hasAgentOrYear(sentence: Sentence, from: number): boolean {
  const { tokens } = sentence;
  for (let n = from; n < Math.min(tokens.length, from + 20); n++) {
    const token = tokens[n];
    if (token === undefined || clauseEnd.test(token.text)) return false;
    if (
      lowerOf(token) === 'by' ||
      (lowerOf(token) === 'with' && /^(?:jointly|together)$/.test(lowerOf(tokens[n - 1])))
    ) {
      for (const next of tokens.slice(n + 1, n + 4))
        if (sentence.organisationAt(next) !== undefined || acts(lowerOf(next))) return true;
    }
    if (token.kind === 'number' && /^(?:1[89]|20)\d\d/.test(token.text)) return true;
  }
  return false;
}

/** "Malta|, |Chad| and the |Gambia| to |Libya": what joins the places of a row. */
const isInRow = (tokens: readonly Token[], at: number): boolean =>
  /^(?:the|of|and|to)$/.test(lowerOf(tokens[at])) ||
  (tokens[at]?.text === ',' && (tokens[at + 1]?.capital === true || lowerOf(tokens[at + 1]) === 'and'));

/** The second of two commas, where a verb in the passive stands behind it. */
function closingComma(tokens: readonly Token[], comma: number): number | undefined {
  if (makingParticiples.has(lowerOf(tokens[comma + 1]))) return undefined;
  for (let n = comma + 2; n < comma + 12; n++) {
    const token = tokens[n];
    if (token === undefined || clauseEnd.test(token.text) || auxiliary.test(lowerOf(token))) return undefined;
    if (token.text !== ',') continue;
    const next = lowerOf(tokens[n + 1]);
    return auxiliary.test(next) || perfect.test(next) || /^(?:that|which)$/.test(next) ? n : undefined;
  }
  return undefined;
}

const keeping = /^in the (?:hands|keeping|custody|care|possession|charge) of$/;
const duty = /^the (?:responsibility|task|duty|business|concern) of /;
/** "are in the hands of the Archives", "are the responsibility of the Board". */
function isKept(sentence: Sentence, from: number): boolean {
  const { tokens } = sentence;
  const words = tokens
    .slice(from, from + 4)
    .map(lowerOf)
    .join(' ');
  const next = keeping.test(words) ? from + 4 : duty.test(words) ? from + 3 : undefined;
  if (next === undefined) return false;
  return tokens.slice(next, next + 2).some((token) => sentence.organisationAt(token) !== undefined);
}

/** Behind a bracket that opens at `at`, or there where none does. */
function pastBracket(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text !== '(') return at;
  return at + tokens.slice(at, at + 12).findIndex((token) => token.text === ')') + 1;
}

/** What stands behind the phrase: past a bracket, a comma, "in Kenya", "which". */
function behind({ tokens }: Sentence, phrase: DataPhrase): { at: number; relative: boolean } {
  let at = phrase.last + 1;
  if (
    /^(?:in|at|for|from|to|between|into)$/.test(lowerOf(tokens[at])) &&
    (tokens[at + 1]?.capital === true || lowerOf(tokens[at + 1]) === 'the')
  ) {
    at++;
    while (at < phrase.last + 24 && (tokens[at]?.capital === true || isInRow(tokens, at))) at++;
  }
  at = pastBracket(tokens, at);
  // "an index of moves, | older than that of the Bank, | was built by": what is put in between commas.
  const close = tokens[at]?.text === ',' ? closingComma(tokens, at) : undefined;
  if (close !== undefined) at = close;
  if (tokens[at]?.text === ',') at++;
  const relative = /^(?:which|that)$/.test(lowerOf(tokens[at]));
  return { at: relative ? at + 1 : at, relative };
}

/** "come from the Police", "stem from the Bank": whose they are is told by where they come from. */
function comesFrom({ tokens, organisationAt }: Sentence, at: number): boolean {
  if (!/^(?:comes?|came|stems?|stemmed|originates?)$/.test(lowerOf(tokens[at])) || lowerOf(tokens[at + 1]) !== 'from')
    return false;
  return tokens.slice(at + 2, at + 5).some((token) => organisationAt(token) !== undefined);
}

/** "approvals | by sex and district | are kept by": what is told apart is no heap of papers. */
const isBrokenDown = ({ text }: Sentence, { start, end }: DataPhrase, participle: string): boolean =>
  /^(?:kept|held|maintained)$/.test(participle) && /\sby\s\p{Ll}/u.test(text.slice(start, end));

const countedAs = /^(?:recorded|counted|listed|reported)$/;
const followed = /^(?:followed|asked|interviewed|surveyed|visited|counted|counts|follows)$/;

function isSource({ tokens }: Sentence, { opens }: DataPhrase): boolean {
  return (
    auxiliary.test(lowerOf(tokens[opens - 1])) &&
    tokens.slice(Math.max(0, opens - 5), opens).some((token) => /^sources?$/.test(lowerOf(token)))
  );
}

/**
 * Where the verb of the sentence stands whose subject the phrase is: "A file of rafts who were seen twice | has been built by".
 * Each "who" or "which" on the way has a verb of its own.
 */
function mainVerb({ tokens }: Sentence, phrase: DataPhrase): number | undefined {
  if (phrase.opens > 0 && tokens[phrase.opens - 1]?.text !== ',') return undefined;
  let relatives = 0;
  for (let n = phrase.last + 1; n < phrase.last + reach; n++) {
    const token = tokens[n];
    if (token === undefined || clauseEnd.test(token.text)) return undefined;
    const word = lowerOf(token);
    if (/^(?:who|which|that|whose)$/.test(word)) relatives++;
    if (!auxiliary.test(word) && !perfect.test(word)) continue;
    if (relatives === 0) return n;
    relatives--;
    while (auxiliary.test(lowerOf(tokens[n + 1]))) n++;
  }
  return undefined;
}

/** The phrase as the subject of a passive, or before a participle or a clause that says who. */
export function isMade(sentence: Sentence, phrase: DataPhrase): boolean {
  const direct = behind(sentence, phrase);
  if (saysWho(sentence, phrase, direct)) return true;
  const verb = mainVerb(sentence, phrase);
  return verb !== undefined && verb > direct.at && saysWho(sentence, phrase, { at: verb, relative: false });
}

/** Whether the words from `at` on say who made it, or when. */
function saysWho(sentence: Sentence, phrase: DataPhrase, from: { at: number; relative: boolean }): boolean {
  const { tokens, text } = sentence;
  let { at } = from;
  const { relative } = from;
  // "The source is | the register of sailors".
  if (isSource(sentence, phrase)) return true;
  // "of the Board", straight behind the head or its complement.
  const here = tokens[at];
  const link = pastBracket(tokens, phrase.last + 1);
  if (/^(?:of|from)$/.test(lowerOf(tokens[link]))) {
    const owner = tokens.slice(link + 1, link + 3).some((token) => sentence.organisationAt(token) !== undefined);
    if (owner) return true;
  }
  if (here === undefined) return false;
  // "that the Board keeps"
  if (relative && tokens.slice(at, at + 2).some((token) => sentence.organisationAt(token) !== undefined))
    return tokens.slice(at, at + reach).some((token) => holdingVerbs.has(lowerOf(token)) || followed.test(token.text));
  if (/^belong(?:s|ed)?$/.test(lowerOf(here)) || comesFrom(sentence, at)) return true;
  while (auxiliary.test(lowerOf(tokens[at])) || perfect.test(lowerOf(tokens[at])) || isAdverb(lowerOf(tokens[at])))
    at++;
  if (lowerOf(tokens[at]) === 'a' && lowerOf(tokens[at + 1]) === 'joint') at++;
  if (isKept(sentence, at)) return true;
  const participle = lowerOf(tokens[at]);
  if (participle === 'joint' && lowerOf(tokens[at + 1]) === 'undertaking') return true;
  if (!makingParticiples.has(participle) && !countedAs.test(participle)) return false;
  if (unreal.test(text.slice(Math.max(0, here.start - 10), tokens[at]?.start))) return false;
  if (
    phrase.head.kind === 'counted' &&
    !isCounted(phrase.head.noun, participle) &&
    !isBrokenDown(sentence, phrase, participle)
  )
    return false;
  return hasAgentOrYear(sentence, at + 1);
}
