/** Frames come out as they went in, however the stream is cut. */
import { PassThrough, Readable } from 'node:stream';
import { expect } from 'chai';
import { FrameBatch, readFrames } from '../../../src/store/pool/frames.js';

describe('frames', () => {
  const payloads = ['', '{"a":"ü"}', 'x'.repeat(100_000), '\u0000\u0001'];

  async function written(): Promise<Buffer> {
    const stream = new PassThrough({ highWaterMark: 10_000_000 });
    const batch = new FrameBatch(stream);
    for (const [i, payload] of payloads.entries()) await batch.write(i % 2 === 0 ? 'message' : 'bytes', payload);
    await batch.flush();
    stream.end();
    return Buffer.concat(await stream.toArray());
  }
  async function read(chunks: Buffer[]): Promise<string[]> {
    const texts: string[] = [];
    for await (const { kind, payload } of readFrames(Readable.from(chunks))) texts.push(`${kind} ${payload}`);
    return texts;
  }

  for (const size of [1, 3, 7, 65_536, 1_000_000])
    it(`in pieces of ${size} bytes`, async () => {
      const bytes = await written();
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
        bytes.subarray(i * size, (i + 1) * size),
      );
      expect(await read(pieces)).to.deep.equal(
        payloads.map((text, i) => `${i % 2 === 0 ? 'message' : 'bytes'} ${text}`),
      );
    });
  it('one that is cut off is dropped', async () => {
    const bytes = await written();
    expect(await read([bytes.subarray(0, bytes.length - 1)])).to.have.length(payloads.length - 1);
  });
});
