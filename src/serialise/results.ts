/** SPARQL results as JSON, XML, CSV and TSV (SPARQL 1.1 Query Results formats, with the triple terms of 1.2). */
import type { Literal, Quad, Term } from '../rdf.js';
import { prefixes } from '../vocabularies.js';
import { NotExpressible } from './not-expressible.js';
import { writeTerm } from './terms.js';
import { xmlAttribute, xmlText } from './xml.js';

/** Variable name (without `?`) → term; an unbound variable is absent. */
export type Binding = ReadonlyMap<string, Term>;

/** The rows of an answer, to be read once. */
export interface Bindings {
  readonly variables: readonly string[];
  readonly rows: AsyncIterable<Binding>;
}

const isString = (literal: Literal): boolean => literal.datatype.value === `${prefixes.xsd}string`;

function jsonLiteral(literal: Literal): object {
  if (literal.language !== '')
    return {
      type: 'literal',
      value: literal.value,
      'xml:lang': literal.language,
      ...(literal.direction ? { 'its:dir': literal.direction } : {}),
    };
  return isString(literal)
    ? { type: 'literal', value: literal.value }
    : { type: 'literal', value: literal.value, datatype: literal.datatype.value };
}

/** A term as the JSON results format writes it. */
export function jsonTerm(term: Term): object {
  switch (term.termType) {
    case 'NamedNode':
      return { type: 'uri', value: term.value };
    case 'BlankNode':
      return { type: 'bnode', value: term.value };
    case 'Literal':
      return jsonLiteral(term);
    case 'Quad': {
      const { subject, predicate, object } = term as Quad;
      return {
        type: 'triple',
        value: { subject: jsonTerm(subject), predicate: jsonTerm(predicate), object: jsonTerm(object) },
      };
    }
    default:
      throw new NotExpressible(`a result cannot hold a ${term.termType}`);
  }
}

function xmlTerm(term: Term): string {
  switch (term.termType) {
    case 'NamedNode':
      return `<uri>${xmlText(term.value)}</uri>`;
    case 'BlankNode':
      return `<bnode>${xmlText(term.value)}</bnode>`;
    case 'Literal': {
      const language = term.language === '' ? '' : ` xml:lang="${xmlAttribute(term.language)}"`;
      const direction = term.direction ? ` its:dir="${term.direction}"` : '';
      const datatype = term.language !== '' || isString(term) ? '' : ` datatype="${xmlAttribute(term.datatype.value)}"`;
      return `<literal${language}${direction}${datatype}>${xmlText(term.value)}</literal>`;
    }
    case 'Quad':
      return `<triple><subject>${xmlTerm(term.subject)}</subject><predicate>${xmlTerm(term.predicate)}</predicate><object>${xmlTerm(term.object)}</object></triple>`;
    default:
      throw new NotExpressible(`a result cannot hold a ${term.termType}`);
  }
}

const xmlHead = (variables: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<sparql xmlns="http://www.w3.org/2005/sparql-results#" xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0">
<head>${variables.map((name) => `<variable name="${xmlAttribute(name)}"/>`).join('')}</head>
`;

const inCsvQuotes = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Plain values; in a triple term, a literal stands in quotes (SPARQL 1.2 Results CSV, section 3.2). */
function csvText(term: Term): string {
  if (term.termType === 'BlankNode') return `_:${term.value}`;
  if (term.termType !== 'Quad') return term.value;
  const [subject, predicate, object] = [term.subject, term.predicate, term.object].map((part) =>
    part.termType === 'Literal' ? inCsvQuotes(part.value) : csvText(part),
  );
  return `<<( ${subject} ${predicate} ${object} )>>`;
}

/** Quotes where RFC 4180 wants them. */
function csvCell(term: Term): string {
  const text = csvText(term);
  return /[",\r\n]/.test(text) ? inCsvQuotes(text) : text;
}

const bareNumbers: Readonly<Record<string, RegExp>> = {
  [`${prefixes.xsd}integer`]: /^[+-]?\d+$/,
  [`${prefixes.xsd}decimal`]: /^[+-]?\d*\.\d+$/,
  [`${prefixes.xsd}double`]: /^[+-]?(\d+\.\d*|\.?\d+)[eE][+-]?\d+$/,
};

/** Turtle terms; a number stands bare only where Turtle reads it back as the same term. */
function tsvCell(term: Term): string {
  const bare = term.termType === 'Literal' && bareNumbers[term.datatype.value]?.test(term.value);
  return bare ? term.value : writeTerm(term);
}

/** How a format writes a table: what stands around rows and cells, and terms. */
export interface TableFormat {
  opening(variables: readonly string[]): string;
  /** Before the first row, and between two. */
  readonly firstRow: string;
  readonly betweenRows: string;
  readonly rowStart: string;
  readonly betweenCells: string;
  readonly rowEnd: string;
  cellStart(variable: string): string;
  readonly cellEnd: string;
  /** Whether a cell without a value is left out; else it is empty. */
  readonly skipsUnbound: boolean;
  readonly closing: string;
  term(term: Term): string;
}

export const tableFormats: Readonly<Record<string, TableFormat>> = {
  json: {
    opening: (variables) => `{"head":{"vars":${JSON.stringify(variables)}},"results":{"bindings":[`,
    firstRow: '\n',
    betweenRows: ',\n',
    rowStart: '{',
    betweenCells: ',',
    rowEnd: '}',
    cellStart: (variable) => `${JSON.stringify(variable)}:`,
    cellEnd: '',
    skipsUnbound: true,
    closing: '\n]}}\n',
    term: (term) => JSON.stringify(jsonTerm(term)),
  },
  xml: {
    opening: (variables) => `${xmlHead(variables)}<results>\n`,
    firstRow: '',
    betweenRows: '',
    rowStart: '<result>',
    betweenCells: '',
    rowEnd: '</result>\n',
    cellStart: (variable) => `<binding name="${xmlAttribute(variable)}">`,
    cellEnd: '</binding>',
    skipsUnbound: true,
    closing: '</results>\n</sparql>\n',
    term: xmlTerm,
  },
  csv: {
    opening: (variables) => `${variables.join(',')}\r\n`,
    firstRow: '',
    betweenRows: '',
    rowStart: '',
    betweenCells: ',',
    rowEnd: '\r\n',
    cellStart: () => '',
    cellEnd: '',
    skipsUnbound: false,
    closing: '',
    term: csvCell,
  },
  tsv: {
    opening: (variables) => `${variables.map((name) => `?${name}`).join('\t')}\n`,
    firstRow: '',
    betweenRows: '',
    rowStart: '',
    betweenCells: '\t',
    rowEnd: '\n',
    cellStart: () => '',
    cellEnd: '',
    skipsUnbound: false,
    closing: '',
    term: tsvCell,
  },
};

export function tableFormat(format: string): TableFormat {
  const found = Object.hasOwn(tableFormats, format) ? tableFormats[format] : undefined;
  if (found === undefined) throw new Error(`"${format}" is not a format for bindings`);
  return found;
}

/** One row; `cell` gives what a variable has, written, or undefined. */
export function writeRow(
  format: TableFormat,
  starts: readonly string[],
  cell: (column: number) => string | undefined,
): string {
  let row = format.rowStart;
  let isFirst = true;
  for (let column = 0; column < starts.length; column += 1) {
    const text = cell(column);
    if (text === undefined && format.skipsUnbound) continue;
    if (!isFirst) row += format.betweenCells;
    isFirst = false;
    if (text !== undefined) row += starts[column] + text + format.cellEnd;
  }
  return row + format.rowEnd;
}

async function* writeTable({ variables, rows }: Bindings, format: TableFormat): AsyncGenerator<string> {
  const starts = variables.map(format.cellStart);
  yield format.opening(variables);
  let before = format.firstRow;
  for await (const row of rows) {
    const written = writeRow(format, starts, (column) => {
      const term = row.get(variables[column] ?? '');
      return term && format.term(term);
    });
    yield before + written;
    before = format.betweenRows;
  }
  yield format.closing;
}

/** The rows in the format of that id, in chunks; an Error for an id that is no format for bindings. */
export const serialiseBindings = (bindings: Bindings, format: string): AsyncGenerator<string> =>
  writeTable(bindings, tableFormat(format));

/** The answer to ASK. CSV and TSV know none; theirs is a table of one column and one row. */
export function serialiseBoolean(value: boolean, format: string): string {
  switch (format) {
    case 'json':
      return `{"head":{},"boolean":${value}}\n`;
    case 'xml':
      return `${xmlHead([])}<boolean>${value}</boolean>\n</sparql>\n`;
    case 'csv':
      return `boolean\r\n${value}\r\n`;
    case 'tsv':
      return `?boolean\n${value}\n`;
    default:
      throw new Error(`"${format}" is not a format for booleans`);
  }
}
