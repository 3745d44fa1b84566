/** A served graph is taken anew: at SIGHUP, or when its file has changed. */
import { execFile } from 'node:child_process';
import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Log } from '../server/observe/log.js';

const run = promisify(execFile);
const program = fileURLToPath(new URL('./prepare-graph-process.js', import.meta.url));

/** Milliseconds for which a file must be left alone: a build writes several, one after another. */
const calm = 500;

/** One at a time; whoever asks meanwhile is done by the next one. Never rejects. */
export type Reload = () => Promise<void>;

/** `graph`: the file that was named; `reopen` takes the snapshot that lies there then. */
export function createReload(graph: string | undefined, reopen: () => Promise<void>, log: Log): Reload {
  let underWay: Promise<void> | undefined;
  let isWanted = false;

  async function reload(): Promise<void> {
    const started = performance.now();
    try {
      const { MIGRAPH_WRITE_TOKEN: _, ...env } = process.env;
      const { stdout } = await run(process.execPath, [program, graph ?? ''], { env });
      const { counts } = JSON.parse(stdout) as { counts: string };
      await reopen();
      log.info({ counts, ms: Math.round(performance.now() - started) }, 'the graph was taken anew');
    } catch (error) {
      const { stderr, message } = error as { stderr?: string; message: string };
      log.error(
        `the graph was not taken anew, the old one is served on: ${(stderr || message).trim().split('\n').at(-1)}`,
      );
    }
  }

  async function reloadAll(): Promise<void> {
    while (isWanted) {
      isWanted = false;
      await reload();
    }
    underWay = undefined;
  }

  return () => {
    isWanted = true;
    underWay ??= reloadAll();
    return underWay;
  };
}

/** Calls back when the file was written or replaced, and left alone for a moment. */
export function watchFile(file: string, onChanged: () => void): FSWatcher {
  let timer: NodeJS.Timeout | undefined;
  // Its folder: a file that is replaced is another one.
  return watch(dirname(file), { persistent: false }, (_, name) => {
    if (name !== basename(file)) return;
    clearTimeout(timer);
    timer = setTimeout(onChanged, calm).unref();
  });
}
