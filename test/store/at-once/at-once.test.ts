/** What is answered at once is what a query process answers, byte for byte; and it is over before anybody would notice. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readConfig } from '../../../src/config.js';
import { type Quad, rdf } from '../../../src/rdf.js';
import { type AtOnce, openAtOnce } from '../../../src/store/at-once/at-once.js';
import { writeLesson } from '../../../src/store/at-once/lesson.js';
import { openEmbedded } from '../../../src/store/embedded.js';
import type { GraphStore } from '../../../src/store/graph-store.js';
import { markUnion, reviewGraphs } from '../../../src/store/graphs.js';
import { writePatch } from '../../../src/store/journal/patch.js';
import { parseQuery } from '../../../src/store/parse/parse-query.js';
import { parseRdf } from '../../../src/store/rdf/parse-rdf.js';
import { collectColumns } from '../../../src/store/snapshot/collect-columns.js';
import { writeSnapshot } from '../../../src/store/snapshot/snapshot-file.js';
import { prologue, trig } from '../../differential/data.js';
import { generateQuery } from '../../differential/generate-query.js';
import { createRandom } from '../../random.js';

const config = readConfig({});
const wanted = { bindings: 'json', boolean: 'json', graph: 'ntriples' } as const;

/** Of so many things, each with a number. */
function* many(count: number): Generator<Quad> {
  for (let n = 0; n < count; n += 1)
    yield rdf.quad(rdf.namedNode(`http://e/${n}`), rdf.namedNode('http://e/p'), rdf.literal(`value ${n}`));
}

async function bytesOf(store: GraphStore, query: string): Promise<string> {
  const { body } = await store.respond(query, wanted);
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

describe('answers at once', function () {
  this.timeout(60_000);
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'migraph-at-once-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  async function open(quads: Iterable<Quad>): Promise<AtOnce> {
    const snapshot = join(folder, 'graph.snapshot');
    const columns = markUnion(collectColumns(quads), reviewGraphs(config.base));
    writeFileSync(snapshot, Buffer.concat([...writeSnapshot(columns, 'a test')]));
    const atOnce = openAtOnce(config);
    await atOnce.open({ snapshot });
    return atOnce;
  }

  /** As after a query process was asked for it. */
  function ask(atOnce: AtOnce, query: string): string | undefined {
    const first = atOnce.recognise(query, {});
    if (first === undefined) return undefined;
    if (first.known === undefined) atOnce.learn(first, writeLesson(parseQuery(query)));
    const known = atOnce.recognise(query, {});
    const answer = known && atOnce.answer(known, wanted, {});
    return answer && Buffer.from(answer.bytes).toString();
  }

  it('are those that the store gives, to generated queries', async () => {
    const quads = await parseRdf(`${prologue} ${trig}`, 'trig', 'http://e/');
    const [atOnce, store] = [await open(quads), openEmbedded(quads, config)];
    let answered = 0;
    for (let seed = 1; seed <= 1500; seed += 1) {
      const query = `${prologue} ${generateQuery(createRandom(seed))}`;
      try {
        parseQuery(query);
      } catch {
        continue;
      }
      const given = ask(atOnce, query);
      if (given === undefined) continue;
      answered += 1;
      expect(given, query).to.equal(await bytesOf(store, query));
    }
    expect(answered).to.be.above(300);
  });
  it('are given to other constants in a shape that is known, and to no shape that is not', async () => {
    const atOnce = await open(many(100));
    const about = (n: number): string => `SELECT ?o { <http://e/${n}> <http://e/p> ?o FILTER (?o != "x${n}") }`;
    expect(ask(atOnce, about(1))).to.include('value 1"');
    const other = atOnce.recognise(about(77), {});
    expect(other && Buffer.from(atOnce.answer(other, wanted, {})?.bytes ?? []).toString()).to.include('value 77"');
    expect(atOnce.recognise('ASK { ?s ?p ?o }', {})?.known).to.equal(undefined);
  });
  it('are not given to what may take long, or is another each time', async () => {
    const atOnce = await open(many(5000));
    for (const query of [
      'SELECT * { ?s ?p ?o }',
      'SELECT (COUNT(*) AS ?n) { ?s <http://e/p> ?o FILTER (CONTAINS(?o, "9")) }',
      'SELECT * { ?s <http://e/p>* ?o } LIMIT 1',
      'SELECT * { ?s ?p ?o FILTER REGEX(?o, "a") } LIMIT 1',
      'SELECT * { GRAPH ?g { ?s ?p ?o } } LIMIT 1',
      'SELECT (RAND() AS ?x) {}',
      'SELECT (?x * ?x AS ?y) { VALUES ?x { 2 } }',
      'SELECT * { ?s ?p ?o . FILTER (?o = "a\\tb") } LIMIT 1',
      `SELECT * { ?s ?p ?o } LIMIT 1 #${' '.repeat(5000)}`,
    ])
      expect(ask(atOnce, query), query).to.equal(undefined);
  });
  it('take no time to say that they take too long, and are then not tried for a while', async () => {
    const atOnce = await open(many(100_000));
    const query = (n: number): string => `SELECT (COUNT(?b) AS ?n) { ?a ?p ?b . ?c ?p ?d FILTER (?b != "${n}") }`;
    for (let n = 0; n < 200; n += 1) expect(ask(atOnce, query(n))).to.equal(undefined);
    const started = performance.now();
    for (let n = 0; n < 200; n += 1) expect(ask(atOnce, query(n))).to.equal(undefined);
    expect(performance.now() - started).to.be.below(500);
    expect(atOnce.recognise(query(0), {})?.known?.restsUntil).to.be.above(performance.now());
  });
  it('have all of every change, or wait until they have', async () => {
    const atOnce = await open(many(10));
    const query = 'SELECT ?o { <http://e/new> <http://e/p> ?o }';
    const added = (count: number, value: string): Uint8Array =>
      Buffer.from(
        writePatch({
          removed: [],
          added: Array.from({ length: count }, (_, n) =>
            rdf.quad(
              rdf.namedNode(n === 0 ? 'http://e/new' : `http://e/x${n}`),
              rdf.namedNode('http://e/p'),
              rdf.literal(value),
            ),
          ),
        }),
      );
    expect(ask(atOnce, query)).to.not.include('value');
    atOnce.apply(added(1, 'first'));
    expect(ask(atOnce, query)).to.include('first');
    atOnce.apply(added(2000, 'second'));
    atOnce.apply(added(1, 'third'));
    expect(ask(atOnce, query)).to.equal(undefined);
    let given: string | undefined;
    for (let n = 0; n < 100 && given === undefined; n += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      given = ask(atOnce, query);
    }
    expect(given).to.include('first').and.include('second').and.include('third');
    for (let n = 0; n < 8; n += 1) atOnce.apply(added(2000, `too many ${n}`));
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(ask(atOnce, query)).to.equal(undefined);
  });
  it('are not given over texts that are long to look at', async () => {
    const long = rdf.quad(rdf.namedNode('http://e/l'), rdf.namedNode('http://e/p'), rdf.literal('x'.repeat(100_000)));
    expect(ask(await open([long]), 'SELECT * { ?s ?p ?o } LIMIT 1')).to.equal(undefined);
  });
});
