/** Runs a program of `examples/`, which knows the package by its name alone, as any user does. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { packageRoot } from '../../src/config.js';

const pathOf = (name: string): string => join(packageRoot, 'examples', `${name}.mjs`);

/** What it prints. */
export async function runExample(name: string, args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [pathOf(name), ...args]);
  return stdout;
}

/** One that goes on, and the first line that it prints; the caller ends it. */
export async function startExample(
  name: string,
  args: readonly string[],
): Promise<{ line: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [pathOf(name), ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const over = once(child, 'exit').then(() => Promise.reject(new Error(`${name} ended before it said anything`)));
  over.catch(() => {});
  const [line] = (await Promise.race([once(lines, 'line'), over])) as [string];
  return { line, child };
}
