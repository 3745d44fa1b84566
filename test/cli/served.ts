/** `migraph serve` over the built graph of a folder, that is written to and stopped by tests of the command line. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cli } from './run-migraph.js';

export const token = 'a-token-for-the-tests';

export interface ServedFolder {
  readonly url: string;
  readonly child: ChildProcess;
  /** Of an update. */
  write(update: string): Promise<number>;
  /** The rows of a query of one variable. */
  read(query: string): Promise<string[]>;
  stop(signal?: NodeJS.Signals): Promise<unknown[]>;
}

/** `settings` as in the environment; `program`: another copy of cli.js; `args`: more of them. Whoever starts it stops it. */
export async function serveFolder(
  out: string,
  settings: Record<string, string> = {},
  program = cli,
  args: readonly string[] = [],
): Promise<ServedFolder> {
  const env = {
    ...process.env,
    MIGRAPH_OUT: out,
    MIGRAPH_WRITE_TOKEN: token,
    MIGRAPH_QUERY_PROCESSES: '1',
    MIGRAPH_QUERY_DEADLINE: '60',
    ...settings,
  };
  const child = spawn(process.execPath, [program, 'serve', '--port', '0', ...args], { env });
  const ended = once(child, 'exit');
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += String(chunk);
    });
  while (!said.includes('Ctrl-C') && child.exitCode === null) await Promise.race([once(child.stdout, 'data'), ended]);
  const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0];
  if (url === undefined) throw new Error(`the server did not start: ${said}`);
  return {
    url,
    child,
    async write(update) {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/sparql-update' };
      return (await fetch(`${url}sparql`, { method: 'POST', headers, body: update })).status;
    },
    async read(query) {
      const response = await fetch(`${url}sparql?query=${encodeURIComponent(query)}&format=csv`);
      const text = await response.text();
      if (response.status !== 200) throw new Error(`${response.status}: ${text}`);
      return text.trimEnd().split('\r\n').slice(1);
    },
    stop(signal = 'SIGTERM') {
      child.kill(signal);
      return ended;
    },
  };
}
