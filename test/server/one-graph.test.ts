/** An answer that several queries make is of the old graph or of the new one, whenever between them the graph is taken anew. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { expect } from 'chai';
import express from 'express';
import { readConfig } from '../../src/config.js';
import { createApp } from '../../src/server/app.js';
import { ofOneGraph } from '../../src/server/one-graph.js';
import { sendText } from '../../src/server/send.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { openStore } from '../../src/store/open.js';
import { parseRdf } from '../../src/store/rdf/parse-rdf.js';
import { harbourGraph, listen } from './serve.js';

const config = readConfig({});
const paths = [
  '/datasets.csv',
  '/datasets',
  '/catalog.ttl?page=1&limit=3',
  '/catalog.ttl?q=harbour&page=1&limit=3',
  '/agencies.ttl',
  '/coverage.csv',
  '/timeline.csv',
  '/map.csv',
  '/search?q=register',
  '/',
];

/** The harbour's graph, in which every register is called so, or otherwise. */
async function openNamed(name: string): Promise<GraphStore> {
  const text = readFileSync(harbourGraph, 'utf8').replaceAll('egister', name);
  return openStore({ quads: await parseRdf(text, 'trig', config.base), config });
}

/** How often the graph has been taken anew, by how many queries it was asked. */
type Changes = (asked: number) => number;

/** One that is the old and the new one in turn; and how many queries it was asked. */
function changing(old: GraphStore, now: GraphStore, changes: Changes, edition?: () => string) {
  let asked = 0;
  const current = (): GraphStore => (changes(asked) % 2 === 0 ? old : now);
  const name = (): string => String(changes(asked));
  const store: GraphStore = {
    ...old,
    query(...given) {
      asked += 1;
      return current().query(...given);
    },
    respond(...given) {
      asked += 1;
      return current().respond(...given);
    },
    version: name,
    edition: edition ?? name,
    close: async () => {},
  };
  return { store, asked: () => asked };
}

describe('An answer of several queries', function () {
  this.timeout(120_000);
  let [old, now]: GraphStore[] = [];
  before(async () => {
    [old, now] = [await openNamed('egister'), await openNamed('oll-book')];
  });
  after(async () => {
    await old?.close();
    await now?.close();
  });

  /** A server over that, asked once; and how many queries it took. */
  async function ask(path: string, changes: Changes, edition?: () => string) {
    if (old === undefined || now === undefined) throw new Error('nothing is open');
    const { store, asked } = changing(old, now, changes, edition);
    const served = await listen(createServer(createApp({ store, config })), store);
    try {
      const response = await fetch(served.origin + path, { headers: { accept: 'text/html, */*;q=0.5' } });
      const text = (await response.text()).replaceAll(served.origin, '');
      return { response, text, origin: served.origin, asked: asked() };
    } finally {
      await served.close();
    }
  }

  /** What it says. */
  async function look(path: string, changes: Changes, edition?: () => string) {
    const { response, text, origin, asked } = await ask(path, changes, edition);
    expect(response.status, path).to.equal(200);
    return { text, links: response.headers.get('link')?.replaceAll(origin, '') ?? null, asked };
  }

  const [never, always] = [() => 0, () => 1];
  for (const path of paths)
    it(`is of one graph: ${path}`, async () => {
      const whole = [await look(path, never), await look(path, always)].map(({ asked: _, ...said }) => said);
      const { asked } = await look(path, never);
      expect(asked).to.be.greaterThan(0);
      for (let n = 1; n <= asked + 1; n += 1) {
        const { asked: _, ...said } = await look(path, (queries) => Number(queries >= n));
        expect(whole, `changed before query ${n} of ${asked}`).to.deep.include(said);
      }
    });

  it('is of one graph also where that is taken anew again and again meanwhile', async () => {
    const path = '/catalog.ttl?q=harbour&page=1&limit=3';
    const whole = [await look(path, never), await look(path, always)].map(({ asked: _, ...said }) => said);
    for (const every of [2, 3, 5]) {
      const { asked, ...said } = await look(path, (queries) => Math.floor(Math.min(queries, 14) / every));
      expect(asked).to.be.greaterThan(9);
      expect(whole, `changed with every ${every}. query`).to.deep.include(said);
    }
  });

  it('is given where writes come faster than it is made', async () => {
    const { asked } = await look(
      '/catalog.ttl?q=harbour&page=1&limit=3',
      (queries) => queries,
      () => 'one edition',
    );
    expect(asked).to.be.lessThan(100);
  });

  it('is not made anew, because of writes, where it has taken a second', async () => {
    let made = 0;
    const app = express().use(
      ofOneGraph({ version: () => String(made), edition: () => 'one edition' }, (request, response, next) => {
        made += 1;
        setTimeout(() => void sendText(request, response, 'made', 'text/plain').catch(next), 600);
      }),
    );
    const served = await listen(createServer(app), { close: async () => {} });
    try {
      expect(await (await fetch(served.origin)).text()).to.equal('made');
      expect(made).to.equal(2);
    } finally {
      await served.close();
    }
  });

  it('is refused for a while where builds do', async () => {
    const { response, text } = await ask('/catalog.ttl?q=harbour&page=1&limit=3', (queries) => queries);
    expect([response.status, response.headers.get('retry-after')]).to.deep.equal([503, '10']);
    expect(text).to.include('the graph is taken anew again and again');
  });
});
