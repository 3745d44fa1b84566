/** Checkpoints: they hold what the journal came to, are never more than a short cut, and no other is mistaken for one. */
import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { readConfig } from '../../../src/config.js';
import { rdf } from '../../../src/rdf.js';
import type { GraphStore } from '../../../src/store/graph-store.js';
import { checkpointFile, findCheckpoint } from '../../../src/store/journal/checkpoint.js';
import { openJournal } from '../../../src/store/journal/journal.js';
import { worthCheckpoint } from '../../../src/store/pool/checkpoints.js';
import { openPool } from '../../../src/store/pool/open-pool.js';
import { collectColumns } from '../../../src/store/snapshot/collect-columns.js';
import { writeSnapshot } from '../../../src/store/snapshot/snapshot-file.js';

describe('checkpoints', function () {
  this.timeout(120_000);
  let folder: string;
  let graph: string;
  let file: string;
  const writeBase = (value: string): void => {
    const quad = rdf.quad(rdf.blankNode('g.x'), rdf.namedNode('urn:p'), rdf.literal(value));
    writeFileSync(graph, Buffer.concat([...writeSnapshot(collectColumns([quad]), `made from ${value}`)]));
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'migraph-checkpoints-'));
    graph = join(folder, 'graph.snapshot');
    file = join(folder, 'journal.log');
    writeBase('base');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  async function withPool<T>(worthCheckpoint: number, work: (store: GraphStore) => Promise<T>): Promise<T> {
    const journal = await openJournal(file);
    const config = { ...readConfig({}), queryProcesses: 1 };
    const store = await openPool({ snapshot: graph, journal, config, worthCheckpoint });
    try {
      return await work(store);
    } finally {
      await store.close();
      await journal.close();
    }
  }
  async function rows(store: GraphStore): Promise<string> {
    const { body } = await store.respond('SELECT ?s ?o { ?s <urn:p> ?o } ORDER BY ?o', { bindings: 'csv' });
    let text = '';
    for await (const chunk of body) text += Buffer.from(chunk).toString();
    return text;
  }
  const insert = (store: GraphStore, value: string): Promise<void> =>
    store.update(`INSERT { ?s <urn:p> "${value}" . _:n <urn:p> "${value} anew" } WHERE { ?s <urn:p> "base" }`);
  const never = Number.MAX_SAFE_INTEGER;

  it('are made at the start where there is much to read, and read instead of it', async () => {
    await withPool(never, async (store) => {
      for (const value of ['a', 'b', 'c']) await insert(store, value);
      await store.update('DELETE WHERE { ?s <urn:p> "b" }');
    });
    const before = await withPool(never, rows);
    expect(existsSync(checkpointFile(file))).to.equal(false);
    const journal = readFileSync(file);
    const made = async (store: GraphStore): Promise<string> => {
      for (let n = 0; n < 200 && !existsSync(checkpointFile(file)); n += 1) await wait(50);
      return rows(store);
    };
    expect(await withPool(200, made)).to.equal(before);
    expect(findCheckpoint(graph, { file, byteLength: journal.length })?.byteLength).to.equal(journal.length);
    expect(await withPool(never, rows)).to.equal(before);
    // What is written later is read after it.
    await withPool(never, (store) => insert(store, 'd'));
    expect(await withPool(never, rows))
      .to.include('"d"'.slice(1, -1))
      .and.include('c anew');
    expect(readFileSync(file).subarray(0, journal.length).equals(journal)).to.equal(true);
  });
  it('are made while it is written to, for the processes that start later', async () => {
    const expected = await withPool(300, async (store) => {
      for (const value of ['a', 'b', 'c', 'd', 'e', 'f']) await insert(store, value);
      for (let n = 0; n < 200 && !existsSync(checkpointFile(file)); n += 1) await wait(50);
      await insert(store, 'g');
      return rows(store);
    });
    expect(existsSync(checkpointFile(file))).to.equal(true);
    expect(await withPool(never, rows)).to.equal(expected);
  });
  it('of a small graph are worth their making sooner', () => {
    const worth = (bytes: number, journal = 0): number => {
      const file = join(folder, 'some.snapshot');
      writeFileSync(file, '');
      truncateSync(file, bytes);
      return worthCheckpoint(file, journal) / 2 ** 20;
    };
    expect([1000, 3 * 2 ** 20, 2 ** 30].map((bytes) => worth(bytes))).to.deep.equal([1, 3, 8]);
    expect(worth(1000, 2 ** 26)).to.equal(4);
  });
  it('that are damaged, of another graph or of another journal are not read', async () => {
    await withPool(never, (store) => insert(store, 'a'));
    const expected = await withPool(1, rows);
    const good = readFileSync(checkpointFile(file));
    const { length: byteLength } = readFileSync(file);
    const flipped = Buffer.from(good);
    flipped[flipped.length - 20] = (flipped[flipped.length - 20] ?? 0) ^ 1;
    for (const bad of [flipped, good.subarray(0, good.length - 1), Buffer.from('none')]) {
      writeFileSync(checkpointFile(file), bad);
      expect(findCheckpoint(graph, { file, byteLength })).to.equal(undefined);
      expect(await withPool(never, rows)).to.equal(expected);
    }
    writeFileSync(checkpointFile(file), good);
    expect(findCheckpoint(graph, { file, byteLength: byteLength - 1 })).to.equal(undefined);
    writeFileSync(checkpointFile(file), good);
    writeBase('another base');
    expect(await withPool(never, rows))
      .to.include('another base')
      .and.include('a anew');
    expect(existsSync(checkpointFile(file))).to.equal(false);
  });
});
