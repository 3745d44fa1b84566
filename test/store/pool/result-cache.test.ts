/** Which answers are kept, and for how long. */
import { expect } from 'chai';
import { rdf } from '../../../src/rdf.js';
import { cacheKey, createResultCache, type KeptAnswer } from '../../../src/store/pool/result-cache.js';

describe('the result cache', () => {
  const wanted = { boolean: 'json' };
  const key = (version = '1', query = 'ASK {}', options = {}) => cacheKey(version, query, wanted, options);

  it('knows a question by its graph, text, formats and options', () => {
    const bindings = { x: rdf.namedNode('http://e/a') };
    const keys = [
      key(),
      key('2'),
      key('1', 'ASK { }'),
      key('1', 'ASK {}', { defaultGraphs: ['http://e/g'] }),
      key('1', 'ASK {}', { bindings }),
      key('1', 'ASK {}', { bindings: { x: rdf.literal('http://e/a') } }),
      cacheKey('1', 'ASK {}', { boolean: 'xml' }, {}),
    ];
    expect(new Set(keys).size).to.equal(keys.length);
    expect(key('1', 'ASK {}', { client: '10.0.0.1', signal: new AbortController().signal })).to.equal(key());
  });
  it('keeps nothing that differs each time', () => {
    for (const call of ['NOW()', 'rand()', 'UUID()', 'STRUUID ()', 'BNODE("x")'])
      expect(key('1', `SELECT (${call} AS ?x) {}`), call).to.equal(undefined);
  });
  it('keeps nothing that may come from outside, where anything may', () => {
    expect(key('1', 'ASK { SERVICE <http://e/> {} }')).to.equal(undefined);
    expect(key('1', 'ASK FROM <http://e/g> {}')).to.be.a('string');
    expect(key('1', 'ASK FROM <http://e/g> {}', { mayFetch: true })).to.equal(undefined);
    expect(key('1', 'ASK {}', { mayFetch: true, namedGraphs: ['http://e/g'] })).to.equal(undefined);
    expect(key('1', 'ASK {}', { mayFetch: true })).to.be.a('string');
  });
  it('forgets what was asked for least lately', () => {
    const cache = createResultCache(10);
    const answer = (byteLength: number): KeptAnswer => ({
      kind: 'boolean',
      format: 'json',
      by: 'ids',
      tag: '',
      chunks: [],
      byteLength,
    });
    cache.set('a', answer(4));
    cache.set('b', answer(4));
    cache.get('a');
    cache.set('c', answer(4));
    expect(['a', 'b', 'c'].map((name) => cache.get(name) !== undefined)).to.deep.equal([true, false, true]);
    cache.set('d', answer(11));
    expect(cache.get('d')).to.equal(undefined);
  });
});
