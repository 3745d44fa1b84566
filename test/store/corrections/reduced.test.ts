/** REDUCED takes no row away that another only resembles. */
import { expect } from 'chai';
import { openTriG } from '../ask-rows.js';

describe('REDUCED', () => {
  it('keeps rows that differ in language alone', async () => {
    const { rows } = await openTriG(':a :p "x"@en , "x"@de , "x" .');
    expect(await rows('SELECT REDUCED ?o { :a :p ?o }')).to.deep.equal(['o="x"', 'o="x"@de', 'o="x"@en']);
  });
});
