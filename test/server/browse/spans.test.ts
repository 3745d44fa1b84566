/** Spans of years: when they overlap, what they are written as, and how many fall in a decade. */
import { expect } from 'chai';
import { countDecades, firstYear, lastYear, overlap, type Span, showSpan } from '../../../src/server/browse/spans.js';

const span = (start?: number, end?: number): Span => ({ start, end });

describe('spans of years', () => {
  for (const [a, b, expected] of [
    [span(1990, 1995), span(1995, 1999), true],
    [span(1990, 1995), span(1996, 1999), false],
    [span(1990), span(2020, 2020), true],
    [span(1990), span(1980, 1989), false],
    [span(undefined, 1990), span(1900, 1901), true],
    [span(1990, 1990), span(undefined, 1990), true],
    [span(1990, 1990), span(1991), false],
    [span(), span(1, 9999), true],
  ] as const)
    it(`${showSpan(a)} and ${showSpan(b)}: ${expected}`, () => {
      expect([overlap(a, b), overlap(b, a)]).to.deep.equal([expected, expected]);
    });

  it('are written as people write them', () => {
    expect([span(1960, 1960), span(1980, 2000), span(2001), span(undefined, 1950)].map(showSpan)).to.deep.equal([
      '1960',
      '1980–2000',
      '2001–',
      '–1950',
    ]);
  });
  it('have a first and a last year, where any is stated', () => {
    const spans = [span(1990), span(1960, 1965), span(undefined, 1970)];
    expect([firstYear(spans), lastYear(spans), firstYear([]), lastYear([])]).to.deep.equal([
      1960,
      1990,
      undefined,
      undefined,
    ]);
  });
  it('count in each decade once, without an end in all that follow', () => {
    const counts = countDecades(
      [[span(1985, 1994), span(1991, 1991)], [span(1999)], [span(1995, 1985)]],
      span(1985, 2005),
    );
    expect([...counts]).to.deep.equal([
      [1980, 1],
      [1990, 2],
      [2000, 1],
    ]);
  });
  it('that are absurd make no more decades than there can be', () => {
    expect(countDecades([[span(-1e9, 1e9)]], span(-1e9, 1e9)).size).to.equal(1000);
  });
});
