/** A pool takes a new snapshot while it is asked: nobody is refused, and every answer is of one snapshot alone. */
import { mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { readConfig } from '../../../src/config.js';
import { type Quad, rdf } from '../../../src/rdf.js';
import { openJournal } from '../../../src/store/journal/journal.js';
import { openPool, type Pool } from '../../../src/store/pool/open-pool.js';
import { collectColumns } from '../../../src/store/snapshot/collect-columns.js';
import { writeSnapshot } from '../../../src/store/snapshot/snapshot-file.js';

const things = 2000;

/** Each of its things has the number of the graph. */
function* graphOf(number: number): Generator<Quad> {
  for (let at = 0; at < things; at += 1)
    yield rdf.quad(rdf.namedNode(`urn:thing:${at}`), rdf.namedNode('urn:of'), rdf.literal(String(number)));
}

describe('A pool with a new snapshot', function () {
  this.timeout(300_000);
  const folder = mkdtempSync(join(tmpdir(), 'migraph-reopen-'));
  const snapshot = join(folder, 'graph.snapshot');
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** As a build does: beside it, then in its place. */
  function build(number: number): void {
    const part = join(folder, 'part');
    writeFileSync(part, Buffer.concat([...writeSnapshot(collectColumns(graphOf(number)), `graph ${number}`)]));
    renameSync(part, snapshot);
  }
  // Nobody is to be sent away by a machine that is slow.
  const settings = { ...readConfig({}), queryProcesses: 2, queryDeadline: 60 };
  const query = (n: number): string =>
    `SELECT (COUNT(*) AS ?n) (MIN(?v) AS ?low) (MAX(?v) AS ?high) { ?s <urn:of> ?v FILTER(?v != "${n} ${Math.random()}") }`;

  async function read(pool: Pool, text: string): Promise<string[]> {
    const { body } = await pool.respond(text, { bindings: 'csv' });
    const chunks: Uint8Array[] = [];
    for await (const chunk of body) chunks.push(chunk);
    return Buffer.concat(chunks).toString().trim().split('\r\n').slice(1);
  }
  /** How many things it has, and of which graph they are. */
  const look = async (pool: Pool, n = 0): Promise<string> => (await read(pool, query(n)))[0] ?? '';

  it('fails no query, and mixes no two graphs', async () => {
    build(1);
    const pool = await openPool({ snapshot, config: settings });
    const versions = new Set([pool.version()]);
    const seen = new Set<string>();
    let isOver = false;
    let asked = 0;
    const clients = Array.from({ length: 12 }, async (_, client) => {
      while (!isOver) {
        seen.add(await look(pool, client));
        asked += 1;
      }
    });
    for (const number of [2, 3, 4]) {
      build(number);
      const before = asked;
      await pool.reopen();
      versions.add(pool.version());
      expect(await look(pool)).to.equal(`${things},${number},${number}`);
      while (asked < before + 50) await new Promise((resolve) => setTimeout(resolve, 10));
    }
    isOver = true;
    await Promise.all(clients);
    expect(versions.size).to.equal(4);
    expect([...seen].sort()).to.deep.equal([1, 2, 3, 4].map((number) => `${things},${number},${number}`));
    await pool.complete();
    await pool.close();
    expect(readdirSync(folder)).to.deep.equal(['graph.snapshot']);
  });
  /** The answer that is given at once, as soon as one is. */
  async function readAtOnce(pool: Pool, text: string): Promise<string | undefined> {
    for (let round = 0; round < 100; round += 1) {
      const whole = pool.respondAtOnce?.(text, { bindings: 'csv' })?.whole;
      if (whole !== undefined) return Buffer.from(whole).toString();
      await wait(50);
    }
    return undefined;
  }
  const state = (n: number): string => `SELECT ?o { <urn:state> <urn:is> ?o FILTER(STRLEN(?o) != ${n}) }`;

  it('answers at once again, also where megabytes were written before', async () => {
    build(1);
    const journal = await openJournal(join(folder, 'long.log'));
    const pool = await openPool({ snapshot, journal, config: settings, worthCheckpoint: Number.MAX_SAFE_INTEGER });
    await pool.respond(state(1), { bindings: 'csv' });
    const written = (n: number): string => `${n} ${'.'.repeat(20_000)}`;
    for (let n = 1; n <= 60; n += 1)
      await pool.update(`DELETE WHERE { <urn:state> ?p ?o } ; INSERT DATA { <urn:state> <urn:is> "${written(n)}" }`);
    expect(journal.byteLength).to.be.above(2 ** 20);
    build(2);
    await pool.reopen();
    // While the copy is still catching up.
    await pool.update(`DELETE WHERE { <urn:state> ?p ?o } ; INSERT DATA { <urn:state> <urn:is> "${written(61)}" }`);
    expect(await readAtOnce(pool, state(2))).to.equal(`o\r\n${written(61)}\r\n`);
    await pool.close();
    await journal.close();
  });
  it('answers at once with what was written that stands in no file', async () => {
    build(1);
    const pool = await openPool({ snapshot, config: settings });
    await pool.respond(state(1), { bindings: 'csv' });
    await pool.update('INSERT DATA { <urn:state> <urn:is> "written" }');
    build(2);
    await pool.reopen();
    expect(await readAtOnce(pool, state(2))).to.equal('o\r\nwritten\r\n');
    await pool.close();
  });
  it('has over it what was written, and goes on being written to', async () => {
    build(1);
    const journal = await openJournal(join(folder, 'journal.log'));
    const pool = await openPool({ snapshot, journal, config: settings });
    const names = () => read(pool, 'SELECT ?s { ?s <urn:name> ?o } ORDER BY ?s');
    await pool.update('INSERT DATA { <urn:a> <urn:name> "a" } ; DELETE DATA { <urn:thing:7> <urn:of> "2" }');
    build(2);
    const writes = Array.from({ length: 5 }, (_, n) => pool.update(`INSERT DATA { <urn:b${n}> <urn:name> "b" }`));
    await Promise.all([pool.reopen(), ...writes]);
    await pool.update('INSERT DATA { <urn:c> <urn:name> "c" }');
    expect(await names()).to.deep.equal(['urn:a', 'urn:b0', 'urn:b1', 'urn:b2', 'urn:b3', 'urn:b4', 'urn:c']);
    expect(await look(pool)).to.equal(`${things},2,2`);
    await pool.close();
    await journal.close();
  });
  it('is written to while the new graph is loaded: little, and so much that all processes are replaced', async () => {
    build(1);
    const journal = await openJournal(join(folder, 'meanwhile.log'));
    const pool = await openPool({ snapshot, journal, config: { ...settings, writeDeadline: 120 } });
    await pool.complete();
    build(2);
    const order: string[] = [];
    const note = (what: string) => (): number => order.push(what);
    const reopened = pool.reopen().then(note('reopened'));
    await pool.update('INSERT DATA { <urn:a> <urn:name> "a" }').then(note('a'));
    const long = Array.from({ length: 50 }, (_, n) => `<urn:long:${n}> <urn:text> "${'.'.repeat(100_000)}" .`).join(
      '\n',
    );
    const isLong = pool.writeGraph(
      rdf.namedNode('urn:graph:long'),
      { parts: [{ text: long, format: 'turtle' }], baseIri: 'urn:x' },
      'replace',
    );
    const after = pool.update('INSERT DATA { <urn:b> <urn:name> "b" }').then(note('b'));
    await Promise.all([reopened, isLong, after]);
    expect(order[0]).to.equal('a');
    const longs =
      'SELECT (COUNT(*) AS ?n) (SUM(STRLEN(?o)) AS ?length) { GRAPH <urn:graph:long> { ?s <urn:text> ?o } }';
    // Each of the processes in turn.
    for (let n = 0; n < 12; n += 1) {
      expect(await look(pool, n)).to.equal(`${things},2,2`);
      expect(await read(pool, `${longs} # ${n}`)).to.deep.equal(['50,5000000']);
      expect(await read(pool, `SELECT ?s { ?s <urn:name> ?o } ORDER BY ?s # ${n}`)).to.deep.equal(['urn:a', 'urn:b']);
    }
    expect(pool.version().startsWith(pool.edition?.() ?? '?')).to.equal(true);
    await pool.close();
    await journal.close();
  });
  it('has two processes from the first moment on: one would be kept for what is cheap, and the rest stand still', async () => {
    build(1);
    const pool = await openPool({ snapshot, config: { ...settings, queryProcesses: 3 } });
    await pool.complete();
    build(2);
    await pool.reopen();
    await look(pool);
    expect(pool.figures?.().processes.ready).to.be.at.least(2);
    await pool.close();
  });
  it('keeps what it has where the new one cannot be read', async () => {
    build(1);
    const pool = await openPool({ snapshot, config: settings });
    const version = pool.version();
    rmSync(snapshot);
    writeFileSync(snapshot, 'no snapshot');
    const outcome = await pool.reopen().then(
      () => 'taken',
      (error: Error) => error.message,
    );
    expect(outcome).to.match(/could not load/);
    expect([pool.version(), await look(pool)]).to.deep.equal([version, `${things},1,1`]);
    build(2);
    await pool.reopen();
    expect(await look(pool)).to.equal(`${things},2,2`);
    await pool.close();
  });
});
