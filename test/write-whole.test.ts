/** Files are written whole or not at all, several together too, and what a killed process left is taken away. */
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { writeAllWhole, writeWhole } from '../src/write-whole.js';
import { temporaryFolder } from './cli/run-migraph.js';

describe('a file that is written whole', () => {
  const folder = temporaryFolder();
  const [one, other] = [join(folder, 'one'), join(folder, 'other')];

  it('stays as it was where another of those that belong together cannot be written', async () => {
    writeFileSync(one, 'old');
    const broken = (function* (): Generator<string> {
      yield 'half';
      throw new Error('no more');
    })();
    const failure = await writeAllWhole([
      [one, ['new']],
      [other, broken],
    ]).catch((error: Error) => error.message);
    expect(failure).to.equal('no more');
    expect(readFileSync(one, 'utf8')).to.equal('old');
    expect(readdirSync(folder)).to.deep.equal(['one']);
  });
  it('is put in its place when all of them are there', async () => {
    await writeAllWhole([
      [one, ['new']],
      [other, ['new too']],
    ]);
    expect([one, other].map((file) => readFileSync(file, 'utf8'))).to.deep.equal(['new', 'new too']);
    expect(readdirSync(folder)).to.deep.equal(['one', 'other']);
  });
  it('lies in folders that are made for it', async () => {
    const deep = join(folder, 'a', 'b', 'c');
    await writeWhole(deep, ['text']);
    expect(readFileSync(deep, 'utf8')).to.equal('text');
  });
  it('takes away the halves of processes that are gone for long, and no others', async () => {
    const place = join(folder, 'place');
    mkdirSync(place);
    // No process has so high a number.
    const gone = 2 ** 30;
    for (const [name, minutes] of [
      [`.file.${gone}.part`, 11],
      [`.file.${gone + 1}.part`, 1],
      [`.file.${process.ppid}.part`, 11],
      [`.another.${gone}.part`, 11],
    ] as const) {
      writeFileSync(join(place, name), 'half');
      const then = Date.now() / 1000 - minutes * 60;
      utimesSync(join(place, name), then, then);
    }
    await writeWhole(join(place, 'file'), ['text']);
    expect(readdirSync(place).sort()).to.deep.equal(
      [`.another.${gone}.part`, `.file.${gone + 1}.part`, `.file.${process.ppid}.part`, 'file'].sort(),
    );
  });
});
