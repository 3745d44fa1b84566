/** Enters an organisation of the text's own words, with the acronym that the text gives it. */
import type { Mention } from '../mention.js';
import type { Directory } from '../organisations.js';
import { readAcronym } from './acronyms.js';

/** A name in its text, and the length of the country that stands between it and its acronym, "Port Bureau, Kenya (PB)". */
interface Named {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly country?: number;
}

/** The organisation of a name, with the acronym that stands in brackets behind it. */
export function defineHere(
  { text, start, end, country = 0 }: Named,
  name: string,
  unit: boolean,
  directory: Directory,
): Mention<'organisation'> {
  const label = name.replace(/\s+/g, ' ');
  const behind = end + country;
  const defined = readAcronym(text.slice(behind, behind + 90), label);
  const organisation = directory.named(label, unit);
  if (defined !== undefined) directory.define(defined.acronym, organisation);
  return {
    kind: 'organisation',
    start,
    end: defined === undefined ? end : behind + defined.length,
    value: organisation,
    foundBy: 'head-noun',
  };
}
