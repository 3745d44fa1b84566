/** The house's rules as tests: which room may open which door, no cycles, no barrels, one sentence at the top of every file. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { expect } from 'chai';
import { packageRoot } from '../src/config.js';

/** Room → the rooms it may import from, besides itself and the ground floor. */
const doors: Readonly<Record<string, readonly string[]>> = {
  // the making wing
  notes: [],
  extract: ['notes'],
  triples: ['curation', 'extract', 'notes'],
  // how well a note is read, beside what a careful reader found in it
  score: [],
  // between the wings: what a curator decides is a file
  curation: [],
  // the answering wing
  serialise: [],
  store: ['serialise'],
  questions: [],
  export: ['questions', 'store', 'serialise'],
  server: ['curation', 'export', 'questions', 'store', 'serialise'],
};

/** Imports nothing of ours but itself. */
const groundFloor = [
  'rdf.ts',
  'rdf-datasets.ts',
  'vocabularies.ts',
  'iris.ts',
  'formats.ts',
  'config.ts',
  'settings',
  'package-root.ts',
  'name-file.ts',
  'nearest.ts',
  'sync-folder.ts',
  'is-alive.ts',
  'priority.ts',
  'write-whole.ts',
  'shapes',
];

/** The only places where the parts are joined. */
const joining = ['cli.ts', 'cli', 'library.ts'];

/** Package → the rooms that know it. */
const packages: Readonly<Record<string, readonly string[]>> = {
  '@comunica/query-sparql': ['store'],
  express: ['server'],
  commander: ['cli.ts', 'cli'],
  'rdf-ext': ['rdf.ts', 'rdf-datasets.ts'],
  'shacl-engine': ['shapes'],
  ajv: ['curation'],
  zod: ['settings', 'cli'],
  'modern-tar': ['cli'],
  pino: ['server'],
  'pino-pretty': ['server'],
  'prom-client': ['server'],
  unpdf: ['notes'],
  mammoth: ['notes'],
  jszip: ['notes'],
};

const sources = join(packageRoot, 'src');
const files = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  .sort();
const textOf = new Map(files.map((file) => [file, readFileSync(join(sources, file), 'utf8')]));
const roomOf = (file: string): string => file.split('/')[0] ?? file;

/** What a file imports or hands on, as written. */
function specifiersOf(file: string): string[] {
  const found = (textOf.get(file) ?? '').matchAll(/\b(?:from|import)\s*\(?\s*'([^']+)'/g);
  return [...found].flatMap(([, specifier]) => specifier ?? []);
}

/** The files of ours that a file imports. */
const importsOf = (file: string): string[] =>
  specifiersOf(file)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => normalize(join(dirname(file), specifier)).replace(/\.js$/, '.ts'));

/** The first cycle found by walking down from each file. */
function findCycle(): string[] | undefined {
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const next of importsOf(file)) {
      const cycle = walk(next, [...path, file]);
      if (cycle !== undefined) return cycle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of files) {
    const cycle = walk(file, []);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}

describe('the house', () => {
  it('has no room that the table does not know', () => {
    const rooms = new Set(files.map(roomOf));
    expect(
      [...rooms].filter((room) => ![...Object.keys(doors), ...groundFloor, ...joining].includes(room)),
    ).to.deep.equal([]);
    expect(Object.keys(doors).filter((room) => !rooms.has(room))).to.deep.equal([]);
  });

  for (const [room, open] of Object.entries(doors))
    it(`${room} imports only from ${[...open, 'the ground floor'].join(', ')}`, () => {
      const allowed = new Set([room, ...open, ...groundFloor]);
      const wrong = files
        .filter((file) => roomOf(file) === room)
        .flatMap((file) => importsOf(file).map((target) => ({ file, target })))
        .filter(({ target }) => !allowed.has(roomOf(target)));
      expect(wrong).to.deep.equal([]);
    });

  it('has a ground floor that imports nothing from above', () => {
    const wrong = files
      .filter((file) => groundFloor.includes(roomOf(file)))
      .flatMap((file) => importsOf(file).map((target) => ({ file, target })))
      .filter(({ target }) => !groundFloor.includes(roomOf(target)));
    expect(wrong).to.deep.equal([]);
  });

  for (const [name, rooms] of Object.entries(packages))
    it(`knows ${name} in ${rooms.join(', ')} alone`, () => {
      const users = files.filter((file) =>
        specifiersOf(file).some((one) => one === name || one.startsWith(`${name}/`)),
      );
      expect(users).not.to.deep.equal([]);
      expect(users.filter((file) => !rooms.includes(roomOf(file)))).to.deep.equal([]);
    });

  it('imports only files that are there', () => {
    const missing = files.flatMap((file) => importsOf(file).filter((target) => !textOf.has(target)));
    expect(missing).to.deep.equal([]);
  });

  it('has no cycles', () => {
    expect(findCycle()).to.equal(undefined);
  });

  it('has one file that only hands names on', () => {
    const isBarrel = (text: string): boolean => {
      const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '').trim();
      return (
        code !== '' && code.replace(/export\s+(?:type\s+)?(?:\*|\{[^}]*\})[^;]*from\s+'[^']+';/g, '').trim() === ''
      );
    };
    expect([...textOf].filter(([, text]) => isBarrel(text)).map(([file]) => file)).to.deep.equal(['library.ts']);
  });

  it('says at the top of every file what it is', () => {
    const tests = readdirSync(join(packageRoot, 'test'), { recursive: true, encoding: 'utf8' });
    const all = [
      ...files.map((file) => join(sources, file)),
      ...tests.filter((file) => file.endsWith('.ts')).map((file) => join(packageRoot, 'test', file)),
    ];
    const opening = /^(?:#!.*\n)?\/\*\*[\s*]+[A-Z`'"].{10,}/;
    const without = all.filter((file) => !opening.test(readFileSync(file, 'utf8')));
    expect(without.map((file) => relative(packageRoot, file))).to.deep.equal([]);
  });

  it('names files in kebab-case after what they hold', () => {
    const names = files.map((file) => file.split('/').at(-1) ?? file);
    expect(names.filter((name) => !/^[a-z0-9]+(?:-[a-z0-9]+)*\.ts$/.test(name))).to.deep.equal([]);
    const vague = /^(?:utils?|helpers?|common|types|index|manager|misc)\.ts$/;
    expect(names.filter((name) => vague.test(name))).to.deep.equal([]);
  });
});
