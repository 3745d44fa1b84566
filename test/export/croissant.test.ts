/** The tables of a dump as Croissant: every file with its hash, every column a field, references that lead somewhere. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import jsonld from 'jsonld';
import { readConfig } from '../../src/config.js';
import { readQuads } from '../../src/export/dump/read-quads.js';
import { writeDump } from '../../src/export/dump/write-dump.js';
import { tables } from '../../src/export/tables.js';
import { refuseToLoad } from '../../src/serialise/own-context.js';
import { readBuilt } from '../queries/ask.js';

const { base } = readConfig({});

interface Named {
  readonly '@id': string;
}
interface Field extends Named {
  readonly dataType: string;
  readonly source: { readonly fileObject: Named; readonly extract: { readonly column: string } };
  readonly references?: { readonly field: Named };
}
interface Croissant {
  readonly [name: string]: unknown;
  readonly distribution: readonly (Named & { sha256: string; contentUrl: string; contentSize: string })[];
  readonly recordSet: readonly (Named & { key: readonly Named[]; field: readonly Field[] })[];
}

describe('Croissant of a dump', () => {
  const folder = mkdtempSync(join(tmpdir(), 'migraph-croissant-'));
  after(() => rmSync(folder, { recursive: true }));
  let document: Croissant;
  before(async () => {
    const { tsv } = await readQuads((await readBuilt()).store, base);
    await writeDump(folder, tsv, { base, deadline: 60 });
    document = JSON.parse(readFileSync(join(folder, 'croissant.json'), 'utf8'));
  });

  it('says what the catalogue says of itself', () => {
    expect(document).to.include({
      '@type': 'sc:Dataset',
      conformsTo: 'http://mlcommons.org/croissant/1.0',
      name: 'Who holds which migration data',
      license: 'https://creativecommons.org/licenses/by/4.0/',
    });
    expect(document).to.have.property('description');
  });

  it('has every table, as long and with the hash that it has', () => {
    expect(document.distribution.map((file) => file['@id'])).to.deep.equal(tables.map(({ id }) => `${id}.csv`));
    for (const { '@id': name, sha256: hash, contentUrl, contentSize } of document.distribution) {
      const bytes = readFileSync(join(folder, name));
      expect([hash, contentSize, contentUrl], name).to.deep.equal([
        createHash('sha256').update(bytes).digest('hex'),
        `${bytes.length} B`,
        `${base}dump/${name}`,
      ]);
    }
  });

  it('has a field for every column that stands in the head of its table, and keys and references among the fields', () => {
    const fields = document.recordSet.flatMap(({ field }) => field);
    const ids = fields.map((field) => field['@id']);
    expect(new Set(ids).size).to.equal(ids.length);
    for (const { '@id': id, key, field } of document.recordSet) {
      const [head = ''] = readFileSync(join(folder, `${id}.csv`), 'utf8').split(/\r?\n/);
      expect(field.map(({ source }) => source.extract.column).join(','), id).to.equal(head);
      for (const { source } of field) expect(source.fileObject['@id']).to.equal(`${id}.csv`);
      for (const one of key) expect(ids).to.include(one['@id']);
    }
    const references = fields.flatMap(({ references: to }) => to?.field['@id'] ?? []);
    expect(references).not.to.deep.equal([]);
    for (const one of references) expect(ids).to.include(one);
    expect(new Set(fields.map(({ dataType }) => dataType))).to.deep.equal(new Set(['sc:URL', 'sc:Text', 'sc:Integer']));
  });

  it('is JSON-LD that needs nothing from anywhere', async () => {
    const options = { documentLoader: refuseToLoad } as never;
    const [expanded] = (await jsonld.expand(document as never, options)) as unknown as object[];
    expect(expanded).to.have.property('http://mlcommons.org/croissant/recordSet').with.length(tables.length);
  });
});
