/** Graphs that are written anew again and again take no more room than what is in them. */
import { expect } from 'chai';
import { type Quad, rdf } from '../../src/rdf.js';
import { createGraphs } from '../../src/store/graphs.js';
import { collectColumns } from '../../src/store/snapshot/collect-columns.js';

const [subject, predicate] = [rdf.namedNode('http://e/s'), rdf.namedNode('http://e/p')];
const said = (n: number): Quad =>
  rdf.quad(subject, predicate, rdf.literal(`said ${n}`), rdf.namedNode(`http://e/g${n % 500}`));

describe('graphs that change', () => {
  it('forget terms that no quad has any more, and lose none that one has', () => {
    const graphs = createGraphs(collectColumns([said(-1)]), 'http://e/review/', true);
    for (let n = 0; n < 60_000; n += 1) {
      graphs.add(said(n));
      if (n >= 20) graphs.remove(said(n - 20));
      graphs.changed();
    }
    expect(graphs.laterTerms()).to.be.below(6000);
    const held = Array.from(graphs.quads.readQuads(), ({ object }) => object.value).sort();
    const last = Array.from({ length: 20 }, (_, n) => `said ${59_980 + n}`);
    expect(held).to.deep.equal(['said -1', ...last].sort());
  });
  it('leave who reads meanwhile what he began with', () => {
    const graphs = createGraphs(collectColumns([]), 'http://e/review/', true);
    for (let n = 0; n < 10; n += 1) graphs.add(said(n));
    const reading = graphs.quads.readQuads()[Symbol.iterator]();
    const seen = [reading.next().value?.object.value];
    for (let n = 10; n < 40_000; n += 1) {
      graphs.add(said(n));
      graphs.remove(said(n));
      graphs.changed();
    }
    for (let next = reading.next(); !next.done; next = reading.next()) seen.push(next.value.object.value);
    expect(seen.filter((value) => !/^said \d$/.test(value ?? ''))).to.deep.equal([]);
  });
});
