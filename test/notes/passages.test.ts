/** Tests how prose is cut into sentences, and how what has none is cut at all. */
import { expect } from 'chai';
import { parseNote } from '../../src/notes/read.js';

const passagesOf = (text: string): string[] => parseNote('note.txt', text).note.passages.map((passage) => passage.text);

/** Sentences are written with "|" where they must be cut. */
const cuts = (marked: string): void => {
  it(marked, () =>
    expect(passagesOf(marked.replaceAll('|', ''))).to.deep.equal(marked.split('|').map((part) => part.trim())),
  );
};

describe('passages: sentences', () => {
  cuts('The boats came in. |The crews went out! |Who counted them? |Nobody did.');
  cuts('He said “The boats came in.” |The crews went out.');
  cuts('The boats came in.¹ |The crews went out.[2] |Nobody stayed.');
  cuts('The boats came in (in 1990). |*The crews* went out.');
  cuts('The boats came in. |2004 was better.');
  cuts('The boats came… |The crews went out.');
  cuts('The boats came in. |🚣 The crews went out. |👍🏽 Nobody stayed.');
});

describe('passages: full stops that end nothing', () => {
  cuts('The boats of Dr. Quay, e.g. No. 7, came in. |The crews went out.');
  cuts('See vol. 12, pp. 3-4, and fig. 2 of J. B. Quay et al. for more.');
  cuts('The U.S. Coast Guard and the U.N. Secretariat met.');
  cuts('Version 2.5 of the table has 1.995 rows.');
  cuts('Sitzung vom 3.–5. Mai 2006 in Kiel. |Die Boote kamen.');
  cuts('Sitzung am 3. Mai 2006 in Kiel. |Die Boote kamen.');
  cuts('See https://quay.example/a.b. |The crews went out.');
  cuts('ILO and IOM (2006). Boats and Crews.');
  cuts('the boats came in. the crews went out.');
  cuts('It issued “Two Ports, Two Towns. Dockers between Oslo and Kiel” in 2019. |The crews went out.');
  cuts('“We came home late. |Nobody had waited for us,” they said.');
});

describe('passages: long ones', () => {
  for (const [what, text] of [
    ['words', 'boat '.repeat(5000)],
    ['one word', 'x'.repeat(20_000)],
    ['astral characters', '𝔅'.repeat(10_000)],
  ] as const)
    it(`a line of ${what} is cut, and nothing of it is lost`, () => {
      const found = passagesOf(text);
      expect(found.length).to.be.above(2);
      expect(Math.max(...found.map((passage) => passage.length))).to.be.at.most(4000);
      expect(found.join('').replaceAll(' ', '')).to.equal(text.replaceAll(' ', ''));
      expect(found.join('\n')).to.not.match(/\p{Cs}/u);
    });
});
