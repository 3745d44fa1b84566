/** Reads the rest of a name that is for several matters: "Ministry of Gender|, Labour and Social Development". */
import type { Token } from '../tokens.js';
import type { NameSpan } from './grow-name.js';
import { headAt } from './name-heads.js';
import type { NameSearch } from './organisation-context.js';

const manyMatters = new Set(['ministry', 'department', 'directorate', 'secretariat', 'office', 'council', 'bureau']);
const foreignMatters =
  /^(?:Dirección|Direcci[oó]n General|Ministerio|Ministère|Département|Departamento|Secretaría|Secretaria|Direction|Instituto Nacional|Institut National)\sd(?:e|es|u)\s/u;
/** "Agency for Boats| , Ports and Docks": what a body is for may be several things; what it is "of" may be another body. */
const forMatters = /\bfor\s(?:the\s)?(?:\p{Lu}[\p{L}-]+\s?){1,3}$/u;
/** "Organisation of Northern| , Coastal and Island Ports (ONCIP)": the acronym has a letter of each. */
const rowAcronym = /^\s\((\p{Lu}{2,8})\)/u;
/** "Ministry of Gender| , Labour and Social Development of Uganda". */
const rowOfMatters =
  /^(?:,\s\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+){0,2}){1,4},?\sand\s\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+){0,2}(?:\sof\s(?:the\s)?\p{Lu}[\p{L}-]+)?/u;
/** "Dirección de Estadística| , Encuestas y Censos", "Département des boats| , des études et de la documentation": no comma parts bodies there. */
const foreignRow =
  /^(?:,\s(?:(?:des?|du|de la|de las|de los|da|do)\s|de l['’]|d['’])?[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+){0,2}){1,3}\s(?:y|e|et)\s(?:(?:des?|du|de la|de las|de los|da|do)\s|de l['’]|d['’])?[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?/u;
/** "Organisation of Northern|, Coastal and Island Ports": an adjective goes on to the noun in the plural. */
const adjective = /\sof\s(?:the\s)?\p{Lu}\p{Ll}+(?:an|ic|ern|al|ish|ese)$/u;
const rowOfAdjectives =
  /^(?:,\s\p{Lu}[\p{L}-]+){1,3},?\sand\s\p{Lu}\p{Ll}+\s(?:States|Countries|Nations|Peoples|Islands|Territories|Economies|Cities)\b/u;

/** Whether an acronym that stands behind a row has the initials of the first and the last of its words. */
function isSpelledOut(name: string, row: string, behind: string): boolean {
  const acronym = rowAcronym.exec(behind)?.[1];
  if (acronym === undefined) return false;
  const initials = (words: string): string => (words.match(/\b\p{Lu}/gu) ?? []).join('');
  let at = 0;
  for (const letter of acronym) at = initials(name + row).indexOf(letter, at) + 1 || Number.POSITIVE_INFINITY;
  return Number.isFinite(at) && at > initials(name).length;
}

/** The length of the rest of a row of matters behind a name that ends at `end`. */
export function lengthOfRow(
  { scan: { text, tokens }, taken, placeAt }: NameSearch,
  part: NameSpan,
  end: number,
): number {
  const words = tokens.slice(part.first, part.last + 1);
  const name = text.slice(words[0]?.start, end);
  const behind = text.slice(end, end + 120);
  if (behind[0] !== ',') return 0;
  const states = adjective.test(name) ? rowOfAdjectives.exec(behind)?.[0] : undefined;
  if (states !== undefined) return states.length;
  const foreign = foreignMatters.test(name) ? foreignRow.exec(behind)?.[0] : undefined;
  const row = foreign ?? rowOfMatters.exec(behind)?.[0] ?? '';
  if (row === '') return 0;
  const isMatter =
    foreign !== undefined ||
    words.some((token) => manyMatters.has(token.text.toLowerCase())) ||
    forMatters.test(name) ||
    isSpelledOut(name, row, text.slice(end + row.length, end + row.length + 12));
  if (!isMatter) return 0;
  // "the Office for Boats, Kenya and Uganda": places and bodies of their own are no matters.
  const inRow = tokens.slice(part.last + 1, part.last + 24).filter((token) => token.end <= end + row.length);
  const of = inRow.findLastIndex((token) => token.text === 'of');
  const matters = of === -1 ? inRow : inRow.slice(0, of);
  // "Department of Docks, Planning and Local Government": what is governed is a matter.
  const isBody = (token: Token): boolean => headAt(token) !== undefined && token.text !== 'Government';
  if (matters.some((token) => placeAt(token) === 'country' || isBody(token))) return 0;
  if (taken.some((other) => other.start >= end && other.start < end + row.length)) return 0;
  const last = tokens.findLastIndex((token) => token.end <= end + row.length);
  return (tokens[overCountry({ tokens, placeAt }, last)]?.end ?? end + row.length) - end;
}

/** "… of the Lao People| 's Democratic Republic", "… of the Socialist| Republic of Viet Nam": the last token of the country that a name has begun. */
export function overCountry(
  { tokens, placeAt }: { readonly tokens: readonly Token[]; readonly placeAt: NameSearch['placeAt'] },
  last: number,
): number {
  const isCountry = (token: Token | undefined): boolean => token !== undefined && placeAt(token) === 'country';
  if (!isCountry(tokens[last]) || tokens[last - 1]?.text === ',') return last;
  let end = last;
  while (isCountry(tokens[end + 1])) end++;
  return end;
}
