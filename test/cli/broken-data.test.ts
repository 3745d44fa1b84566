/** A malformed file of the package's own data stops the build with its name and line, and nothing is written. */
import { appendFileSync, cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { packageRoot } from '../../src/config.js';
import { migraph, temporaryFolder } from './run-migraph.js';

const folder = temporaryFolder();
let copies = 0;

/** A copy of the package whose data can be broken. */
function copyPackage(): string {
  const copy = join(folder, `copy-${copies++}`);
  for (const part of ['data', 'ontology', 'queries', 'package.json', join('dist', 'src')])
    cpSync(join(packageRoot, part), join(copy, part), { recursive: true });
  symlinkSync(join(packageRoot, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

const faults: readonly (readonly [file: string, lineAndReason: RegExp, spoil: (path: string) => void])[] = [
  ['ontology/migration.ttl', /:\d+: .*Expected/, (path) => appendFileSync(path, '\nmig:Broken a owl:Class ;;; .. \n')],
  [
    'ontology/shapes/agency.ttl',
    /:2: /,
    (path) => writeFileSync(path, '@prefix sh: <http://www.w3.org/ns/shacl#> .\n<broken\n'),
  ],
  [
    'ontology/concepts.ttl',
    /:1: .*UTF-8|:1: .*encoded/i,
    (path) => writeFileSync(path, Buffer.from([0x23, 0xff, 0xfe])),
  ],
  ['data/catalogue.ttl', /:1: /, (path) => writeFileSync(path, 'words\n')],
  [
    'data/gazetteers/agencies.tsv',
    /:\d+: 2 columns where \d+ are expected/,
    (path) => appendFileSync(path, 'one\ttwo\n'),
  ],
  ['data/gazetteers/themes.tsv', /:1: the header must be/, (path) => writeFileSync(path, 'word\n')],
  ['data/curation/wrong.yaml', /:3: /, (path) => writeFileSync(path, 'id: a\nnote: [\n')],
  ['data/curation/partial.yaml', /:1: the field "note" is missing/, (path) => writeFileSync(path, 'id: a\n')],
  [
    'data/curation/odd.yaml',
    /:2: the field "note" is empty/,
    (path) =>
      writeFileSync(
        path,
        `id: a\nnote:\naction: assert\n${'who when why quote statement'.replace(/\w+ ?/g, (field) => `${field.trim()}: x\n`)}`,
      ),
  ],
];

describe('malformed data of our own', function () {
  this.timeout(60_000);

  for (const [file, lineAndReason, spoil] of faults)
    it(`${file} stops the build`, async () => {
      const copy = copyPackage();
      const path = join(copy, file);
      mkdirSync(join(path, '..'), { recursive: true });
      spoil(path);
      const out = join(copy, 'var');
      const run = await migraph(['build'], {
        program: join(copy, 'dist', 'src', 'cli.js'),
        cwd: copy,
        env: { MIGRAPH_OUT: out },
      });
      expect(run.code).to.equal(1);
      expect(run.stdout).to.equal('');
      expect(run.complaints).to.have.length(1);
      expect(run.complaints[0]?.slice(0, file.length)).to.equal(file);
      expect(run.complaints[0]?.slice(file.length)).to.match(lineAndReason);
      expect(existsSync(out)).to.equal(false);
    });
});
