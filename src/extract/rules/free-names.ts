/** Finds runs of capitalised words that no mention covers, which may be the name of a thing: "Berkut", "Movement of Crews". */
import type { IsNamed } from '../data-phrases/data-phrase.js';
import { lowerOf, spanAt } from '../data-phrases/sentence.js';
import { connectors, leadWords, namesNoData, organisationHeads } from '../recognisers/name-heads.js';
import type { Scene } from '../scene.js';
import type { Token } from '../tokens.js';

/** Tokens `first` to `last` of a name, and the acronym in brackets behind it. */
export interface Name {
  readonly first: number;
  readonly last: number;
}

const longest = 12;
const month = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;

/** Tells which tokens of a passage are part of a name, title, link or organisation, or of what an earlier rule has read. */
export function namedTokens(scene: Scene): IsNamed {
  const frames: { start: number; end: number }[] = scene.reading.mentions.filter(
    ({ kind }) => kind === 'name' || kind === 'title' || kind === 'link' || kind === 'organisation',
  );
  const all = [...frames, ...scene.taken].sort((a, b) => a.start - b.start);
  const frameAt = spanAt(scene.reading.tokens, all);
  return (token) => frameAt(token) !== undefined;
}

/** A word that may stand in a name: a capital one, or one with a capital inside ("4Mi"), and no day, name or number of a note. */
const isWordOfName = (token: Token | undefined, isNamed: IsNamed): token is Token =>
  token !== undefined &&
  token.kind !== 'mark' &&
  /\p{Lu}/u.test(token.text) &&
  !month.test(token.text) &&
  !isNamed(token);

const adjoins = (tokens: readonly Token[], at: number): boolean =>
  (tokens[at]?.start ?? 0) - (tokens[at - 1]?.end ?? 0) <= 1;

/** Beside those of any name: "Moving within the Isthmus", "Home behind the Harbour". */
const isLittle = (token: Token | undefined): boolean =>
  connectors.has(lowerOf(token)) ||
  /^(?:within|behind|beyond|under|over|towards?|into|through|before|after)$/.test(lowerOf(token));

/** "Tidal States | and in the Crew Register": a little word of place behind "and" begins something else. */
const beginsAnew = (tokens: readonly Token[], at: number): boolean =>
  /^(?:and|or|&|but)$/.test(lowerOf(tokens[at])) && /^(?:in|on|from|by|with|at|to|as)$/.test(lowerOf(tokens[at + 1]));

/** "Workers' | Remittances": the apostrophe of a plural. */
const isPlural = (tokens: readonly Token[], at: number): boolean =>
  /^['’]$/.test(tokens[at]?.text ?? '') &&
  /s$/.test(tokens[at - 1]?.text ?? '') &&
  tokens[at + 1]?.capital === true &&
  (tokens[at + 1]?.start ?? 0) > (tokens[at]?.end ?? 0);

/** The name that begins at a token: capitals, and little words between two of them. */
export function nameFrom(tokens: readonly Token[], at: number, isNamed: IsNamed): Name | undefined {
  const first = lowerOf(tokens[at]) === 'the' ? at + 1 : at;
  if (!isWordOfName(tokens[first], isNamed) || leadWords.has(lowerOf(tokens[first]))) return undefined;
  let last = first;
  while (last - first < longest && adjoins(tokens, last + 1)) {
    let next = last + 1;
    if (beginsAnew(tokens, next)) break;
    while (
      next < last + 4 &&
      ((isLittle(tokens[next]) && tokens[next]?.capital !== true) ||
        isPlural(tokens, next) ||
        (next === first + 1 && lowerOf(tokens[next]) === 'the' && /ing$/.test(lowerOf(tokens[first])))) &&
      adjoins(tokens, next)
    )
      next++;
    if (!isWordOfName(tokens[next], isNamed) || !adjoins(tokens, next)) break;
    last = next;
  }
  return { first, last: overRow(tokens, last, isNamed) };
}

/** "Migrants by | Age|, Sex and Citizenship": the row of what they are told apart by. */
function overRow(tokens: readonly Token[], last: number, isNamed: IsNamed): number {
  let at = last;
  while (tokens[at + 1]?.text === ',' && isWordOfName(tokens[at + 2], isNamed)) at += 2;
  const isRow = at > last && lowerOf(tokens[last - 1]) === 'by' && lowerOf(tokens[at + 1]) === 'and';
  return isRow && isWordOfName(tokens[at + 2], isNamed) ? at + 2 : last;
}

/** The name that ends at a token. */
export function nameTo(tokens: readonly Token[], end: number, isNamed: IsNamed): Name | undefined {
  // "the Harbour 360 | register": a number that is no year ends a name as well.
  const numbered =
    /^\d{1,3}$/.test(tokens[end]?.text ?? '') && tokens[end - 1]?.capital === true && adjoins(tokens, end);
  const at = numbered ? end - 1 : end;
  if (!isWordOfName(tokens[at], isNamed)) return undefined;
  let first = at;
  while (at - first < longest && adjoins(tokens, first)) {
    let next = first - 1;
    while (next > first - 4 && (connectors.has(lowerOf(tokens[next])) || lowerOf(tokens[next]) === 'a')) next--;
    // "without | the EMIF Norte": an article begins a phrase, but in "of the".
    if (lowerOf(tokens[first - 1]) === 'the' && lowerOf(tokens[first - 2]) !== 'of') break;
    if (!isWordOfName(tokens[next], isNamed) || leadWords.has(lowerOf(tokens[next]))) break;
    if (beginsAnew(tokens, next + 1)) break;
    first = next;
  }
  return { first, last: end };
}

export const isAcronym = (word: string): boolean =>
  (word.match(/\p{Lu}/gu)?.length ?? 0) >= 2 && /^[\p{L}\d-]+$/u.test(word);

/** Whether capitals alone may be a name of a thing: no place, no person, no body, no nation's adjective. */
export function canBeName(scene: Scene, { first, last }: Name): boolean {
  const { tokens, mentions } = scene.reading;
  const begin = tokens[first];
  const end = tokens[last];
  if (begin === undefined || end === undefined) return false;
  const single = first === last;
  if (single && (scene.gazetteers.nationalities.has(lowerOf(begin)) || /^\p{Lu}\p{Ll}+s$/u.test(begin.text)))
    return false;
  if (organisationHeads.has(lowerOf(begin)) || organisationHeads.has(lowerOf(end)) || namesNoData.test(end.text))
    return false;
  if (/^(?:Mr|Mrs|Ms|Dr|Prof|Table|Figure|Annex|Chapter|Section|Part|Wave|Round|No|Nr|Vol)$/.test(begin.text))
    return false;
  const places = mentions.filter(
    ({ kind, start, end: to }) => (kind === 'place' || kind === 'corridor') && start < end.end && to > begin.start,
  );
  // "Malta and Spain": places and what joins them.
  const isPlace = (token: Token) => places.some(({ start, end: to }) => start <= token.start && to >= token.end);
  // "Italian and Greek | programmes".
  const isNation = (token: Token) => scene.gazetteers.nationalities.has(lowerOf(token));
  return !tokens
    .slice(first, last + 1)
    .every((token) => isPlace(token) || isNation(token) || connectors.has(lowerOf(token)));
}
