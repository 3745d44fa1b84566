/** Tests that a text kept in one byte a character is the same text. */
import { expect } from 'chai';
import { narrow } from '../../src/notes/narrow.js';

describe('a text in one byte a character', () => {
  it('is the same text', () => {
    for (const text of ['', 'Boats of Lima', 'Población, Île, ÿ', 'Łódź', 'a – b', 'ab\u0080\u00ff', '漁船 and 🚢'])
      expect(narrow(text)).to.equal(text);
  });
});
