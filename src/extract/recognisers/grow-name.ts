/** Grows a name from its head noun: to the left and right over capitalised words and the little words between them. */
import type { Token } from '../tokens.js';
import { foreignRun } from './foreign-run.js';
import { connectors, doubleHead, leadWords, nameHead, organisationHeads } from './name-heads.js';

/** Tokens `first` to `last`, both inclusive. */
export interface NameSpan {
  readonly first: number;
  readonly last: number;
}

/** Tells whether a token may not be part of the name, because it names something of its own. */
export type Barrier = (token: Token) => boolean;

const adjoins = (tokens: readonly Token[], left: number): boolean =>
  (tokens[left + 1]?.start ?? 0) - (tokens[left]?.end ?? 0) <= 2;
const longestName = 18;
const month = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;

/** "Immigrants' | Living Conditions": the apostrophe of a plural inside a name. */
const isPlural = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === "'" &&
  tokens[at - 1]?.capital === true &&
  (tokens[at - 1]?.text.endsWith('s') ?? false) &&
  tokens[at - 1]?.end === tokens[at]?.start &&
  tokens[at + 1]?.capital === true;

/** Little words over which a name reaches to the left. */
const joinsLeft = new Set('- – / of for on de del della do da dos das du des van von'.split(' '));

/** "Labour Force Survey and | Crew Register": a thing of its own ends before the "and". "Port Statistics and Crew Database" may be one. */
const endsAnother = (tokens: readonly Token[], first: number, head: number): boolean =>
  first < head &&
  /^(?:Survey|Census|Register|Database|Panel|Registry|Barometer)$/.test(tokens[first - 2]?.text ?? '') &&
  tokens[first - 3]?.capital === true &&
  nameHead(tokens[head]?.text.toLowerCase() ?? '') !== undefined &&
  nameHead(tokens[first]?.text.toLowerCase() ?? '') === undefined;

const isCatalogueCode = (letters: Token, number: Token | undefined): boolean =>
  /^[A-Z]{2,5}$/.test(letters.text) && /^(?!(?:19|20)\d\d$)\d{3,6}$/.test(number?.text ?? '');

/** What is no place without it. */
const isOfPlace = /^(?:Delhi|York|Zealand|Caledonia|Guinea|Jersey|Mexico|Brunswick|Orleans|England|South)$/;

/** "Information | and Dock Division": a word that often opens sentences is a matter of a unit. */
const isMatterOf = (tokens: readonly Token[], at: number, head: number): boolean =>
  /^(?:Data|Information)$/.test(tokens[at]?.text ?? '') &&
  /^(?:and|&)$/.test(tokens[at + 1]?.text ?? '') &&
  tokens[at + 2]?.capital === true &&
  organisationHeads.get(tokens[head]?.text.toLowerCase() ?? '') === 'unit';

/** "Migration Policy, Research and Communications | Department": how far the name reaches to the left. */
function growLeft(tokens: readonly Token[], head: number, barrier: Barrier): number {
  let first = head;
  let sawAnd = false;
  while (first > 0 && head - first < longestName && adjoins(tokens, first - 1)) {
    const token = tokens[first - 1];
    const before = tokens[first - 2];
    if (token === undefined || barrier(token)) break;
    if (token.capital && token.text !== "'s") {
      first--;
      continue;
    }
    const lower = token.text.toLowerCase();
    // "Reports the | Crew Survey" begins with a verb; only behind "of" an article is a part of the name.
    if (lower === 'the' && !/^(?:of|for|on|and|in|de)$/i.test(before?.text ?? '')) break;
    if (isPlural(tokens, first - 1)) {
      first -= 2;
      continue;
    }
    const joins = before?.capital && !barrier(before) && before.kind === 'word' && adjoins(tokens, first - 2);
    if (!joins || (leadWords.has(before.text.toLowerCase()) && !isMatterOf(tokens, first - 2, head))) break;
    // "Maastricht University and University of Ghana" are two.
    if ((lower === 'and' || lower === '&') && organisationHeads.has(before.text.toLowerCase())) break;
    if ((lower === 'and' || lower === '&') && endsAnother(tokens, first, head)) break;
    if (lower === 'and' || lower === '&') {
      sawAnd = true;
      first--;
      continue;
    }
    // A comma belongs to the name only in a row that ends with "and": "A, B and C Department".
    if (lower === ',' && sawAnd) {
      first--;
      continue;
    }
    // "Internal Migration | in India | Initiative".
    const isWhere =
      lower === 'in' &&
      first === head - 1 &&
      /^(?:Initiative|Programme|Program|Project)$/.test(tokens[head]?.text ?? '');
    if (joinsLeft.has(lower) || isWhere) {
      first--;
      continue;
    }
    break;
  }
  while (first < head) {
    const token = tokens[first];
    if (token === undefined) break;
    const lower = token.text.toLowerCase();
    // "the Annual Survey of …": behind an article a word that often opens sentences is the name's.
    const behind = tokens[first - 1];
    const named =
      (/^(?:annual|data|information|new)$/.test(lower) && /^(?:the|its|our|their|an?)$/i.test(behind?.text ?? '')) ||
      isMatterOf(tokens, first, head) ||
      // "New Zealand Police", at the start as well.
      (lower === 'new' && isOfPlace.test(tokens[first + 1]?.text ?? ''));
    // "4.2 Dock Board": the number of a heading.
    const isNumber = first === 0 && /^\d{1,2}(?:\.\d{1,2}){0,3}$/.test(token.text);
    // "SN 4471 | Raft Panel": of a catalogue.
    if (isCatalogueCode(token, tokens[first + 1]) && first + 2 <= head) {
      first += 2;
      continue;
    }
    const dangling = !token.capital || isNumber || (leadWords.has(lower) && !named && first < head);
    if (!dangling) break;
    first++;
  }
  return first;
}

const isHead = (token: Token | undefined): boolean => organisationHeads.has(token?.text.toLowerCase() ?? '');

/** "Tidewater Institute | and the Dock Board", "University of Ports | and National Bank": another head stands behind the "and". */
function opensAnother(tokens: readonly Token[], first: number, last: number): boolean {
  if (!tokens.slice(first, last + 1).some(isHead)) return false;
  // "Employment Team of the Social Policies | and Rural Institutions Division": the unit's larger body goes on.
  const of = tokens.slice(first, last + 1).findLastIndex((token) => token.text === 'of');
  const inner = of === -1 ? [] : tokens.slice(first + of, last + 1);
  const article = tokens[last + 2]?.text.toLowerCase() === 'the';
  if (
    !article &&
    inner.length > 0 &&
    !inner.some(isHead) &&
    organisationHeads.get(tokens[first]?.text.toLowerCase() ?? '') === 'unit'
  )
    return false;
  // "University of Tonga | and Tonga's Ministry".
  if (tokens.slice(last + 2, last + 6).some((token) => token.text === "'s")) return true;
  // "Institute of Public Policy | and Administration": a head alone goes on with the matters.
  if (of !== -1 && !article && !tokens[last + 3]?.capital && !/^(?:of|for|on)$/.test(tokens[last + 3]?.text ?? ''))
    return false;
  for (let at = last + (article ? 3 : 2); tokens[at]?.capital === true && adjoins(tokens, at - 1); at++)
    if (isHead(tokens[at])) return true;
  return article && isHead(tokens[last]);
}

/** What a thing is about or was held for stays in its name: "Report on Trade | and the Population Register". */
const isAbout = (tokens: readonly Token[], head: number): boolean =>
  /^(?:on|for)$/.test(tokens[head + 1]?.text ?? '') &&
  /^(?:event|publication|project)$/.test(nameHead(tokens[head]?.text.toLowerCase() ?? '') ?? '');

/** The words in capitals from `at` on: where they end, and whether one of them heads a name of data, a document or a meeting. */
function readChunk(tokens: readonly Token[], at: number): { last: number; headed: boolean; endsInHead: boolean } {
  const headAt = (n: number): boolean => {
    const word = tokens[n]?.text.toLowerCase() ?? '';
    return nameHead(word) !== undefined || doubleHead(tokens[n - 1]?.text.toLowerCase() ?? '', word) !== undefined;
  };
  let last = at;
  while (tokens[last + 1]?.capital === true && tokens[last + 1]?.kind === 'word' && adjoins(tokens, last)) last++;
  let headed = false;
  for (let n = at; n <= last; n++) headed ||= headAt(n);
  // "the Survey | of Crews": a head alone, and what it is of.
  const named = last > at || tokens[last + 1]?.text === 'of' || tokens[at]?.kind === 'number';
  return { last, headed: headed && named, endsInHead: headAt(last) };
}

/** "Quay Register | and the Tide Register", "Crew Statistics | from the Tide Register", "Labour Force Survey | and Crew Register": another name begins there. */
function opensAnotherThing(tokens: readonly Token[], head: number, last: number): boolean {
  const joint = tokens[last + 1]?.text.toLowerCase() ?? '';
  if (!/^(?:and|&|or|from|with|by|in)$/.test(joint) || isAbout(tokens, head)) return false;
  let at = last + 2;
  while (at < last + 4 && /^(?:in|on|from|with|by|for|of|the|its|their|an?)$/i.test(tokens[at]?.text ?? '')) at++;
  const chunk = readChunk(tokens, at);
  if (tokens[at]?.capital !== true || !chunk.headed) return false;
  if (at > last + 2) return true;
  // "Survey of Income and Programme Participation" goes on; "Labour Force Survey and Crew Register" are two.
  const first = tokens[at]?.text.toLowerCase() ?? '';
  const isTwo = last === head && chunk.last > at && chunk.endsInHead && nameHead(first) === undefined;
  return isTwo && /^(?:and|&)$/.test(joint) && endsAnother(tokens, at, chunk.last);
}

/** "Conference on Ports | on 3 May 2005", "Forum | in June 2006": a day or month is no part of a name. */
const isDay = (token: Token, after: Token | undefined): boolean =>
  after !== undefined &&
  ((token.kind === 'number' && month.test(after.text)) || (month.test(token.text) && after.kind === 'number'));

/** "Quay Papers No. 12", "… as No. 12": what leads to a number. */
export const numbering = /^(?:No|Nos|Vol|Nr)$/;

/** "Encuesta | a la Población que Reside en el País": little words of the language in which a name begins. */
const foreignHead =
  /^(?:Encuestas?|Censos?|Registro|Enqu[êe]te|Recensement|Inqu[ée]rito|Recenseamento|Estad[ií]sticas?|Estat[ií]sticas?|Padrón)$/;
const littleForeign = /^(?:a|que|en|em|no|na|nos|nas|au|aux|à|ao|aos|às|sobre|sur|con|com|por|par)$/;

/** "Survey | of Income and Program Participation": how far it reaches to the right of its head. */
function growRight(tokens: readonly Token[], head: number, barrier: Barrier, stop: RegExp | undefined): number {
  let last = head;
  const foreign = foreignHead.test(tokens[head]?.text ?? '');
  while (last + 1 < tokens.length && last - head < longestName && adjoins(tokens, last)) {
    const next = tokens[last + 1];
    if (next === undefined || barrier(next) || numbering.test(next.text)) break;
    if (next.capital && next.kind === 'word') {
      // A capitalised word right behind a head opens a name of its own unless it goes on in capitals ("Survey Unit").
      last++;
      continue;
    }
    if (isPlural(tokens, last + 1) && !barrier(next)) {
      last += 2;
      continue;
    }
    const run = foreignRun(tokens, head, last);
    if (run > last) {
      last = run;
      continue;
    }
    if (
      !(
        connectors.has(next.text.toLowerCase()) ||
        (foreign && littleForeign.test(next.text)) ||
        isInto(tokens, head, next)
      ) ||
      next.text === '-' ||
      next.text === '/' ||
      stop?.test(next.text)
    )
      break;
    if (/^(?:and|&)$/i.test(next.text) && /^(?:by|to|at|from|with)$/.test(tokens[last + 2]?.text ?? '')) break;
    if (/^(?:and|&)$/i.test(next.text) && opensAnother(tokens, head, last)) break;
    if (opensAnotherThing(tokens, head, last) || isForWhom(tokens, head, last)) break;
    let beyond = last + 2;
    while (beyond < last + (foreign ? 5 : 4) && connectors.has(tokens[beyond]?.text.toLowerCase() ?? '')) beyond++;
    const word = tokens[beyond];
    // "… in the 2010 Census Round": a year goes on to the word it belongs to.
    const after = tokens[beyond + 1];
    const year = word?.kind === 'number' && after?.capital === true && after.kind === 'word';
    if (word === undefined || !word.capital || (word.kind !== 'word' && !year) || barrier(word)) break;
    // "Studies as No. 12": the number is no part of a name.
    if (isDay(word, after) || numbering.test(word.text)) break;
    if (!adjoins(tokens, last + 1)) break;
    last = beyond;
  }
  return last;
}

/** "the Dock Board | for the Ministry of Rafts": for whom a body does it, which has a head of its own. */
const isForWhom = (tokens: readonly Token[], head: number, last: number): boolean =>
  tokens[last + 1]?.text === 'for' &&
  tokens[last + 2]?.text === 'the' &&
  last === head &&
  isHead(tokens[head]) &&
  /^(?:Ministry|Government|Commission|Department|Council|Agency)$/.test(tokens[last + 3]?.text ?? '') &&
  tokens[last + 4]?.text === 'of';

/** "Enquiry | into Aspirations". */
const isInto = (tokens: readonly Token[], head: number, next: Token): boolean =>
  next.text === 'into' && /^(?:Enquiry|Inquiry|Investigation|Research)$/.test(tokens[head]?.text ?? '');

/** `stop`: little words that the name does not reach over. */
export function growName(tokens: readonly Token[], head: number, barrier: Barrier, stop?: RegExp): NameSpan {
  return { first: growLeft(tokens, head, barrier), last: growRight(tokens, head, barrier, stop) };
}
