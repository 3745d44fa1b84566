/** A citation as BibTeX, CSL-JSON and RIS. */
import type { Citation } from './citation.js';

const describedAt = ({ iri }: Citation): string => `Described at ${iri}`;

/** What means something to TeX; braces by their names, for BibTeX counts those that are escaped too. */
const texNames: Readonly<Record<string, string>> = {
  '\\': '{\\textbackslash}',
  '{': '{\\textbraceleft}',
  '}': '{\\textbraceright}',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
};
const escapeTex = (text: string): string => text.replace(/[\\{}~^$&#_%]/g, (c) => texNames[c] ?? `\\${c}`);

/** In braces of their own: a name is no person's, and capitals are meant. */
const whole = (text: string): string => `{{${escapeTex(text)}}}`;
const plain = (text: string): string => `{${escapeTex(text)}}`;

const joined = (names: readonly string[]): string | undefined => (names.length === 0 ? undefined : names.join('; '));

/** Styles print a year where there is none: "n.d.", no date. */
function bibTexYear({ issued, isForthcoming }: Citation): string {
  return issued?.slice(0, 4) ?? (isForthcoming ? 'forthcoming' : 'n.d.');
}

/** `misc`: what kind of document it is is not stated, and BibTeX has no datasets. */
function writeBibTex(citation: Citation): string {
  const { key, title, authors, publishers, issued, series, number, identifier, url } = citation;
  const publisher = joined(publishers);
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['author', authors.length === 0 ? undefined : `{${authors.map((name) => `{${escapeTex(name)}}`).join(' and ')}}`],
    ['title', title && whole(title)],
    ['howpublished', publisher && whole(publisher)],
    ['publisher', publisher && whole(publisher)],
    ['year', plain(bibTexYear(citation))],
    ['month', issued?.slice(5, 7) && String(Number(issued.slice(5, 7)))],
    ['series', series && whole(series)],
    ['number', (number ?? identifier) && plain(number ?? identifier ?? '')],
    ['url', url && `{${url.replace(/[\\{}]/g, encodeURIComponent)}}`],
    ['note', `{${escapeTex(describedAt(citation))}}`],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`  ${name} = ${value}`],
  );
  return `@misc{${key},\n${lines.join(',\n')}\n}\n`;
}

const names = (list: readonly string[]): object[] => list.map((literal) => ({ literal }));

/** An array of one, as the schema of CSL data has it; processors write "n.d." by themselves. */
function writeCsl(citation: Citation): string {
  const { iri, title, authors, publishers, issued, isForthcoming, series, number, identifier, url, kind } = citation;
  const item = {
    id: iri,
    type: kind,
    title,
    author: authors.length === 0 ? undefined : names(authors),
    publisher: joined(publishers),
    issued: issued && { 'date-parts': [issued.split('-').map(Number)] },
    status: isForthcoming ? 'forthcoming' : undefined,
    'collection-title': series,
    'collection-number': number,
    number: identifier,
    URL: url,
    note: describedAt(citation),
  };
  return `${JSON.stringify([item], null, 1)}\n`;
}

/** A date as RIS has it: `2006/07/01/`; a year that is not stated is left out, for only four digits are one. */
const risDate = (issued: string): string => `${[...issued.split('-'), '', '', ''].slice(0, 3).join('/')}/`;

function writeRis(citation: Citation): string {
  const { title, authors, publishers, issued, isForthcoming, series, number, identifier, url, kind } = citation;
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['TY', kind === 'dataset' ? 'DATA' : 'GEN'],
    ['ID', citation.key],
    ...authors.map((name) => ['AU', name] as const),
    ['TI', title],
    ...publishers.map((name) => ['PB', name] as const),
    ['PY', issued?.slice(0, 4)],
    ['DA', issued && risDate(issued)],
    ['T3', series],
    ['M1', number ?? identifier],
    ['UR', url],
    ['N1', isForthcoming ? 'Forthcoming' : undefined],
    ['N1', describedAt(citation)],
  ];
  const lines = fields.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${value}\r\n`]));
  return `${lines.join('')}ER  - \r\n`;
}

const writers: Readonly<Record<string, (citation: Citation) => string>> = {
  bibtex: writeBibTex,
  csl: writeCsl,
  ris: writeRis,
};

/** `format`: id of a citation format. */
export function writeCitation(citation: Citation, format: string): string {
  const write = writers[format];
  if (write === undefined) throw new Error(`"${format}" is not a format for citations`);
  return write(citation);
}
