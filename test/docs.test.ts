/** What a user can name, the documents name: every command, option, route, setting, question, script and dependency. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect } from 'chai';
import { packageRoot } from '../src/config.js';
import { formats } from '../src/formats.js';
import { settings } from '../src/settings/schema.js';

const read = (...path: string[]): string => readFileSync(join(packageRoot, ...path), 'utf8');
const listed = (folder: string, extension: string): string[] =>
  readdirSync(join(packageRoot, folder), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith(extension),
  );
const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].flatMap(([, one]) => one ?? []);

const readme = read('README.md');
const contributing = read('CONTRIBUTING.md');
const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  ...listed('docs', '.md').map((file) => join('docs', file)),
];
const manifest = JSON.parse(read('package.json')) as {
  version: string;
  engines: { node: string };
  scripts: Record<string, string>;
} & Record<'dependencies' | 'devDependencies' | 'overrides', Record<string, string>>;

/** The names that are not in a text. */
const missingFrom = (text: string, names: readonly string[]): string[] => {
  expect(names).not.to.deep.equal([]);
  return names.filter((name) => !text.includes(name));
};

describe('the documents', () => {
  const commandLine = read('src', 'cli.ts');

  it('name every command and option', () => {
    const table = readme.slice(readme.indexOf('## The command line'), readme.indexOf('## Adding a note'));
    const commands = all(commandLine, /\.command\('([a-z]+)'\)/g).map((name) => `| \`${name} `);
    expect(missingFrom(table, commands)).to.deep.equal([]);
    expect(missingFrom(table, [...new Set(all(commandLine, /(--[a-z]+) ?[<'[]/g))])).to.deep.equal([]);
  });

  it('name no command that there is not', () => {
    const known = all(commandLine, /\.command\('([a-z]+)'\)/g);
    const named = documents.flatMap((file) => all(read(file), /(?:npx|\$) migraph ([a-z]+)/g));
    expect(named.filter((name) => !known.includes(name))).to.deep.equal([]);
  });

  it('name every route', () => {
    const routes = listed('src/server/routes', '.ts').flatMap((file) =>
      all(read('src/server/routes', file), /'(\/[a-z][a-z/.]*)/g),
    );
    expect(missingFrom(readme, [...new Set(routes.map((route) => route.replace(/[./]$/, '')))])).to.deep.equal([]);
  });

  it('have every setting in the table, with its default, and no other', () => {
    const table = readme.slice(readme.indexOf('## Settings'), readme.indexOf('## Limits'));
    const rows = all(table, /^(\| `[A-Z].*)$/gm).map((row) => row.split('|').map((cell) => cell.trim()));
    const told = rows.flatMap(([, names = '', defaults = '']) => {
      const values = defaults.split(', ');
      return names.split(', ').map((name, at) => [name, values[at] ?? ''] as const);
    });
    /** What is no figure is told in words; a path of ours from where we lie. */
    const asTold = ({ name, otherwise }: (typeof settings)[number]): string => {
      if (name === 'MIGRAPH_QUERY_PROCESSES') return 'cores + 1';
      const text = otherwise.startsWith(packageRoot) ? `${relative(packageRoot, otherwise)}/` : otherwise;
      return text === '' ? '' : `\`${text}\``;
    };
    expect(told).to.deep.equal(settings.map((setting) => [`\`${setting.name}\``, asTold(setting)]));
  });

  it('name every question, as it is asked', () => {
    const questions = listed('queries/questions', '.rq');
    const list = read('docs', 'questions.md');
    expect(missingFrom(list, questions)).to.deep.equal([]);
    const asked = questions.flatMap((file) => all(read('queries', 'questions', file), /^# question: (.+)$/gm));
    expect(missingFrom(list, asked)).to.deep.equal([]);
    expect(all(list, /\[`([a-z0-9-]+\.rq)`\]/g).filter((name) => !questions.includes(name))).to.deep.equal([]);
  });

  it('name every format', () => {
    expect(
      missingFrom(
        readme,
        formats.map(({ id }) => `\`${id}\``),
      ),
    ).to.deep.equal([]);
  });

  it('name every script, and no other', () => {
    const scripts = Object.keys(manifest.scripts);
    const named = [readme, contributing].flatMap((text) => all(text, /npm run ([a-z:-]+)/g));
    expect(named.filter((name) => !scripts.includes(name))).to.deep.equal([]);
    const own = scripts.filter((name) => !['start', 'test', 'prepare'].includes(name)).map((name) => `npm run ${name}`);
    expect(missingFrom(contributing, own)).to.deep.equal([]);
  });

  it('say why each dependency and each override is there', () => {
    const decision = read('docs', 'decisions', '0006-dependencies.md');
    const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.overrides });
    const unnamed = names.filter((name) => !name.startsWith('@types/')).filter((name) => !decision.includes(name));
    expect(unnamed).to.deep.equal([]);
  });

  it('promise what a test is there to hold, and limits that are those of the code', () => {
    const security = read('SECURITY.md');
    const between = (from: string, to: string): string[] =>
      security.slice(security.indexOf(from), security.indexOf(to)).split('\n');
    let held = '';
    const titles = between('## What is promised', '## The limits').flatMap((row) =>
      all(row, /(\]\([^)]+\)|“[^”]+”)/g).map((part) => {
        if (part.startsWith('](')) held = read(part.slice(2, -1));
        return part.startsWith('](') || held.includes(part.slice(1, -1)) ? '' : part;
      }),
    );
    expect(titles.length).to.be.above(40);
    expect(titles.filter((title) => title !== '')).to.deep.equal([]);
    const limits = between('## The limits', '## What it is made of');
    const figures = limits.flatMap((row) => [...row.matchAll(/\[`([^`]+)`\]\(([^)]+)\)/g)]);
    expect(figures.length).to.be.above(20);
    const other = figures.filter(
      ([, code = '', file = '']) => !new RegExp(`${code.replace(/[*.]/g, '\\$&')}(?![\\w.])`).test(read(file)),
    );
    expect(other.map(([text]) => text)).to.deep.equal([]);
    const told = limits.flatMap((row) => [...row.matchAll(/^\| `([A-Z_]+)` \| (?:`([^`]*)`)? ?\|/g)]);
    expect(told.length).to.be.above(10);
    for (const [, name, value = ''] of told)
      expect([name, settings.find((setting) => setting.name === name)?.otherwise]).to.deep.equal([name, value]);
  });

  it('lead nowhere that is not there', () => {
    const broken = documents.flatMap((file) =>
      all(read(file), /\]\((?!https?:)([^)#]+)/g)
        .filter((target) => !existsSync(join(packageRoot, dirname(file), target)))
        .map((target) => `${file}: ${target}`),
    );
    expect(broken).to.deep.equal([]);
  });

  it('have a map of the house with every folder that there is, and no other', () => {
    const map = readme.slice(readme.indexOf('## The map of the house'), readme.indexOf('The wings meet'));
    const foldersIn = (path: string): string[] =>
      readdirSync(join(packageRoot, path), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name);
    /** What is made and not kept, and what is git's and npm's. */
    const made = ['node_modules', '.git', 'dist', 'var', 'api', 'imports'];
    const mapped = ['', 'ontology', 'data', 'queries', 'src', 'docs'];
    const there = mapped.flatMap(foldersIn).filter((name) => !made.includes(name));
    const lines = map.split('\n').slice(2, -2);
    const named = lines.flatMap((line) => all(line, /(?<![\w/])(\.?[a-z0-9-]+)\//g));
    expect(there.filter((name) => !named.includes(name))).to.deep.equal([]);
    const known = [...there, ...made, ...foldersIn('test'), 'docs'];
    expect(named.filter((name) => !known.includes(name))).to.deep.equal([]);
    const files = lines.flatMap((line) => all(line, /\b([a-z-]+\.(?:ts|ttl|jsonld))\b/g));
    const rooms = ['ontology', 'data', 'src'];
    expect(files.filter((file) => !rooms.some((room) => existsSync(join(packageRoot, room, file))))).to.deep.equal([]);
  });

  it('name no place of one machine', () => {
    const here = /(?:^|[\s("'`])(?:\/work\/|\/root\/|\/home\/|\.\.\/shared)/m;
    expect([...documents, 'package.json', 'package-lock.json'].filter((file) => here.test(read(file)))).to.deep.equal(
      [],
    );
  });

  it('have a change for this version, and a lock file that names no registry', () => {
    expect(read('CHANGELOG.md')).to.include(`## ${manifest.version}`);
    expect(read('package-lock.json')).not.to.match(/"resolved"|registry/);
  });

  it('give each decision its four parts', () => {
    const decisions = listed('docs/decisions', '.md');
    expect(decisions.length).to.be.at.least(4);
    for (const file of decisions) {
      const text = read('docs', 'decisions', file);
      expect(text, file)
        .to.match(/^# \d+\. /)
        .and.to.match(/\*\*Reconsider\*\*/)
        .and.to.match(/\*\*What we gave up\.\*\*/);
    }
  });
});
