/** Reads with whom a bibliographic entry begins: persons, bodies in a row, or nobody. */
import { parseOpening } from '../../notes/references.js';
import { mentionsOf } from '../mention.js';
import type { Organisation } from '../organisations.js';
import { isRowGap } from '../owner-site.js';
import { connectors, leadWords, organisationHeads } from '../recognisers/name-heads.js';
import type { Scene } from '../scene.js';

export interface Authors {
  readonly owners: readonly Organisation[];
  readonly persons: boolean;
  readonly year: string | undefined;
  /** Where the title begins. */
  readonly title: number;
  /** Persons or a year behind the names tell by themselves that this is a reference. */
  readonly sure: boolean;
}

export const opensTitle = /^["“„«'‘*_[]{0,3}[\p{Lu}\p{N}¿¡]/u;
/** "IOM | Kyrgyzstan|, Boats of the Lake": its office in a country. */
function countryBehind({ reading: { mentions } }: Scene, end: number): number {
  const place = mentionsOf(mentions, 'place').find(({ start }) => start === end + 1);
  return place?.value.kind === 'country' ? place.end - end : 0;
}

/** Whether what stands between two bodies makes a row of them, or the second a part in brackets. */
export const inRow = (gap: string): boolean => isRowGap(gap) || /^\s\((?:the\s)?$/.test(gap);

/** The organisations that open a stretch in a row: "FAO and WFP", "ILO, Regional Office for Africa". */
export function rowFrom(
  scene: Scene,
  start: number,
): { owners: Organisation[]; names: number; end: number } | undefined {
  const { text, mentions } = scene.reading;
  const owners: Organisation[] = [];
  let end = start;
  for (const mention of mentionsOf(mentions, 'organisation')) {
    if (mention.start < start) continue;
    const gap = text.slice(end, mention.start);
    if (owners.length === 0 ? !/^(?:[Tt]he\s)?$/.test(gap) : !inRow(gap)) break;
    // "FAO, FAO Yearbook of Ports": the second begins the title.
    if (owners.includes(mention.value)) break;
    // "…, Fisher Committee Bulletin No. 41": a series named for a body.
    if (/^\s(?:\p{Lu}[\p{L}-]+,?\s){0,3}(?:[Nn]o|Nr|[Vv]ol)\.\s?\d/u.test(text.slice(mention.end, mention.end + 80)))
      break;
    owners.push(mention.value);
    end = mention.end + countryBehind(scene, mention.end);
  }
  if (owners.length === 0) return undefined;
  // A unit, a country or a town that goes on with the name: "… Authority (Qatar)", "…, Research Division", "…, Muscat".
  const more = /^(?:\)|\s\([^()\d]{2,40}\)|,\s\p{Lu}[\p{L}\s&-]{2,60})(?=[.:])/u.exec(text.slice(end, end + 110));
  return { owners, names: end, end: end + (more?.[0].length ?? 0) };
}

/** "FAO, | Boats of the Delta: A Survey. Rome, 2012.": three words or more behind the comma that name no part of the body. */
function titleBehindComma(text: string, at: number): number | undefined {
  const words = /^,\s(?=["“„«'‘*_]{0,3}[\p{Lu}\p{N}])([^.:?!(,;]{8,})/u.exec(text.slice(at, at + 200))?.[1]?.trim();
  // "…, Counting Rafts: Guidelines for Ports": of a title with a second one two words are enough.
  const least = text[at + 2 + (words?.length ?? 0)] === ':' ? 2 : 3;
  if (words === undefined || words.split(/\s+/).length < least) return undefined;
  return words.split(/[\s-]+/).some((word) => organisationHeads.has(word.toLowerCase())) ? undefined : at + 2;
}

const person = String.raw`(?:\p{Lu}[\p{L}.’'-]{0,20}\s){1,3}\p{Lu}[\p{L}’'-]{1,30}`;
/** "Amina Moreno and Jan Kral, eds., | Rafts in Europe (Lima, Dock Press, 2009)". */
const editors = new RegExp(
  String.raw`^${person}(?:(?:,|,?\s(?:and|&))\s${person}){0,3},\s\(?eds?\.\)?,?\s(?=["“*_]{0,2}\p{Lu})`,
  'u',
);

/** Whether words name a body by themselves: an acronym, or a head noun that ends them or goes on with "of". */
function isBody(words: string): boolean {
  if (/^[A-Z][A-Z-]{1,9}$/.test(words)) return true;
  const all = words.toLowerCase().split(/\s/);
  if (leadWords.has(all[0] ?? '') && all[0] !== 'the') return false;
  return all.some(
    (word, n) => organisationHeads.has(word) && (n + 1 === all.length || connectors.has(all[n + 1] ?? '')),
  );
}

/** The bodies of a row of authors: "FAO & University of Riga"; undefined where the first of them is no body. */
function bodiesOf(scene: Scene, start: number, end: number): Organisation[] | undefined {
  const { text, mentions } = scene.reading;
  const all = mentionsOf(mentions, 'organisation');
  const found: Organisation[] = [];
  let from = start;
  for (const part of text.slice(start, end).split(/((?:,\s|,?\sand\s|\s&\s)(?:the\s)?)/)) {
    const to = from + part.length;
    const known = all.filter((mention) => mention.start < to && mention.end > from);
    const opens = known[0] !== undefined && (found.length > 0 || known[0].start <= start + 4);
    if (opens) found.push(...known.map((mention) => mention.value));
    else if (isBody(part.replace(/\s\([^()]*\)$/, '')))
      found.push(scene.directory.named(part.replace(/^[Tt]he\s/, ''), false));
    else if (found.length === 0) return undefined;
    from = to;
  }
  return [...new Set(found)];
}

export function readAuthors(scene: Scene, start: number, end: number): Authors | undefined {
  const text = scene.reading.text.slice(0, end);
  const row = rowFrom(scene, start);
  const opening = parseOpening(text, start);
  if (opening !== undefined && opening.title < end) {
    // "Ports of the North, WHO (2004)": the owner stands behind the title. "Atlas of Ports (2004). Maps of …": it has none.
    const owners = opening.persons ? [] : bodiesOf(scene, start, opening.end);
    if (owners === undefined) return undefined;
    return { owners, persons: opening.persons, year: opening.year, title: opening.title, sure: true };
  }
  const edited = editors.exec(text.slice(start, start + 200));
  if (edited !== null)
    return { owners: [], persons: true, year: undefined, title: start + edited[0].length, sure: true };
  if (row === undefined) return undefined;
  const title = titleBehindComma(text, row.names);
  if (title !== undefined) return { owners: row.owners, persons: false, year: undefined, title, sure: false };
  const gap = /^(?:\.|:|\s[–—])\s+/.exec(text.slice(row.end));
  if (gap !== null && opensTitle.test(text.slice(row.end + gap[0].length)))
    return { owners: row.owners, persons: false, year: undefined, title: row.end + gap[0].length, sure: false };
  // "BIS, Quarterly Papers No. 41, “Title”, 2016": the marks tell where the title begins.
  const marked = mentionsOf(scene.reading.mentions, 'title').find((title) => title.start >= row.end);
  return marked !== undefined && /^,\s(?:[^.;]|\b(?:[Nn]os?|[Vv]ols?)\.){0,80}$/.test(text.slice(row.end, marked.start))
    ? { owners: row.owners, persons: false, year: undefined, title: marked.start, sure: false }
    : undefined;
}
