/** Quads whose terms are awkward to write, for tests that two ways of writing them give the same. */
import { type Quad, rdf, type Term } from '../../src/rdf.js';

const e = (name: string) => rdf.namedNode(`http://e/${name}`);
const typed = (value: string, name: string) =>
  rdf.literal(value, rdf.namedNode(`http://www.w3.org/2001/XMLSchema#${name}`));
const directed = (value: string, language: string, direction: 'ltr' | 'rtl') =>
  rdf.literal(value, { language, direction } as unknown as string);

const type = rdf.namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type');

/** Triple terms are apart: not every syntax has them. */
export const tripleTerm: Term = rdf.quad(e('s'), e('p'), rdf.literal('inner', 'EN-gb'));

/** The last are characters that XML has none for. */
const texts = [
  '',
  'plain',
  'a "quote", a \\ and \\u0041, \t tab, \r CR, \n LF',
  'commas, and more, of them',
  'é ü كلمة 中文',
  'before the astral ones in UTF-8: \uE000 \uFFFD，',
  '𝄞 behind them',
  '<&> ]]> &amp;',
  '_:b0',
  '@en',
  '"^^<http://e/>',
];
export const unwritableInXml = ['\b \f', '\u0000 \u001F', '\uFFFE \uFFFF'];

const objectsOf = (all: readonly string[]): Term[] => [
  ...all.map((text) => rdf.literal(text)),
  ...all.slice(0, 7).map((text) => rdf.literal(text, 'fr')),
  ...['en', 'EN', 'en-GB', 'EN-gb', 'de', 'DE', 'En'].map((tag) => rdf.literal('same', tag)),
  rdf.literal('alone', 'EN-US'),
  directed('plain', 'ar', 'rtl'),
  directed('same', 'EN', 'ltr'),
  ...['007', '+1', 'x', '-', '1.0', ''].flatMap((text) => [typed(text, 'integer'), typed(text, 'decimal')]),
  ...['1e6', '.5E-1', 'INF'].map((text) => typed(text, 'double')),
  typed('2020', 'gYear'),
  typed('true', 'boolean'),
  typed('plain', 'string'),
  rdf.literal('x', rdf.namedNode('http://e/a&b,c\uFFFE')),
  rdf.literal('x', rdf.namedNode('http://e/a&b,c')),
  rdf.namedNode('http://e/a,b;c?d&e=f#g'),
  rdf.namedNode('http://e/übung/𝄞'),
  rdf.namedNode('http://e/\uE000'),
  rdf.blankNode('b1'),
  rdf.blankNode('b10'),
  rdf.blankNode('b1.x'),
];

const subjects = ['s', 's1', 's10', 'ü', '𝄞', '\uE000'].map(e);

/** As subjects, predicates and objects; `isAll`: what XML cannot hold among them. */
export const oddQuads = (isAll: boolean): Quad[] => [
  ...objectsOf(isAll ? [...texts, ...unwritableInXml] : texts)
    .filter(({ termType, value }) => isAll || termType !== 'Literal' || value !== 'x')
    .flatMap((object, n) =>
      subjects
        .filter((_, place) => (n + place) % 2 === 0 || place === 0)
        .map((subject) => rdf.quad(subject, e(`p${n % 3}`), object as Quad['object'])),
    ),
  ...['T', 'U,V', '𝄞'].map((name) => rdf.quad(e('s'), type, e(name))),
  rdf.quad(e('s'), type, rdf.literal('a word')),
  rdf.quad(rdf.blankNode('b1'), type, rdf.blankNode('b10')),
  rdf.quad(rdf.blankNode('b10'), e('p'), rdf.blankNode('b1')),
  rdf.quad(rdf.blankNode('b1.x'), e('p'), e('s')),
];

/** A list, and what holds triple terms. */
export const nestedQuads = (): Quad[] => {
  const rdfNs = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
  const [first, rest, nil] = ['first', 'rest', 'nil'].map((name) => rdf.namedNode(rdfNs + name));
  const [one, two] = [rdf.blankNode('l1'), rdf.blankNode('l2')];
  return [
    rdf.quad(e('s'), e('list'), one),
    rdf.quad(one, first as never, rdf.literal('a')),
    rdf.quad(one, rest as never, two),
    rdf.quad(two, first as never, e('b')),
    rdf.quad(two, rest as never, nil as never),
    rdf.quad(e('r'), e('says'), tripleTerm as Quad['object']),
    rdf.quad(e('r'), e('says'), rdf.quad(e('s'), e('p'), rdf.literal('inner', 'en-gb')) as unknown as Quad['object']),
  ];
};
