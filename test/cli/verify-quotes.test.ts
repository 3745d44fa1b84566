/** Every quote at its offset, or a failure: what is changed by one character is not found. */

import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { verifyQuotes } from '../../src/cli/verify-quotes.js';
import { type Quad, rdf } from '../../src/rdf.js';
import { mig, oa, prov, rdfTerms, schema } from '../../src/vocabularies.js';

const base = 'https://example.org/';
const text = 'Zażółć 🐟 moves. The office counts fish. The end.';
const [start, end] = [16, 39];

/** The graph of one note with one claim on "The office counts fish.", some of it said otherwise. */
function graphOf(
  change: Partial<Record<'exact' | 'prefix' | 'suffix' | 'start' | 'text' | 'sha256' | 'quoted', string>> = {},
): Quad[] {
  const [note, claim] = [rdf.namedNode(`${base}note/fish`), rdf.namedNode(`${base}claim/1`)];
  const passage = rdf.namedNode(`${base}note/fish#char=${start},${end}`);
  const selector = (kind: string) => rdf.namedNode(`${passage.value};selector=${kind}`);
  const [position, quote] = [selector('position'), selector('quote')];
  const held = change.text ?? text;
  const sha256 = change.sha256 ?? createHash('sha256').update(held, 'utf8').digest('hex');
  return [
    rdf.quad(note, rdfTerms.type, mig.Note),
    rdf.quad(note, schema.text, rdf.literal(held, 'en')),
    rdf.quad(note, schema.sha256, rdf.literal(sha256)),
    rdf.quad(claim, rdfTerms.type, mig.Claim),
    ...(change.quoted === 'nothing' ? [] : [rdf.quad(claim, prov.wasQuotedFrom, passage)]),
    rdf.quad(passage, rdfTerms.type, mig.Passage),
    rdf.quad(passage, oa.hasSource, note),
    rdf.quad(passage, oa.hasSelector, position),
    rdf.quad(passage, oa.hasSelector, quote),
    rdf.quad(position, oa.start, rdf.literal(change.start ?? String(start))),
    rdf.quad(position, oa.end, rdf.literal(String(end))),
    rdf.quad(quote, oa.exact, rdf.literal(change.exact ?? 'The office counts fish.', 'en')),
    rdf.quad(quote, oa.prefix, rdf.literal(change.prefix ?? 'moves. ', 'en')),
    rdf.quad(quote, oa.suffix, rdf.literal(change.suffix ?? ' The end.', 'en')),
  ];
}

const failuresOf = (quads: readonly Quad[], texts?: ReadonlyMap<string, string>): readonly string[] =>
  verifyQuotes(quads, { base, texts }).failures;

describe('verifyQuotes', () => {
  it('finds a quote by its offset in code points', () => {
    const result = verifyQuotes(graphOf(), { base, texts: new Map([['fish', text]]) });
    expect(result).to.deep.equal({ failures: [], quotes: 1, claims: 1 });
  });

  const faults: readonly (readonly [what: string, quads: Quad[], failure: RegExp])[] = [
    [
      'a quote of which one letter is another',
      graphOf({ exact: 'The office counts fisH.' }),
      /at 16,39 stands "The office counts fish\."/,
    ],
    ['a quote in other capitals', graphOf({ exact: 'the office counts fish.' }), /stands/],
    ['an offset that is off by one', graphOf({ start: '15' }), /its name does not say its position/],
    ['an offset that is no number', graphOf({ start: 'x' }), /one position and one quote/],
    ['a prefix that stands elsewhere', graphOf({ prefix: 'counts ' }), /its prefix/],
    ['a suffix that stands elsewhere', graphOf({ suffix: ' The And.' }), /its suffix/],
    ['two quotes of one passage', [...graphOf(), ...graphOf({ exact: 'The office' })], /one position and one quote/],
    [
      'a passage without a quote',
      graphOf().filter(({ predicate }) => !predicate.equals(oa.exact)),
      /one position and one quote/,
    ],
    [
      'a passage of no note',
      graphOf().filter(({ predicate }) => !predicate.equals(oa.hasSource)),
      /its note is not in the graph/,
    ],
    [
      'a passage that only a claim speaks of',
      graphOf().filter(({ subject }) => !subject.value.includes('char=')),
      /its note is not in the graph/,
    ],
    ['a claim that quotes nothing', graphOf({ quoted: 'nothing' }), /claim\/1: quotes nothing/],
    ['a text that its SHA-256 is not of', graphOf({ sha256: 'ab' }), /SHA-256/],
  ];
  for (const [what, quads, failure] of faults)
    it(`fails on ${what}`, () => {
      expect(failuresOf(quads).join('\n')).to.match(failure);
    });

  it('fails where the file says other words than the graph', () => {
    const changed = text.replace('counts', 'counted');
    expect(failuresOf(graphOf(), new Map([['fish', changed]])).join('\n')).to.match(/its text is not that of its file/);
    expect(failuresOf(graphOf(), new Map([['fish', changed]])).join('\n')).to.match(/char=16,39: at 16,39 stands/);
    expect(failuresOf(graphOf(), new Map()).join('\n')).to.match(/its file is not among the notes/);
  });
});
