/** Settings by file, environment and flag: which goes before which, and what is said of a malformed one. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { packageRoot, readConfig } from '../../src/config.js';
import { gatherSettings, unknownVariables } from '../../src/settings/gather.js';
import { settings } from '../../src/settings/schema.js';
import { migraph, temporaryFolder } from '../cli/run-migraph.js';

const folder = temporaryFolder();
let files = 0;

/** A settings file with this in it. */
function written(text: string): string {
  files += 1;
  const file = join(folder, `settings-${files}.yaml`);
  writeFileSync(file, text);
  return file;
}
const readFile = (text: string, env: Record<string, string> = {}) =>
  readConfig({ ...env, MIGRAPH_CONFIG: written(text) });

describe('the settings', () => {
  it('have defaults', () => {
    const config = readConfig({});
    expect(config).to.include({ port: 3000, host: '127.0.0.1', writeToken: undefined, maxUploadBytes: 64 * 2 ** 20 });
    expect(config.serviceHosts).to.deep.equal([]);
    expect(config.out).to.equal(join(packageRoot, 'var'));
  });

  it('come from a flag, else the environment, else a file', () => {
    const text = 'port: 8001\nquery_deadline: 20\nover_ids: false\nresult_cache_mb: 5\n';
    const env = { PORT: '8002', MIGRAPH_QUERY_DEADLINE: '30', MIGRAPH_CONFIG: written(text) };
    expect(readConfig(env, { port: 8003, host: undefined })).to.include({
      ...{ port: 8003, host: '127.0.0.1', queryDeadline: 30, overIds: false, resultCacheBytes: 5 * 2 ** 20 },
    });
    const from = gatherSettings(env, { port: 8003 }).map(({ key, given }) => [key, given.from]);
    expect(from).to.deep.include(['port', '--port']).and.deep.include(['query_deadline', 'environment']);
    expect(from)
      .to.deep.include(['over_ids', `${env.MIGRAPH_CONFIG}:3`])
      .and.deep.include(['host', 'default']);
  });

  it('have the imports among the data, wherever those are, unless they are elsewhere', () => {
    expect(readConfig({}).imports).to.equal(join(packageRoot, 'data', 'imports'));
    expect(readConfig({ MIGRAPH_DATA: '/srv/notes' }).imports).to.equal('/srv/notes/imports');
    expect(readConfig({ MIGRAPH_DATA: '/srv/notes', MIGRAPH_IMPORTS: '/srv/i' }).imports).to.equal('/srv/i');
    expect(readFile('data: mine\n').imports).to.equal(join(folder, 'mine', 'imports'));
  });

  it('of a file may be lists, quoted, or left out; a path is taken from where the file lies', () => {
    const config = readFile('service_hosts: [a.example, "b.example:81"]\nhost: "::1"\nwrite_token:\nout: graphs\n');
    expect(config.serviceHosts).to.deep.equal(['a.example', 'b.example:81']);
    expect(config).to.include({ host: '::1', writeToken: undefined, out: join(folder, 'graphs') });
    expect(readFile('').port).to.equal(3000);
    expect(readFile('# nothing yet\n').port).to.equal(3000);
  });

  const faults: readonly (readonly [text: string, line: number, reason: string])[] = [
    ['port: 8080\nquery_deadline: soon\n', 2, 'query_deadline: "soon" is not a whole number above zero'],
    ['port: 70000', 1, 'port: "70000" is not a port number (0 to 65535)'],
    ['base: example.org', 1, 'base: "example.org" is not an absolute IRI that ends in "/"'],
    ['over_ids: yes', 1, 'over_ids: "yes" is neither true nor false'],
    ['service_hosts: [a.example, "b/c"]', 1, 'service_hosts: "b/c" is neither a host nor host:port'],
    ['admin_email: me', 1, 'admin_email: "me" is no mail address'],
    ['\n\nquery_dedline: 3', 3, 'there is no setting "query_dedline"; did you mean "query_deadline"?'],
    ['MIGRAPH_OUT: var', 1, 'there is no setting "MIGRAPH_OUT"; did you mean "out"?'],
    ['colour: red', 1, 'there is no setting "colour"'],
    ['host: {name: a}', 1, 'host: is to be one value, or a list of them'],
    ['port: 1\nport: 2', 2, 'Map keys must be unique'],
    ['- port', 1, 'is to hold lines as "port: 8080"'],
  ];
  for (const [text, line, reason] of faults)
    it(`refuse ${JSON.stringify(text)}`, () => {
      expect(() => readFile(text)).to.throw(`settings-${files + 1}.yaml:${line}: ${reason}`);
    });

  it('never tell a token', () => {
    const told = 'write_token: is to be 16 or more of the letters, the digits and -._~+/';
    expect(() => readFile('write_token: geheim'))
      .to.throw(told)
      .and.not.to.match(/geheim/);
    expect(() => readConfig({ MIGRAPH_WRITE_TOKEN: 'geheim' }))
      .to.throw('MIGRAPH_WRITE_TOKEN: is to be')
      .and.not.to.match(/geheim/);
  });

  it('name the variable, or the file that cannot be read', () => {
    expect(() => readConfig({ PORT: 'http' })).to.throw('PORT: "http" is not a port number (0 to 65535)');
    expect(() => readConfig({ MIGRAPH_CONFIG: join(folder, 'none.yaml') })).to.throw(/none\.yaml:1: cannot be read/);
  });

  it('tell variables that look like settings and are none', () => {
    const unknown = unknownVariables({ MIGRAPH_QUERY_DEDLINE: '3', MIGRAPH_XYZ: '1', MIGRAPH_OUT: 'x', HOME: '/' });
    expect(unknown).to.deep.equal([
      { name: 'MIGRAPH_QUERY_DEDLINE', meant: 'MIGRAPH_QUERY_DEADLINE' },
      { name: 'MIGRAPH_XYZ', meant: undefined },
    ]);
  });

  it('have names of their own', () => {
    for (const names of [settings.map(({ key }) => key), settings.map(({ name }) => name)])
      expect(names).to.deep.equal([...new Set(names)]);
  });
});

describe('migraph config', function () {
  this.timeout(60_000);

  it('prints a file that says the same, with where each comes from and no secret', async () => {
    const token = 'never-to-be-seen-by-anybody';
    const file = written('query_deadline: 20\nservice_hosts: [a.example, b.example]\n');
    const env = { MIGRAPH_CONFIG: file, MIGRAPH_WRITE_TOKEN: token, MIGRAPH_OVER_IDS: 'false' };
    const { code, stdout, stderr } = await migraph(['config', '--print'], { env });
    expect([code, stderr]).to.deep.equal([0, '']);
    expect(stdout).to.match(new RegExp(`^query_deadline: 20 +# ${file}:1$`, 'm'));
    expect(stdout)
      .to.match(/^over_ids: false +# environment$/m)
      .and.match(/^port: 3000 +# default$/m);
    expect(stdout).to.match(/^write_token: "\*+" +# environment$/m);
    const { writeToken: _, ...printed } = readFile(stdout.replace(/^write_token.*$/m, ''));
    const { writeToken: __, ...given } = readConfig({ ...process.env, ...env });
    expect(printed).to.deep.equal(given);
    const asJson = await migraph(['config', '--json'], { env });
    expect(JSON.parse(asJson.stdout).query_deadline).to.deep.equal({
      ...{ value: '20', from: `${file}:1`, variable: 'MIGRAPH_QUERY_DEADLINE' },
    });
    expect(stdout + asJson.stdout).not.to.include(token);
  });

  it('takes --config before or behind the command, and migraph.yaml of the working folder', async () => {
    const file = written('port: 8123\n');
    for (const args of [
      ['--config', file, 'config', '--print'],
      ['config', '--print', '--config', file],
    ])
      expect((await migraph(args)).stdout).to.include('port: 8123');
    writeFileSync(join(folder, 'migraph.yaml'), 'port: 8124\n');
    expect((await migraph(['config', '--print'], { cwd: folder })).stdout).to.match(/^port: 8124 +# migraph\.yaml:1$/m);
  });

  it('is one line and exit code 1 where one is malformed, as every command is', async () => {
    const file = written('port: 8080\nquery_dedline: 3\n');
    for (const command of [['config'], ['serve'], ['query', 'ASK {}']]) {
      const { code, stdout, complaints } = await migraph(['--config', file, ...command]);
      expect([code, stdout]).to.deep.equal([1, '']);
      expect(complaints).to.deep.equal([
        `${file}:2: there is no setting "query_dedline"; did you mean "query_deadline"?`,
      ]);
    }
  });
});
