/** The pool learns from its processes what it can answer at once, and says of every write what they say. */
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { rdf } from '../../../src/rdf.js';
import type { Answer, GraphStore } from '../../../src/store/graph-store.js';
import { openTestPool } from './open-test-pool.js';

const quads = [rdf.quad(rdf.namedNode('urn:s'), rdf.namedNode('urn:p'), rdf.literal('a'))];
const wanted = { bindings: 'csv' };
const query = (n: number): string => `SELECT ?o { <urn:s> <urn:p> ?o FILTER (?o != "none ${n}") }`;

async function read(answer: Answer | undefined): Promise<string | undefined> {
  if (answer === undefined) return undefined;
  const chunks: Uint8Array[] = [];
  for await (const chunk of answer.body) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** Until it is tried: a change may have to be taken in first. */
async function readAtOnce(store: GraphStore, n: number): Promise<string | undefined> {
  for (let round = 0; round < 100; round += 1) {
    const answer = await read(store.respondAtOnce?.(query(n), wanted));
    if (answer !== undefined) return answer;
    await wait(20);
  }
  return undefined;
}

describe('a pool that answers at once', function () {
  this.timeout(60_000);
  it('does so once it has learnt the shape, with the same tag', async () => {
    const store = await openTestPool(quads, { queryProcesses: 1 });
    try {
      expect(store.respondAtOnce?.(query(1), wanted)).to.equal(undefined);
      const { tag, by } = await store.respond(query(1), wanted);
      expect(await readAtOnce(store, 2)).to.equal('o\r\na\r\n');
      const quick = store.respondAtOnce?.(query(3), wanted);
      expect([quick?.tag, quick?.by, quick?.byteLength, quick?.isLasting]).to.deep.equal([tag, by, 6, true]);
      // Another dataset, and values from outside, are no matter of the shape.
      expect(store.respondAtOnce?.(query(4), wanted, { defaultGraphs: ['urn:g'] })).to.equal(undefined);
      expect(store.respondAtOnce?.(query(4), wanted, { bindings: { o: rdf.literal('b') } })).to.equal(undefined);
      expect(store.respondAtOnce?.(query(4), { boolean: 'json' })).to.equal(undefined);
    } finally {
      await store.close();
    }
  });
  it('never has less than what was acknowledged, however much that is', async () => {
    const store = await openTestPool(quads, { queryProcesses: 1 });
    try {
      await store.respond(query(0), wanted);
      await readAtOnce(store, 1);
      for (let n = 1; n <= 40; n += 1) {
        const more = n % 10 === 0 ? 3000 : 1;
        const data = Array.from({ length: more }, (_, k) => `<urn:x${k}> <urn:p> "${n}" .`).join(' ');
        await store.update(
          `DELETE WHERE { <urn:s> <urn:p> ?o } ; INSERT DATA { <urn:s> <urn:p> "state ${n}" . ${data} }`,
        );
        const answer = await read(store.respondAtOnce?.(query(n), wanted));
        expect(answer ?? `o\r\nstate ${n}\r\n`).to.equal(`o\r\nstate ${n}\r\n`);
        if (more === 1 && n < 10) expect(answer, `${n}`).to.not.equal(undefined);
      }
    } finally {
      await store.close();
    }
  });
  it('charges whoever asks', async () => {
    const store = await openTestPool(quads, { queryProcesses: 1, clientBudget: 1 });
    try {
      await store.respond(query(0), wanted);
      await readAtOnce(store, 1);
      const ask = (): void => {
        for (let n = 0; n < 1000; n += 1) store.respondAtOnce?.(query(n), wanted, { client: '192.0.2.1' });
      };
      expect(ask).to.throw('query time');
    } finally {
      await store.close();
    }
  });
  it('does not where it is told not to', async () => {
    for (const settings of [{ answerAtOnce: false }, { overIds: false }]) {
      const store = await openTestPool(quads, { queryProcesses: 1, ...settings });
      try {
        await store.respond(query(1), wanted);
        await wait(300);
        expect(store.respondAtOnce?.(query(2), wanted)).to.equal(undefined);
      } finally {
        await store.close();
      }
    }
  });
});
