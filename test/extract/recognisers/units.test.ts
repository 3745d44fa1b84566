/** Tests what is a part of what, in texts where everything seems to be a part of itself. */
import { expect } from 'chai';
import { readText } from '../reads.js';

describe('units', () => {
  it('are no parts of themselves, however a text repeats their names', () => {
    const { extraction } = readText(`It is kept by the ${'Dock Board of the '.repeat(40)}Dock Board.`);
    expect(extraction.claims.filter(({ subject, object }) => subject === object)).to.deep.equal([]);
  });

  it('may be parts of parts of parts without end', () => {
    const lines = Array.from({ length: 400 }, (_, n) => `The Kelp${n}a Division of the Kelp${n + 1}a Division meets.`);
    const { extraction } = readText(lines.join('\n\n'));
    expect(Math.max(...extraction.entities.map(({ slug }) => slug.length))).to.be.below(400);
  });
});
