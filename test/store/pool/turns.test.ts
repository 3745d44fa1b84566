/** The queue in which clients take turns. */
import { expect } from 'chai';
import { createTurns } from '../../../src/store/pool/turns.js';

describe('turns', () => {
  it('go round the clients, each in its own order', () => {
    const turns = createTurns<string>();
    for (const item of ['a1', 'a2', 'a3', 'b1', 'c1', 'c2']) turns.add(item.slice(0, 1), item);
    expect(turns.size).to.equal(6);
    expect([...Array(7)].map(() => turns.next())).to.deep.equal(['a1', 'b1', 'c1', 'a2', 'c2', 'a3', undefined]);
    expect(turns.size).to.equal(0);
  });
  it('lose one that waits no longer, once', () => {
    const turns = createTurns<string>();
    turns.add('a', 'a1');
    turns.add('a', 'a2');
    expect([turns.remove('a', 'a1'), turns.remove('a', 'a1'), turns.remove('b', 'a2')]).to.deep.equal([
      true,
      false,
      false,
    ]);
    expect([turns.waiting('a'), turns.size, turns.next(), turns.next()]).to.deep.equal([1, 1, 'a2', undefined]);
  });
});
