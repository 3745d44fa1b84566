/** A pool with a journal: what is acknowledged is on the disk and in every process, what cannot be stored is in none. */
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readConfig } from '../../../src/config.js';
import { rdf } from '../../../src/rdf.js';
import { type GraphStore, QueryFault } from '../../../src/store/graph-store.js';
import { type Journal, openJournal, openJournalToRead, readJournal } from '../../../src/store/journal/journal.js';
import { openPool } from '../../../src/store/pool/open-pool.js';
import { collectColumns } from '../../../src/store/snapshot/collect-columns.js';
import { writeSnapshot } from '../../../src/store/snapshot/snapshot-file.js';

describe('a pool with a journal', function () {
  this.timeout(120_000);
  let folder: string;
  let graph: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'migraph-journaled-'));
    graph = join(folder, 'graph.snapshot');
    file = join(folder, 'journal.log');
    const base = rdf.quad(rdf.blankNode('g.x'), rdf.namedNode('urn:p'), rdf.literal('base'));
    writeFileSync(graph, Buffer.concat([...writeSnapshot(collectColumns([base]), 'a test')]));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const open = (journal: Journal, queryProcesses = 1) =>
    openPool({ snapshot: graph, journal, config: { ...readConfig({}), queryProcesses, queryDeadline: 60 } });
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
  it('shows all of an update or nothing of it, to readers in every process', async () => {
    const journal = await openJournal(file);
    const store = await open(journal, 2);
    const seen = new Set<string>();
    let isOver = false;
    const readers = [1, 2, 3].map(async (reader) => {
      for (let n = 0; !isOver; n += 1)
        // Each another query, so that none is answered from what is kept.
        seen.add(
          await rows(store, `SELECT ?v (COUNT(*) AS ?n) { ?s <urn:v> ?v } GROUP BY ?v LIMIT ${1000 * reader + n}`),
        );
    });
    const values = Array.from({ length: 7 }, (_, n) => `<urn:s${n}>`).join(' ');
    for (let n = 0; n < 40; n += 1)
      await store.update(
        `DELETE { ?s <urn:v> ?old } INSERT { ?s <urn:v> ${n % 3} } WHERE { VALUES ?s { ${values} } OPTIONAL { ?s <urn:v> ?old } }`,
      );
    isOver = true;
    await Promise.all(readers);
    seen.delete('v,n\r\n');
    expect([...seen].sort()).to.deep.equal(['v,n\r\n0,7\r\n', 'v,n\r\n1,7\r\n', 'v,n\r\n2,7\r\n']);
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
  it('takes a write that needs more time or memory than a query may have, and has processes read it anew', async () => {
    const journal = await openJournal(file);
    const store = await open(journal, 2);
    const lines = Array.from(
      { length: 45_000 },
      (_, n) =>
        `<http://example.org/thing/${n % 9000}> <http://example.org/property/${n % 7}> "number ${n} of many" .\n`,
    );
    const upload = { parts: [{ format: 'ntriples', text: lines.join('') }], baseIri: 'http://e/' };
    const asked = rows(store, 'SELECT (COUNT(*) AS ?n) { GRAPH <urn:large> { ?s ?p ?o } }');
    expect(await store.writeGraph(rdf.namedNode('urn:large'), upload, 'replace')).to.equal(true);
    expect(await asked).to.equal('n\r\n0\r\n');
    const counts = await Promise.all(
      [1, 2, 3, 4].map((k) => rows(store, `SELECT (COUNT(*) AS ?n) { GRAPH <urn:large> { ?s ?p ?o } } LIMIT ${k}`)),
    );
    expect(counts).to.deep.equal(Array(4).fill('n\r\n45000\r\n'));
    await store.update('INSERT DATA { GRAPH <urn:large> { <urn:s> <urn:p> "more" } }');
    await store.complete();
    expect(await rows(store, 'SELECT ?o { GRAPH <urn:large> { <urn:s> ?p ?o } }')).to.equal('o\r\nmore\r\n');
    await store.close();
    const reopened = await open(journal);
    expect(await rows(reopened, 'SELECT (COUNT(*) AS ?n) { GRAPH <urn:large> { ?s ?p ?o } }')).to.equal(
      'n\r\n45001\r\n',
    );
    await reopened.close();
    await journal.close();
  });
  it('writes large and small ones in turn when many come at once', async () => {
    const journal = await openJournal(file);
    const store = await open(journal);
    const large = `INSERT DATA { ${Array.from({ length: 9000 }, (_, n) => `<urn:l> <urn:n> ${n} .`).join('\n')} }`;
    await Promise.all([1, 2, 3].map((n) => store.update(n === 2 ? large : `INSERT DATA { <urn:s> <urn:n> ${n} }`)));
    expect(await rows(store, 'SELECT ?s (COUNT(*) AS ?n) { ?s <urn:n> ?o } GROUP BY ?s ORDER BY ?s')).to.equal(
      's,n\r\nurn:l,9000\r\nurn:s,2\r\n',
    );
    await store.close();
    await journal.close();
  });
  it('drops a write whose client has left before its turn, or while it is evaluated', async () => {
    const journal = await openJournal(file);
    const store = await open(journal);
    const values = (name: string) => `VALUES ?${name} { ${Array.from({ length: 300 }, (_, n) => n).join(' ')} }`;
    const endless = `INSERT { <urn:s> <urn:n> ?c } WHERE { SELECT (COUNT(*) AS ?c) { ${values('a')} ${values('b')} ${values('d')} FILTER(?a + ?b < ?d) } }`;
    const leaving = new AbortController();
    const running = store.update(endless, { signal: leaving.signal }).catch((error: QueryFault) => error.kind);
    const waiting = store
      .update('INSERT DATA { <urn:s> <urn:n> 1 }', { signal: leaving.signal })
      .catch((error: QueryFault) => error.kind);
    const next = store.update('INSERT DATA { <urn:s> <urn:n> 2 }');
    await new Promise((resolve) => setTimeout(resolve, 200));
    leaving.abort();
    expect([await running, await waiting]).to.deep.equal(['aborted', 'aborted']);
    await next;
    expect(await rows(store, 'SELECT ?n { <urn:s> <urn:n> ?n }')).to.equal('n\r\n2\r\n');
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
