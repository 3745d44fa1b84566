/** The server over an engine that is away, slow, or answers by halves: a line that says so, and never half an answer as a whole. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { readConfig } from '../../src/config.js';
import { createApp } from '../../src/server/app.js';
import { openRemote } from '../../src/store/remote/remote.js';
import { listen, type Served } from './serve.js';

const json = { 'Content-Type': 'application/sparql-results+json' };
const head = '{"head":{"vars":["s"]},"results":{"bindings":[';
const row = '{"s":{"type":"literal","value":"x"}}';
const whole = `${head}${row}]}}`;

/** Serves over what answers like that. */
async function serveOver(engine: RequestListener): Promise<Served> {
  const behind = createServer(engine);
  behind.listen(0, '127.0.0.1');
  await new Promise((resolve) => behind.once('listening', resolve));
  const { port } = behind.address() as AddressInfo;
  const config = { ...readConfig({}), queryDeadline: 1 };
  const query = `http://127.0.0.1:${port}/sparql`;
  const store = openRemote({ query, freshness: 3600, authorization: 'Basic c2VjcmV0' }, config);
  const served = await listen(createServer(createApp({ store, config })), store);
  return {
    origin: served.origin,
    async close() {
      behind.closeAllConnections();
      await new Promise((resolve) => behind.close(resolve));
      await served.close();
    },
  };
}

const ask = (origin: string, query = 'SELECT ?s { ?s ?p ?o }') =>
  fetch(`${origin}/sparql?${new URLSearchParams({ query })}`, {
    headers: { Accept: 'application/sparql-results+json' },
  });

describe('The server over another engine', () => {
  let served: Served | undefined;
  afterEach(async () => {
    await served?.close();
    served = undefined;
  });
  const open = async (engine: RequestListener): Promise<string> => {
    served = await serveOver(engine);
    return served.origin;
  };

  it('answers from it, with its name beside the time', async () => {
    const origin = await open((_, response) => response.writeHead(200, json).end(whole));
    const answer = await ask(origin);
    expect(answer.status).to.equal(200);
    expect(answer.headers.get('Server-Timing')).to.match(/remote/);
    expect(((await answer.json()) as { results: { bindings: unknown[] } }).results.bindings).to.have.length(1);
  });

  const failures: [string, RequestListener, RegExp][] = [
    ['hangs up', (request) => request.socket.destroy(), /does not answer/],
    ['says nothing', () => {}, /longer than 1 s/],
    ['stops in the middle', (_, response) => void response.writeHead(200, json).write(head + row), /longer than 1 s/],
    [
      'breaks off in the middle',
      (_, response) => response.writeHead(200, json).write(head + row, () => response.destroy()),
      /does not answer/,
    ],
    [
      'ends in the middle as if that were all',
      (_, response) => response.writeHead(200, json).end(head + row),
      /cut short/,
    ],
    [
      'promises more than it sends',
      (_, response) => {
        response.writeHead(200, { ...json, 'Content-Length': whole.length + 5 }).write(whole, () => response.destroy());
      },
      /does not answer/,
    ],
    [
      'sends a page',
      (_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>hello'),
      /no SPARQL result/,
    ],
    [
      'fails',
      (_, response) => response.writeHead(500).end('Virtuoso 42000 Error\nand its plan'),
      /failed \(500\): Virtuoso 42000 Error$/m,
    ],
    [
      'lets nobody in',
      (_, response) => response.writeHead(401).end('secret realm'),
      /lets nobody in with these credentials \(401\)/,
    ],
    [
      'sends elsewhere',
      (_, response) => response.writeHead(302, { Location: 'http://other.example/' }).end(),
      /failed \(302\)/,
    ],
  ];
  for (const [what, engine, reason] of failures)
    it(`says 503, why, and when to come again, where it ${what}`, async () => {
      const answer = await ask(await open(engine));
      expect(answer.status).to.equal(503);
      expect(Number(answer.headers.get('Retry-After'))).to.be.greaterThan(0);
      const { detail } = (await answer.json()) as { detail: string };
      expect(detail)
        .to.match(reason)
        .and.to.not.match(/\n|127\.0\.0\.1|c2VjcmV0/);
    });
  it('says 503 where nobody listens, on the pages too', async () => {
    const origin = await open(() => {});
    const away = openRemote({ query: 'http://127.0.0.1:9/sparql', freshness: 60 }, readConfig({}));
    const other = await listen(createServer(createApp({ store: away, config: readConfig({}) })), away);
    for (const path of ['/sparql?query=ASK%7B%7D', '/', '/catalog.ttl', '/dataset/x', '/search?q=x']) {
      const { status, headers } = await fetch(other.origin + path);
      expect([path, status, headers.has('Retry-After')]).to.deep.equal([path, 503, true]);
    }
    await other.close();
    expect(origin).to.be.a('string');
  });
  it('breaks off what fails after it has begun', async () => {
    const origin = await open((_, response) => {
      response.writeHead(200, json).write(head + `${row},`.repeat(60_000) + row);
      setTimeout(() => response.end(), 50);
    });
    const answer = await ask(origin);
    expect(answer.status).to.equal(200);
    const outcome = await answer.text().then(
      () => 'whole',
      () => 'broken off',
    );
    expect(outcome).to.equal('broken off');
  });
  it('sends no update as a query, no SERVICE, and nothing that is no SPARQL', async () => {
    let asked = 0;
    const origin = await open((_, response) => {
      asked += 1;
      response.writeHead(200, json).end(whole);
    });
    for (const query of [
      'INSERT DATA { <http://a/> <http://b/> 1 }',
      'SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }',
      'DEFINE get:soft "replace" SELECT * { ?s ?p ?o }',
      'SELECT * { ?s ?p',
    ])
      expect((await ask(origin, query)).status, query).to.equal(400);
    expect(asked).to.equal(0);
  });
  it('tells what the engine refuses as it says it', async () => {
    const origin = await open((_, response) => response.writeHead(400).end('no such function'));
    const answer = await ask(origin);
    expect([answer.status, ((await answer.json()) as { detail: string }).detail]).to.deep.equal([
      400,
      'no such function',
    ]);
  });
});
