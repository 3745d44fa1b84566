/** An engine in a process of its own, which is ended when it takes too long over something, and started anew. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { EngineJob, EngineReply, Entrant } from './engine-messages.js';

export interface RunningEngine {
  readonly name: string;
  /** Undefined where it took longer than that; it has been ended then. */
  ask(job: EngineJob, seconds: number): Promise<EngineReply | undefined>;
  /** Whether its process is another than when this was asked before: it has nothing open. */
  wasRestarted(): boolean;
  close(): Promise<void>;
}

const program = fileURLToPath(new URL('./engine-process.js', import.meta.url));
const heap = ['--expose-gc', '--max-old-space-size=12000'];

/** Undefined when the time is over; where the process ends by itself that is its error. */
function receive(child: ChildProcess, seconds: number): Promise<EngineReply | undefined> {
  return new Promise((resolve) => {
    const end = (reply: EngineReply | undefined): void => {
      clearTimeout(timer);
      child.off('exit', fail);
      child.off('message', end);
      resolve(reply);
    };
    const fail = (code: number | null): void => end({ seconds: 0, error: `it ended by itself (${code})` });
    const timer = setTimeout(end, seconds * 1000, undefined);
    child.once('exit', fail);
    child.once('message', end);
  });
}

export function startEngine({ name, url }: Entrant): RunningEngine {
  const start = (): ChildProcess =>
    fork(program, url === undefined ? [name] : [name, url], {
      execArgv: heap,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
  let child = start();
  let hasEnded = false;
  const end = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  return {
    name,
    wasRestarted() {
      const answer = hasEnded;
      hasEnded = false;
      return answer;
    },
    async ask(job, seconds) {
      const received = receive(child, seconds);
      child.send(job);
      const reply = await received;
      if (reply === undefined || child.exitCode !== null || child.signalCode !== null) {
        await end();
        child = start();
        hasEnded = true;
      }
      return reply;
    },
    close: end,
  };
}
