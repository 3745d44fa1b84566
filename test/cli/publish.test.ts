/** `migraph publish`: graphs into another store, found there as they were sent, or it says which are not. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect } from 'chai';
import { readConfig } from '../../src/config.js';
import { createApp } from '../../src/server/app.js';
import { openStore } from '../../src/store/open.js';
import { migraph, temporaryFolder } from './run-migraph.js';

const token = 'a-token-for-the-tests.1234';
const graph = `@prefix ex: <http://e/> .
<http://g/one> { ex:a ex:p 1, "x"@en . ex:b ex:p [ ex:q "blank" ] }
<http://g/two> { ex:c ex:p "tab\\t and \\"quotes\\"", 1.50 }
<http://g/three> { ex:d ex:p <http://e/d> }
<https://w3id.org/migraph/graph/review/r> { ex:s ex:p "candidate" }`;

describe('migraph publish', function () {
  this.timeout(120_000);
  const folder = temporaryFolder();
  const file = join(folder, 'graph.trig');
  const config = readConfig({ MIGRAPH_WRITE_TOKEN: token, MIGRAPH_OUT: join(folder, 'var') });
  let server: Server;
  let to: string;
  /** What is done with a request before the other store has it; true: it is answered. */
  let meddle: (...args: Parameters<RequestListener>) => boolean = () => false;
  let asked: string[] = [];
  before(async () => {
    writeFileSync(file, graph);
    const store = await openStore({ quads: [], config });
    const app = createApp({ store, config });
    server = createServer((request, response) => {
      asked.push(request.method ?? '');
      if (!meddle(request, response)) app(request, response);
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    to = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphs`;
  });
  beforeEach(() => {
    asked = [];
    meddle = () => false;
  });
  after(() => server.close());
  const publish = (...args: string[]) =>
    migraph(['publish', '--graph', file, ...args], { env: { MIGRAPH_PUBLISH_AUTHORIZATION: `Bearer ${token}` } });
  const read = async (name: string) => fetch(`${to}?graph=${encodeURIComponent(name)}`);

  it('stops where the other store fails, says which graphs are not there, and goes on later', async () => {
    meddle = (request, response) => {
      if (request.method !== 'PUT' || !request.url?.includes('two')) return false;
      response.socket?.destroy();
      return true;
    };
    const first = await publish('--to', to);
    expect(first.code).to.equal(1);
    expect(first.complaints[0]).to.match(/^http:\/\/g\/two: the store does not answer/);
    expect(first.complaints.at(-1)).to.match(/1 of 3 graphs could not be published; run it again to go on/);
    expect([(await read('http://g/one')).status, (await read('http://g/two')).status]).to.deep.equal([200, 404]);
    [asked, meddle] = [[], () => false];
    const second = await publish('--to', to);
    expect([second.code, second.complaints]).to.deep.equal([0, []]);
    expect(second.stdout).to.equal(
      'http://g/one: 4 triples, as it is\nhttp://g/three: 1 triples, as it is\nhttp://g/two: 2 triples, sent\n3 of 3 graphs are there, 1 of them sent now\n',
    );
    expect(asked.filter((method) => method === 'PUT')).to.have.length(1);
  });
  it('leaves what is under review at home, unless it is told', async () => {
    expect((await read('https://w3id.org/migraph/graph/review/r')).status).to.equal(404);
    expect((await publish('--to', to, '--with-review')).code).to.equal(0);
    expect((await read('https://w3id.org/migraph/graph/review/r')).status).to.equal(200);
  });
  it('replaces what is another graph there', async () => {
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'text/turtle' };
    await fetch(`${to}?graph=http://g/three`, { method: 'PUT', headers, body: '<http://e/old> <http://e/p> 1 .' });
    expect((await publish('--to', to)).stdout).to.include('http://g/three: 1 triples, sent');
    expect(await (await read('http://g/three')).text())
      .to.include('http://e/d')
      .and.not.include('old');
  });
  it('says so where the store keeps something else than it was sent', async () => {
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'text/turtle' };
    await fetch(`${to}?graph=http://g/three`, { method: 'DELETE', headers });
    meddle = (request, response) => {
      if (request.method !== 'PUT') return false;
      request.resume().on('end', () => response.writeHead(204).end());
      return true;
    };
    const { code, complaints } = await publish('--to', to);
    expect(code).to.equal(1);
    expect(complaints[0]).to.equal('http://g/three: it has 0 triples there instead of 1');
  });
  it('says in a line what it cannot do', async () => {
    for (const [args, line] of [
      [[], /say where to/],
      [['--to', 'ftp://x/'], /--to: "ftp:\/\/x\/" is no address of http or https/],
    ] as const) {
      const { code, complaints } = await publish(...args);
      expect([code, complaints.length]).to.deep.equal([1, 1]);
      expect(complaints[0]).to.match(line);
    }
    const refused = await migraph(['publish', '--graph', file, '--to', to]);
    expect(refused.code).to.equal(1);
    expect(refused.complaints[0]).to.match(
      /^http:\/\/g\/three: the store lets nobody in with these credentials \(401\)$/,
    );
  });
  it('writes what a bulk loader takes', async () => {
    const bulk = join(folder, 'bulk.nq');
    expect((await publish('--bulk', bulk)).code).to.equal(0);
    const lines = readFileSync(bulk, 'utf8').trim().split('\n');
    expect(lines).to.have.length(7);
    expect(lines.join('\n')).to.include('<http://g/three>').and.not.include('/graph/review/');
  });
});
