/** What the program stands on: Node, the settings, the token, the folder it writes to and the room that is left there. */
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmdirSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Config, packageRoot, surroundings } from '../../config.js';
import { fileVariable, gatherSettings, unknownVariables } from '../../settings/gather.js';
import { type Finding, failure, look, note, ok } from './finding.js';

export function inspectNode(version = process.versions.node): Finding {
  const { engines } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as {
    engines: { node: string };
  };
  const wanted = engines.node.replace(/^>=/, '');
  const [have, least] = [version, wanted].map((text) => text.split('.').map(Number));
  const order = (least ?? []).map((part, at) => (have?.[at] ?? 0) - part).find((difference) => difference !== 0) ?? 0;
  return order >= 0
    ? ok('Node', version)
    : failure('Node', `${version} is older than ${wanted}`, `install Node 22, or ${wanted} or later`);
}

/** Of the token as it was given; it is never told. */
export function inspectToken(token: string | undefined): Finding {
  if (token === undefined) return note('token', 'MIGRAPH_WRITE_TOKEN is not set: nobody can write');
  const counts = [...token].reduce(
    (sum, letter) => sum.set(letter, (sum.get(letter) ?? 0) + 1),
    new Map<string, number>(),
  );
  const share = [...counts.values()].map((count) => count / token.length);
  // What could be guessed of it at most: Shannon's entropy of its letters.
  const bits = -share.reduce((sum, part) => sum + part * Math.log2(part), 0) * token.length;
  return bits >= 64
    ? ok('token', 'the write token is not guessed')
    : failure(
        'token',
        `the write token is weak (${Math.floor(bits)} bits at most)`,
        'take another: openssl rand -hex 24',
      );
}

/** A secret in a file that others may read is as good as none. */
export function inspectSettings(): Finding[] {
  const env = surroundings();
  const findings = unknownVariables(env).map(({ name, meant }) =>
    note('settings', `${name} is no setting${meant === undefined ? '' : `; did you mean ${meant}?`}`),
  );
  const file = env[fileVariable];
  const secrets = gatherSettings(env).filter(({ isSecret, given }) => isSecret && given.from.startsWith(`${file}:`));
  const isOpen = file !== undefined && file !== '' && (statSync(file).mode & 0o044) !== 0;
  if (isOpen && secrets.length > 0) {
    const keys = secrets.map(({ key }) => key).join(' and ');
    findings.push(failure('settings', `${file} holds ${keys}, and others may read it`, `chmod 600 ${file}`));
  }
  return findings.length > 0 ? findings : [ok('settings', file ? `all are well, ${file} among them` : 'all are well')];
}

export function inspectBase({ base }: Pick<Config, 'base'>): Finding {
  const { protocol, hostname } = new URL(base);
  if (/^(?:localhost|127\..*|\[::1\])$/.test(hostname))
    return note('base', `things are named under ${base}, which is another machine for everybody else`);
  if (protocol !== 'https:' && protocol !== 'http:')
    return note('base', `things are named under ${base}, which no browser can follow`);
  return ok('base', `things are named under ${base}`);
}

/** Whether files can be made there; it is made and taken away again where it is not there. */
function checkWritable(folder: string): void {
  if (existsSync(folder)) {
    if (!statSync(folder).isDirectory()) throw new Error(`${folder}: is not a folder`);
    accessSync(folder, constants.W_OK | constants.X_OK);
    return;
  }
  checkWritable(dirname(folder));
  mkdirSync(folder);
  rmdirSync(folder);
}

export const inspectFolder = ({ out }: Pick<Config, 'out'>): Promise<Finding> =>
  look('folder', `let the user that serves write to ${out}, or set MIGRAPH_OUT`, () => {
    checkWritable(out);
    return `${out} can be written to`;
  });

const gigabyte = 2 ** 30;

/** Of the folder that there is, or will be. `needed`: bytes that a build and a checkpoint may take at once. */
export async function inspectSpace({ out }: Pick<Config, 'out'>, needed: number): Promise<Finding> {
  let folder = out;
  while (!existsSync(folder)) folder = dirname(folder);
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const told = `${(free / gigabyte).toFixed(1)} GB are free at ${folder}`;
  if (free < Math.max(needed, 0.1 * gigabyte))
    return failure('space', told, 'make room: a build and a checkpoint are written beside what they replace');
  return free < gigabyte ? note('space', told) : ok('space', told);
}
