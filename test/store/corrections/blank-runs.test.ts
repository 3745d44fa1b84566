/** Blanks behind INSERT and DELETE cost no more than any others. */
import { expect } from 'chai';
import { parseUpdate } from '../../../src/store/parse/parse-query.js';

const data = '{ <http://e/a> <http://e/p> 1 }';
const blanks = [' '.repeat(20_000), '\n'.repeat(20_000), ' \t\r\n# a comment\n'.repeat(2_000)];

describe('blanks between the words of an update', () => {
  for (const words of ['INSERT DATA', 'DELETE DATA', 'DELETE WHERE', 'INSERT', 'DELETE'])
    it(`are many behind ${words}`, () => {
      const rest = words.includes(' ') ? '' : ' WHERE { ?s ?p ?o }';
      for (const blank of blanks) {
        const started = process.cpuUsage();
        const { steps } = parseUpdate(`${words.replace(' ', blank)}${blank}${data}${rest}`);
        expect(steps.length).to.equal(1);
        expect(process.cpuUsage(started).user).to.be.below(2_000_000);
      }
    });
  it('stand within no word', () => {
    for (const text of [`INSERTDATA ${data}`, `INSERT #DATA ${data}`])
      expect(() => parseUpdate(text)).to.throw(/not expected|ends too early|unexpected/);
  });
});
