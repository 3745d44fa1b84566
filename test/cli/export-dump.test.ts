/** `migraph export --dump`: the server's files, in a folder. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { indexFile } from '../../src/export/dump/files.js';
import { harbourGraph, serve } from '../server/serve.js';
import { migraph, temporaryFolder } from './run-migraph.js';

describe('migraph export --dump', () => {
  const folder = temporaryFolder();

  it('writes the bytes that the server sends, and leaves what else is there', async () => {
    const to = join(folder, 'a', 'dump');
    expect((await migraph(['export', '--dump', to, '--graph', harbourGraph])).code).to.equal(0);
    writeFileSync(join(to, 'other.txt'), 'kept');
    const { code, stdout } = await migraph(['export', '--dump', to, '--graph', harbourGraph]);
    expect([code, stdout]).to.deep.equal([0, `${to}: 36 files, 56 triples\n`]);
    const server = await serve(harbourGraph, { MIGRAPH_OUT: folder });
    try {
      for (const name of readdirSync(to).filter((one) => one !== 'other.txt')) {
        const sent = Buffer.from(await (await fetch(`${server.origin}/dump/${name}`)).arrayBuffer());
        expect(sent.equals(readFileSync(join(to, name))), name).to.equal(true);
      }
    } finally {
      await server.close();
    }
    expect(existsSync(join(to, indexFile))).to.equal(true);
    expect(readFileSync(join(to, 'other.txt'), 'utf8')).to.equal('kept');
    expect(readdirSync(to).filter((name) => name.startsWith('.'))).to.deep.equal([]);
  });

  it('says in one line what is wrong, and writes nothing', async () => {
    const to = join(folder, 'none');
    const missing = await migraph(['export', '--dump', to, '--graph', join(folder, 'missing.ttl')]);
    expect([missing.code, missing.complaints.length, existsSync(to)]).to.deep.equal([1, 1, false]);
    expect((await migraph(['export', '--dump', to, '--format', 'turtle'])).code).to.equal(2);
    writeFileSync(to, 'a file');
    const inTheWay = await migraph(['export', '--dump', to, '--graph', harbourGraph]);
    expect([inTheWay.code, inTheWay.complaints.length]).to.deep.equal([1, 1]);
    expect(readFileSync(to, 'utf8')).to.equal('a file');
  });
});
