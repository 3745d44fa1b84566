/** What the project is made of: each package under a licence that lets it be passed on, with a digest, and running nothing when it is installed. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { packageRoot } from '../src/config.js';

interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}

interface Manifest {
  readonly version: string;
  readonly license?: string;
  /** As packages wrote it before there was SPDX. */
  readonly licenses?: readonly { readonly type: string }[];
  readonly scripts?: Readonly<Record<string, string>>;
}

interface Package {
  /** Its folder, from `node_modules/` on. */
  readonly path: string;
  readonly name: string;
  readonly locked: Locked;
  /** Undefined where it is for another platform. */
  readonly manifest: Manifest | undefined;
}

const readJson = (...path: string[]): unknown => JSON.parse(readFileSync(join(packageRoot, ...path), 'utf8'));

function readPackages(): Package[] {
  const { packages } = readJson('package-lock.json') as { readonly packages: Readonly<Record<string, Locked>> };
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, locked]) => ({
      path,
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      locked,
      manifest: existsSync(join(packageRoot, path, 'package.json'))
        ? (readJson(path, 'package.json') as Manifest)
        : undefined,
    }));
}

/** Who has the code may use it, change it and pass it on, in a product of any licence, if it keeps the notice. SPDX names. */
const permissive = new Set([
  ...[
    'MIT',
    'MIT-0',
    'ISC',
    '0BSD',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'Zlib',
    'Unlicense',
  ],
  'PSF-2.0',
  'Python-2.0',
]);

/** Whether an SPDX expression of licences can be kept to by permissive ones alone; AND binds closer, as SPDX has it. */
const isPermissive = (expression: string): boolean =>
  expression
    .replace(/^\((.*)\)$/, '$1')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => permissive.has(licence)));

interface Exception {
  /** As the package says it; another one is to be looked at again. */
  readonly licence: string;
  readonly why: string;
  /** Whether it is never installed with `npm ci --omit=dev`. */
  readonly onlyTests: boolean;
}

const exceptions: Readonly<Record<string, Exception>> = {
  'world-countries': {
    licence: 'ODbL-1.0',
    why: 'a database, not code, by which names are found in notes and places on a map; the graph has nothing of it (decision 32)',
    onlyTests: false,
  },
  negotiate: {
    licence: 'FreeBSD',
    why: 'BSD-2-Clause by the head of its file; FreeBSD is an older name for it. Comunica brings it',
    onlyTests: false,
  },
  duck: {
    licence: 'BSD',
    why: 'BSD-2-Clause by its file LICENSE; its package does not say which. mammoth brings it',
    onlyTests: false,
  },
  '@treecg/types': {
    licence: 'UNLICENSE',
    why: 'the Unlicense by its file LICENSE, in capitals. ldes-client brings it',
    onlyTests: true,
  },
  'axe-core': {
    licence: 'MPL-2.0',
    why: 'copyleft by the file; used as it is, and not passed on',
    onlyTests: true,
  },
  citeproc: {
    licence: 'CPAL-1.0 OR AGPL-1.0',
    why: 'copyleft; @citation-js/plugin-csl brings it, it is used as it is, and not passed on',
    onlyTests: true,
  },
};

/** Those whose installation would run something; none is needed to build or to run. */
const installScripts: Readonly<Record<string, string>> = {
  'classic-level':
    'ldes-client brings it, its script builds what the package has built already, and only tests know it',
};

const installHooks = ['preinstall', 'install', 'postinstall'];

/** What the package says of itself goes before what the registry has said of it. */
const licenceOf = ({ manifest, locked }: Package): string =>
  manifest?.license ?? manifest?.licenses?.map(({ type }) => type).join(' OR ') ?? locked.license ?? 'none';

/** npm compiles by itself where `binding.gyp` lies and no script says otherwise. */
const runsAtInstall = ({ locked, manifest, path }: Package): boolean =>
  locked.hasInstallScript === true ||
  installHooks.some((hook) => manifest?.scripts?.[hook] !== undefined) ||
  existsSync(join(packageRoot, path, 'binding.gyp'));

const isForTests = ({ locked }: Package): boolean => locked.dev === true;
const namesOf = (packages: readonly Package[]): string[] => [...new Set(packages.map(({ name }) => name))].sort();

describe('the packages', () => {
  const packages = readPackages();

  it('are all there, in the version of the lock file, but for those of other platforms', () => {
    expect(packages.length).to.be.greaterThan(100);
    const missing = packages.filter(({ manifest, locked }) => manifest === undefined && locked.optional !== true);
    expect(namesOf(missing)).to.deep.equal([]);
    const others = packages.filter(({ manifest, locked }) => (manifest?.version ?? locked.version) !== locked.version);
    expect(namesOf(others)).to.deep.equal([]);
  });

  it('have each a digest, by which npm knows what it gets', () => {
    const unsure = packages.filter(({ locked }) => locked.link === true || !locked.integrity?.startsWith('sha512-'));
    expect(namesOf(unsure)).to.deep.equal([]);
  });

  it('run nothing when they are installed, but for those that say why', () => {
    const running = packages.filter(runsAtInstall);
    expect(namesOf(running)).to.deep.equal(Object.keys(installScripts).sort());
    expect(namesOf(running.filter((one) => !isForTests(one))), 'needed to run').to.deep.equal([]);
  });

  it('are under permissive licences, but for those that say why', () => {
    const others = packages.filter((one) => !isPermissive(licenceOf(one)));
    expect(namesOf(others)).to.deep.equal(Object.keys(exceptions).sort());
    for (const one of others) expect(licenceOf(one), one.path).to.equal(exceptions[one.name]?.licence);
    const passedOn = others.filter((one) => exceptions[one.name]?.onlyTests === true && !isForTests(one));
    expect(namesOf(passedOn), 'said to be for tests alone').to.deep.equal([]);
  });

  it('are told apart by their licences', () => {
    for (const licence of [
      'MIT',
      '(WTFPL OR MIT)',
      '(MIT AND Zlib)',
      'GPL-3.0 OR MIT AND ISC',
      'Apache-2.0 OR GPL-2.0',
    ])
      expect(isPermissive(licence), licence).to.equal(true);
    for (const licence of ['GPL-3.0', 'MIT AND GPL-2.0', 'GPL-3.0 OR MIT AND AGPL-3.0', 'none', '', 'UNLICENSED'])
      expect(isPermissive(licence), licence).to.equal(false);
  });

  it('that are asked for by name have one line each in decision 6, and no other has', () => {
    const { dependencies, devDependencies } = readJson('package.json') as Readonly<
      Record<'dependencies' | 'devDependencies', Readonly<Record<string, string>>>
    >;
    const asked = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !name.startsWith('@types/'));
    const decision = readFileSync(join(packageRoot, 'docs', 'decisions', '0006-dependencies.md'), 'utf8');
    const told = [...decision.matchAll(/^\| (?!package |---)([^|]+) \| *[^|\s]/gm)]
      .flatMap(([, names = '']) => names.split(', '))
      .map((name) => name.replace(/ \d+(?:\.\d+)?$/, ''))
      .filter((name) => name !== '@types/*');
    expect(told.sort()).to.deep.equal(asked.sort());
  });
});
