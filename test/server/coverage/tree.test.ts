/** What is a part of what, upwards and downwards. */
import { expect } from 'chai';
import { createTree } from '../../../src/server/coverage/tree.js';

describe('a tree of wholes and parts', () => {
  const tree = createTree([
    ['quay', 'harbour'],
    ['harbour', 'town'],
    ['harbour', 'coast'],
    ['market', 'town'],
  ]);
  it('tells all that a thing is a part of, and all its parts', () => {
    expect([...tree.above('quay')].sort()).to.deep.equal(['coast', 'harbour', 'town']);
    expect([...tree.below('town')].sort()).to.deep.equal(['harbour', 'market', 'quay']);
    expect(tree.partsOf('town')).to.deep.equal(['harbour', 'market']);
    expect(tree.wholesOf('harbour')).to.deep.equal(['town', 'coast']);
  });
  it('knows nothing of what it does not hold', () => {
    expect([...tree.above('moon')]).to.deep.equal([]);
    expect(tree.partsOf('moon')).to.deep.equal([]);
  });
  it('comes to an end where things are parts of each other', () => {
    const circle = createTree([
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a'],
    ]);
    expect([...circle.above('a')].sort()).to.deep.equal(['a', 'b', 'c']);
  });
});
