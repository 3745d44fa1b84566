/** Stored exports: whole or not at all, found again, and gone with the server. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readConfig } from '../../../src/config.js';
import { rdf } from '../../../src/rdf.js';
import type { GraphStore } from '../../../src/store/graph-store.js';
import { isExport, StoredExports } from '../../../src/store/pool/stored-exports.js';
import { openTestPool } from './open-test-pool.js';

const what = { kind: 'graph', format: 'nquads', by: 'ids', tag: 'a tag' } as const;

async function* each(...texts: readonly (string | Error)[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) {
    if (typeof text !== 'string') throw text;
    yield Buffer.from(text);
  }
}

async function read(body: AsyncIterable<Uint8Array> | undefined): Promise<string> {
  let text = '';
  for await (const chunk of body ?? []) text += Buffer.from(chunk).toString();
  return text;
}

describe('stored exports', function () {
  this.timeout(60_000);
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'migraph-exports-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const own = (): string[] => readdirSync(join(folder, String(process.pid)));

  it('are found when they were read to their end', async () => {
    const exports = new StoredExports(folder, 1000);
    expect(exports.find('a')).to.equal(undefined);
    expect(await read(exports.store('a', what, each('one ', 'two')))).to.equal('one two');
    for (let n = 0; n < 2; n += 1) {
      const found = exports.find('a');
      expect(found).to.include({ ...what, byteLength: 7 });
      expect(await read(found?.body)).to.equal('one two');
    }
    exports.close();
    expect(readdirSync(folder)).to.deep.equal([]);
  });
  it('are not kept when they fail, are left, or are too long', async () => {
    const exports = new StoredExports(folder, 10);
    await read(exports.store('a', what, each('one', new Error('late')))).catch(() => {});
    for await (const _ of exports.store('b', what, each('one', 'two'))) break;
    expect(await read(exports.store('c', what, each('one two', ' three four')))).to.equal('one two three four');
    for (const key of ['a', 'b', 'c']) expect(exports.find(key), key).to.equal(undefined);
    expect(own()).to.deep.equal([]);
  });
  it('that cannot be kept keep nobody from the answer', async () => {
    const exports = new StoredExports(folder, 1000);
    const text = each('one ', 'two');
    const losing = (async function* (): AsyncGenerator<Uint8Array> {
      for await (const chunk of text) yield chunk;
      // Its file is gone before it is put in its place.
      rmSync(join(folder, String(process.pid)), { recursive: true });
    })();
    expect(await read(exports.store('a', what, losing))).to.equal('one two');
    expect(exports.find('a')).to.equal(undefined);
  });
  it('go when there is no room, the one that was not asked for first', async () => {
    const exports = new StoredExports(folder, 10);
    for (const key of ['a', 'b']) await read(exports.store(key, what, each('12345')));
    exports.find('a');
    await read(exports.store('c', what, each('12345')));
    expect(['a', 'b', 'c'].filter((key) => exports.find(key) !== undefined)).to.deep.equal(['a', 'c']);
    expect(own()).to.have.length(2);
  });
  it('of servers that are gone are taken away, those of others are not', () => {
    for (const name of ['999999999', String(process.ppid)]) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'x'), '');
    }
    new StoredExports(folder, 10);
    expect(readdirSync(folder)).to.deep.equal([String(process.ppid)]);
  });
  it('are of whole graphs alone', () => {
    expect(isExport('CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }')).to.equal(true);
    expect(isExport('construct{?a ?b ?c.}\nwhere{?a ?b ?c .}')).to.equal(true);
    expect(isExport('CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 5')).to.equal(false);
    expect(isExport('CONSTRUCT { ?s ?p ?o } WHERE { ?o ?p ?s }')).to.equal(false);
  });
  it('are sent by a pool instead of what it would make, until the graph changes', async () => {
    const out = join(folder, 'var');
    const quads = Array.from({ length: 30_000 }, (_, n) =>
      rdf.quad(rdf.namedNode(`urn:s${n}`), rdf.namedNode('urn:p'), rdf.literal(`a value of some length, ${n}`)),
    );
    const store = await openTestPool(quads, { ...readConfig({}), queryProcesses: 1, out });
    const ask = async (from: GraphStore) => {
      const answer = await from.respond('CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }', { graph: 'nquads' });
      return { length: answer.byteLength, tag: answer.tag, text: await read(answer.body) };
    };
    const [first, second] = [await ask(store), await ask(store)];
    expect([first.length, second.length]).to.deep.equal([undefined, Buffer.byteLength(first.text)]);
    expect([second.text === first.text, second.tag]).to.deep.equal([true, first.tag]);
    await store.update('INSERT DATA { <urn:new> <urn:p> "new" }');
    const third = await ask(store);
    expect(third.length).to.equal(undefined);
    expect(third.text).to.include('<urn:new>');
    await store.close();
    expect(existsSync(join(out, 'exports', String(process.pid)))).to.equal(false);
  });
});
