/** Words right before a place are found there, and nowhere else in the text. */
import { expect } from 'chai';
import { createBefore } from '../../src/extract/words-before.js';

const isGiven = createBefore(/\b(?:lists|records) (?:from|by)\s(?:the\s)?|\bthanks\sto\s/i);

const given = (marked: string): boolean => isGiven(marked.replace('|', ''), marked.indexOf('|'));

describe('words before a place', () => {
  it('end right there, in either of the ways that the pattern gives', () => {
    expect(given('It draws on Lists from the |Dock Board.')).to.equal(true);
    expect(given('It draws on records by |Lima.')).to.equal(true);
    expect(given('Thanks to |the Dock Board it goes on.')).to.equal(true);
  });

  it('are whole words', () => expect(given('It draws on blacklists from the |Dock Board.')).to.equal(false));

  it('stand nowhere else', () => {
    expect(given('|Lists from the Dock Board.')).to.equal(false);
    expect(given('Lists from the Dock Board and the |Port.')).to.equal(false);
    expect(given('Lists from the| Dock Board.')).to.equal(false);
  });
});
