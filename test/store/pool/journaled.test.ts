/** A pool with a journal: what is acknowledged is on the disk and in every process, what cannot be stored is in none. */
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readConfig } from '../../../src/config.js';
import { rdf } from '../../../src/rdf.js';
import { type GraphStore, QueryFault } from '../../../src/store/graph-store.js';
import { type Journal, openJournal, openJournalToRead, readJournal } from '../../../src/store/journal.js';
import { openPool } from '../../../src/store/pool/open-pool.js';

describe('a pool with a journal', function () {
  this.timeout(120_000);
  let folder: string;
  let graph: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'migraph-journaled-'));
    graph = join(folder, 'graph.nq');
    file = join(folder, 'journal.log');
    writeFileSync(graph, '_:g.x <urn:p> "base" .\n');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const open = (journal: Journal, queryProcesses = 1) =>
    openPool({ file: graph, journal, config: { ...readConfig({}), queryProcesses } });
  const rows = async (store: GraphStore, query = 'SELECT ?s ?o { ?s <urn:p> ?o } ORDER BY ?o'): Promise<string> => {
    const { body } = await store.respond(query, { bindings: 'csv' });
    const chunks: Uint8Array[] = [];
    for await (const chunk of body) chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
  };

  it('has after the next start what it had, blank nodes with their names', async () => {
    const journal = await openJournal(file);
    const store = await open(journal);
    await store.update('INSERT { ?s <urn:p> "more" . _:n <urn:p> "new" } WHERE { ?s <urn:p> "base" }');
    await store.writeGraph(
      rdf.namedNode('urn:g'),
      { parts: [{ format: 'turtle', text: '[] <urn:p> "up" .' }], baseIri: 'http://e/' },
      'add',
    );
    await store.update('DELETE { ?s ?p "base" } WHERE { ?s ?p "base" }');
    const before = await rows(store);
    expect(before.trim().split('\r\n')).to.have.length(4);
    await store.close();
    await journal.close();
    const again = await openJournal(file);
    expect([...readJournal(file, again.byteLength)]).to.have.length(3);
    const reopened = await open(again);
    expect(await rows(reopened)).to.equal(before);
    expect(reopened.version().split('-').slice(0, 2)).to.deep.equal(store.version().split('-').slice(0, 2));
    await reopened.close();
    await again.close();
  });
  it('tells every process before it acknowledges', async () => {
    const journal = await openJournal(file);
    const store = await open(journal, 3);
    await store.complete();
    for (let n = 0; n < 10; n += 1) {
      await store.update(`INSERT DATA { <urn:s> <urn:n> ${n} }`);
      // Different queries, so that none is answered from what is kept.
      const answers = await Promise.all(
        [1, 2, 3, 4].map((k) => rows(store, `SELECT (COUNT(*) AS ?n) { <urn:s> <urn:n> ?o } LIMIT ${k}`)),
      );
      expect(answers.map((text) => text.split('\r\n')[1])).to.deep.equal(Array(4).fill(String(n + 1)));
    }
    await store.close();
    await journal.close();
  });
  it('writes nothing to the journal where nothing changes', async () => {
    const journal = await openJournal(file);
    const store = await open(journal);
    const before = journal.byteLength;
    await store.update('INSERT DATA { <urn:a> <urn:p> 1 } ; DELETE DATA { <urn:a> <urn:p> 1 }');
    await store.update('DELETE DATA { <urn:a> <urn:p> 1 }');
    expect(journal.byteLength).to.equal(before);
    await store.close();
    await journal.close();
  });
  it('has nothing of a change that could not be stored, and takes the next one', async () => {
    const journal = await openJournal(file);
    const store = await open(journal);
    await store.update('INSERT DATA { <urn:a> <urn:p> "stored" }');
    const [before, version] = [await rows(store), store.version()];
    appendFileSync(file, 'another hand');
    const outcome = await store.update('INSERT DATA { <urn:a> <urn:p> "lost" }').catch((error: unknown) => error);
    expect(outcome).to.be.instanceOf(QueryFault).with.property('kind', 'not-stored');
    expect([await rows(store), store.version()]).to.deep.equal([before, version]);
    expect(await rows(store, 'SELECT ?s { ?s ?p "lost" }')).to.equal('s\r\n');
    await store.close();
    await journal.close();
  });
  it('reads a journal that it may not write to', async () => {
    const journal = await openJournal(file);
    await journal.append(Buffer.from('A <urn:a> <urn:p> "written" .\n'));
    await journal.close();
    const store = await open(openJournalToRead(file));
    expect(await rows(store, 'SELECT ?s { ?s ?p "written" }')).to.equal('s\r\nurn:a\r\n');
    const outcome = await store.update('INSERT DATA { <urn:a> <urn:p> 1 }').catch((error: unknown) => error);
    expect(outcome).to.be.instanceOf(QueryFault).with.property('kind', 'not-stored');
    await store.close();
  });
});
