/** Runs the compiled command line as a user would, and measures it. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { packageRoot } from '../../src/config.js';

export interface Run {
  /** null where a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Of stderr, without what says how far the work is. */
  readonly complaints: readonly string[];
  readonly seconds: number;
  /** The most memory it held, in MB. */
  readonly megabytes: number;
}

export const cli = join(packageRoot, 'dist', 'src', 'cli.js');
export const noteFile = join(packageRoot, 'data', 'notes', 'un-pop-mig-5cm-2006-13.txt');

/** A folder that is gone when the tests of the file are over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'migraph-'));
  // mocha holds the time that a disk takes against a hook, and leaves out all hooks behind one that failed.
  after(function () {
    this.timeout(120_000);
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Written by the process itself when it ends. */
const measure = (file: string): string =>
  `data:text/javascript,${encodeURIComponent(
    `import { writeFileSync } from 'node:fs'; process.on('exit', () => writeFileSync(${JSON.stringify(file)}, String(process.resourceUsage().maxRSS)));`,
  )}`;

function readMegabytes(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8')) / 1024;
  } catch {
    return Number.NaN;
  }
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Another copy of cli.js. */
  readonly program?: string;
  /** What stands on its standard input; nothing by default. */
  readonly input?: Iterable<Uint8Array | string>;
  /** Whether stdout goes to /dev/null and `stdout` stays empty. */
  readonly silent?: boolean;
}

/** Runs `migraph` with these arguments. */
export async function migraph(
  args: readonly string[],
  { env = {}, cwd = packageRoot, program = cli, input = [], silent = false }: RunOptions = {},
): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'migraph-run-'));
  const memory = join(folder, 'rss');
  const start = performance.now();
  const child = spawn(process.execPath, ['--import', measure(memory), program, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['pipe', silent ? 'ignore' : 'pipe', 'pipe'],
  });
  // A program that does not want its input may end before it has been given all of it.
  child.stdin?.on('error', () => undefined);
  if (child.stdin !== null) Readable.from(input, { objectMode: false }).pipe(child.stdin);
  const read = async (stream: NodeJS.ReadableStream | null): Promise<string> => {
    const chunks: Buffer[] = [];
    if (stream === null) return '';
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString('utf8');
  };
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const [stdout, stderr, code] = await Promise.all([read(child.stdout), read(child.stderr), ended]);
  const megabytes = readMegabytes(memory);
  rmSync(folder, { recursive: true });
  const complaints = stderr.split('\n').filter((line) => line !== '' && !/^migraph: .* …$/.test(line));
  return { code, stdout, stderr, complaints, seconds: (performance.now() - start) / 1000, megabytes };
}
