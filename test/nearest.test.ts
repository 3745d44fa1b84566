/** Guessing which name was meant. */
import { expect } from 'chai';
import { nearest } from '../src/nearest.js';

describe('the nearest name', () => {
  const names = ['startYear', 'endYear', 'studyCountry', 'hasCoverage', 'about'];
  for (const [text, meant] of [
    ['startyear', 'startYear'],
    ['stratYear', 'startYear'],
    ['hasCovrage', 'hasCoverage'],
    ['abuot', 'about'],
    ['studyCountries', 'studyCountry'],
  ])
    it(`${text} means ${meant}`, () => expect(nearest(text ?? '', names)).to.equal(meant));

  for (const text of ['', 'x', 'publisher', 'zzzzzzzzz', 'startYear'.repeat(50)])
    it(`"${text.slice(0, 20)}" means none of them`, () => expect(nearest(text, names)).to.equal(undefined));
});
