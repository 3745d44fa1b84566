/** Coded bodies: each is made once and kept, few at a time. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import { createCodedBodies } from '../../src/server/coded-bodies.js';

const text = Buffer.from('wave '.repeat(10_000));

describe('coded bodies', () => {
  it('the same tag is coded once, also when many ask at once', async () => {
    const code = createCodedBodies();
    let reads = 0;
    const read = async () => {
      reads += 1;
      return text;
    };
    const all = await Promise.all(Array.from({ length: 20 }, () => code({ tag: '"a"', coding: 'gzip', read })));
    expect(gunzipSync(all[0] ?? '').equals(text)).to.equal(true);
    expect([reads, new Set(all).size]).to.deep.equal([1, 1]);
    expect(brotliDecompressSync(await code({ tag: '"b"', coding: 'br', read })).equals(text)).to.equal(true);
    await code({ tag: undefined, coding: 'br', read });
    await code({ tag: undefined, coding: 'br', read });
    expect(reads).to.equal(4);
  });
  it('two at a time', async () => {
    const code = createCodedBodies();
    const gates: (() => void)[] = [];
    let under = 0;
    let most = 0;
    const read = async () => {
      under += 1;
      most = Math.max(most, under);
      await new Promise<void>((resolve) => gates.push(resolve));
      under -= 1;
      return text;
    };
    const all = Array.from({ length: 7 }, () => code({ tag: undefined, coding: 'gzip', read }));
    const done = Promise.all(all);
    let finished = false;
    done.then(() => {
      finished = true;
    });
    while (!finished) {
      gates.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(most).to.equal(2);
  });
  it('a failure is told and not kept', async () => {
    const code = createCodedBodies();
    const fail = () => Promise.reject(new Error('late'));
    const outcome = await code({ tag: '"a"', coding: 'gzip', read: fail }).catch((error: Error) => error.message);
    expect(outcome).to.equal('late');
    expect((await code({ tag: '"a"', coding: 'gzip', read: async () => text })).length).to.be.above(0);
  });
  it('of many the latest stay', async () => {
    const code = createCodedBodies();
    let reads = 0;
    const read = async () => {
      reads += 1;
      return Buffer.from(Array.from({ length: 3_000_000 }, () => Math.floor(Math.random() * 256)));
    };
    for (let i = 0; i < 8; i += 1) await code({ tag: `"${i}"`, coding: 'gzip', read });
    await code({ tag: '"7"', coding: 'gzip', read });
    expect(reads).to.equal(8);
    await code({ tag: '"0"', coding: 'gzip', read });
    expect(reads).to.equal(9);
  });
});
