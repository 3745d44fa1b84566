/** Under a path of another server all that names an address keeps to that path. */

import { expect } from 'chai';
import express from 'express';
import { readConfig } from '../../src/config.js';
import { createApp } from '../../src/server/app.js';
import { createBoundedServer } from '../../src/server/connections.js';
import { openStore } from '../../src/store/open.js';
import { harbourGraph, listen, type Served } from './serve.js';

describe('the application under a path', () => {
  let served: Served;
  let seen: string;
  const ask = (path: string, accept = 'text/html', init: RequestInit = {}): Promise<Response> =>
    fetch(`${served.origin}${path}`, { redirect: 'manual', headers: { accept }, ...init });
  const paths = (page: string): string[] =>
    [...page.matchAll(/\s(?:href|src|action)="(\/[^"]*)"/g)].flatMap(([, path]) => path ?? []);

  before(async () => {
    const config = readConfig({ MIGRAPH_WRITE_TOKEN: 'sesame-sesame-sesame' });
    const store = await openStore({ file: harbourGraph, config });
    const host = express();
    host.use((request, response, next) => {
      response.on('finish', () => {
        seen = request.originalUrl;
      });
      next();
    });
    host.use(['/migration', '/a/:b'], createApp({ store, config }));
    served = await listen(createBoundedServer(host, config), store);
  });
  after(() => served.close());

  for (const path of [
    '/migration',
    '/migration/',
    '/migration/sparql',
    '/migration/dataset/arrivals-register',
    '/migration/none',
  ])
    it(`leads every link of ${path}`, async () => {
      const page = await (await ask(path)).text();
      expect(paths(page)).to.include('/migration/ui/style.css');
      expect(paths(page).filter((one) => !/^\/migration\/(?!migration)/.test(one))).to.deep.equal([]);
    });

  it('gives what its pages are shown with', async () => {
    for (const path of paths(await (await ask('/migration/sparql')).text()).filter((one) => one.includes('/ui/')))
      expect((await ask(path, '*/*')).status, path).to.equal(200);
  });

  it('redirects within it', async () => {
    expect((await ask('/migration/dump')).headers.get('location')).to.equal('/migration/dump/');
  });

  it('leads header fields once', async () => {
    const { headers } = await ask('/migration/dataset/arrivals-register', 'text/turtle');
    expect(headers.get('content-location')).to.equal('/migration/dataset/arrivals-register.ttl');
    expect(headers.get('link')).to.include(`<${served.origin}/migration/dataset/arrivals-register>`);
    expect((await ask('/migration/')).headers.get('link')).to.equal(
      '</migration/.well-known/api-catalog>; rel="api-catalog"',
    );
  });

  it('names itself with it in what others harvest', async () => {
    const own = `${served.origin}/migration/`;
    expect(await (await ask('/migration/robots.txt')).text()).to.include(`Sitemap: ${own}sitemap.xml`);
    expect(await (await ask('/migration/oai?verb=Identify', '*/*')).text()).to.include(`<baseURL>${own}oai</baseURL>`);
    expect(await (await ask('/migration/.well-known/api-catalog', '*/*')).text()).to.include(`"${own}sparql"`);
  });

  it('finds a graph that was made here by the address it was told', async () => {
    const authorization = 'Bearer sesame-sesame-sesame';
    const made = await ask('/migration/graphs/', '*/*', {
      method: 'POST',
      headers: { authorization, 'content-type': 'text/turtle' },
      body: '<http://example.org/a> <http://example.org/b> "c" .',
    });
    const address = made.headers.get('location') ?? '';
    expect(address).to.match(new RegExp(`^${served.origin}/migration/graphs/.`));
    expect((await fetch(address)).status).to.equal(200);
    const byName = await ask(`/migration/graphs/?graph=${encodeURIComponent(address)}`, 'text/turtle');
    expect(await byName.text()).to.include('"c"');
  });

  it('answers queries, and leaves the address of the request as it was', async () => {
    const path = `/migration/sparql?query=${encodeURIComponent('ASK { ?s ?p ?o }')}`;
    expect(await (await ask(path, 'application/sparql-results+json')).json()).to.include({ boolean: true });
    expect(seen).to.equal(path);
  });

  it('takes no path that could be mistaken for markup', async () => {
    const answer = await ask("/a/'onload='/none");
    expect(answer.status).to.equal(404);
    expect(await answer.text()).to.not.include("/a/'");
  });
});
