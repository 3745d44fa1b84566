/** Patterns with triple terms: variables within them are looked into. */
import { expect } from 'chai';
import { openTriG } from './ask-rows.js';

describe('patterns of triple terms', () => {
  it('find what stands in them', async () => {
    const { rows } = await openTriG(':r :reifies <<( :a :p 1 )>> . :s :reifies <<( :b :q :a )>> .');
    expect(await rows('SELECT * { ?r :reifies <<( ?x :p ?y )>> }')).to.deep.equal(['r=r x=a y="1"^^<xsd:integer>']);
    expect(await rows('SELECT ?r ?x { ?r :reifies <<( ?x ?p ?y )>> }')).to.deep.equal(['r=r x=a', 'r=s x=b']);
    expect(await rows('SELECT ?r { ?r :reifies <<( ?x ?p ?x )>> }')).to.deep.equal([]);
  });
});
