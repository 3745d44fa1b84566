/** A snapshot is read back as it was written, or refused. */
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { type Quad, rdf } from '../../../src/rdf.js';
import { writeQuad } from '../../../src/serialise/terms.js';
import { markUnion } from '../../../src/store/graphs.js';
import { collectColumns } from '../../../src/store/snapshot/collect-columns.js';
import { createQuadIndexes } from '../../../src/store/snapshot/quad-indexes.js';
import { readSnapshot, readSource, SnapshotFault } from '../../../src/store/snapshot/read-snapshot.js';
import { writeSnapshot } from '../../../src/store/snapshot/snapshot-file.js';

/** In so many graphs. */
function* quadsIn(graphs: number): Generator<Quad> {
  for (let n = 0; n < 1000; n += 1)
    yield rdf.quad(
      rdf.namedNode(`http://e/s${n % 90}`),
      rdf.namedNode(`http://e/p${n % 7}`),
      rdf.literal(`“${n}”`, n % 2 === 0 ? 'en' : 'fr'),
      rdf.namedNode(`http://e/g${n % graphs}`),
    );
}

describe('a snapshot', () => {
  let folder: string;
  let file: string;
  let bytes: Buffer;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'migraph-snapshot-'));
    file = join(folder, 'graph.snapshot');
    bytes = Buffer.concat([...writeSnapshot(collectColumns(quadsIn(3)), 'a test')]);
  });
  beforeEach(() => writeFileSync(file, bytes));
  after(() => rmSync(folder, { recursive: true }));

  const faultOf = (): string => {
    try {
      readSnapshot(file);
    } catch (error) {
      expect(error).to.be.instanceOf(SnapshotFault);
      return (error as Error).message.replace(`${file}: `, '');
    }
    return '';
  };

  for (const graphs of [1, 3, 300])
    it(`holds the quads of ${graphs} graphs`, () => {
      writeFileSync(file, Buffer.concat([...writeSnapshot(collectColumns(quadsIn(graphs)), '')]));
      const { quads } = createQuadIndexes(readSnapshot(file).columns, () => true);
      const read = Array.from(quads.readQuads(), writeQuad).sort();
      expect(read).to.deep.equal(Array.from(quadsIn(graphs), writeQuad).sort());
    });
  for (const [what, wanted] of [
    ['as it was marked', 'g1'],
    ['also where other graphs are in it now', 'g2'],
  ] as const)
    it(`shows the union of graphs ${what}`, () => {
      const doubled = [...quadsIn(3), ...[...quadsIn(3)].map((q) => rdf.quad(q.subject, q.predicate, q.object))];
      const marked = markUnion(collectColumns(doubled), 'http://e/g1');
      writeFileSync(file, Buffer.concat([...writeSnapshot(marked, '')]));
      const isInUnion = ({ value }: { value: string }): boolean => value !== `http://e/${wanted}` && value !== '';
      const { union, add } = createQuadIndexes(readSnapshot(file).columns, isInUnion);
      const inUnion = [...quadsIn(3)].filter(({ graph }) => isInUnion(graph));
      const triples = new Set(inUnion.map((q) => writeQuad(rdf.quad(q.subject, q.predicate, q.object))));
      expect(Array.from(union.readQuads(null, null, null, rdf.defaultGraph()), writeQuad).sort()).to.deep.equal(
        [...triples].sort(),
      );
      add(
        rdf.quad(
          rdf.namedNode('http://e/new'),
          rdf.namedNode('http://e/p1'),
          rdf.literal('x'),
          rdf.namedNode('http://e/g0'),
        ),
      );
      expect(union.countQuads(null, null, null, rdf.defaultGraph())).to.equal(triples.size + 1);
    });
  it('says what it was made from', () => {
    expect(readSnapshot(file).source).to.equal('a test');
    expect(readSource(file)).to.equal('a test');
    expect(readSource(join(folder, 'none'))).to.equal(undefined);
  });
  it('is the same for the same quads in any order', () => {
    const reversed = collectColumns([...quadsIn(3)].reverse());
    expect(Buffer.concat([...writeSnapshot(reversed, 'a test')]).equals(bytes)).to.equal(true);
  });
  it('of another kind is refused', () => {
    writeFileSync(file, '<http://e/s> <http://e/p> <http://e/o> .\n');
    expect(faultOf()).to.equal('is no snapshot');
    writeFileSync(file, '');
    expect(faultOf()).to.equal('is no snapshot');
  });
  it('that is cut off is refused, wherever', () => {
    for (let length = bytes.length - 1; length > 0; length = Math.floor(length * 0.8)) {
      truncateSync(file, length);
      expect(faultOf(), `${length} bytes`).to.not.equal('');
    }
  });
  it('of which a bit has changed is refused, wherever', () => {
    for (let at = 0; at < bytes.length; at += 37) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] as number) ^ (1 << (at % 8));
      writeFileSync(file, flipped);
      expect(faultOf(), `byte ${at}`).to.not.equal('');
    }
  });
});
