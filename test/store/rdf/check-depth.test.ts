/** What is nested too deep is found before the parsers see it, and what only looks like it is let through. */
import { expect } from 'chai';
import { checkDepth, maxDepth } from '../../../src/store/rdf/check-depth.js';
import { parseRdf } from '../../../src/store/rdf/parse-rdf.js';

const rdf = (inner: string) =>
  `<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/">${inner}</r:RDF>`;
const nest = (open: string, close: string, levels: number) => open.repeat(levels) + close.repeat(levels);

describe('the depth of a text', () => {
  const deep: [string, string, (levels: number) => string][] = [
    ['JSON objects', 'jsonld', (n) => nest('{"a":', '}', n)],
    ['JSON arrays', 'jsonld', (n) => nest('[', ']', n)],
    ['XML elements', 'rdfxml', (n) => nest('<a b=">/">', '</a>', n)],
    ['nodes', 'turtle', (n) => nest('[ <p> ', ']', n)],
    ['lists', 'trig', (n) => nest('(', ')', n)],
    ['triple terms', 'turtle', (n) => nest('<<( <a> <b> ', ')>>', n)],
    ['reified triples', 'turtle', (n) => nest('<< <a> <b> ', '>>', n)],
  ];
  for (const [what, format, make] of deep)
    it(`is told of ${what}, over and not below the limit`, () => {
      expect(checkDepth(make(maxDepth), format)).to.equal(undefined);
      expect(checkDepth(`\n\n${make(maxDepth + 1)}`, format)).to.deep.equal({
        line: 3,
        reason: `nested more than ${maxDepth} levels deep`,
      });
    });

  const many = 1000;
  const flat: [string, string, string][] = [
    ['a JSON string', 'jsonld', `{"a": "${'[{'.repeat(many)}\\"${'['.repeat(many)}"}`],
    ['round brackets in JSON', 'jsonld', '('.repeat(many)],
    [
      'a comment, CDATA and an instruction',
      'rdfxml',
      rdf(`<!--${'<a>'.repeat(many)}--><![CDATA[${'<a>'.repeat(many)}]]><?x ${'<a>'.repeat(many)}?>`),
    ],
    ['empty elements', 'rdfxml', rdf('<e:a/><e:a b="/" />'.repeat(many))],
    ['attributes', 'rdfxml', rdf(`<e:a b="${'&lt;>'.repeat(many)}" c='>">'/>`)],
    [
      'strings',
      'turtle',
      `<a> <b> "${'[('.repeat(many)}", '((\\'((', """"[${'['.repeat(many)}""\\"""", '''${'('.repeat(many)}'''.`,
    ],
    ['a comment', 'turtle', `#${'['.repeat(many)}\n<a#[[[> <b> (1) .`],
    ['IRIs and comparisons', 'turtle', '<a[[[[> < b <c((((>'.repeat(many)],
    ['escaped names', 'turtle', 'a:\\(\\(\\(\\('.repeat(many)],
    ['many after each other', 'turtle', '<a> <b> [ ], ( ), <<( <a> <b> <c> )>> .\n'.repeat(many)],
  ];
  for (const [what, format, text] of flat)
    it(`is not taken from ${what}`, () => {
      expect(checkDepth(text, format)).to.equal(undefined);
    });

  it('cannot be made small by what closes nothing', () => {
    for (const [text, format] of [
      [`${']'.repeat(many)}${'['.repeat(many)}`, 'jsonld'],
      [`<!DOCTYPE a [<!ENTITY b "${'</a>'.repeat(many)}">]>${'</a>'.repeat(many)}${'<a>'.repeat(many)}`, 'rdfxml'],
      [`${')>>'.repeat(many)}${'('.repeat(many)}`, 'turtle'],
    ] as const)
      expect(checkDepth(text, format), format).not.to.equal(undefined);
  });
  it('is found in linear time, whatever the text', () => {
    for (const [piece, format] of [
      ['<', 'turtle'],
      ['<a ', 'turtle'],
      ['"', 'turtle'],
      ['""" \'\'\' ', 'turtle'],
      ['\\', 'turtle'],
      ['"', 'jsonld'],
      ['<!--', 'rdfxml'],
      ['<a "', 'rdfxml'],
      ['<![CDATA[', 'rdfxml'],
    ] as const) {
      const time = (length: number): number => {
        const text = piece.repeat(length / piece.length);
        const started = performance.now();
        checkDepth(text, format);
        return performance.now() - started;
      };
      time(100_000);
      expect(Math.min(time(4_000_000), time(4_000_000)), `${piece} ${format}`).to.be.lessThan(2000);
    }
  });
});

describe('RDF/XML', () => {
  it('is read in pieces that cut no character in two', async () => {
    for (const pad of ['', ' ']) {
      const text = '😀'.repeat(50_000);
      const [quad] = await parseRdf(
        `${pad}${rdf(`<r:Description><e:p>${text}</e:p></r:Description>`)}`,
        'rdfxml',
        'http://e/',
      );
      expect(quad?.object.value === text).to.equal(true);
    }
  });
  it('is given up at its first error', async () => {
    const started = performance.now();
    const failed = await parseRdf('<'.repeat(4_000_000), 'rdfxml', 'http://e/').catch((error: Error) => error.message);
    expect(failed).to.match(/disallowed character/);
    expect(performance.now() - started).to.be.lessThan(5000);
  });
});
