/** Pairs of things and values, turned round: who has a value, or a part of it. */
import { expect } from 'chai';
import { indexPairs } from '../../../src/server/browse/facet-index.js';

const numberOf = new Map(['a', 'b', 'c'].map((iri, number) => [iri, number]));

describe('the index of a facet', () => {
  it('knows who has a value, and passes over other things', () => {
    const { having, said } = indexPairs(numberOf, [
      ['c', 'x'],
      ['a', 'x'],
      ['a', 'y'],
      ['stranger', 'x'],
    ]);
    expect([...having]).to.deep.equal([
      ['x', [0, 2]],
      ['y', [0]],
    ]);
    expect(said).to.deep.equal([['x', 'y'], [], ['x']]);
  });
  it('gives the whole to who has a part, once, however deep, and by several ways', () => {
    const { having } = indexPairs(
      numberOf,
      [
        ['a', 'leaf'],
        ['a', 'other leaf'],
        ['b', 'tree'],
      ],
      [
        ['leaf', 'twig'],
        ['other leaf', 'twig'],
        ['leaf', 'tree'],
        ['twig', 'tree'],
      ],
    );
    expect(having.get('tree')).to.deep.equal([0, 1]);
    expect(having.get('twig')).to.deep.equal([0]);
  });
  it('comes to an end in a circle', () => {
    const { having } = indexPairs(
      numberOf,
      [['b', 'egg']],
      [
        ['egg', 'hen'],
        ['hen', 'egg'],
      ],
    );
    expect([...having]).to.deep.equal([
      ['egg', [1]],
      ['hen', [1]],
    ]);
  });
  it('takes names that objects have from birth', () => {
    const { having } = indexPairs(new Map([['constructor', 0]]), [['constructor', '__proto__']]);
    expect(having.get('__proto__')).to.deep.equal([0]);
  });
});
