/** A backup of a running server, put back: all that was acknowledged is in it, and a damaged one touches nothing. */
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { packTar, unpackTar } from 'modern-tar';
import { packageRoot } from '../../../src/config.js';
import { migraph, temporaryFolder } from '../run-migraph.js';
import { type ServedFolder, serveFolder } from '../served.js';

const folder = temporaryFolder();
const out = join(folder, 'var');
const imports = join(folder, 'imports');
const env = { MIGRAPH_OUT: out, MIGRAPH_IMPORTS: imports };
const archive = join(folder, 'backup.tar.gz');
const row = (n: number): string => `INSERT DATA { GRAPH <urn:rows> { <urn:row:${n}> <urn:is> ${n} } }`;

/** All files under a folder, with what is in them. */
function contentsOf(path: string): Map<string, string> {
  const names = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    names.map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return [file.slice(path.length + 1), createHash('sha256').update(readFileSync(file)).digest('hex')];
    }),
  );
}

type Entries = Awaited<ReturnType<typeof unpackTar>>;

/** The archive with its entries changed. */
async function changed(name: string, change: (entries: Entries) => Entries): Promise<string> {
  const entries = await unpackTar(gunzipSync(readFileSync(archive)));
  const file = join(folder, name);
  writeFileSync(file, gzipSync(await packTar(change(entries))));
  return file;
}

/** Does it unpack to these bytes? */
function unpacksTo(expected: Buffer, archive: Buffer): boolean {
  try {
    return gunzipSync(archive).equals(expected);
  } catch {
    return false;
  }
}

/**
 * One bit flipped at this share of the archive, or at the next byte where that is damage: one flip in a hundred tells
 * a copy of other bytes that are the same (RFC 1951, 3.2.5), so the archive still unpacks to what was packed.
 */
function flipBit(archive: Buffer, share: number): Buffer {
  const packed = gunzipSync(archive);
  for (let at = Math.floor(archive.length * share); ; at += 1) {
    const flipped = Buffer.from(archive);
    flipped.writeUInt8(archive.readUInt8(at) ^ 0x10, at);
    if (!unpacksTo(packed, flipped)) return flipped;
  }
}

describe('a backup', function () {
  this.timeout(180_000);
  let server: ServedFolder;
  let acknowledged = 0;

  before(async () => {
    const note = join(folder, 'letter.txt');
    writeFileSync(note, 'The UNHCR maintains a database of refugees.\n');
    mkdirSync(imports);
    expect((await migraph(['build', '--notes', note, '--out', out], { env })).code).to.equal(0);
    server = await serveFolder(out, env);
    for (let n = 0; n < 20; n += 1) expect(await server.write(row(n))).to.equal(204);
    // What can be made again is not worth keeping.
    mkdirSync(join(out, 'exports'), { recursive: true });
    writeFileSync(join(out, 'exports', 'x'), 'x');
  });
  after(() => server?.stop('SIGKILL'));

  it('of a server that is written to holds all that was acknowledged before it began', async () => {
    let isOver = false;
    acknowledged = 20;
    const writing = (async () => {
      for (let n = 20; !isOver && n < 2000; n += 1) if ((await server.write(row(n))) === 204) acknowledged = n + 1;
    })();
    while (acknowledged < 25) await new Promise((resolve) => setTimeout(resolve, 5));
    const before = acknowledged;
    const { code, stdout, complaints } = await migraph(['backup', archive], { env });
    isOver = true;
    await writing;
    expect([code, complaints]).to.deep.equal([0, []]);
    expect(stdout).to.match(/backup\.tar\.gz: \d+ files, [\d,]+ bytes unpacked; var\/journal\.log up to byte \d+\n$/);
    const to = join(folder, 'restored');
    const restored = await migraph(['restore', archive, '--to', to], { env });
    expect([restored.code, restored.complaints]).to.deep.equal([0, []]);
    const again = await serveFolder(join(to, 'var'), { MIGRAPH_IMPORTS: join(to, 'imports') });
    try {
      const rows = new Set(await again.read('SELECT ?n { GRAPH <urn:rows> { ?row <urn:is> ?n } }'));
      const lost = Array.from({ length: before }, (_, n) => String(n)).filter((n) => !rows.has(n));
      expect(lost).to.deep.equal([]);
      expect(await again.read('SELECT ?d { ?d a <http://www.w3.org/ns/dcat#Dataset> }')).to.have.length(1);
    } finally {
      await again.stop();
    }
  });

  it('holds the data and the graph, each with its hash, and nothing that can be made again', async () => {
    const entries = await unpackTar(gunzipSync(readFileSync(archive)));
    const names = entries.map(({ header }) => header.name);
    expect(names).to.include.members(['var/graph.nq', 'var/graph.snapshot', 'var/build.json', 'var/journal.log']);
    expect(names).to.include.members(['data/catalogue.ttl', 'data/curation/schema.json', 'data/history/changes.jsonl']);
    expect(names.at(-1)).to.equal('manifest.json');
    expect(names.filter((name) => /exports|\.lock|\.part/.test(name))).to.deep.equal([]);
    const manifest = JSON.parse(Buffer.from(entries.at(-1)?.data ?? []).toString('utf8'));
    expect(manifest.files).to.have.length(names.length - 1);
    for (const { name, bytes, sha256 } of manifest.files) {
      const data = entries.find(({ header }) => header.name === name)?.data ?? new Uint8Array();
      expect([data.length, createHash('sha256').update(data).digest('hex')], name).to.deep.equal([bytes, sha256]);
    }
    expect(contentsOf(join(folder, 'restored', 'data'))).to.deep.equal(contentsOf(join(packageRoot, 'data')));
  });

  it('goes into no folder that holds anything, unless told so; what was there is kept', async () => {
    const to = join(folder, 'full');
    mkdirSync(join(to, 'data'), { recursive: true });
    writeFileSync(join(to, 'data', 'mine.txt'), 'mine');
    const before = contentsOf(to);
    const refused = await migraph(['restore', archive, '--to', to], { env });
    expect([refused.code, refused.stdout]).to.deep.equal([1, '']);
    expect(refused.complaints).to.deep.equal([
      `${join(to, 'data')}: is not empty; --force puts what is there aside, in a folder within it`,
    ]);
    expect(contentsOf(to)).to.deep.equal(before);
    for (let round = 0; round < 2; round += 1) {
      const forced = await migraph(['restore', archive, '--to', to, '--force'], { env });
      expect(forced.code).to.equal(0);
      expect(forced.stdout).to.match(/what was there: .*full\/data\/\.replaced-\d+\n/);
    }
    expect(existsSync(join(to, 'data', 'mine.txt'))).to.equal(false);
    const kept = [...contentsOf(to).keys()].filter((name) => name.endsWith('/mine.txt'));
    expect(kept).to.have.length(1);
    expect(existsSync(join(to, 'data', 'catalogue.ttl'))).to.equal(true);
  });

  it('is put back where the settings say, the imports among the data too', async () => {
    const copy = join(folder, 'copy');
    for (const part of ['data', 'dist/src', 'ontology', 'queries', 'package.json'])
      cpSync(join(packageRoot, part), join(copy, part), { recursive: true });
    symlinkSync(join(packageRoot, 'node_modules'), join(copy, 'node_modules'));
    mkdirSync(join(copy, 'data', 'imports'));
    writeFileSync(join(copy, 'data', 'imports', 'README'), 'none yet');
    const program = join(copy, 'dist', 'src', 'cli.js');
    const file = join(folder, 'of-the-copy.tar.gz');
    const settings = { MIGRAPH_OUT: join(copy, 'var'), MIGRAPH_IMPORTS: join(copy, 'data', 'imports') };
    expect((await migraph(['backup', file], { env: settings, program })).code).to.equal(0);
    const before = contentsOf(join(copy, 'data'));
    expect([...before.keys()]).to.include('imports/README');
    rmSync(join(copy, 'data', 'notes'), { recursive: true });
    writeFileSync(join(copy, 'data', 'imports', 'README'), 'another');
    const { code, stdout, complaints } = await migraph(['restore', file, '--force'], { env: settings, program });
    expect([code, complaints]).to.deep.equal([0, []]);
    expect(stdout.match(/what was there/g)).to.have.length(2);
    const after = contentsOf(join(copy, 'data'));
    for (const name of after.keys()) if (name.includes('.replaced-')) after.delete(name);
    expect(after).to.deep.equal(before);
  });

  it('of data that are elsewhere is served where it is put back, though the old folder is gone', async () => {
    const [here, there] = ['here', 'there'].map((name) => join(folder, name)) as [string, string];
    const placeOf = (place: string) => ({ MIGRAPH_DATA: join(place, 'data'), MIGRAPH_OUT: join(place, 'var') });
    for (const name of ['notes', 'imports']) mkdirSync(join(here, 'data', name), { recursive: true });
    writeFileSync(join(here, 'data', 'notes', 'letter.txt'), 'The UNHCR maintains a database of refugees.\n');
    writeFileSync(join(here, 'data', 'imports', 'README'), 'none yet');
    expect((await migraph(['build'], { env: placeOf(here) })).code).to.equal(0);
    const file = join(folder, 'elsewhere.tar.gz');
    expect((await migraph(['backup', file], { env: placeOf(here) })).code).to.equal(0);
    const before = contentsOf(join(here, 'data'));
    expect([...before.keys()]).to.include.members(['notes/letter.txt', 'imports/README', 'history/changes.jsonl']);
    rmSync(here, { recursive: true });
    const { code, complaints } = await migraph(['restore', file], { env: placeOf(there) });
    expect([code, complaints]).to.deep.equal([0, []]);
    expect(contentsOf(join(there, 'data'))).to.deep.equal(before);
    const again = await serveFolder(join(there, 'var'), placeOf(there));
    try {
      expect(await again.read('SELECT ?d { ?d a <http://www.w3.org/ns/dcat#Dataset> }')).to.have.length(1);
    } finally {
      await again.stop();
    }
    expect(contentsOf(join(there, 'data'))).to.deep.equal(before);
  });

  it('is not put back under a server that runs', async () => {
    const to = join(folder, 'running');
    const other = await migraph(['restore', archive, '--to', to], { env });
    expect(other.code).to.equal(0);
    const busy = await serveFolder(join(to, 'var'));
    try {
      const refused = await migraph(['restore', archive, '--to', to, '--force'], { env });
      expect(refused.code).to.equal(1);
      expect(refused.complaints).to.have.length(1);
      expect(refused.complaints[0]).to.match(/journal\.log: is being written to by another server/);
      expect(await busy.read('SELECT ?s { ?s ?p ?o } LIMIT 1')).to.have.length(1);
    } finally {
      await busy.stop();
    }
  });

  describe('that is damaged', () => {
    const spoilt: readonly (readonly [what: string, make: () => Promise<string> | string, reason: RegExp])[] = [
      ...[0.1, 0.5, 0.9].map((share) => {
        const make = (): string => {
          const bytes = flipBit(readFileSync(archive), share);
          const file = join(folder, `flipped-${share}.tar.gz`);
          writeFileSync(file, bytes);
          return file;
        };
        return [`by a flipped bit at ${share} of it`, make, /is damaged, or no backup: /] as const;
      }),
      [
        'by being cut short',
        () => {
          const file = join(folder, 'cut.tar.gz');
          writeFileSync(file, readFileSync(archive).subarray(0, -200));
          return file;
        },
        /is damaged, or no backup: unexpected end of file/,
      ],
      ['by losing its manifest', () => changed('a.tar.gz', (all) => all.slice(0, -1)), /there is no manifest\.json/],
      ['by losing a file', () => changed('b.tar.gz', (all) => all.slice(1)), /is not in it/],
      [
        'by a file that was changed',
        () =>
          changed('c.tar.gz', ([first, ...others]) => {
            const data = new Uint8Array(first?.data ?? []);
            data[0] = (data[0] ?? 0) ^ 1;
            return first === undefined ? others : [{ ...first, data }, ...others];
          }),
        /is not what manifest\.json says/,
      ],
      [
        'by a file that nobody named',
        () =>
          changed('d.tar.gz', (all) => [
            { header: { name: 'var/extra', size: 1, type: 'file' }, data: new Uint8Array(1) },
            ...all,
          ]),
        /var\/extra is not named/,
      ],
      [
        'by a name that leads out',
        () =>
          changed('e.tar.gz', () => {
            const data = new Uint8Array(1);
            const sha256 = createHash('sha256').update(data).digest('hex');
            const files = [{ name: 'var/../../escaped', bytes: 1, sha256 }];
            const manifest = { format: 'migraph backup 1', version: '0', made: new Date().toISOString(), files };
            const text = new Uint8Array(Buffer.from(JSON.stringify(manifest)));
            return [
              { header: { name: 'var/../../escaped', size: 1, type: 'file' }, data },
              { header: { name: 'manifest.json', size: text.length, type: 'file' }, data: text },
            ];
          }),
        /manifest\.json is not one of migraph/,
      ],
      [
        'by a link',
        () =>
          changed('f.tar.gz', (all) => [
            { header: { name: 'var/link', size: 0, type: 'symlink', linkname: '/etc/passwd' } },
            ...all,
          ]),
        /var\/link is a symlink/,
      ],
      [
        'by being another file',
        () => {
          const file = join(folder, 'text.tar.gz');
          writeFileSync(file, 'a text');
          return file;
        },
        /is damaged, or no backup/,
      ],
      ['by not being there', () => join(folder, 'none.tar.gz'), /none\.tar\.gz: no such file/],
    ];
    for (const [what, make, reason] of spoilt)
      it(`${what} is one line, and touches nothing`, async () => {
        const to = join(mkdtempSync(join(folder, 'spoilt-')), 'untouched');
        const { code, stdout, complaints } = await migraph(['restore', await make(), '--to', to, '--force'], { env });
        expect([code, stdout]).to.deep.equal([1, '']);
        expect(complaints).to.have.length(1);
        expect(complaints[0]).to.match(reason);
        expect(existsSync(to)).to.equal(false);
        expect(existsSync(join(to, '..', 'escaped'))).to.equal(false);
      });
  });

  it('is not made of a journal that is damaged', async () => {
    const to = join(folder, 'damaged');
    expect((await migraph(['restore', archive, '--to', to], { env })).code).to.equal(0);
    const journal = join(to, 'var', 'journal.log');
    const bytes = readFileSync(journal);
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    writeFileSync(journal, bytes);
    const file = join(folder, 'never.tar.gz');
    const run = await migraph(['backup', file], { env: { ...env, MIGRAPH_OUT: join(to, 'var') } });
    expect(run.code).to.equal(1);
    expect(run.complaints[0]).to.match(/journal\.log: is damaged at byte/);
    expect(readdirSync(folder).filter((name) => name.includes('never'))).to.deep.equal([]);
  });
});
