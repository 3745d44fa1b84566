/** Kills a command at any moment of its work: what must hold after a fault must hold then. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { createRandom } from '../random.js';
import type { Operation, Tried } from './operation.js';
import type { Command } from './strace.js';

/** Milliseconds that it took; less where it was killed after so many. */
async function run({ args, env }: Command, patience = Number.POSITIVE_INFINITY): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: 'ignore' });
  const ended = once(child, 'exit');
  if (Number.isFinite(patience)) {
    await Promise.race([wait(patience), ended]);
    child.kill('SIGKILL');
  }
  await ended;
  return performance.now() - started;
}

/** A half of a file that a killed command leaves is taken away later. */
const isRubbish = (fault: string): boolean => fault.endsWith('is left behind');

export async function killEach(operation: Operation, kills: number): Promise<Tried> {
  const random = createRandom(kills);
  const usual = await run(await operation.prepare());
  const faults: string[] = [];
  for (let n = 0; n < kills; n += 1) {
    // It writes in the last part of its time.
    const patience = usual * (0.3 + random.number(1000) / 1250);
    await run(await operation.prepare(), patience);
    const wrong = await operation.check({ code: null, stdout: '', complaints: [], hit: true });
    for (const fault of wrong)
      if (!isRubbish(fault)) faults.push(`${operation.name}, killed after ${Math.round(patience)} ms: ${fault}`);
  }
  return { operation: operation.name, kind: 'kill', runs: kills, refused: kills, done: 0, faults };
}
