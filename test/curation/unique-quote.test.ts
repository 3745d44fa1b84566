/** Words that stand in a text once, found around those that were meant. */
import { expect } from 'chai';
import { uniqueQuote } from '../../src/curation/unique-quote.js';

describe('uniqueQuote', () => {
  const quoteOf = (text: string, words: string, from = 0): string | undefined => {
    const start = text.indexOf(words, from);
    return uniqueQuote(text, start, start + words.length);
  };

  it('is the words themselves where they stand once', () => {
    expect(quoteOf('One wave, two boats.', 'wave')).to.equal('wave');
  });

  it('takes the words around them, as many as it takes', () => {
    expect(quoteOf('It is old. We say it. It is old. They say it.', 'It is old.', 5)).to.equal('it. It is old. They');
    expect(quoteOf('aa aa 🌊 aa', 'aa', 4)).to.equal('🌊 aa');
  });

  it('looks no further than it has to, nor at all of a word without an end', () => {
    const text = `${'x'.repeat(10_000_000)} here ${'x'.repeat(10_000_000)} here`;
    const started = performance.now();
    expect(quoteOf(text, 'here')).to.equal(`${'x'.repeat(99)} here ${'x'.repeat(99)}`);
    expect(performance.now() - started).to.be.below(2000);
    expect(quoteOf('so it is '.repeat(100), 'it')).to.equal(undefined);
  });

  it('is nothing where the text repeats itself as a whole, or is blank', () => {
    expect(uniqueQuote('  ', 0, 1)).to.equal(undefined);
  });
});
