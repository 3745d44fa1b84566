/** Lines from bytes, wherever a chunk ends. */
import { expect } from 'chai';
import { type Line, splitLines } from '../../src/cli/split-lines.js';

const megabyte = 2 ** 20;

/** The lines of a text that comes in chunks of so many bytes. */
async function linesOf(input: string | Buffer, chunk: number, maxBytes = megabyte): Promise<Line[]> {
  const bytes = Buffer.from(input);
  const lines: Line[] = [];
  const chunks = async function* () {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
  };
  for await (const line of splitLines(chunks(), maxBytes)) lines.push(line);
  return lines;
}

describe('splitLines', () => {
  for (const chunk of [1, 2, 3, 1000])
    it(`finds the same lines in chunks of ${chunk}`, async () => {
      expect(await linesOf('\ufeffaé🌊\r\n\n  \nb\n\r\nc', chunk)).to.deep.equal([
        { n: 1, text: 'aé🌊' },
        { n: 4, text: 'b' },
        { n: 6, text: 'c' },
      ]);
    });

  it('has no line more where the last one ends with a newline, and none where there is nothing', async () => {
    expect(await linesOf('a\nb\n', 2)).to.have.length(2);
    expect(await linesOf('', 2)).to.deep.equal([]);
    expect(await linesOf('\n\n', 2)).to.deep.equal([]);
  });

  it('goes on behind a line that is too long or no UTF-8', async () => {
    const input = Buffer.concat([
      Buffer.from(`${'x'.repeat(megabyte + 1)}\n${'y'.repeat(megabyte)}\n`),
      Buffer.from([0xff, 10, 0x61]),
    ]);
    for (const chunk of [1000, 10 * megabyte]) {
      const lines = await linesOf(input, chunk);
      expect(lines.map((line) => ('fault' in line ? line.fault : line.text.slice(0, 2)))).to.deep.equal([
        'is longer than 1 MB',
        'yy',
        'is not valid UTF-8',
        'a',
      ]);
    }
  });
});
