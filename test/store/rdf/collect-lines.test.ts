/** N-Triples and N-Quads read a line at a time: the same columns as from a parser of the whole. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { labelBlankNodes } from '../../../src/store/rdf/blank-nodes.js';
import { collectLines } from '../../../src/store/rdf/collect-lines.js';
import { parsePlainLine } from '../../../src/store/rdf/parse-lines.js';
import { parseRdf } from '../../../src/store/rdf/parse-rdf.js';
import { collectColumns } from '../../../src/store/snapshot/collect-columns.js';
import { catalogueLines } from '../../bench/catalogue.js';

const string = 'http://www.w3.org/2001/XMLSchema#string';

describe('lines', () => {
  const folder = mkdtempSync(join(tmpdir(), 'migraph-lines-'));
  after(() => rmSync(folder, { recursive: true }));
  const write = (name: string, text: string | Uint8Array): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  async function same(name: string, text: string): Promise<void> {
    const format = name.endsWith('.nt') ? 'ntriples' : 'nquads';
    const whole = collectColumns(labelBlankNodes(await parseRdf(text, format, 'http://e/')));
    expect(collectLines(write(name, text)), JSON.stringify(text)).to.deep.equal(whole);
  }

  it('in the plainest words are read without a parser', () => {
    expect(parsePlainLine('<urn:a> <urn:b> "c d"@en-GB <urn:g> .')).to.deep.equal([
      '<urn:a>',
      '<urn:b>',
      '"c d"@en-gb',
      '<urn:g>',
    ]);
    expect(parsePlainLine('_:a <urn:b>  _:c .\r')).to.deep.equal(['_:a', '<urn:b>', '_:c', '']);
    for (const line of [
      '<a> <urn:b> <urn:c> .',
      '<urn:a> <urn:b> "c\\td" .',
      '<urn:a> <urn:b> "c" . # said so',
      `<urn:a> <urn:b> "c"^^<${string}> .`,
      '<urn:a> <urn:b> "c"@en--ltr .',
      '<urn:a> _:b <urn:c> .',
      '<urn:a> <urn:b> "c" . <urn:a> <urn:b> "d" .',
      '<urn:a> <urn:b> <<( <urn:a> <urn:b> "c" )>> .',
      '<urn:a> <urn:b c> "c" .',
      '',
    ])
      expect(parsePlainLine(line), line).to.equal(undefined);
  });
  it('are the same as from a parser, whatever way they are written', async () => {
    await same('a.nt', '');
    await same('a.nt', '<urn:a> <urn:b> <urn:c> .');
    await same('a.nt', '\uFEFF<urn:a> <urn:b> "é\\u00e9\\n𝄞" .\r\n\r\n# nothing\n<urn:a><urn:b>"x"@EN-gb.\n');
    await same('a.nt', `<urn:a> <urn:b> "c"^^<${string}> .\n<urn:a> <urn:b> "c" .\n<urn:a> <urn:b> "1"^^<urn:t> .\n`);
    await same('a.nt', '_:x <urn:b> _:y .\n_:y <urn:b> "_:x" .\n<urn:c> <urn:b> _:x .\n<urn:c> <urn:b> <urn:d> .\n');
    await same('a.nq', '_:g.1 <urn:b> "x"@AR--rtl _:g .\n<urn:a> <urn:b> <<( <urn:a> <urn:b> "c" )>> <urn:g> .\n');
    await same('a.nt', '<urn:a> <urn:b> "one" . <urn:a> <urn:b> "two" .\n');
  });
  it('of a catalogue are, over pieces of a file', async () => {
    await same('catalogue.nq', [...catalogueLines(60_000)].join(''));
  });
  it('are left to a parser of the whole where it must say what is wrong, or is of another syntax', () => {
    const good = '<urn:a> <urn:b> <urn:c> .\n';
    for (const bad of [
      '<urn:a> <urn:b> .\n',
      '<a> <urn:b> "c" .\n',
      '<urn:a> <urn:b> "c" <urn:g> .\n',
      '"a" <urn:b> 1 .',
    ])
      expect(collectLines(write('bad.nt', good + bad)), bad).to.equal(undefined);
    expect(collectLines(write('bytes.nt', Buffer.from([0x3c, 0xff, 0x3e])))).to.equal(undefined);
    expect(collectLines(write('inner.nt', '<urn:a> <urn:b> <<( _:a <urn:b> _:c )>> .\n'))).to.equal(undefined);
    expect(collectLines(write('a.ttl', good))).to.equal(undefined);
    expect(collectLines(join(folder, 'none.nt'))).to.equal(undefined);
  });
});
