/** SPARQL results as JSON, XML, CSV and TSV (SPARQL 1.1 Query Results formats, with the triple terms of 1.2). */
import type { Literal, Quad, Term } from '../rdf.js';
import { prefixes } from '../vocabularies.js';
import { NotExpressible } from './not-expressible.js';
import { writeTerm } from './terms.js';
import { xmlAttribute, xmlText } from './xml.js';

/** Variable name (without `?`) → term; an unbound variable is absent. */
export type Binding = ReadonlyMap<string, Term>;

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

async function* writeJson({ variables, rows }: Bindings): AsyncGenerator<string> {
  yield `{"head":{"vars":${JSON.stringify(variables)}},"results":{"bindings":[`;
  let separator = '\n';
  for await (const row of rows) {
    const members = variables.flatMap((name) => {
      const term = row.get(name);
      return term === undefined ? [] : [`${JSON.stringify(name)}:${JSON.stringify(jsonTerm(term))}`];
    });
    yield `${separator}{${members.join(',')}}`;
    separator = ',\n';
  }
  yield '\n]}}\n';
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

async function* writeXml({ variables, rows }: Bindings): AsyncGenerator<string> {
  yield `${xmlHead(variables)}<results>\n`;
  for await (const row of rows) {
    let cells = '';
    for (const name of variables) {
      const term = row.get(name);
      if (term !== undefined) cells += `<binding name="${xmlAttribute(name)}">${xmlTerm(term)}</binding>`;
    }
    yield `<result>${cells}</result>\n`;
  }
  yield '</results>\n</sparql>\n';
}

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
function csvCell(term: Term | undefined): string {
  const text = term === undefined ? '' : csvText(term);
  return /[",\r\n]/.test(text) ? inCsvQuotes(text) : text;
}

async function* writeCsv({ variables, rows }: Bindings): AsyncGenerator<string> {
  yield `${variables.join(',')}\r\n`;
  for await (const row of rows) yield `${variables.map((name) => csvCell(row.get(name))).join(',')}\r\n`;
}

const bareNumbers: Readonly<Record<string, RegExp>> = {
  [`${prefixes.xsd}integer`]: /^[+-]?\d+$/,
  [`${prefixes.xsd}decimal`]: /^[+-]?\d*\.\d+$/,
  [`${prefixes.xsd}double`]: /^[+-]?(\d+\.\d*|\.?\d+)[eE][+-]?\d+$/,
};

/** Turtle terms; a number stands bare only where Turtle reads it back as the same term. */
function tsvCell(term: Term | undefined): string {
  if (term === undefined) return '';
  const bare = term.termType === 'Literal' && bareNumbers[term.datatype.value]?.test(term.value);
  return bare ? term.value : writeTerm(term);
}

async function* writeTsv({ variables, rows }: Bindings): AsyncGenerator<string> {
  yield `${variables.map((name) => `?${name}`).join('\t')}\n`;
  for await (const row of rows) yield `${variables.map((name) => tsvCell(row.get(name))).join('\t')}\n`;
}

const writers: Readonly<Record<string, (bindings: Bindings) => AsyncGenerator<string>>> = {
  json: writeJson,
  xml: writeXml,
  csv: writeCsv,
  tsv: writeTsv,
};

/** The rows in the format of that id, in chunks; an Error for an id that is no format for bindings. */
export function serialiseBindings(bindings: Bindings, format: string): AsyncGenerator<string> {
  const write = writers[format];
  if (write === undefined) throw new Error(`"${format}" is not a format for bindings`);
  return write(bindings);
}

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
