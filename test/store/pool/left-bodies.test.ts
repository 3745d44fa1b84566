/** Bodies that nobody reads: whoever leaves one, or never begins to read it, leaves nothing of it on disk or in memory. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { readConfig } from '../../../src/config.js';
import { readQuads } from '../../../src/export/dump/read-quads.js';
import { type Quad, rdf } from '../../../src/rdf.js';
import { endBody } from '../../../src/store/end-body.js';
import { type Answer, type GraphStore, QueryFault } from '../../../src/store/graph-store.js';
import type { Pool } from '../../../src/store/pool/open-pool.js';
import { openTestPool } from './open-test-pool.js';

const { base } = readConfig({});

/** Megabytes in the unnamed graph and in another one: more than is held in memory. */
function* manyQuads(): Iterable<Quad> {
  for (const graph of [rdf.defaultGraph(), rdf.namedNode('urn:g')])
    for (let n = 0; n < 30_000; n += 1)
      yield rdf.quad(rdf.namedNode(`urn:s${n}`), rdf.namedNode('urn:p'), rdf.literal(`${n} `.repeat(16)), graph);
}

describe('a body that is left', function () {
  this.timeout(60_000);
  let pool: Pool;
  let folder: string;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'migraph-left-'));
    pool = await openTestPool(manyQuads(), { out: folder, queryProcesses: 2 });
  });
  after(async () => {
    await pool.close();
    rmSync(folder, { recursive: true });
  });

  const ask = (): Promise<Answer> => pool.respond('SELECT * { GRAPH <urn:g> { ?s ?p ?o } }', { bindings: 'tsv' });
  /** Until the process that makes it has gone ahead of whoever reads. */
  async function untilOnDisk(): Promise<void> {
    for (let round = 0; round < 200 && pool.figures?.().onDisk.answers === 0; round += 1) await wait(20);
    expect(pool.figures?.().onDisk.answers).to.equal(1);
  }
  async function expectNothingLeft(): Promise<void> {
    for (let round = 0; round < 100 && pool.figures?.().onDisk.answers !== 0; round += 1) await wait(20);
    expect(pool.figures?.().onDisk).to.deep.equal({ answers: 0, bytes: 0 });
  }

  it('before it is begun', async () => {
    const { body } = await ask();
    await untilOnDisk();
    await body[Symbol.asyncIterator]().return?.();
    await expectNothingLeft();
  });
  it('as a stream that is destroyed before it is read', async () => {
    const { body } = await ask();
    await untilOnDisk();
    Readable.from(body)
      .on('error', () => {})
      .destroy(new Error('gone'));
    await expectNothingLeft();
  });
  it('by whoever does not want it', async () => {
    const { body } = await ask();
    await untilOnDisk();
    await endBody(body);
    await expectNothingLeft();
  });
  it('as an export that is stored while it is read', async () => {
    const { body } = await pool.respond('CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }', { graph: 'ntriples' });
    await untilOnDisk();
    await body[Symbol.asyncIterator]().return?.();
    await expectNothingLeft();
  });
  it('as the quads of an answer', async () => {
    const answer = await pool.query('CONSTRUCT { ?s ?p ?o } WHERE { GRAPH <urn:g> { ?s ?p ?o } }');
    await untilOnDisk();
    if (answer.kind === 'graph') await endBody(answer.quads as AsyncIterable<Quad>);
    await expectNothingLeft();
  });
  it('by a dump, of whose two queries the second is refused', async () => {
    let asked = 0;
    const store: GraphStore = {
      ...pool,
      async respond(...question) {
        asked += 1;
        if (asked === 1) return pool.respond(...question);
        await untilOnDisk();
        throw new QueryFault('busy', 'too many');
      },
    };
    const fault = await readQuads(store, base).catch((error: unknown) => error);
    expect(String(fault)).to.include('too many');
    await expectNothingLeft();
  });
  it('by a dump that finds the graph changed again and again', async () => {
    let version = 0;
    const store: GraphStore = { ...pool, version: () => String(version++) };
    const fault = await readQuads(store, base).catch((error: unknown) => error);
    expect(String(fault)).to.include('changing too fast');
    await expectNothingLeft();
  });
  it('by who reads a dump, in the midst of the first of its two queries', async () => {
    const { tsv } = await readQuads(pool, base);
    for await (const _ of tsv) break;
    await expectNothingLeft();
  });
  it('by who never begins to read a dump', async () => {
    const { tsv } = await readQuads(pool, base);
    await tsv[Symbol.asyncIterator]().return?.();
    await expectNothingLeft();
  });
});
