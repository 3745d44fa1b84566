/** A server of the command line's own, over a graph file and its journal, that can be killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cli } from '../cli/run-migraph.js';

export const token = 'a-token-for-the-kill-loop';

export interface Server {
  readonly url: string;
  /** `kill -9`; resolves when it is gone. */
  kill(): Promise<void>;
}

/** Resolves with all that a process has said when that ends with the last line of a greeting, or it has ended. */
function greetingOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let said = '';
    const note = (chunk: unknown): void => {
      said += String(chunk);
      if (said.includes('Ctrl-C')) resolve(said);
    };
    child.stdout?.on('data', note);
    child.stderr?.on('data', note);
    child.on('close', () => resolve(said));
  });
}

/** Seconds that a start may take on a busy machine. */
const patience = 60;

/** Waits until it says where it is. Throws what it says where it ends instead. */
export async function startServer(graph: string, out: string): Promise<Server> {
  const env = {
    ...process.env,
    MIGRAPH_OUT: out,
    MIGRAPH_WRITE_TOKEN: token,
    MIGRAPH_QUERY_PROCESSES: '1',
    MIGRAPH_QUERY_DEADLINE: '60',
  };
  const child = spawn(process.execPath, [cli, 'serve', '--graph', graph, '--port', '0'], { env });
  const ended = once(child, 'exit');
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    void kill();
  }, patience * 1000);
  const said = await greetingOf(child);
  clearTimeout(timer);
  const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0];
  if (url !== undefined && said.includes('Ctrl-C')) return { url, kill };
  await kill();
  throw new Error(`the server did not start${isLate ? ` within ${patience} s` : ''}: ${said}`);
}
