/** Enters an organisation of the text's own words, with the acronym that the text gives it. */
import type { Mention } from '../mention.js';
import type { Directory } from '../organisations.js';
import { readAcronym } from './acronyms.js';

/** The organisation of a name, with the acronym that stands in brackets behind it. */
export function defineHere(
  text: string,
  start: number,
  end: number,
  name: string,
  unit: boolean,
  directory: Directory,
): Mention<'organisation'> {
  const label = name.replace(/\s+/g, ' ');
  const defined = readAcronym(text.slice(end, end + 90), label);
  const organisation = directory.named(label, unit);
  if (defined !== undefined) directory.define(defined.acronym, organisation);
  return { kind: 'organisation', start, end: end + (defined?.length ?? 0), value: organisation, foundBy: 'head-noun' };
}
