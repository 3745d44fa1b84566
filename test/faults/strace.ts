/** Runs a command of ours while strace fails one of its calls to the system: the k-th of its kind on the files that are named. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

export interface Kind {
  readonly name: string;
  /** As strace calls them. */
  readonly calls: string;
  /** What they fail with. */
  readonly errors: readonly string[];
}

/** What a disk that breaks, is full or is read-only makes of a program's calls, and one of too few descriptors. */
export const kinds: readonly Kind[] = [
  { name: 'open', calls: 'openat', errors: ['EIO', 'EMFILE', 'EROFS', 'ENOSPC'] },
  { name: 'read', calls: 'read,pread64', errors: ['EIO'] },
  { name: 'write', calls: 'write,pwrite64,writev,pwritev', errors: ['ENOSPC', 'EIO'] },
  { name: 'sync', calls: 'fsync,fdatasync', errors: ['EIO', 'ENOSPC'] },
  { name: 'rename', calls: 'rename,renameat,renameat2,link,linkat', errors: ['EIO', 'ENOSPC', 'EROFS'] },
];

export interface Fault {
  readonly kind: Kind;
  readonly error: string;
  /** Counted for each call by its name, in each thread of each process. */
  readonly k: number;
}

/** In the name of a file: the number of the process that is started. */
export const pidMark = '%pid%';

/** Why nothing can be failed here; undefined where it can. */
export function whyNoStrace(): string | undefined {
  if (process.platform !== 'linux') return 'strace is a program of Linux';
  const tried = spawnSync('strace', ['-qq', '-f', '-e', 'inject=fsync:error=EIO', '-o', '/dev/null', 'true']);
  if (tried.error !== undefined) return 'there is no strace here (apt-get install strace)';
  return tried.status === 0 ? undefined : `strace may not be used here: ${String(tried.stderr).trim()}`;
}

const quote = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`.replaceAll(pidMark, () => `'"$$"'`);

export interface Command {
  /** Of Node: a program, and what it is told. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Those whose calls are failed, by their whole names; {@link pidMark} stands for the process. */
  readonly files: readonly string[];
  /** Called with what it says; true where it is to be ended, since it would go on for ever. */
  isUp?(said: string): boolean;
  /** Whether a line of stderr would be said without a fault too. */
  isExpected?(line: string): boolean;
}

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  /** Lines of stderr, but for how far the work is. */
  readonly complaints: readonly string[];
  /** Whether a call was failed. */
  readonly hit: boolean;
}

async function run(script: string, { env, isUp, isExpected }: Command): Promise<Omit<Outcome, 'hit'>> {
  // One thread for files, so that the k-th call is the same one each time.
  const child = spawn('sh', ['-c', script], { env: { ...process.env, UV_THREADPOOL_SIZE: '1', ...env } });
  let [stdout, stderr] = ['', ''];
  let isStopped = false;
  child.stdout.on('data', (chunk) => {
    stdout += String(chunk);
    if (isUp?.(stdout) && !isStopped) isStopped = child.kill('SIGTERM');
  });
  child.stderr.on('data', (chunk) => {
    stderr += String(chunk);
  });
  // Its end is that of strace too, which has written all of its log then.
  const [code] = (await once(child, 'close')) as [number | null];
  const isNews = (line: string): boolean => line !== '' && !/^migraph: .* …$/.test(line) && !isExpected?.(line);
  const complaints = stderr.split('\n').filter(isNews);
  return { code, stdout, complaints };
}

const commandLine = (args: readonly string[]): string => [process.execPath, ...args].map(quote).join(' ');

/** Without any fault. */
export async function runPlainly(command: Command): Promise<Outcome> {
  return { ...(await run(`exec ${commandLine(command.args)}`, command)), hit: false };
}

/** With `-D` strace stands beside the command, which keeps the number of the shell that began it. */
export async function runFaulted(command: Command, { kind, error, k }: Fault, log: string): Promise<Outcome> {
  const watched = command.files.flatMap((file) => ['-P', file]);
  const inject = ['-e', `trace=${kind.calls}`, '-e', `inject=${kind.calls}:error=${error}:when=${k}`];
  const strace = ['strace', '-D', '-f', '-qq', '-o', log, ...watched, ...inject].map(quote).join(' ');
  const outcome = await run(`exec ${strace} ${commandLine(command.args)}`, command);
  return { ...outcome, hit: readFileSync(log, 'utf8').includes('(INJECTED)') };
}

/** Files may not get longer than so many bytes: the write that would is a short one, and the next one fails. */
export async function runLimited(command: Command, bytes: number): Promise<Outcome> {
  const outcome = await run(`exec prlimit --fsize=${bytes} ${commandLine(command.args)}`, command);
  return { ...outcome, hit: outcome.code !== 0 };
}
