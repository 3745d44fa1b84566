/** What is answered before the application is troubled is what the application would answer. */
import { expect } from 'chai';
import { ask, type Sent } from './http-client.js';
import { type Served, serveByPool } from './serve.js';

const token = 'a-token-for-the-tests.1234';
const path = (query: string, more = ''): string => `/sparql?query=${encodeURIComponent(query)}${more}`;
const query = (n: number): string => `# ${n}\nSELECT ?o ("${n}" AS ?n) { <urn:s> <urn:p> ?o }`;

describe('quick answers', () => {
  let server: Served;
  let slow: Served;
  before(async () => {
    server = await serveByPool({ MIGRAPH_WRITE_TOKEN: token });
    slow = await serveByPool({ MIGRAPH_WRITE_TOKEN: token, MIGRAPH_ANSWER_AT_ONCE: 'false' });
  });
  after(async () => {
    await server.close();
    await slow.close();
  });
  const update = async (text: string): Promise<void> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/sparql-update' };
    for (const { origin } of [server, slow])
      expect((await ask(origin, { method: 'POST', path: '/sparql', body: text, headers })).status).to.equal(204);
  };
  const both = async (sent: Sent) => {
    const [quick, plain] = [await ask(server.origin, sent), await ask(slow.origin, sent)];
    const { date: _, 'x-request-id': name, ...headers } = quick.headers;
    const { date: __, 'x-request-id': other, ...others } = plain.headers;
    expect(name).to.be.a('string').and.not.equal(other);
    expect(quick.status).to.equal(plain.status);
    expect(quick.text).to.equal(plain.text);
    expect(headers).to.deep.equal(others);
    return quick;
  };

  it('have the same headers and body, in every format and coding', async () => {
    await update('INSERT DATA { <urn:s> <urn:p> "ä", "\\"b\\"", 3 }');
    const dresses = [
      {},
      { accept: 'text/csv' },
      { accept: 'application/sparql-results+xml;q=0.5, */*;q=0.1' },
      { 'accept-encoding': 'gzip, br' },
      { 'accept-encoding': 'identity;q=0' },
      // A page names its server.
      { accept: 'text/html', host: 'data.example' },
    ];
    let n = 0;
    for (const headers of [...dresses, ...dresses, ...dresses, ...dresses] as Record<string, string>[])
      for (const more of ['', '&format=tsv']) {
        n += 1;
        await both({ path: path(query(n), more), headers });
      }
    for (n = 0; n < 5; n += 1) {
      const long = `SELECT ?x { VALUES ?x { ${Array.from({ length: 150 }, (_, k) => `"${n}-${k}-value"`).join(' ')} } }`;
      await both({ path: path(long), headers: { 'accept-encoding': 'gzip' } });
      await both({ path: path(long), headers: {} });
      await both({ path: path(`ASK { <urn:s> <urn:p> ${n} }`), headers: {} });
      await both({ path: path(`CONSTRUCT { ?s ?p ${n} } { ?s ?p 3 }`), headers: { accept: 'application/n-triples' } });
      await both({ path: path(`DESCRIBE <urn:s> # ${n}`), headers: { accept: 'application/ld+json' } });
    }
  });
  it('are of the graph as it is', async () => {
    for (let n = 0; n < 5; n += 1) {
      await update(
        `DELETE { <urn:s> <urn:p> ?o } INSERT { <urn:s> <urn:p> "state ${n}" } WHERE { <urn:s> <urn:p> ?o }`,
      );
      for (let k = 0; k < 3; k += 1)
        expect((await both({ path: path(query(1000 + 10 * n + k)), headers: {} })).text).to.include(`state ${n}`);
    }
  });
  it('are not for conditions, HEAD, and what is wrong', async () => {
    const { etag = '' } = (await both({ path: path(query(5000)), headers: {} })).headers;
    expect((await both({ path: path(query(5000)), headers: { 'if-none-match': String(etag) } })).status).to.equal(304);
    expect((await both({ path: path(query(5001)), headers: { 'if-match': '"x"' } })).status).to.equal(412);
    expect((await both({ path: path(query(5002)), headers: {}, method: 'HEAD' })).text).to.equal('');
    expect((await both({ path: path(query(5003)), headers: { host: 'not a host' } })).status).to.equal(400);
    expect((await both({ path: `${path(query(5004))}%FF`, headers: {} })).status).to.equal(400);
    expect((await both({ path: path(`${query(5005)} }`), headers: {} })).status).to.equal(400);
    expect((await both({ path: path(query(5006), '&query=ASK%7B%7D'), headers: {} })).status).to.equal(400);
    expect((await both({ path: path(query(5007), '&default-graph-uri=urn:none'), headers: {} })).status).to.equal(200);
    expect((await both({ path: '/sparql?query=', headers: {} })).status).to.equal(400);
    expect((await both({ path: path(query(5008)).replaceAll('%20', '+'), headers: {} })).status).to.equal(200);
  });
});
