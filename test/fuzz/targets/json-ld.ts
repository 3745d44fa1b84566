/** JSON-LD, spoilt. */
import { type FuzzTarget, probing } from '../fuzz-target.js';
import { createSpoiler } from '../spoil.js';
import { readAndWrite } from './rdf/read-and-write.js';

const context = {
  '@vocab': 'http://e/',
  e: 'http://e/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  '@base': 'http://e/x/',
};

const documents: readonly object[] = [
  { '@context': context, '@id': 'a', '@type': ['C', 'e:D'], p: { '@id': '#b' }, v: [1, -2.5, 1e21, true, 'x', null] },
  {
    '@context': { ...context, '@language': 'en', l: { '@id': 'e:l', '@container': '@list' } },
    '@id': 'e:s',
    l: [1, ['x', []]],
    t: { '@value': 'y', '@language': 'de' },
  },
  {
    '@context': {
      ...context,
      m: { '@id': 'e:m', '@container': '@language' },
      i: { '@id': 'e:i', '@container': '@index' },
    },
    m: { en: 'a', de: ['b', 'c'] },
    i: { one: { '@id': 'x' } },
  },
  {
    '@context': context,
    '@id': 'g',
    '@graph': [
      { '@id': 'a', p: 'x' },
      { '@id': '_:b', p: { '@id': '_:b' } },
    ],
    '@included': [{ '@id': 'z', p: 1 }],
  },
  [
    {
      '@id': 'http://e/s',
      'http://e/p': [
        { '@value': '1.50', '@type': 'http://www.w3.org/2001/XMLSchema#double' },
        { '@set': [{ '@id': 'http://e/o' }] },
      ],
    },
  ],
  {
    '@context': {
      ...context,
      r: { '@reverse': 'e:p' },
      j: { '@id': 'e:j', '@type': '@json' },
      d: { '@id': 'e:d', '@direction': 'rtl', '@language': 'ar' },
    },
    '@id': 's',
    r: { '@id': 'o' },
    j: { a: [1, null] },
    d: 'x',
  },
  {
    '@context': [
      { '@version': 1.1, ...context },
      { n: { '@id': 'e:n', '@context': { q: 'e:inner' } }, x: '@nest', k: { '@id': 'e:k', '@type': '@id' } },
    ],
    n: { q: 1 },
    x: { p: 2 },
    k: ['rel', 'e:abs', '_:b0'],
  },
];

export const jsonLd: FuzzTarget = {
  name: 'json-ld',
  share: 50,
  generate: createSpoiler({
    samples: documents.flatMap((one) => [JSON.stringify(one), JSON.stringify(one, undefined, 2)]),
    tokens: /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|\w+|\s+|[\s\S]/g,
    more: [
      '"@context"',
      '"@none"',
      '"@propagate"',
      '"@import"',
      '"@protected"',
      '"@prefix"',
      '"@nest"',
      '"@json"',
      '"@vocab"',
      '"http://example.org/context.jsonld"',
      '"__proto__"',
      '"constructor"',
      '"\\ud800"',
      '"_:"',
      '""',
      '"@foo"',
      '1e400',
    ],
    kinds: [/^"@/, /^"/, /^-?\d/, /^(?:true|false|null)$/, /^[{}[\],:]$/],
    brackets: [
      ['{"p":', '}'],
      ['[', ']'],
      ['{"@list":[', ']}'],
      ['{"@graph":', '}'],
    ],
  }),
  open: probing((input) => readAndWrite(input, 'jsonld', ['jsonld', 'nquads'])),
};
