/** Chunks of bytes: all that was written, in order, none of it twice. */
import { expect } from 'chai';
import { ByteWriter, encoded, viewOf } from '../../src/serialise/byte-writer.js';
import { encodeTexts } from '../../src/serialise/encode-texts.js';

describe('a writer of bytes', () => {
  it('gives what was copied and written, of any length, from any place', () => {
    const bytes = Buffer.from('0123456789'.repeat(50));
    const source = { bytes, view: viewOf(bytes) };
    const out = new ByteWriter();
    const chunks: Uint8Array[] = [];
    let expected = '';
    for (let n = 0; n < 20_000; n += 1) {
      const start = (n * 37) % 450;
      // To the very end too, and what is too long for a loop.
      const end = n % 11 === 0 ? bytes.length : start + (n % 40);
      out.copy(source, start, end);
      out.text(n % 3 === 0 ? 'é中𝄞' : '');
      expected += bytes.toString('latin1', start, end) + (n % 3 === 0 ? 'é中𝄞' : '');
      if (out.hasChunk) chunks.push(...out.take());
    }
    chunks.push(...out.finish());
    expect(Buffer.concat(chunks).toString()).to.equal(expected);
    expect(chunks.length).to.be.greaterThan(5);
    expect(Math.max(...chunks.map(({ length }) => length))).to.be.at.most(64 * 1024);
  });

  it('takes texts longer than a chunk', () => {
    const out = new ByteWriter();
    const [long, wide] = ['x'.repeat(200_000), '中𝄞'.repeat(40_000)];
    out.all(encoded('a'));
    out.all(encoded(long));
    out.all(encoded(''));
    out.text(wide);
    out.all(encoded('é'));
    expect(Buffer.concat(out.finish()).toString()).to.equal(`a${long}${wide}é`);
    expect(out.finish()).to.deep.equal([]);
  });

  it('encodes texts in chunks of a fair size', async () => {
    const texts = Array.from({ length: 5000 }, (_, n) => `中 ${n}𝄞`.repeat(10));
    const chunks: Uint8Array[] = [];
    for await (const chunk of encodeTexts(texts)) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString()).to.equal(texts.join(''));
    expect(chunks.length).to.be.within(3, 20);
  });
});
