/** Reads names that only a common noun beside them explains: "the border database Berkut", "EMIF Norte, a survey of …". */

import { determinerOf } from '../data-phrases/data-nouns.js';
import { type DataPhrase, type IsNamed, readDataPhrases } from '../data-phrases/data-phrase.js';
import { lowerOf } from '../data-phrases/sentence.js';
import { findOwnership } from '../owners.js';
import type { Scene } from '../scene.js';
import type { Token } from '../tokens.js';
import { canBeName, isAcronym, type Name, namedTokens, nameFrom, nameTo } from './free-names.js';
import { nameThing } from './things.js';

/** Past the bracket that ends before `at`: where it begins, and the acronym in it. */
function bracketBefore(tokens: readonly Token[], at: number): { at: number; acronym: string | undefined } {
  if (tokens[at]?.text !== ')') return { at, acronym: undefined };
  for (let n = at - 1; n >= Math.max(0, at - 14); n--)
    if (tokens[n]?.text === '(') {
      const word = tokens[n + 1]?.text ?? '';
      return { at: n - 1, acronym: n === at - 2 && isAcronym(word) ? word : undefined };
    }
  return { at, acronym: undefined };
}

interface Found extends Name {
  readonly acronym?: string | undefined;
  readonly project: boolean;
  /** The name goes on over its noun: "the NewCronos database". */
  readonly withHead?: boolean;
}

const opener = '["“„«*_]*';
/** "a programme called Safe Quays", "the register itself, known as Marejada", "a pilot under the name Two Piers". */
const called = new RegExp(
  String.raw`^,?\s(?:itself,?\s)?(?:also\s)?(?:called|named|entitled|titled|known as|(?:under|by) the name(?: of)?)\s(?:the\s)?${opener}(?=\p{Lu})`,
  'u',
);
/** What may stand between a noun and the name behind it, and what else then holds. */
const links = [
  // "Our oldest register is PISCES, in which …"
  ['is', new RegExp(String.raw`^\s(?:is|was)\s(?:the\s)?${opener}(?=\p{Lu})`, 'u')],
  ['called', called],
  // "a project on South-South Migration"
  ['about', new RegExp(String.raw`^\s(?:on|about)\s${opener}(?=\p{Lu})`, 'u')],
  // "the project, Safe Quays, began"
  ['comma', new RegExp(String.raw`^,\s(?:the\s)?${opener}`)],
  // "the database Berkut"
  ['beside', new RegExp(String.raw`^\s(?:the\s)?${opener}`)],
] as const;

/** The name behind a noun: "the database Berkut", "a programme called Safe Quays", "the project, Safe Quays, began". */
function nameBehind(scene: Scene, phrase: DataPhrase, isNamed: IsNamed): Name | undefined {
  const { tokens, text } = scene.reading;
  const { determiner } = phrase;
  // "a collection of interviews called Voices": the name stands behind what the data are of.
  const headAt = called.test(text.slice(phrase.end, phrase.end + 60)) ? phrase.last : phrase.headAt;
  const end = tokens[headAt]?.end ?? phrase.end;
  const behind = text.slice(end, end + 60);
  const [link, pattern] = links.find(([, words]) => words.test(behind)) ?? [];
  // Of a study only "called" tells that a name follows: "a study, Moving On" is a document.
  if (phrase.head.noun === 'study' && link !== 'called') return undefined;
  if (link === undefined || pattern === undefined || determiner === 'negative') return undefined;
  const from = end + (pattern.exec(behind)?.[0].length ?? 0);
  let at = headAt + 1;
  while (at < tokens.length && (tokens[at]?.start ?? from) < from) at++;
  const name = nameFrom(tokens, at, isNamed);
  if (name === undefined) return undefined;
  const single = name.first === name.last;
  const word = tokens[name.first]?.text ?? '';
  const last = tokens[name.last]?.end ?? from;
  switch (link) {
    case 'is':
      return single && isAcronym(word) && /^(?:definite|possessive)$/.test(determiner) ? name : undefined;
    case 'called':
      return name;
    case 'about':
      return phrase.head.kind === 'project' && !single && !/^\s\p{Lu}/u.test(text.slice(last, last + 2))
        ? name
        : undefined;
    case 'comma': {
      // "the survey, Mr Lund said": a name between two commas, of more than a word.
      const closes = /^["”»*_]*(?:\s\([^()]{1,60}\))?[,.;)]/.test(text.slice(last, last + 70));
      return closes && (!single || isAcronym(word)) && /^(?:in)?definite|possessive$/.test(determiner)
        ? name
        : undefined;
    }
    default:
      return (determiner !== 'bare' || isOfBody(scene, phrase)) && (!single || word.length > 3 || isAcronym(word))
        ? name
        : undefined;
  }
}

/** "the QSB | file Moves": whose it is stands where the article would. */
const isOfBody = ({ reading: { mentions, tokens } }: Scene, { opens }: DataPhrase): boolean =>
  mentions.some(({ kind, end }) => kind === 'organisation' && end === tokens[opens - 1]?.end);

/** "QuayStats", "OpenPORT", "DBStats": capitals within a word. */
const isCoined = /^(?:\p{Lu}\p{L}*\p{Ll}\p{Lu}\p{L}*|\p{Lu}{2,}\p{Ll}{2,})$/u;

/** "EMIF Norte, a survey of …", "Safe Quays (SQ) is a pilot of …", "keeps IMILA (…): census tabulations on …". */
function nameBefore(
  scene: Scene,
  phrase: DataPhrase,
  isNamed: IsNamed,
): (Name & { acronym?: string | undefined }) | undefined {
  const { tokens } = scene.reading;
  let at = phrase.opens - 1;
  const link = lowerOf(tokens[at]);
  if (/^(?:is|was|are|were)$/.test(link)) at -= /^(?:which|that)$/.test(lowerOf(tokens[at - 1])) ? 2 : 1;
  else if (link !== ',' && link !== ':') return undefined;
  else at--;
  if (link !== ':' && tokens[at]?.text === ',') at--;
  const bracket = bracketBefore(tokens, at);
  const name = nameTo(tokens, bracket.at, isNamed);
  if (name === undefined) return undefined;
  const { acronym } = bracket;
  const coined = name.first === name.last && isCoined.test(tokens[name.first]?.text ?? '');
  const telling = coined || name.first < name.last || isAcronym(tokens[name.first]?.text ?? '');
  const copula = /^(?:is|was|are|were)$/.test(link);
  // "Under the Quay Act, a register was opened": an adverbial, not a name.
  const before = lowerOf(tokens[name.first - 1]);
  const opening = name.first <= 2 && name.first > 0 && before !== 'the';
  if (!telling || (opening && acronym === undefined)) return undefined;
  if (copula) return name.first <= 1 ? { ...name, acronym } : undefined;
  if (link === ':') return phrase.determiner === 'bare' && name.first > 1 ? { ...name, acronym } : undefined;
  const word = tokens[name.first]?.text ?? '';
  // "holds PETRA, the statistics of …": an acronym of nobody's, and what a package has.
  const isCode =
    name.first === name.last && /^\p{Lu}{4,}$/u.test(word) && /^(?:contains|holds|has|keeps)$/.test(before);
  const own =
    phrase.determiner === 'indefinite' || (phrase.determiner !== 'bare' && (acronym !== undefined || isCode || coined));
  return own && (coined || !/^(?:in|at|under|from)$/.test(acronym === undefined ? before : ''))
    ? { ...name, acronym }
    : undefined;
}

/** "the | Pulse of Tides | survey", "the | Safe Quays and Crews | programme": a name of several words, which begins behind an article or a possessor. */
const isPointedAt = (tokens: readonly Token[], { first, last }: Name): boolean =>
  last > first && /^(?:definite|possessive)$/.test(determinerOf(lowerOf(tokens[first - 1])));

/** "the NewCronos database", "its 4Mi project": capitals straight before the noun. */
function nameInside(scene: Scene, phrase: DataPhrase, isNamed: IsNamed): Name | undefined {
  const { tokens } = scene.reading;
  // "the IMILA data bank", "the Foreign Labour information system": one noun in two words.
  const double = /^(?:set|bank|base|system)$/.test(lowerOf(tokens[phrase.headAt]));
  const name = nameTo(tokens, phrase.headAt - (double ? 2 : 1), isNamed);
  if (
    name === undefined ||
    phrase.determiner === 'negative' ||
    (name.first < phrase.first && !(/^(?:holding|project)$/.test(phrase.head.kind) && isPointedAt(tokens, name))) ||
    (phrase.determiner === 'bare' && name.first >= phrase.first)
  )
    return undefined;
  const overlaps = scene.reading.mentions.some(
    (mention) =>
      mention.kind === 'place' &&
      mention.start < (tokens[name.last]?.end ?? 0) &&
      mention.end > (tokens[name.first]?.start ?? 0),
  );
  return overlaps ? undefined : name;
}

/** "a set of questions called Born Abroad", "records known as the Quay Books": of what else only "called" tells that a name follows. */
function nameCalled(scene: Scene, phrase: DataPhrase, isNamed: IsNamed): Found | undefined {
  if (!called.test(scene.reading.text.slice(phrase.end, phrase.end + 60))) return undefined;
  const name = nameBehind(scene, phrase, isNamed);
  return name !== undefined && canBeName(scene, name) ? { ...name, project: false } : undefined;
}

/** "the QUAY R2 data | of the Dock Board": an acronym for a name, and whose they are. */
function nameOwned(scene: Scene, phrase: DataPhrase, isNamed: IsNamed): Found | undefined {
  const { tokens, mentions } = scene.reading;
  const end = tokens[phrase.headAt]?.end;
  const owned = mentions.some(
    ({ kind, start }) =>
      kind === 'organisation' &&
      /^\s(?:of|from)\s(?:the\s)?$/.test(scene.reading.text.slice(end, Math.min(start, (end ?? 0) + 12))),
  );
  if (phrase.head.noun !== 'data' || phrase.determiner !== 'definite' || !owned) return undefined;
  const inside = nameInside(scene, phrase, isNamed);
  return inside !== undefined && isAcronym(tokens[inside.first]?.text ?? '') && canBeName(scene, inside)
    ? { ...inside, project: false, withHead: true }
    : undefined;
}

function findName(scene: Scene, phrase: DataPhrase, isNamed: IsNamed): Found | undefined {
  const { kind } = phrase.head;
  const project = kind === 'project';
  if (kind === 'loose' || kind === 'counted')
    return nameCalled(scene, phrase, isNamed) ?? nameOwned(scene, phrase, isNamed);
  const study = phrase.head.noun === 'study';
  const before = study ? undefined : nameBefore(scene, phrase, isNamed);
  const whole = project || kind === 'holding' || phrase.complement;
  if (whole && before !== undefined && canBeName(scene, before)) return { ...before, project };
  if (!project && kind !== 'holding' && phrase.head.noun !== 'table') return undefined;
  const behind = nameBehind(scene, phrase, isNamed);
  if (behind !== undefined && canBeName(scene, behind)) return { ...behind, project };
  const inside = study ? undefined : nameInside(scene, phrase, isNamed);
  return inside !== undefined && canBeName(scene, inside) ? { ...inside, project, withHead: true } : undefined;
}

/** The data phrases of a passage, and which of its tokens are named already. */
export interface Phrases {
  readonly phrases: readonly DataPhrase[];
  readonly isNamed: IsNamed;
}

export function phrasesOf(scene: Scene): Phrases {
  const isNamed = namedTokens(scene);
  return { phrases: readDataPhrases(scene.reading.tokens, isNamed), isNamed };
}

/** Names what a noun beside it explains; what was named so is taken. Tells whether there was any. */
export function readNamedByKind(scene: Scene, { phrases, isNamed }: Phrases): boolean {
  const { text, tokens } = scene.reading;
  let any = false;
  for (const phrase of phrases) {
    const found = findName(scene, phrase, isNamed);
    const start = tokens[found?.first ?? -1]?.start;
    const end = found === undefined ? undefined : found.withHead ? tokens[phrase.headAt]?.end : tokens[found.last]?.end;
    if (found === undefined || start === undefined || end === undefined) continue;
    const label = text.slice(start, end).replace(/\s+/g, ' ');
    const acronym = found.acronym ?? /^\s\((\p{Lu}[\p{L}\d-]{1,11})\)/u.exec(text.slice(end, end + 16))?.[1];
    const subject = nameThing(scene, {
      type: found.project ? 'Project' : 'Dataset',
      label,
      start,
      end,
      ownership: findOwnership(scene, { start, end }),
      rule: 'named-by-kind',
      ...(acronym === undefined || !isAcronym(acronym) ? {} : { acronym }),
    });
    scene.taken.push({ start: Math.min(start, phrase.start), end: Math.max(end, phrase.end) });
    scene.topic.subject = subject;
    scene.topic.block = scene.blockIndex;
    any = true;
  }
  return any;
}
