/** `/metrics` and the log of a server: what they say of what was asked, written and refused. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { expect } from 'chai';
import { packageRoot, readConfig } from '../../../src/config.js';
import { createListener } from '../../../src/server/app.js';
import { createBoundedServer } from '../../../src/server/connections.js';
import { openLog } from '../../../src/server/observe/log.js';
import type { GraphStore } from '../../../src/store/graph-store.js';
import { readRdf } from '../../../src/store/open.js';
import { openTestPool } from '../../store/pool/open-test-pool.js';
import { harbourGraph, listen, type Served, serve } from '../serve.js';

const token = 'a-token-for-the-tests';
const ask = (query: string): string => `/sparql?query=${encodeURIComponent(query)}`;

/** The figure with these labels, 0 where there is none. */
function figureOf(text: string, name: string, labels: Readonly<Record<string, string>> = {}): number {
  const lines = text.split('\n').filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`));
  const line = lines.find((one) => Object.entries(labels).every(([key, value]) => one.includes(`${key}="${value}"`)));
  return Number(line?.split(' ').at(-1) ?? 0);
}

describe('/metrics', () => {
  let server: Served;
  let said = '';
  before(async () => {
    const config = { ...readConfig({ MIGRAPH_WRITE_TOKEN: token, MIGRAPH_LIMIT_LOOPBACK: 'true' }), queryProcesses: 1 };
    const store = await openTestPool(await readRdf(harbourGraph, config.base), config);
    const out = new Writable({
      write(chunk, _encoding, done) {
        said += String(chunk);
        done();
      },
    });
    const log = await openLog(config, out as unknown as NodeJS.WriteStream);
    // Every query is a slow one.
    const listener = createListener({ store, config: { ...config, slowQuery: 0 }, log });
    server = await listen(createBoundedServer(listener, config), store);
  });
  after(() => server.close());

  const get = (path: string, init: RequestInit = {}): Promise<Response> => fetch(server.origin + path, init);
  const metrics = async (): Promise<string> => (await get('/metrics')).text();
  const lines = (): Record<string, unknown>[] =>
    said
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  /** A line is written a little after its answer. */
  async function lineWith(what: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>> {
    for (let round = 0; round < 100; round += 1) {
      const found = lines().find((line) => Object.entries(what).every(([key, value]) => line[key] === value));
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`no line with ${JSON.stringify(what)} in ${said}`);
  }

  it('is in the format of Prometheus, and never kept', async () => {
    const response = await get('/metrics');
    expect(response.headers.get('content-type')).to.match(/^text\/plain; version=0\.0\.4/);
    expect(response.headers.get('cache-control')).to.equal('no-store');
    const text = await response.text();
    for (const line of text.split('\n'))
      expect(line).to.match(/^(?:|# (?:HELP|TYPE) .*|[a-z_:\d]+(?:\{.*\})? (?:NaN|[-+]?Inf|[-+.\de]+))$/i);
    expect((await get('/metrics', { method: 'POST' })).status).to.equal(405);
    expect((await get('/metrics', { method: 'HEAD' })).status).to.equal(200);
  });

  it('counts requests by route and status, and queries by evaluator and outcome', async () => {
    const before = await metrics();
    await (await get(ask('ASK { ?s ?p "counted" }'))).text();
    await (await get(ask('ASK { ?s ?p'))).text();
    await (await get('/wp-login.php')).text();
    const after = await metrics();
    const grown = (name: string, labels: Record<string, string>): number =>
      figureOf(after, name, labels) - figureOf(before, name, labels);
    expect(grown('migraph_http_requests_total', { route: '/sparql', status: '200' })).to.equal(1);
    expect(grown('migraph_http_requests_total', { route: '/sparql', status: '400' })).to.equal(1);
    expect(grown('migraph_http_requests_total', { route: '/{kind}/{key}', status: '404' })).to.equal(1);
    expect(grown('migraph_queries_total', { evaluator: 'ids', outcome: 'ok' })).to.be.at.least(1);
    expect(grown('migraph_queries_total', { evaluator: 'none', outcome: 'malformed' })).to.equal(1);
  });

  it('counts what comes out of the caches', async () => {
    const query = ask('SELECT ?s { ?s ?p "asked again and again" }');
    for (let n = 0; n < 4; n += 1) await (await get(query)).text();
    const text = await metrics();
    const ready = figureOf(text, 'migraph_queries_total', { evaluator: 'ready' });
    expect(ready + figureOf(text, 'migraph_result_cache_hits_total')).to.be.at.least(1);
    expect(figureOf(text, 'migraph_result_cache_bytes')).to.be.greaterThan(0);
  });

  it('follows the graph: statements, version, journal, writes', async () => {
    const before = await metrics();
    expect(figureOf(before, 'migraph_graph_statements')).to.be.greaterThan(20);
    const written = await get('/sparql', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/sparql-update' },
      body: 'INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:b> "c" } }',
    });
    expect(written.status).to.equal(204);
    const after = await metrics();
    expect(figureOf(after, 'migraph_graph_statements')).to.equal(figureOf(before, 'migraph_graph_statements') + 1);
    const versionIn = (text: string) => /migraph_graph_info\{version="([^"]+)"\} 1/.exec(text)?.[1];
    expect(versionIn(after)).to.be.a('string').and.not.equal(versionIn(before));
    expect(after.match(/^migraph_graph_info\{/gm)).to.have.length(1);
    expect(figureOf(after, 'migraph_writes_total', { outcome: 'ok' })).to.equal(1);
  });

  it('says how the processes and their queue are, and the event loop', async () => {
    const text = await metrics();
    expect(figureOf(text, 'migraph_query_processes')).to.be.at.least(1);
    expect(figureOf(text, 'migraph_query_processes_wanted')).to.equal(2);
    expect(figureOf(text, 'migraph_query_processes_resident_bytes')).to.be.greaterThan(10 * 2 ** 20);
    expect(text).to.match(/^migraph_queries_waiting\{lane="cheap"\} 0$/m);
    expect(figureOf(text, 'process_resident_memory_bytes')).to.be.greaterThan(10 * 2 ** 20);
    expect(text).to.match(/^nodejs_eventloop_lag_p99_seconds /m);
  });

  it('has a line in the log for each request, by its name', async () => {
    const response = await get(ask('ASK {}'), { headers: { 'x-request-id': 'mine-1' } });
    expect(response.headers.get('x-request-id')).to.equal('mine-1');
    await response.text();
    const line = await lineWith({ msg: 'request', id: 'mine-1' });
    expect(line).to.include({ level: 'info', method: 'GET', path: '/sparql?query=…', status: 200 });
    expect(line).to.include({ evaluator: 'ids', client: '127.0.0.1' });
    expect(line['ms']).to.be.a('number');
    expect(line['bytes']).to.be.greaterThan(100);
  });

  it('names a request itself where nobody does so well, each by another name', async () => {
    const names = new Set<string | null>();
    for (const given of ['', 'a b', '<script>', 'x'.repeat(200)])
      names.add((await get(ask('ASK {}'), { headers: { 'x-request-id': given } })).headers.get('x-request-id'));
    expect(names.size).to.equal(4);
    for (const name of names) expect(name).to.match(/^[0-9a-f-]{36}$/);
  });

  it('writes slow queries down, cut', async () => {
    const query = `SELECT ?s { ?s ?p "${'long'.repeat(500)}" }`;
    await (await get(ask(query))).text();
    const line = await lineWith({ msg: 'slow query', query: `${query.slice(0, 1000)}…` });
    expect(line).to.include({ level: 'warn', outcome: 'ok' });
  });

  it('never has the token in it, wherever it was sent', async () => {
    const headers = { authorization: `Bearer ${token}`, 'x-request-id': token };
    await get(`/${token}?q=${token}&token=${token}`, { headers });
    await get(ask(`ASK { <urn:s> <urn:p> "${token}" }`), { headers });
    await get(`/graphs?graph=urn:${token}`, { method: 'PUT', headers, body: 'nonsense' });
    await get('/sparql', {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/sparql-update' },
      body: `INSERT DATA { <urn:s> <urn:p> "${token}" }`,
    });
    await get('/healthz', { headers: { 'x-request-id': 'the-last-one' } });
    await lineWith({ id: 'the-last-one' });
    expect(lines().filter(({ path }) => String(path).includes('/…?q=…&token=…'))).to.have.length(1);
    expect(said)
      .not.to.include(token)
      .and.not.match(/bearer/i);
    expect(await metrics()).not.to.include(token);
  });
});

describe('/metrics of a store without processes', () => {
  it('says what there is to say', async () => {
    const server = await serve();
    try {
      const text = await (await fetch(`${server.origin}/metrics`)).text();
      expect(text)
        .to.match(/^migraph_graph_statements [1-9]/m)
        .and.not.include('migraph_query_processes');
    } finally {
      await server.close();
    }
  });
});

describe('a defect', () => {
  it('is written down with the request that it ended', async () => {
    const config = readConfig({ MIGRAPH_WRITE_TOKEN: token });
    let said = '';
    const out = new Writable({
      write(chunk, _encoding, done) {
        said += String(chunk);
        done();
      },
    });
    const broken = {
      query: () => Promise.reject(new TypeError(`not a fault, but ${token}`)),
      respond: () => Promise.reject(new TypeError(`not a fault, but ${token}`)),
      version: () => '1',
      close: () => Promise.resolve(),
    } as unknown as GraphStore;
    const log = await openLog(config, out as unknown as NodeJS.WriteStream);
    const server = await listen(createBoundedServer(createListener({ store: broken, config, log }), config), broken);
    try {
      const response = await fetch(`${server.origin}${ask('ASK {}')}`, { headers: { 'x-request-id': 'r-1' } });
      expect(response.status).to.equal(500);
      await log.sink.flush();
      const line = JSON.parse(said.split('\n').find((one) => one.includes('"r-1"')) ?? '{}');
      expect(line).to.include({ level: 'error', status: 500, id: 'r-1' });
      expect(line.error).to.match(/TypeError: not a fault, but …\n +at /);
    } finally {
      await server.close();
    }
  });
});

describe('the dashboard', () => {
  it('shows only what there is', async () => {
    const dashboard = readFileSync(join(packageRoot, 'docs', 'operations', 'grafana.json'), 'utf8');
    const config = { ...readConfig({}), queryProcesses: 1 };
    const store = await openTestPool(await readRdf(harbourGraph, config.base), config);
    const log = await openLog(config, new Writable({ write: (_c, _e, done) => done() }) as NodeJS.WriteStream);
    const server = await listen(createBoundedServer(createListener({ store, config, log }), config), store);
    try {
      await (await fetch(server.origin + ask('ASK {}'))).text();
      const text = await (await fetch(`${server.origin}/metrics`)).text();
      const known = new Set(
        [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].flatMap(([, name = '', type]) =>
          type === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
        ),
      );
      const expressions = [...dashboard.matchAll(/"expr": ("(?:[^"\\]|\\.)*")/g)].map(([, expr = '']) =>
        JSON.parse(expr),
      );
      const named = expressions.flatMap((expr: string) => expr.match(/\b(?:migraph|process|nodejs)_\w+/g) ?? []);
      expect(named.length).to.be.greaterThan(15);
      expect(named.filter((name) => !known.has(name))).to.deep.equal([]);
      const own = [...known].filter((name) => name.startsWith('migraph_') && !/_(?:sum|count|info)$/.test(name));
      expect(
        own.filter((name) => !named.includes(name)),
        'not shown',
      ).to.deep.equal([]);
    } finally {
      await server.close();
    }
  });
});
