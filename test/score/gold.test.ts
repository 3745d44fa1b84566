/** Every gold file may be scored with: its shape, its codes, its evidence; and it scores 1 against itself. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { goldFaults, parseGold, readGold } from '../../src/score/gold.js';
import { scoreDocument } from '../../src/score/score.js';
import { f1 } from '../../src/score/tally.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const files = ['note', 'texts', 'heldout'].flatMap((set) =>
  readdirSync(join(root, 'test/gold', set))
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({ set, path: join(root, 'test/gold', set, file) })),
);
const textOf = ({ set, path }: { set: string; path: string }): string => {
  const beside = path.replace(/json$/, 'txt');
  const name = beside.slice(beside.lastIndexOf('/') + 1);
  return readFileSync(set === 'note' ? join(root, 'data/notes', name) : beside, 'utf8');
};

describe('gold standard', () => {
  it('has the note, a hundred and ten texts to work with and ten that are held out', () => {
    const count = (set: string) => files.filter((file) => file.set === set).length;
    expect([count('note'), count('texts'), count('heldout')]).to.deep.equal([1, 110, 10]);
  });

  for (const file of files) {
    const name = file.path.slice(root.length);

    it(`${name} holds only what its text says`, () => {
      expect(goldFaults(readGold(file.path), textOf(file))).to.deep.equal([]);
    });

    it(`${name} scores 1 against itself`, () => {
      const gold = readGold(file.path);
      const score = scoreDocument(gold, gold, textOf(file));
      expect(score.mistakes).to.deep.equal([]);
      for (const [measure, tally] of score.tallies) expect(f1(tally), measure).to.equal(1);
    });
  }

  it('finds faults: a wrong code, evidence that is not there, an unknown field, a corridor without its countries', () => {
    const entity = { id: 'd', type: 'Dataset', label: 'Register', evidence: ['Register'] };
    const faultsOf = (more: object) =>
      goldFaults(
        parseGold(JSON.stringify({ doc: 'x', entities: [{ ...entity, ...more }], damaged: [] })),
        'The Register',
      );
    expect(faultsOf({})).to.deep.equal([]);
    expect(faultsOf({ countries: ['UKX'] })).to.deep.equal(['d: UKX is no country code']);
    expect(faultsOf({ evidence: ['Registry'] })).to.deep.equal(['d: not in the text: Registry']);
    expect(faultsOf({ country: 'x' })).to.deep.equal(['d: unknown field country']);
    expect(faultsOf({ corridors: [['BRA', 'JPN']] })).to.have.length(2);
    expect(() => faultsOf({ countries: null })).to.throw('countries');
  });

  it('never shows the mistakes in a text that is held out', () => {
    const heldOut = files.find((file) => file.set === 'heldout');
    expect(heldOut && existsSync(heldOut.path)).to.equal(true);
    const name = heldOut?.path.replace(/^.*\/|\.json$/g, '') ?? '';
    const run = spawnSync(process.execPath, [join(root, 'dist/test/score/run.js'), '--errors', name], {
      encoding: 'utf8',
    });
    expect(run.status).to.equal(1);
    expect(run.stdout).to.equal('');
  });
});
