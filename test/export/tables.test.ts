/** The tables of the dump: what they list is what their queries answer, and their metadata by CSV on the Web hold. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import { readConfig } from '../../src/config.js';
import { readQuads } from '../../src/export/dump/read-quads.js';
import { writeDump } from '../../src/export/dump/write-dump.js';
import { readQueryText } from '../../src/export/query-text.js';
import { tables } from '../../src/export/tables.js';
import { openStore, readRdf } from '../../src/store/open.js';
import { parseQuery } from '../../src/store/parse/parse-query.js';
import { readBuilt } from '../queries/ask.js';
import { harbourGraph } from '../server/serve.js';

const config = readConfig({});

interface CsvwColumn {
  readonly name: string;
  readonly titles: readonly string[];
  readonly datatype: string;
  readonly required?: true;
  readonly propertyUrl?: string;
  readonly suppressOutput?: true;
}

interface CsvwTable {
  readonly url: string;
  readonly tableSchema: {
    readonly columns: readonly CsvwColumn[];
    readonly primaryKey: readonly string[];
    readonly aboutUrl: string;
    readonly foreignKeys: readonly {
      readonly columnReference: string;
      readonly reference: { readonly resource: string; readonly columnReference: string };
    }[];
  };
}

type Row = Readonly<Record<string, string>>;

/** A template of the one kind that we use. */
const expand = (template: string, row: Row): string =>
  template.replace(/\{\+(\w+)\}/g, (_, name: string) => row[name] ?? '');

for (const [name, read] of [
  ['the graph of the notes', async () => (await readBuilt()).quads],
  ['an invented graph with blank nodes', () => readRdf(harbourGraph, config.base)],
] as const)
  describe(`the tables of ${name}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'migraph-tables-'));
    const rows = new Map<string, readonly Row[]>();
    let group: readonly CsvwTable[] = [];
    let said = new Set<string>();

    before(async () => {
      const quads = await read();
      said = new Set(
        quads.map(({ subject, predicate, object }) => `${subject.value} ${predicate.value} ${object.value}`),
      );
      const store = await openStore({ quads, config });
      await writeDump(folder, (await readQuads(store, config.base)).tsv, { base: config.base, deadline: 60 });
      await store.close();
      group = (JSON.parse(readFileSync(join(folder, 'tables-metadata.json'), 'utf8')) as { tables: CsvwTable[] })
        .tables;
      for (const { url } of group) {
        const text = readFileSync(join(folder, url), 'utf8');
        rows.set(url, parse(text, { columns: true, record_delimiter: '\r\n' }) as Row[]);
      }
    });
    after(() => rmSync(folder, { recursive: true }));
    const rowsOf = (url: string): readonly Row[] => rows.get(url) ?? [];

    it('have the columns that their metadata name, in that order', () => {
      expect(group.map(({ url }) => url)).to.deep.equal(tables.map(({ id }) => `${id}.csv`));
      for (const { url, tableSchema } of group) {
        const [head] = parse(readFileSync(join(folder, url), 'utf8'), { to: 1 }) as string[][];
        expect(head, url).to.deep.equal(tableSchema.columns.map(({ titles }) => titles[0]));
      }
    });

    it('fill what is required, and hold whole numbers where they say so', () => {
      for (const { url, tableSchema } of group)
        for (const { name: column, required, datatype } of tableSchema.columns)
          for (const row of rowsOf(url)) {
            const cell = row[column] ?? '';
            if (required) expect(cell, `${url} ${column}`).not.to.equal('');
            if (datatype === 'integer') expect(cell, `${url} ${column}`).to.match(/^(?:-?\d+)?$/);
            if (datatype === 'anyURI') expect(cell, `${url} ${column}`).to.match(/^(?:[a-z_][\w+.-]*:\S+)?$/i);
          }
    });

    it('tell each row from all others by its key', () => {
      for (const { url, tableSchema } of group) {
        const keys = rowsOf(url).map((row) => tableSchema.primaryKey.map((column) => row[column]).join(' '));
        expect(new Set(keys).size, url).to.equal(keys.length);
      }
    });

    it('lead to rows that are there', () => {
      for (const { url, tableSchema } of group)
        for (const { columnReference: from, reference } of tableSchema.foreignKeys) {
          const there = new Set(rowsOf(reference.resource).map((row) => row[reference.columnReference]));
          const lost = rowsOf(url).filter((row) => !there.has(row[from]));
          expect(lost, `${url} ${from} in ${reference.resource}`).to.deep.equal([]);
        }
    });

    it('say nothing, read as CSV on the Web, that the graph does not say', () => {
      let count = 0;
      for (const { url, tableSchema } of group)
        for (const { name: column, propertyUrl, suppressOutput, datatype } of tableSchema.columns)
          for (const row of rowsOf(url)) {
            const cell = row[column] ?? '';
            // The years and the time of a round are its period's.
            if (suppressOutput || propertyUrl === undefined || cell === '' || cell.startsWith('_:')) continue;
            if (url === 'coverages.csv' || (url === 'statements.csv' && datatype !== 'anyURI')) continue;
            const triple = `${expand(tableSchema.aboutUrl, row)} ${expand(propertyUrl, row)} ${cell}`;
            if (url === 'statements.csv' && column === 'quote') continue;
            count += 1;
            expect(said.has(triple) || column === 'note', `${url}: ${triple}`).to.equal(true);
          }
      expect(count).to.be.greaterThan(5);
    });
  });

describe('each table', () => {
  for (const { id, columns, primaryKey, about } of tables)
    it(`${id}: its query answers its columns`, () => {
      const text = readQueryText(`tables/${id}`);
      expect(parseQuery(text).kind).to.equal('bindings');
      const [, selected = ''] = /^SELECT(?: DISTINCT)? (.+)$/m.exec(text) ?? [];
      expect(selected.split(' ')).to.deep.equal(columns.map(({ name }) => `?${name}`));
      const names = columns.map(({ name }) => name);
      expect(names).to.include.members([...primaryKey, about]);
      const order = /^ORDER BY (.+)$/m.exec(text)?.[1] ?? '';
      expect(order.split(' ').sort()).to.deep.equal(primaryKey.map((name) => `?${name}`).sort());
    });
});
