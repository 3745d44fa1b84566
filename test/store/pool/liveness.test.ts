/** One query takes nothing from the others: time, memory, processes; and what is broken off is seen to be. */
import { expect } from 'chai';
import { type Quad, rdf } from '../../../src/rdf.js';
import { type Answer, QueryFault } from '../../../src/store/graph-store.js';
import type { Pool } from '../../../src/store/pool/open-pool.js';
import { openTestPool } from './open-test-pool.js';

const iri = (name: string | number) => rdf.namedNode(`http://e/${name}`);

/** `size` triples. */
function* numbers(size: number): Generator<Quad> {
  for (let i = 0; i < size; i += 1) yield rdf.quad(iri(`s${i}`), iri('p'), rdf.literal(`value ${i}`));
}

const product = 'SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STRLEN(?c) + STRLEN(?f) + STRLEN(?i) < 0) }';
const hungry = 'SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?f ?c';
const endlessPattern = 'ASK { ?s ?p ?o FILTER(REGEX("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", "^(a+)+$")) }';

async function faultOf(promise: Promise<unknown>): Promise<QueryFault> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).to.be.instanceOf(QueryFault);
  return error as QueryFault;
}

async function read(answer: Answer): Promise<number> {
  let length = 0;
  for await (const chunk of answer.body) length += chunk.length;
  return length;
}

const settings = { queryProcesses: 2, clientBudget: 1000, queryMemory: 60 * 2 ** 20 };

describe('the pool under load', function () {
  this.timeout(120_000);
  let store: Pool;
  const warnings: string[] = [];
  const listen = ({ message }: Error): number => warnings.push(message);
  const ask = (n: number, client = 'c') =>
    store.respond(`ASK { <http://e/s${n}> ?p ?o }`, { boolean: 'json' }, { client });
  const table = (query: string, options = {}) => store.respond(query, { bindings: 'csv', boolean: 'csv' }, options);

  // A slow machine must not make a query that is to be answered late.
  before(async () => {
    store = await openTestPool(numbers(3000), { ...settings, queryDeadline: 40 });
    await store.complete();
    process.on('warning', listen);
  });
  after(() => {
    process.off('warning', listen);
    return store.close();
  });
  afterEach(() => {
    expect(warnings).to.deep.equal([]);
  });

  it('a query that needs too much memory is ended, and says so', async () => {
    expect((await faultOf(table(hungry))).kind).to.equal('memory');
    expect(await read(await ask(1))).to.be.greaterThan(0);
  });
  it('one that nobody waits for any more frees its process within a second', async () => {
    const leaving = [new AbortController(), new AbortController()];
    const left = leaving.map(({ signal }, n) =>
      faultOf(table(`${product} LIMIT ${n + 5}`, { signal, client: `l${n}` })),
    );
    setTimeout(() => {
      for (const controller of leaving) controller.abort();
    }, 800);
    for (const fault of await Promise.all(left)) expect(fault.kind).to.equal('aborted');
    const started = performance.now();
    await ask(7);
    expect(performance.now() - started).to.be.lessThan(1000);
  });
  it('a client that floods waits behind its own, not before others', async () => {
    const flood = Array.from({ length: 15 }, (_, n) =>
      table(`SELECT (COUNT(*) AS ?n${n}) { ?s ?p ?o }`, { client: 'flood' }),
    );
    let done = 0;
    for (const one of flood) void one.then(() => (done += 1));
    await ask(11, 'other');
    expect(done).to.be.lessThan(15);
    await Promise.all(flood);
  });
  it('a client that has too much waiting is told to come later', async () => {
    const flood = Array.from({ length: 60 }, (_, n) =>
      table(`SELECT (COUNT(*) AS ?m${n}) { ?s ?p ?o }`, { client: 'flood' }),
    );
    const kinds = (await Promise.allSettled(flood)).map((one) =>
      one.status === 'rejected' ? (one.reason as QueryFault).kind : 'answered',
    );
    expect(new Set(kinds)).to.deep.equal(new Set(['answered', 'busy']));
  });
  it('a long answer comes while it is made, whole', async () => {
    const query =
      'SELECT ?s ?c ?d { ?s ?p ?c . VALUES ?d { 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 } }';
    const answer = await table(query);
    expect(answer.byteLength).to.equal(undefined);
    expect(await read(answer)).to.be.greaterThan(1024 * 1024);
  });
  it('the same question is answered from memory until the graph changes', async () => {
    const query = 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }';
    const [first, second] = [await table(query), await table(query)];
    expect(second.tag).to.equal(first.tag);
    await store.update('INSERT DATA { <http://e/new> <http://e/p> 1 }');
    expect((await table(query)).tag).to.not.equal(first.tag);
  });
  it('long answers of one tag are one answer, also while the graph changes', async () => {
    const query = `SELECT ?s ?c ?d { ?s ?p ?c . VALUES ?d { ${Array.from({ length: 25 }, (_, n) => n).join(' ')} } }`;
    const lengths = new Map<string, number>();
    for (let n = 0; n < 6; n += 1) {
      const asked = table(query);
      const written = store.update(`INSERT DATA { <http://e/long> <http://e/n> ${n} }`);
      const answer = await asked;
      const length = await read(answer);
      if (answer.tag !== undefined) expect(lengths.get(answer.tag) ?? length).to.equal(length);
      if (answer.tag !== undefined) lengths.set(answer.tag, length);
      await written;
    }
    const first = await table(query);
    const length = await read(first);
    const second = await table(query);
    expect(second.tag).to.be.a('string').that.equals(first.tag);
    expect(await read(second)).to.equal(length);
    await store.update('DELETE WHERE { <http://e/long> ?p ?o }');
  });
  it('a long answer that is taken slowly leaves nothing behind', async () => {
    // Each row is more than is taken ahead of the reader.
    const long = `BIND("${'a'.repeat(50_000)}" AS ?a) BIND(CONCAT(${Array(12).fill('?a').join(', ')}) AS ?b)`;
    const answer = await table(`SELECT ?b { ?s ?p ?c ${long} } LIMIT 25`);
    expect(await read(answer)).to.be.greaterThan(25 * 600_000);
  });
  it('an update may be long, a query not as much', async () => {
    const long = 'a'.repeat(200_000);
    await store.update(`INSERT DATA { <http://e/long> <http://e/is> "${long}" }`);
    expect((await faultOf(table(`ASK { <http://e/long> <http://e/is> "${long}" }`))).kind).to.equal('too-long');
    await store.update('DELETE WHERE { <http://e/long> <http://e/is> ?o }');
  });
  it('a change is seen by every query that begins after it, in every process', async () => {
    for (let n = 0; n < 10; n += 1) {
      await store.update(`INSERT DATA { <http://e/c> <http://e/n> ${n} }`);
      const counts = await Promise.all(
        [0, 1, 2].map(async (i) => {
          const result = await store.query(`SELECT (COUNT(*) AS ?n${i}) { <http://e/c> <http://e/n> ?x }`);
          if (result.kind !== 'bindings') return undefined;
          for await (const row of result.rows) return row.get(`n${i}`)?.value;
          return undefined;
        }),
      );
      expect(counts).to.deep.equal(Array(3).fill(String(n + 1)));
    }
  });

  describe('with little time for each query', () => {
    let hasty: Pool;
    before(async () => {
      hasty = await openTestPool(numbers(3000), { ...settings, queryDeadline: 4 });
      await hasty.complete();
    });
    after(() => hasty.close());

    for (const [what, query] of [
      ['a product', product],
      ['a pattern without end', endlessPattern],
    ] as const)
      it(`${what} ends at the deadline, and cheap queries are answered meanwhile`, async () => {
        const heavy = faultOf(hasty.respond(query, { bindings: 'csv', boolean: 'csv' }, { client: 'heavy' }));
        let answered = 0;
        let isOver = false;
        const end = () => {
          isOver = true;
        };
        heavy.then(end, end);
        while (!isOver) {
          await hasty.respond(`ASK { <http://e/s${answered}> ?p ?o }`, { boolean: 'json' }, { client: 'c' });
          answered += 1;
        }
        expect((await heavy).kind).to.equal('timeout');
        expect(answered).to.be.greaterThan(20);
      });
  });
});
