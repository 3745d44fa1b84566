/** Where a text comes nearest to words that it does not hold: the same place every time, and soon. */
import { expect } from 'chai';
import { findNearestWords } from '../../src/triples/nearest-words.js';

const text = `The register covers the years 1960 to 2004. It is kept by the ministry.
The yearbook covers the years 1960 to 2005, and is printed by the ministry.`;

const nearest = (quote: string): string | undefined => findNearestWords(quote, text)?.text;

describe('findNearestWords', () => {
  const cases: readonly (readonly [what: string, quote: string, found: string | undefined])[] = [
    [
      'one word that is another',
      'yearbook covers the years 1960 to 2006, and is',
      'yearbook covers the years 1960 to 2005, and is',
    ],
    ['other case and punctuation', 'it is KEPT, by the ministry', 'It is kept by the ministry'],
    ['a line end where the quote has a space', 'by the ministry. The yearbook', 'by the ministry.\nThe yearbook'],
    ['of equals the first', 'covers the years 1960', 'covers the years 1960'],
    [
      'a beginning of its own',
      'Our register covers the years 1960 to 2004',
      'The register covers the years 1960 to 2004',
    ],
    ['an end beyond the text', 'printed by the ministry of waves and tides', 'printed by the ministry'],
    ['a word left out', 'covers years 1960 to 2004. It', 'covers the years 1960 to 2004. It'],
    ['a word put in', 'register covers all the years 1960', 'register covers the years 1960'],
    ['one word of two', 'our Yearbook', 'The yearbook'],
    ['nothing', 'Deep currents run silently', undefined],
    ['small words alone', 'the tides of harbours are measured in fathoms by the pilots', undefined],
    ['no words', '?!', undefined],
  ];
  for (const [what, quote, found] of cases) it(`finds ${what}`, () => expect(nearest(quote)).to.equal(found));

  it('gives a span of the text', () => {
    const span = findNearestWords('the Yearbook', text);
    expect(text.slice(span?.start, span?.end)).to.equal(span?.text);
  });

  it('takes time in proportion to the text, whatever repeats', function () {
    this.timeout(20_000);
    const long = 'word '.repeat(100_000);
    const start = performance.now();
    findNearestWords('word '.repeat(10_000), long);
    expect(performance.now() - start).to.be.below(15_000);
  });
});
