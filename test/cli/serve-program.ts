/** `migraph serve` as a program of its own, on a free port, until it is closed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { cli } from './run-migraph.js';

export interface ServedProgram {
  readonly origin: string;
  readonly pid: number;
  /** How it ended, where it has: a code or a signal. */
  ended(): string | undefined;
  close(): Promise<void>;
}

/** It listens, though its query processes may still be loading the graph; `env` is added to ours. */
export async function serveProgram(args: readonly string[], env: Record<string, string>): Promise<ServedProgram> {
  const child = spawn(process.execPath, [cli, 'serve', ...args, '--port', '0'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', process.env['ATTACK_STDERR'] === undefined ? 'ignore' : 'inherit'],
  });
  let end: string | undefined;
  child.once('exit', (code, signal) => {
    end = String(signal ?? code);
  });
  let said = '';
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    said += String(chunk);
    if (said.includes('Ctrl-C')) break;
  }
  child.stdout.resume();
  const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
  if (origin === undefined || child.pid === undefined) throw new Error(`the server did not start: ${said} ${end}`);
  return {
    origin,
    pid: child.pid,
    ended: () => end,
    async close() {
      if (end !== undefined) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/** Until it answers queries: on a busy machine its processes take long to load the graph. */
export async function untilReady({ origin }: Pick<ServedProgram, 'origin'>): Promise<void> {
  for (let round = 0; round < 200; round += 1) {
    const { ok } = await fetch(`${origin}/readyz`);
    if (ok) return;
    await wait(200);
  }
  throw new Error(`${origin} does not get ready`);
}
