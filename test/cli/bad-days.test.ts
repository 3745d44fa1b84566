/** Bad days of who runs it: a full disk, a folder that cannot be written to, a clock that jumps. One line each, and nothing lost. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statfsSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { expect } from 'chai';
import { migraph, temporaryFolder } from './run-migraph.js';
import { type ServedFolder, serveFolder, token } from './served.js';

const folder = temporaryFolder();
const built = join(folder, 'built');
const env = { MIGRAPH_IMPORTS: join(folder, 'imports') };
const note = join(folder, 'letter.txt');
const row = (n: number, padding = ''): string =>
  `INSERT DATA { GRAPH <urn:rows> { <urn:row:${n}> <urn:is> "${n}${padding}" } }`;
const countRows = 'SELECT (COUNT(*) AS ?n) { GRAPH <urn:rows> { ?s <urn:is> ?o } }';

/** A disk of so many megabytes, where one may be mounted; it is gone when the tests of the file are over. */
function mountDisk(name: string, options: string): string | undefined {
  const place = join(folder, name);
  mkdirSync(place);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', place]).status !== 0) return undefined;
  mounted.push(place);
  return place;
}
const mounted: string[] = [];

describe('on a bad day', function () {
  this.timeout(180_000);
  const running = new Set<ServedFolder>();
  before(async () => {
    writeFileSync(note, 'The UNHCR maintains a database of refugees.\n');
    expect((await migraph(['build', '--notes', note, '--out', built], { env })).code).to.equal(0);
  });
  after(async () => {
    for (const server of running) await server.stop('SIGKILL');
    for (const place of mounted) execFileSync('umount', ['-l', place]);
  });
  async function serve(out: string, settings: Record<string, string> = {}): Promise<ServedFolder> {
    const server = await serveFolder(out, { ...env, ...settings });
    running.add(server);
    return server;
  }

  describe('when the disk is full', () => {
    it('a write is 507 and changes nothing; with room again all goes on, and nothing acknowledged is lost', async function () {
      const disk = mountDisk('full', 'size=4m');
      if (disk === undefined) this.skip();
      for (const name of readdirSync(built)) cpSync(join(built, name), join(disk, name));
      const server = await serve(disk);
      let acknowledged = 0;
      let status = 204;
      for (let n = 0; n < 200 && status === 204; n += 1) {
        status = await server.write(row(n, 'x'.repeat(50_000)));
        if (status === 204) acknowledged += 1;
      }
      expect(status).to.equal(507);
      expect(acknowledged).to.be.greaterThan(2);
      expect(await server.read(countRows)).to.deep.equal([String(acknowledged)]);
      expect(await (await fetch(`${server.url}readyz`)).json()).to.deep.equal({ status: 'ok' });
      // A command on the same full disk.
      const backup = await migraph(['backup', join(disk, 'b.tar.gz')], { env: { ...env, MIGRAPH_OUT: disk } });
      if (backup.code !== 0) {
        expect(backup.complaints).to.have.length(1);
        expect(backup.complaints[0]).to.match(/no space left/);
      }
      expect(readdirSync(disk).filter((name) => /\.part$/.test(name))).to.deep.equal([]);
      execFileSync('mount', ['-o', 'remount,size=16m', disk]);
      expect(await server.write(row(1000))).to.equal(204);
      await server.stop();
      const again = await serve(disk);
      expect(await again.read(countRows)).to.deep.equal([String(acknowledged + 1)]);
      await again.stop();
    });

    it('a build is one line, and what was built before stays as it was', async function () {
      const disk = mountDisk('tight', 'size=4m');
      if (disk === undefined) this.skip();
      for (const name of readdirSync(built)) cpSync(join(built, name), join(disk, name));
      const { bavail, bsize } = statfsSync(disk);
      writeFileSync(join(disk, 'ballast'), Buffer.alloc(bavail * bsize - 60_000));
      const before = readFileSync(join(disk, 'graph.nq'));
      const { code, stdout, complaints } = await migraph(['build', '--notes', note, '--out', disk], { env });
      expect([code, stdout]).to.deep.equal([1, '']);
      expect(complaints).to.have.length(1);
      expect(complaints[0]).to.match(/no space left on device/);
      expect(readFileSync(join(disk, 'graph.nq')).equals(before)).to.equal(true);
      expect(readdirSync(disk).filter((name) => name.endsWith('.part'))).to.deep.equal([]);
    });
  });

  describe('when the folder cannot be written to', () => {
    it('what is built is served, without writing; to write, to build or to restore is one line', async function () {
      const disk = mountDisk('sealed', 'size=16m');
      if (disk === undefined) this.skip();
      for (const name of readdirSync(built)) cpSync(join(built, name), join(disk, name));
      const archive = join(folder, 'b.tar.gz');
      execFileSync('mount', ['-o', 'remount,ro', disk]);
      const settings = { ...env, MIGRAPH_OUT: disk };
      const server = await serve(disk, { MIGRAPH_WRITE_TOKEN: '' });
      expect(await server.read('SELECT ?s { ?s ?p ?o } LIMIT 1')).to.have.length(1);
      expect((await fetch(`${server.url}catalog`)).status).to.equal(200);
      await server.stop();
      expect((await migraph(['backup', archive], { env: settings })).code).to.equal(0);
      for (const args of [
        ['build', '--notes', note],
        ['restore', archive, '--force'],
        ['backup', join(disk, 'b.tar.gz')],
        ['serve', '--port', '0'],
      ]) {
        // A start with a token opens the journal.
        const own = args[0] === 'serve' ? { ...settings, MIGRAPH_WRITE_TOKEN: token } : settings;
        const { code, stdout, complaints } = await migraph(args, { env: own });
        expect([args[0], code, stdout]).to.deep.equal([args[0], 1, '']);
        expect(complaints, args.join(' ')).to.have.length(1);
        expect(complaints[0]).to.match(/read-only file system/);
      }
    });
  });

  describe('when the clock jumps', () => {
    it('limits are kept by another clock, and writes stay in their order', async () => {
      const jumping = join(folder, 'jump.mjs');
      // Each look at the clock of the day is an hour before or after the last one.
      writeFileSync(
        jumping,
        `const Real = Date; let n = 0;
const now = () => Real.now() + ((n += 1) % 2 === 0 ? 36e5 : -36e5) * (n % 7);
globalThis.Date = class extends Real {
  constructor(...given) { super(...(given.length === 0 ? [now()] : given)); }
  static now() { return now(); }
};\n`,
      );
      const out = join(folder, 'jumping');
      cpSync(built, out, { recursive: true });
      const server = await serve(out, { NODE_OPTIONS: `--import ${jumping}`, MIGRAPH_LIMIT_LOOPBACK: 'true' });
      for (let n = 0; n < 10; n += 1) expect(await server.write(row(n))).to.equal(204);
      for (let n = 0; n < 5; n += 1) expect((await fetch(`${server.url}readyz`)).status).to.equal(200);
      expect(await server.read(countRows)).to.deep.equal(['10']);
      // What was kept is the same an hour earlier or later, and a token is one.
      const tags = new Set<string | null>();
      for (let n = 0; n < 5; n += 1) tags.add((await fetch(`${server.url}catalog.ttl`)).headers.get('etag'));
      const [tag = ''] = tags;
      expect([tags.size, tag]).to.satisfy(([size, text]: [number, string]) => size === 1 && text !== '');
      const unchanged = await fetch(`${server.url}catalog.ttl`, { headers: { 'If-None-Match': tag ?? '' } });
      expect(unchanged.status).to.equal(304);
      const mistaken = await fetch(`${server.url}sparql`, {
        method: 'POST',
        headers: { authorization: 'Bearer another-token-of-theirs', 'content-type': 'application/sparql-update' },
        body: row(11),
      });
      expect(mistaken.status).to.be.oneOf([401, 403]);
      await server.stop();
      const again = await serve(out);
      expect(await again.read(countRows)).to.deep.equal(['10']);
      await again.stop();
    });
  });

  describe('when the clock was put back', () => {
    it('a build is no older than the last one, and Last-Modified does not go back', async () => {
      const data = join(folder, 'put-back');
      mkdirSync(join(data, 'notes'), { recursive: true });
      const settings = { MIGRAPH_DATA: data, MIGRAPH_OUT: join(data, 'var'), MIGRAPH_WRITE_TOKEN: '' };
      const build = async (text: string, seconds: number): Promise<void> => {
        writeFileSync(join(data, 'notes', 'letter.txt'), text);
        const { code, complaints } = await migraph(['build'], {
          env: { ...settings, SOURCE_DATE_EPOCH: String(seconds) },
        });
        expect([code, complaints]).to.deep.equal([0, []]);
      };
      await build('The UNHCR maintains a database of refugees.\n', 1_800_000_000);
      await build('The UNHCR maintains a database of refugees in Kenya.\n', 1_800_000_000 - 3600);
      const server = await serve(join(data, 'var'), settings);
      const { headers } = await fetch(`${server.url}catalog.ttl`);
      expect(headers.get('last-modified')).to.equal(new Date(1_800_000_000_000).toUTCString());
      const since = { 'If-Modified-Since': headers.get('last-modified') ?? '' };
      expect((await fetch(`${server.url}catalog.ttl`, { headers: since })).status).to.equal(304);
      await server.stop();
    });
  });

  describe('when somebody goes away in the middle', () => {
    it('of an upload, nothing of it is there', async () => {
      const out = join(folder, 'left');
      cpSync(built, out, { recursive: true });
      const server = await serve(out);
      const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
      socket.write(
        `PUT /graphs?graph=urn:half HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\nContent-Type: text/turtle\r\nContent-Length: 1000\r\n\r\n<urn:a> <urn:b> <urn:c> .\n`,
      );
      await new Promise((resolve) => setTimeout(resolve, 300));
      socket.destroy();
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(await server.read('SELECT ?s { GRAPH <urn:half> { ?s ?p ?o } }')).to.deep.equal([]);
      expect(await server.write(row(1))).to.equal(204);
      await server.stop();
      expect(existsSync(join(out, 'journal.log.lock'))).to.equal(false);
    });
  });
});
