/** Terms by chance that are awkward to write, and how they stand in an input: as JSON, which can say them all. */
import { type Quad, rdf, type Term } from '../../../../src/rdf.js';
import type { Random } from '../../../random.js';

/** An IRI, `_:` and a label, a text with its language, direction or datatype, or a triple. */
export type WrittenTerm =
  | { readonly iri: string }
  | { readonly node: string }
  | { readonly text: string; readonly language?: string; readonly direction?: string; readonly type?: string }
  | { readonly triple: readonly [WrittenTerm, WrittenTerm, WrittenTerm] };

const pieces = [
  'a',
  'Z',
  '0',
  ' ',
  '  ',
  '"',
  '""',
  "'",
  "'''",
  '\\',
  '\\n',
  '\\u0041',
  '<',
  '>',
  '<<',
  '&',
  '&amp;',
  ']]>',
  '<!--',
  ',',
  ';',
  '\t',
  '\n',
  '\r',
  '\r\n',
  '\b',
  '\f',
  '\v',
  '\0',
  '\u0001',
  '\u001f',
  '\u007f',
  '\u0085',
  '\u00a0',
  '\u2028',
  '\u2029',
  '\u200e',
  '\ufeff',
  '\ufffd',
  '\ufffe',
  '\uffff',
  '\ud800',
  '\udfff',
  '\ud83d',
  '😀',
  '\u{10ffff}',
  'é',
  'e\u0301',
  'ß',
  '漢字',
  'كلمة',
  '_:b',
  '@en',
  '^^',
  '{',
  '}',
  '|',
  '`',
  '^',
  '%',
  '%41',
  '%zz',
  '#',
  '?',
  '..',
  '/',
  '//',
  ':',
  '.',
  '-',
  '--ltr',
  '$',
  '$1',
  '$&',
  '__proto__',
  '\u0000',
];

const text = (random: Random): string =>
  random.chance(3)
    ? random.pick(pieces).repeat(random.pick([100, 3000, 70_000]))
    : Array.from({ length: random.number(6) }, () => random.pick(pieces)).join('');

const iri = (random: Random): string => {
  if (random.chance(93))
    return `http://e/${random.pick(['s', 'p', 'o', 'ns#a', 'ns/a.b', 'x-1', '1', 'a,b;c', 'é', '漢', 'a%20b', "it's", 'A(b)', '~x'])}`;
  return (
    random.pick([
      'http://e/',
      'urn:x:',
      'http://',
      'HTTP://E/',
      'mailto:',
      'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
      'http://e/p#',
    ]) + text(random)
  );
};

const xsd = 'http://www.w3.org/2001/XMLSchema#';
const types = ['string', 'integer', 'decimal', 'double', 'boolean', 'gYear', 'dateTime'].map((name) => xsd + name);
const lexical = [
  '1',
  '007',
  '+1',
  '-0',
  '1.0',
  '.5',
  '1.',
  '1e6',
  '1E+6',
  'INF',
  'NaN',
  'true',
  'TRUE',
  '',
  '2020',
  ' 1 ',
  '1.0e',
];
const languages = [
  'en',
  'EN',
  'en-GB',
  'de-CH-1996',
  'x-a',
  'ar',
  '',
  'en us',
  'é',
  'zh-Hant',
  'toolonglanguage',
  'a1',
];

function literal(random: Random): WrittenTerm {
  if (random.chance(40)) return { text: text(random) };
  if (random.chance(50)) return { text: random.pick(lexical), type: random.pick(types) };
  if (random.chance(20)) return { text: text(random), type: iri(random) };
  const language = random.chance(90) ? random.pick(languages.slice(0, 4)) : random.pick(languages);
  if (random.chance(70)) return { text: text(random), language };
  return { text: text(random), language: language || 'ar', direction: random.pick(['ltr', 'rtl']) };
}

const node = (random: Random): WrittenTerm => ({ node: random.pick(['a', 'b0', 'b1', 'b10', 'x.y', 'x-', '0', 'é']) });

export const subject = (random: Random): WrittenTerm => (random.chance(25) ? node(random) : { iri: iri(random) });

const predicates = ['type', 'first', 'rest', 'value', 'li', '_1'].map(
  (name) => `http://www.w3.org/1999/02/22-rdf-syntax-ns#${name}`,
);

export const predicate = (random: Random): WrittenTerm => ({
  iri: random.chance(20) ? random.pick(predicates) : iri(random),
});

export function object(random: Random, depth = 0): WrittenTerm {
  if (depth < 3 && random.chance(8)) return { triple: [subject(random), predicate(random), object(random, depth + 1)] };
  return random.chance(60) ? literal(random) : subject(random);
}

export function toTerm(written: WrittenTerm): Term {
  if ('iri' in written) return rdf.namedNode(written.iri);
  if ('node' in written) return rdf.blankNode(written.node);
  if ('triple' in written)
    return rdf.quad(...(written.triple.map(toTerm) as [Quad['subject'], Quad['predicate'], Quad['object']]));
  const { text: value, language, direction, type } = written;
  if (type !== undefined) return rdf.literal(value, rdf.namedNode(type));
  return rdf.literal(value, (direction === undefined ? language : { language, direction }) as string | undefined);
}
