/** Cells of a table of results, copied from the texts that N-Triples has for their terms, where that is all it takes. */
import { type ByteSource, type ByteWriter, type Encoded, encoded } from './byte-writer.js';
import { byte, endOfQuoted, type IdTerms, isTripleTerm } from './id-terms.js';

/** How a format copies terms; of those with bytes. */
export interface CellForms {
  /** A number for `copy`; 0 where it takes the term. */
  formOf(terms: IdTerms, id: number): number;
  copy(terms: IdTerms, id: number, out: ByteWriter, form: number): void;
}

export const form = { iri: 1, node: 2, text: 3, tagged: 4, typed: 5, quoted: 6 } as const;

/** Bytes with a mark of their own. */
function marksOf(...marked: number[]): Uint8Array {
  const marks = new Uint8Array(256);
  for (const each of marked) marks[each] = 1;
  return marks;
}

/** Whether there is none of the marked bytes. */
function isFree(bytes: Buffer, start: number, end: number, marks: Uint8Array): boolean {
  for (let at = start; at < end; at += 1) if (marks[bytes[at] as number] === 1) return false;
  return true;
}

/** The kind of a term, by its first byte and its last; 0 for triple terms and directions. */
function kindOf(terms: IdTerms, id: number): number {
  const { bytes, ends } = terms;
  const [start, last] = [ends[id - 1] as number, (ends[id] as number) - 1];
  if (bytes[start] === byte.less) return isTripleTerm(terms, id) ? 0 : form.iri;
  if (bytes[start] === byte.underscore) return form.node;
  if (bytes[last] === byte.quote) return form.text;
  if (bytes[last] === byte.more) return form.typed;
  for (let at = last; bytes[at] !== byte.at; at -= 1)
    if (bytes[at] === byte.minus && bytes[at - 1] === byte.minus) return 0;
  return form.tagged;
}

/** What a part of a text stands between. */
export type Around = readonly [before: Encoded, after: Encoded];

export const around = (before: string, after: string): Around => [encoded(before), encoded(after)];

export function copyAround(
  from: ByteSource,
  [start, end]: readonly [number, number],
  [before, after]: Around,
  out: ByteWriter,
): void {
  out.all(before);
  out.copy(from, start, end);
  out.all(after);
}

export const startOf = ({ ends }: IdTerms, id: number): number => ends[id - 1] as number;
export const endOf = ({ ends }: IdTerms, id: number): number => ends[id] as number;

const jsonIri = around('{"type":"uri","value":"', '"}');
const jsonNode = around('{"type":"bnode","value":"', '"}');
const jsonText = encoded('{"type":"literal","value":');
const jsonTag = around(',"xml:lang":"', '"}');
const jsonType = around(',"datatype":"', '"}');
const jsonEnd = encoded('}');
const escapes = marksOf(byte.backslash);

/** Whether a code point is escaped by its number, which JSON does for fewer of them. */
function hasNumbers(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    if (bytes[at] !== byte.backslash) continue;
    at += 1;
    if (bytes[at] === byte.u) return true;
  }
  return false;
}

function copyJsonLiteral(terms: IdTerms, id: number, out: ByteWriter, kind: number): void {
  const [end, endOfText] = [endOf(terms, id), endOfQuoted(terms, id)];
  out.all(jsonText);
  out.copy(terms, startOf(terms, id), endOfText);
  if (kind === form.text) out.all(jsonEnd);
  else if (kind === form.tagged) copyAround(terms, [endOfText + 1, end], jsonTag, out);
  else copyAround(terms, [endOfText + 3, end - 1], jsonType, out);
}

export const json: CellForms = {
  formOf(terms, id) {
    const kind = kindOf(terms, id);
    const [start, end] = [startOf(terms, id), endOf(terms, id)];
    if (kind === form.iri) return isFree(terms.bytes, start, end, escapes) ? kind : 0;
    return hasNumbers(terms.bytes, start, end) ? 0 : kind;
  },
  copy(terms, id, out, kind) {
    const [start, end] = [startOf(terms, id), endOf(terms, id)];
    if (kind === form.iri) copyAround(terms, [start + 1, end - 1], jsonIri, out);
    else if (kind === form.node) copyAround(terms, [start + 2, end], jsonNode, out);
    else copyJsonLiteral(terms, id, out, kind);
  },
};

const xmlIri = around('<uri>', '</uri>');
const xmlNode = around('<bnode>', '</bnode>');
const xmlPlain = around('<literal>', '</literal>');
const xmlText = around('>', '</literal>');
const xmlTag = around('<literal xml:lang="', '"');
const xmlType = around('<literal datatype="', '"');
/** The last may begin a character that XML cannot hold; `<` and `>` of IRIs themselves are not looked at. */
const xmlMarks = marksOf(byte.backslash, byte.ampersand, byte.less, byte.more, 0xef);

function copyXmlLiteral(terms: IdTerms, id: number, out: ByteWriter, kind: number): void {
  const [end, endOfText] = [endOf(terms, id), endOfQuoted(terms, id)];
  if (kind === form.tagged) copyAround(terms, [endOfText + 1, end], xmlTag, out);
  else copyAround(terms, [endOfText + 3, end - 1], xmlType, out);
  copyAround(terms, [startOf(terms, id) + 1, endOfText - 1], xmlText, out);
}

const xml: CellForms = {
  formOf(terms, id) {
    const { bytes } = terms;
    const kind = kindOf(terms, id);
    const [start, end] = [startOf(terms, id), endOf(terms, id)];
    if (kind === form.iri) return isFree(bytes, start + 1, end - 1, xmlMarks) ? kind : 0;
    if (kind !== form.typed) return isFree(bytes, start, end, xmlMarks) ? kind : 0;
    const endOfText = endOfQuoted(terms, id);
    return isFree(bytes, start, endOfText, xmlMarks) && isFree(bytes, endOfText + 3, end - 1, xmlMarks) ? kind : 0;
  },
  copy(terms, id, out, kind) {
    const [start, end] = [startOf(terms, id), endOf(terms, id)];
    if (kind === form.iri) copyAround(terms, [start + 1, end - 1], xmlIri, out);
    else if (kind === form.node) copyAround(terms, [start + 2, end], xmlNode, out);
    else if (kind === form.text) copyAround(terms, [start + 1, end - 1], xmlPlain, out);
    else copyXmlLiteral(terms, id, out, kind);
  },
};

const csvQuotes = around('"', '"');
const commas = marksOf(byte.comma);

const csv: CellForms = {
  formOf(terms, id) {
    const kind = kindOf(terms, id);
    if (kind === form.node || kind === 0) return kind;
    const [start, end] = [startOf(terms, id) + 1, kind === form.iri ? endOf(terms, id) : endOfQuoted(terms, id)];
    if (!isFree(terms.bytes, start, end, escapes)) return 0;
    if (!isFree(terms.bytes, start, end, commas)) return kind === form.iri ? 0 : form.quoted;
    return kind === form.iri ? kind : form.text;
  },
  copy(terms, id, out, kind) {
    const [start, end] = [startOf(terms, id), endOf(terms, id)];
    if (kind === form.node) out.copy(terms, start, end);
    else if (kind === form.iri) out.copy(terms, start + 1, end - 1);
    else if (kind === form.text) out.copy(terms, start + 1, endOfQuoted(terms, id) - 1);
    else copyAround(terms, [start + 1, endOfQuoted(terms, id) - 1], csvQuotes, out);
  },
};

const xsd = '^^<http://www.w3.org/2001/XMLSchema#';
const mayBeBare = new Set(['integer>', 'decimal>', 'double>'].map((name) => xsd + name));
const shortest = xsd.length + 'double>'.length;
const longest = xsd.length + 'integer>'.length;

/** A number may stand there without quotes and datatype. */
const tsv: CellForms = {
  formOf(terms, id) {
    const [end, kind] = [endOf(terms, id), kindOf(terms, id)];
    if (kind !== form.typed) return kind;
    const endOfText = endOfQuoted(terms, id);
    if (end - endOfText < shortest || end - endOfText > longest) return kind;
    return mayBeBare.has(terms.bytes.toString('latin1', endOfText, end)) ? 0 : kind;
  },
  copy(terms, id, out) {
    out.copy(terms, startOf(terms, id), endOf(terms, id));
  },
};

/** By the format's id. */
export const cellForms: Readonly<Record<string, CellForms>> = { json, xml, csv, tsv };
