/** Reads the acronym of a body in its own language, behind its name in this one: "Borders Service (SEF)". */
import type { Mention } from '../mention.js';
import type { NameSearch } from './organisation-context.js';

type Found = Mention<'organisation'>;

const foreignAcronym = /^\s\((\p{Lu}{3,8})\)/u;
/** In brackets behind a body stand also moneys, forms of files and sources of data. */
const noBody =
  /^(?:USD|EUR|GBP|CHF|PDF|CSV|XLSX?|XML|JSON|HTML|SDMX|DOI|ISO|ISBN|ISSN|GDP|HDI|SDG|SDGS|LFS|HIES|HBS|DHS|MICS|LSMS|CAPI|CATI|CAWI|NGO|NSO|NSOS|RDF|API)$/;

/** "Borders Service (SEF)": an acronym of the name in the body's own language, which no letter of this one tells. */
export function takeForeignAcronym(
  { scan: { text, tokens }, taken, directory }: Pick<NameSearch, 'scan' | 'taken' | 'directory'>,
  mention: Found,
): Found {
  const { value: organisation, end } = mention;
  const match = foreignAcronym.exec(text.slice(end, end + 12));
  const acronym = match?.[1];
  if (match === null || acronym === undefined || noBody.test(acronym)) return mention;
  if (organisation.acronym !== undefined && organisation.acronym !== acronym) return mention;
  const isOther = taken.some((other) => other.start >= end && other.start <= end + 2 && other.value !== organisation);
  const meant = directory.meaning(acronym);
  if (isOther || text === text.toUpperCase() || tokens.length < 6 || (meant !== undefined && meant !== organisation))
    return mention;
  directory.define(acronym, organisation);
  return { ...mention, end: end + match[0].length };
}
