/** `/harvest`: every command on the page works, and what it says of the profiles is what their validation says. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { profiles } from '../../src/export/profiles.js';
import { checkedProfiles } from '../../src/export/validation/profile-shapes.js';
import type { Report } from '../../src/export/validation/report.js';
import { doors } from '../../src/server/harvest-doors.js';
import { serveChronicle } from './feeds/chronicle.js';
import { harbourGraph, type Served, serve, serveByPool } from './serve.js';

const folder = mkdtempSync(join(tmpdir(), 'migraph-harvest-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const readEntities = (text: string): string =>
  text.replace(
    /&(amp|lt|gt|quot|#39);/g,
    (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? "'",
  );

/** The words of a command line, as a shell splits them. */
const split = (command: string): string[] =>
  [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

/** What the command would do; only options that are on the page. */
function run(command: string, body: string): Promise<Response> {
  const [program, ...words] = split(command);
  expect(program).to.equal('curl');
  const url = words.at(-1) ?? '';
  const fields = words.flatMap((word, at) => (words[at - 1] === '-H' ? [word.split(': ') as [string, string]] : []));
  const isPost = words.includes('--data-binary');
  return fetch(url, { headers: fields, ...(isPost ? { method: 'POST', body } : {}) });
}

const commandsOf = (page: string): string[] =>
  [...page.matchAll(/<pre>(curl [^<]*)<\/pre>/g)].map(([, command = '']) => readEntities(command));

describe('/harvest', () => testHarvest(() => serve(harbourGraph, { MIGRAPH_OUT: folder })));
describe('/harvest, over query processes', () => testHarvest(() => serveByPool({ MIGRAPH_OUT: folder })));

function testHarvest(open: () => Promise<Served>): void {
  let server: Served;
  let page = '';
  before(async () => {
    server = await open();
    // The profiles may take longer than a reader waits.
    for (let n = 0; n < 20 && (page === '' || page.includes('just being looked at')); n += 1)
      page = await (await fetch(`${server.origin}/harvest`)).text();
  });
  after(() => server.close());

  it('has a command for each door, every one of which is answered by 200', async () => {
    const commands = commandsOf(page);
    expect(commands).to.have.length(doors.filter(({ needsHistory }) => !needsHistory).length + 1);
    for (const command of commands) {
      expect(command).to.include(`'${server.origin}/`);
      const response = await run(command, '<http://e/d> a <http://www.w3.org/ns/dcat#Dataset> .');
      expect(response.status, command).to.equal(200);
      expect((await response.arrayBuffer()).byteLength, command).to.be.greaterThan(0);
    }
  });

  it('every link on it works', async () => {
    const links = [...page.matchAll(/href="(\/[^"]*)"/g)].map(([, link = '']) => readEntities(link));
    for (const link of new Set(links)) expect((await fetch(server.origin + link)).status, link).to.equal(200);
  });

  it('says of each profile what the validator says of what it gives', async () => {
    const checked = profiles.filter(({ id }) => checkedProfiles.includes(id));
    expect(checked).not.to.deep.equal([]);
    for (const { id } of checked) {
      const catalogue = await (await fetch(`${server.origin}/catalog.nt?profile=${id}`)).text();
      const validated = await fetch(`${server.origin}/validate?profile=${id}`, {
        method: 'POST',
        body: catalogue,
        headers: { 'content-type': 'application/n-triples', accept: 'application/json' },
      });
      const { violations, warnings } = (await validated.json()) as Report;
      expect(page, id).to.match(new RegExp(`to ${id}\\. ${violations} violations?, ${warnings} warnings?`));
    }
  });

  it('is made for the host that was asked, and is not sent twice', async () => {
    const response = await fetch(`${server.origin}/harvest`);
    const etag = response.headers.get('etag') ?? '';
    expect((await fetch(`${server.origin}/harvest`, { headers: { 'if-none-match': etag } })).status).to.equal(304);
    expect(page).not.to.include('<script');
  });
}

describe('/harvest of a graph that describes no catalogue', () => {
  it('leaves out what is not there, and states neither licence nor date', async () => {
    const file = join(folder, 'bare.ttl');
    writeFileSync(file, '<http://e/d> a <http://www.w3.org/ns/dcat#Dataset> .');
    const server = await serve(file, { MIGRAPH_OUT: folder });
    try {
      const page = await (await fetch(`${server.origin}/harvest`)).text();
      const commands = commandsOf(page);
      expect(commands).to.have.length(
        doors.filter(({ needsCatalogue, needsHistory }) => !needsCatalogue && !needsHistory).length + 1,
      );
      for (const command of commands) expect((await run(command, '<a:b> <a:c> "d" .')).status, command).to.equal(200);
      expect(page).to.include('none is stated').and.include('the graph does not say');
    } finally {
      await server.close();
    }
  });
});

describe('/harvest of a graph with a history', () => {
  it('has every door there is', async () => {
    const server = await serveChronicle(3, { MIGRAPH_OUT: folder });
    try {
      const commands = commandsOf(await (await fetch(`${server.origin}/harvest`)).text());
      expect(commands).to.have.length(doors.length + 1);
      for (const command of commands.filter((one) => /atom|ldes|page=|oai/.test(one)))
        expect((await run(command, '')).status, command).to.equal(200);
    } finally {
      await server.close();
    }
  });
});
