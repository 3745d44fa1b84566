/** A dump: the same bytes for the same graph, every file as large and with the hash that is said, and RDFC-1.0 as others have it. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import rdfCanonize from 'rdf-canonize';
import { readConfig } from '../../src/config.js';
import { canonicaliseLines, sha256 } from '../../src/export/dump/canonical.js';
import { Dumps } from '../../src/export/dump/dumps.js';
import type { Manifest } from '../../src/export/dump/manifest.js';
import { readQuadLines, sortLines } from '../../src/export/dump/quad-lines.js';
import { readQuads } from '../../src/export/dump/read-quads.js';
import { writeDump } from '../../src/export/dump/write-dump.js';
import { type Quad, rdf } from '../../src/rdf.js';
import { reviewGraphs } from '../../src/store/graphs.js';
import { openStore, readRdf } from '../../src/store/open.js';
import { parseRdf } from '../../src/store/rdf/parse-rdf.js';
import { readBuilt } from '../queries/ask.js';
import { harbourGraph } from '../server/serve.js';
import { openTestPool } from '../store/pool/open-test-pool.js';

const config = readConfig({});
const options = { base: config.base, deadline: 60 };
const folder = mkdtempSync(join(tmpdir(), 'migraph-dump-'));
after(() => rmSync(folder, { recursive: true }));

async function dump(quads: readonly Quad[], name: string): Promise<Manifest> {
  const store = await openStore({ quads, config });
  const { tsv } = await readQuads(store, config.base);
  return writeDump(join(folder, name), tsv, options).finally(() => store.close());
}
const read = (...path: string[]): Buffer => readFileSync(join(folder, ...path));
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const parse = (turtle: string, format = 'trig'): Promise<Quad[]> => parseRdf(turtle, format, config.base);

/** As another implementation has it. */
const canonise = (quads: readonly Quad[]): Promise<string> => rdfCanonize.canonize(quads, { algorithm: 'RDFC-1.0' });

describe('a dump', () => {
  let all: Quad[] = [];
  /** What is to be in it: nothing that is under review. */
  let quads: Quad[] = [];
  let manifest: Manifest;
  before(async () => {
    all = [...(await readBuilt()).quads];
    quads = all.filter(({ graph }) => !graph.value.startsWith(reviewGraphs(config.base)));
    expect(quads.length).to.be.lessThan(all.length);
    manifest = await dump(all, 'one');
  });

  it('is the same, byte for byte, whatever order the graph comes in', async () => {
    await dump([...all].reverse(), 'other');
    const names = readdirSync(join(folder, 'one'));
    expect(names.length).to.be.greaterThan(30);
    expect(readdirSync(join(folder, 'other'))).to.deep.equal(names);
    for (const name of names) expect(read('other', name).equals(read('one', name)), name).to.equal(true);
  });

  it('has each file as long and with the hash that it says, and SHA256SUMS says so too', () => {
    const sums = read('one', 'SHA256SUMS').toString();
    for (const { name, byteLength, sha256: hash, packs } of manifest.files) {
      const bytes = read('one', name);
      expect([bytes.length, hashOf(bytes)], name).to.deep.equal([byteLength, hash]);
      expect(sums).to.include(`${hash}  ${name}\n`);
      if (packs !== undefined) expect(gunzipSync(bytes).equals(read('one', packs)), name).to.equal(true);
    }
    expect(sums.trim().split('\n')).to.have.length(manifest.files.length);
    expect(JSON.parse(read('one', 'index.json').toString())).to.deep.equal(manifest);
  });

  it('holds the graph in each format, the names of graphs where there is room for them', async () => {
    const canonical = read('one', 'graph.nq').toString();
    for (const [name, format] of [
      ['graph.trig', 'trig'],
      ['graph.jsonld', 'jsonld'],
    ] as const)
      expect(await canonise(await parse(read('one', name).toString(), format)), name).to.equal(canonical);
    const lines = quads.map(({ subject, predicate, object }) => canonise([rdf.quad(subject, predicate, object)]));
    const union = [...new Set(await Promise.all(lines))].sort().join('');
    for (const [name, format] of [
      ['graph.ttl', 'turtle'],
      ['graph.rdf', 'rdfxml'],
    ] as const)
      expect(await canonise(await parse(read('one', name).toString(), format)), name).to.equal(union);
    expect(manifest.triples).to.equal(new Set(union.trim().split('\n')).size);
    expect(manifest.quads).to.equal(quads.length);
  });

  it('has the hash of RDFC-1.0', async () => {
    const canonical = await canonise(quads);
    expect(read('one', 'graph.nq').toString()).to.equal(canonical);
    expect(manifest.rdfc10).to.deep.equal({ sha256: hashOf(Buffer.from(canonical)) });
  });

  it('names blank nodes as RDFC-1.0 does, whatever they were called', async () => {
    const texts = [
      '_:x <urn:p> _:y . _:y <urn:q> "_:z" . <urn:a> <urn:b> "c" .',
      '_:y <urn:p> _:x . _:x <urn:q> "_:z" . <urn:a> <urn:b> "c" .',
    ];
    const manifests = [];
    for (const [n, text] of texts.entries()) manifests.push(await dump(await parse(text), `blank-${n}`));
    expect(read('blank-0', 'graph.nq').toString())
      .to.equal(read('blank-1', 'graph.nq').toString())
      .and.to.equal(await canonise(await parse(texts[0] ?? '')));
    expect(manifests[0]?.rdfc10).to.deep.equal(manifests[1]?.rdfc10);
  });

  it('leaves out what is under review, and says nothing that the graph does not', async () => {
    const said = await dump(await readRdf(harbourGraph, config.base), 'harbour');
    expect(read('harbour', 'graph.nq').toString()).to.include('pier-counts').and.not.include('candidate');
    expect(read('harbour', 'datasets.csv').toString()).to.include('pier-counts').and.not.include('candidate');
    expect(said).to.include({ title: 'An invented catalogue' }).and.not.have.any.keys('licence', 'modified');
  });

  it('has the licence and the last change that the catalogue states', async () => {
    const stated = `<catalog> a <http://www.w3.org/ns/dcat#Catalog> ; <http://purl.org/dc/terms/license> <https://l.example/> ;
      <http://purl.org/dc/terms/modified> "2020-02-03T04:05:06Z"^^<http://www.w3.org/2001/XMLSchema#dateTime> .`;
    expect(await dump(await parse(stated), 'stated')).to.include({
      licence: 'https://l.example/',
      modified: '2020-02-03T04:05:06Z',
    });
    expect(read('stated', 'tables-metadata.json').toString()).to.include('https://l.example/');
  });

  it('is there for an empty graph and for one with triple terms, which have no canonical form', async () => {
    expect(await dump([], 'empty')).to.include({ quads: 0, triples: 0 });
    const said = await dump(await parse('<urn:s> <urn:p> <<( <urn:a> <urn:b> "<<( no" )>> .'), 'terms');
    expect(said.rdfc10).to.have.property('none').that.includes('triple terms');
    const turned = await dump(await parse('<urn:s> <urn:p> "a"@en--ltr, "@en--ltr" .'), 'turned');
    expect(turned.rdfc10).to.have.property('none').that.includes('base directions');
    expect((await dump(await parse('<urn:s> <urn:p> "@en--ltr", "<<(" .'), 'plain')).rdfc10).to.have.property('sha256');
    expect(read('terms', 'graph.ttl').toString()).to.include('<<(');
  });
});

describe('rows of quads', () => {
  async function* pieces(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
    for (const text of texts) yield Buffer.from(text);
  }
  it('become lines, wherever they are cut', async () => {
    expect(
      await readQuadLines(
        pieces('?s\t?p\t?o\t?g\n<a:s>\t<a:p>\t', '1\t<a:g>\n<a:s>\t<a:p>\t-1.5', '\t\n', '<a:s>\t<a:p>\t1e0\t\n'),
      ),
    ).to.deep.equal([
      '<a:s> <a:p> "-1.5"^^<http://www.w3.org/2001/XMLSchema#decimal> .\n',
      '<a:s> <a:p> "1"^^<http://www.w3.org/2001/XMLSchema#integer> <a:g> .\n',
      '<a:s> <a:p> "1e0"^^<http://www.w3.org/2001/XMLSchema#double> .\n',
    ]);
  });
  it('are put in the order of code points, as the standard says, not in that of the units of UTF-16', async () => {
    const texts = ['"\u{1F600}"', '"\uFF5E"'].map((object) =>
      Buffer.from(`<a:s> <a:p> ${object} .\n`).toString('latin1'),
    );
    expect(sortLines([...texts])).to.deep.equal([texts[1], texts[0]]);
    expect((await canonicaliseLines(sortLines(texts))).rdfc10).to.deep.equal({ sha256: sha256(sortLines(texts)) });
  });
});

describe('the dumps of a server', () => {
  it('are made once for each version of the graph; a reader of the one before reads it to its end', async () => {
    const store = await openTestPool(await readRdf(harbourGraph, config.base), { queryProcesses: 1 });
    const dumps = new Dumps(store, { ...config, out: folder });
    try {
      const [one, same] = await Promise.all([dumps.current(), dumps.current()]);
      expect(same).to.equal(one);
      expect(await dumps.current()).to.equal(one);
      await store.update('INSERT DATA { <urn:new> <urn:p> 1 }');
      const next = await dumps.current();
      expect(next.version).not.to.equal(one.version);
      expect(readFileSync(join(next.folder, 'graph.nq'), 'utf8')).to.include('<urn:new> <urn:p> "1"');
      expect(readFileSync(join(one.folder, 'graph.nq'), 'utf8')).not.to.include('urn:new');
      await store.update('INSERT DATA { <urn:newer> <urn:p> 1 }');
      await dumps.current();
      expect(() => readFileSync(join(one.folder, 'graph.nq'))).to.throw('ENOENT');
    } finally {
      await store.close();
    }
  });

  it('fail in one line where there is not the memory or the time, and leave nothing behind', async () => {
    const store = await openTestPool([...(await readBuilt()).quads], { queryProcesses: 1 });
    try {
      for (const [limits, kind] of [
        [{ writeMemory: 2 ** 20 }, 'memory'],
        [{ writeDeadline: 0.05 }, 'timeout'],
      ] as const) {
        const out = mkdtempSync(join(folder, 'failing-'));
        const error = await new Dumps(store, { ...config, ...limits, out }).current().catch((one: unknown) => one);
        expect(error).to.have.property('kind', kind);
        const [own = ''] = readdirSync(join(out, 'dumps'));
        expect(readdirSync(join(out, 'dumps', own))).to.deep.equal([]);
      }
    } finally {
      await store.close();
    }
  });
});
