/** Runs a program with all that it starts under strace, and gives what they reached. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { packageRoot } from '../../src/package-root.js';
import { type Ground, type Judged, judge } from './judge.js';
import { type Reached, readTrace, straceFlags } from './read-trace.js';

/** Why nothing can be recorded; undefined where it can. */
export function whyNoRecorder(): string | undefined {
  const { error, status, stderr } = spawnSync('strace', [...straceFlags('/dev/null'), 'true'], { encoding: 'utf8' });
  if (error !== undefined) return 'no strace: install it';
  return status === 0 ? undefined : `strace may not be used here: ${stderr.trim()}`;
}

export interface Recorded extends Judged {
  readonly code: number | null;
}

/** What a checkout's own programs write beside temporary files. */
const own = ['var', 'dist', '.tsbuildinfo'].map((name) => join(packageRoot, name));

/** The trace is read as lines, since it may be long. */
async function readLines(file: string): Promise<Reached[]> {
  const reached: Reached[] = [];
  const lines: string[] = [];
  const take = (): void => {
    reached.push(...readTrace(lines.splice(0)));
  };
  for await (const line of createInterface({ input: createReadStream(file, 'utf8') })) lines.push(line);
  take();
  return reached;
}

export async function record(command: readonly string[], ground: Partial<Ground> = {}): Promise<Recorded> {
  const temporary = realpathSync(tmpdir());
  const folder = mkdtempSync(join(temporary, 'migraph-recorder-'));
  const trace = join(folder, 'trace');
  const child = spawn('strace', [...straceFlags(trace), '--', ...command], { stdio: 'inherit', cwd: packageRoot });
  const [code] = (await once(child, 'exit')) as [number | null];
  const judged = judge(await readLines(trace), { temporary, own, ...ground });
  rmSync(folder, { recursive: true });
  return { ...judged, code };
}
