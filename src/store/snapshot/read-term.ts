/** A term as N-Triples writes it, read back. What is read was written by us: it is not checked. */

import { rdf, type Term } from '../../rdf.js';
import { N3Parser } from '../rdf/n3-parser.js';

const named: Readonly<Record<string, string>> = {
  t: '\t',
  b: '\b',
  n: '\n',
  r: '\r',
  f: '\f',
  '"': '"',
  "'": "'",
  '\\': '\\',
};

const escaped = /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/g;

const readEscapes = (text: string): string =>
  text.includes('\\')
    ? text.replace(escaped, (_, short?: string, long?: string, letter?: string) =>
        letter === undefined
          ? String.fromCodePoint(Number.parseInt(short ?? long ?? '', 16))
          : (named[letter] ?? letter),
      )
    : text;

const readIri = (text: string) => rdf.namedNode(readEscapes(text.slice(1, -1)));

function readLiteral(text: string): Term {
  const end = text.lastIndexOf('"');
  const value = readEscapes(text.slice(1, end));
  const suffix = text.slice(end + 1);
  if (suffix === '') return rdf.literal(value);
  if (suffix.startsWith('^^')) return rdf.literal(value, readIri(suffix.slice(2)));
  const [language = '', direction] = suffix.slice(1).split('--');
  return direction === undefined
    ? rdf.literal(value, language)
    : rdf.literal(value, { language, direction: direction as 'ltr' | 'rtl' } as unknown as string);
}

function readTriple(text: string): Term {
  const [quad] = new N3Parser({ format: 'N-Triples', blankNodePrefix: '_:' }).parse(`<a:s> <a:p> ${text} .`);
  return (quad as unknown as { object: Term }).object;
}

export function readTerm(text: string): Term {
  switch (text[0]) {
    case '"':
      return readLiteral(text);
    case '_':
      return rdf.blankNode(text.slice(2));
    default:
      return text.startsWith('<<') ? readTriple(text) : readIri(text);
  }
}
