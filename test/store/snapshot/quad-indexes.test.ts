/** Quads in columns, and what is added and removed over them, are the same quads as in a plain list. */
import { expect } from 'chai';
import { type Quad, rdf, type Term } from '../../../src/rdf.js';
import { writeQuad } from '../../../src/serialise/terms.js';
import { collectColumns } from '../../../src/store/snapshot/collect-columns.js';
import { createQuadIndexes, type QuadIndexes } from '../../../src/store/snapshot/quad-indexes.js';

const iri = (name: string) => rdf.namedNode(`http://e/${name}`);
const hidden = iri('hidden');
const isInUnion = (graph: Term): boolean => !graph.equals(hidden);

/** Numbers below a limit, the same each time. */
function createDice(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >>> 8) % limit;
  };
}

const subjects: Term[] = [iri('a'), iri('b'), iri('😀'), iri('\uFFFD'), rdf.blankNode('x')];
const predicates: Term[] = [iri('p'), iri('q')];
const objects: Term[] = [
  ...subjects,
  rdf.literal('a'),
  rdf.literal('a', 'en'),
  rdf.literal('a\n"\\é', 'en'),
  rdf.literal('1', rdf.namedNode('http://www.w3.org/2001/XMLSchema#integer')),
  rdf.quad(iri('a') as Quad['subject'], iri('p'), rdf.literal('"')) as unknown as Term,
];
const graphs: Term[] = [rdf.defaultGraph(), iri('g'), iri('h'), hidden];

function throwQuad(dice: (limit: number) => number): Quad {
  const one = (terms: readonly Term[]): Term => terms[dice(terms.length)] as Term;
  return rdf.quad(
    one(subjects) as Quad['subject'],
    one(predicates) as Quad['predicate'],
    one(objects) as Quad['object'],
    one(graphs) as Quad['graph'],
  );
}

const linesOf = (quads: Iterable<Quad>): string[] => Array.from(quads, writeQuad).sort();

/** Every pattern over every term, in both indexes, against the list. */
function expectSame({ quads, union }: QuadIndexes, list: Quad[]): void {
  const inUnion = new Map(
    list
      .filter(({ graph }) => isInUnion(graph))
      .map(({ subject, predicate, object }) => rdf.quad(subject, predicate, object))
      .map((quad) => [writeQuad(quad), quad]),
  );
  const fits = (place: Term | null, term: Term): boolean => place === null || place.equals(term);
  for (const s of [null, ...subjects])
    for (const p of [null, ...predicates])
      for (const o of [null, ...objects]) {
        const triples = list.filter((q) => fits(s, q.subject) && fits(p, q.predicate) && fits(o, q.object));
        for (const g of [null, ...graphs]) {
          const wanted = linesOf(triples.filter((q) => fits(g, q.graph)));
          expect(linesOf(quads.readQuads(s, p, o, g))).to.deep.equal(wanted);
          expect(quads.countQuads(s, p, o, g)).to.equal(wanted.length);
        }
        const merged = linesOf(
          [...inUnion.values()].filter((q) => fits(s, q.subject) && fits(p, q.predicate) && fits(o, q.object)),
        );
        expect(linesOf(union.readQuads(s, p, o, rdf.defaultGraph()))).to.deep.equal(merged);
        expect(union.countQuads(s, p, o, rdf.defaultGraph())).to.equal(merged.length);
        const names = new Set(triples.map(({ graph }) => graph.value));
        expect(new Set(quads.getGraphs(s, p, o).map(({ value }) => value))).to.deep.equal(names);
      }
}

describe('quads in columns', () => {
  for (const seed of [1, 2, 3])
    it(`are read as they came, and as they change (seed ${seed})`, () => {
      const dice = createDice(seed);
      const list = new Map<string, Quad>();
      for (let n = 0; n < 60; n += 1) {
        const quad = throwQuad(dice);
        list.set(writeQuad(quad), quad);
      }
      const columns = collectColumns([...list.values(), ...list.values()]);
      let indexes = createQuadIndexes(columns, isInUnion);
      expectSame(indexes, [...list.values()]);
      for (let n = 0; n < 200; n += 1) {
        const quad = throwQuad(dice);
        const key = writeQuad(quad);
        if (dice(2) === 0) {
          expect(indexes.add(quad)).to.equal(!list.has(key));
          list.set(key, quad);
        } else expect(indexes.remove(quad)).to.equal(list.delete(key));
        expect(indexes.quads.has(quad)).to.equal(list.has(key));
        if (n % 20 === 0) expectSame(indexes, [...list.values()]);
        if (n % 30 === 0) indexes = createQuadIndexes(columns, isInUnion, indexes.ids);
      }
      expectSame(indexes, [...list.values()]);
    }).timeout(20_000);
  it('may be none, and become some', () => {
    const indexes = createQuadIndexes(collectColumns([]), isInUnion);
    expectSame(indexes, []);
    const quad = throwQuad(createDice(7));
    expect(indexes.remove(quad)).to.equal(false);
    expect(indexes.add(quad)).to.equal(true);
    expectSame(indexes, [quad]);
  });
  it('hold terms and graphs that no quad had before', () => {
    const { quads, add } = createQuadIndexes(collectColumns([]), isInUnion);
    for (let n = 0; n < 300; n += 1) add(rdf.quad(iri(`s${n}`), iri('p'), rdf.literal(String(n)), iri(`g${n % 7}`)));
    expect(quads.countQuads(null, iri('p'), null, iri('g3'))).to.equal(43);
    expect(linesOf(quads.readQuads(iri('s17'), null, null, null))).to.deep.equal([
      '<http://e/s17> <http://e/p> "17" <http://e/g3> .\n',
    ]);
  });
  it('take quads as a line of N-Quads writes them, and give them up as it does', () => {
    const indexes = createQuadIndexes(collectColumns([]), isInUnion);
    const quad = rdf.quad(iri('a'), iri('p'), rdf.literal('é', 'en'), iri('g'));
    const [a, p, o, g] = ['<http://e/a>', '<http://e/p>', '"é"@en', '<http://e/g>'];
    expect(indexes.removeTexts([a, p, o, g])).to.equal(false);
    expect(indexes.addTexts([a, p, o, g])).to.equal(true);
    expect(indexes.addTexts([a, p, o, g])).to.equal(false);
    expectSame(indexes, [quad]);
    for (const other of [
      ['<http://e/x>', p, o, g],
      [a, '<http://e/x>', o, g],
      [a, p, '"é"', g],
      [a, p, o, '<http://e/x>'],
      [a, p, o, ''],
    ] as const)
      expect(indexes.removeTexts(other)).to.equal(false);
    expectSame(indexes, [quad]);
    expect(indexes.addTexts([a, p, o, ''])).to.equal(true);
    expect(indexes.removeTexts([a, p, o, g])).to.equal(true);
    expect(indexes.removeTexts([a, p, o, g])).to.equal(false);
    expectSame(indexes, [rdf.quad(iri('a'), iri('p'), rdf.literal('é', 'en'))]);
    expect(indexes.remove(rdf.quad(iri('a'), iri('p'), rdf.literal('é', 'en')))).to.equal(true);
    expectSame(indexes, []);
  });
});

describe('quads over columns', () => {
  it('are counted as changes until they are what they were', () => {
    const quad = (value: string): Quad =>
      rdf.quad(iri('a') as Quad['subject'], iri('p') as Quad['predicate'], rdf.literal(value), rdf.defaultGraph());
    const [first, third] = [quad('1'), quad('3')];
    const { ids, add, remove } = createQuadIndexes(collectColumns([first, quad('2')]), isInUnion);
    const changes = (): number => ids.index.changes;
    expect([remove(first), changes()]).to.deep.equal([true, 1]);
    expect([add(first), changes()]).to.deep.equal([true, 0]);
    expect([add(third), changes()]).to.deep.equal([true, 1]);
    expect([remove(third), changes()]).to.deep.equal([true, 0]);
  });
});
