/** Names as numbers: as many as a long text has lead to what bears them, and to nothing else. */
import { expect } from 'chai';
import { Bearers } from '../../src/extract/bearers.js';
import { hashNames } from '../../src/extract/hash-names.js';

describe('names as numbers', () => {
  const names = Array.from({ length: 20_000 }, (_, n) => `dataset/board-of-osland-register-${n}`);
  const words = hashNames(names);
  const numberOf = (n: number) => [words[2 * n] ?? 0, words[2 * n + 1] ?? 0] as const;

  it('are another for each name', () => {
    expect(new Set(names.map((_, n) => numberOf(n).join(' '))).size).to.equal(names.length);
  });

  it('lead to all that bear a name, the latest first', () => {
    const bearers = new Bearers();
    const expected = new Map<number, number[]>();
    names.forEach((_, n) => {
      // Every third name is borne a second time, one of them a thousand times.
      for (const name of n % 3 === 0 ? [n, n] : n % 20 === 1 ? [n, 1] : [n]) {
        bearers.add(...numberOf(name), n);
        expected.set(name, [n, ...(expected.get(name) ?? [])]);
      }
    });
    for (const [name, values] of expected) {
      expect([...bearers.of(...numberOf(name))]).to.deep.equal(values);
      expect(bearers.latest(...numberOf(name))).to.equal(values[0]);
    }
    const [one, two] = hashNames(['dataset/nobody']);
    expect(bearers.latest(one ?? 0, two ?? 0)).to.equal(undefined);
  });
});
