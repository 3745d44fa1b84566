/** Tells where a full stop ends a sentence or a field of a reference, and where it only shortens a word. */
import { findAll } from './find-all.js';

/** Words after which a full stop ends no sentence. */
const abbreviation =
  /(?:^|[\s("“'*[])(?:e\.g|i\.e|cf|vs|ca|approx|al|etc|No|Nos|no|nos|vol|Vol|pp?|para|paras|ed|eds|Ed|Eds|Mr|Mrs|Ms|Dr|Prof|St|Inc|Ltd|Co|Corp|Fig|fig|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|resp|incl|est|tel|Tel|Art|art|Sec|sec|Ch|ch|[A-Z]|U\.S|U\.K|U\.N|U\.S\.A|[a-z])$/;
const ordinalDay =
  /^\s(?:Jan|Feb|Mär|Maer|Mar|Apr|Mai|May|Jun|Jul|Aug|Sep|Okt|Oct|Nov|Dez|Dec|janv|févr|avr|juin|juil|août|enero|abril|junio|julio)\p{Ll}*\.?\s\d{4}/iu;
/** The end of a sentence, what may close after it, and white space; what follows must be able to begin one. */
const stop =
  /[.!?…。](?:["”'’)\]*_»]|[¹²³⁴⁵⁶⁷⁸⁹⁰]|\[\^?\d{1,3}\]){0,6}[\s]+(?=[\p{Lu}\p{Lo}\p{N}\p{Extended_Pictographic}"“'‘*_«[])/gu;

function isAbbreviation(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 12), at);
  // "3.–5. Mai 2006", "am 12. Oktober": a day, not the end of a sentence.
  if (/(?:^|[\s(–-])\d{1,2}$/.test(before) && ordinalDay.test(text.slice(at + 1, at + 24))) return true;
  if (!abbreviation.test(before)) return false;
  // A single capital is an initial ("J. Smith") unless it closes a sentence on its own ("Mode B. The …" does not occur).
  const after = text.slice(at + 1, at + 40).trimStart();
  if (/(?:^|\s)(?:etc|al)$/.test(before)) return !/^\p{Lu}/u.test(after);
  return true;
}

/** Where a sentence may end: the offset of its stop, and that behind the stop and what closes after it. */
export function* findStops(text: string): Generator<{ readonly at: number; readonly end: number }> {
  for (const match of findAll(text, stop)) {
    const at = match.index;
    if (text[at] === '.' && isAbbreviation(text, at)) continue;
    yield { at, end: at + match[0].trimEnd().length };
  }
}
