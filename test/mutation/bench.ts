/** Tries mutants in a process that is kept for the next one, until it is late, spoilt or gone. */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../../src/config.js';
import type { Notice, Task } from './attempt.js';
import type { Sources } from './swap-sources.js';

export interface Verdict {
  readonly result: 'killed' | 'timeout' | 'survived';
  /** The test that failed, or that never ended. */
  readonly by?: string;
  readonly isSpoilt: boolean;
}

export interface Bench {
  /** `patienceWith`: milliseconds that a test of this title, or the loading of a file of this name, may take. */
  attempt(task: Task, patienceWith: (title: string) => number): Promise<Verdict>;
  close(): void;
}

const program = fileURLToPath(new URL('attempt.js', import.meta.url));

/** As long may a process take to begin. */
const beginning = 30_000;

export function openBench(sources: Sources): Bench {
  let child: ChildProcess | undefined;
  const start = (): ChildProcess => {
    const started = fork(program, { cwd: packageRoot, stdio: 'ignore', execArgv: ['--max-old-space-size=1500'] });
    started.send({ sources } satisfies Task);
    started.once('exit', () => {
      if (child === started) child = undefined;
    });
    return started;
  };
  return {
    attempt(task, patienceWith) {
      child ??= start();
      const running = child;
      return new Promise((resolve) => {
        let at = '';
        const stop = (): void => finish({ result: 'timeout', by: at, isSpoilt: true });
        let timer = setTimeout(stop, beginning);
        const finish = (verdict: Verdict): void => {
          clearTimeout(timer);
          running.removeAllListeners('message').removeListener('exit', onExit);
          if (verdict.isSpoilt) {
            running.kill('SIGKILL');
            if (child === running) child = undefined;
          }
          resolve(verdict);
        };
        const onExit = (): void => finish({ result: 'killed', by: at, isSpoilt: true });
        running.on('exit', onExit);
        running.on('message', ({ begins, ends }: Notice) => {
          if (ends !== undefined) {
            const { failed: by, isSpoilt = false } = ends;
            return finish(by === undefined ? { result: 'survived', isSpoilt } : { result: 'killed', by, isSpoilt });
          }
          at = begins ?? at;
          clearTimeout(timer);
          timer = setTimeout(stop, patienceWith(at));
        });
        running.send(task);
      });
    },
    close() {
      child?.kill('SIGKILL');
    },
  };
}
