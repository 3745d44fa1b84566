/** A body that nobody takes holds nobody up: after HEAD, and after 304, the process that makes it is free again. */
import { expect } from 'chai';
import { ask } from './http-client.js';
import { type Served, serveByPool } from './serve.js';

const digits = '{ 0 1 2 3 4 5 6 7 8 9 }';
/** Some twenty megabytes. */
const long = `SELECT * { ${['a', 'b', 'c', 'd', 'e'].map((name) => `VALUES ?${name} ${digits}`).join(' ')} }`;
const pathOf = (query: string): string => `/sparql?query=${encodeURIComponent(query)}`;

describe('a long body that nobody takes', function () {
  this.timeout(60_000);
  let server: Served;
  beforeEach(async () => {
    server = await serveByPool();
  });
  afterEach(() => server.close());

  /** In a server that works on one query at a time. */
  async function expectFree(): Promise<void> {
    const started = performance.now();
    expect((await ask(server.origin, { path: pathOf('ASK { <urn:a> <urn:b> <urn:c> }') })).status).to.equal(200);
    expect(performance.now() - started).to.be.below(5_000);
  }

  it('after HEAD', async () => {
    const answer = await ask(server.origin, { method: 'HEAD', path: pathOf(long) });
    expect([answer.status, answer.headers['content-length']]).to.deep.equal([200, undefined]);
    await expectFree();
  });
  it('after 304', async () => {
    const { etag } = (await ask(server.origin, { method: 'HEAD', path: pathOf(long) })).headers;
    expect(etag).to.be.a('string');
    const headers = { 'if-none-match': etag ?? '' };
    expect((await ask(server.origin, { path: pathOf(long), headers })).status).to.equal(304);
    await expectFree();
  });
});
