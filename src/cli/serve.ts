/** `migraph serve`: a graph on the web until it is told to stop. */
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Config, readConfig } from '../config.js';
import { createListener } from '../server/app.js';
import { createBoundedServer } from '../server/connections.js';
import { openPool } from '../store/pool/open-pool.js';
import { describeJournal, openServedJournal, type PreparedGraph, prepareGraph } from './served-graph.js';

/** How long open requests may go on after the signal to stop, in milliseconds. */
const grace = 5000;

async function listen(server: Server, { host, port }: Pick<Config, 'host' | 'port'>): Promise<string> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const reasons: Readonly<Record<string, string>> = {
      EADDRINUSE: 'is taken by another program; choose another port with --port or PORT',
      EACCES: 'is not allowed to this user; choose another port with --port or PORT',
      ENOTFOUND: 'is no name of this machine',
      EADDRNOTAVAIL: 'is no address of this machine',
    };
    throw new Error(`${host}:${port} ${reasons[code ?? ''] ?? `cannot be listened on (${code})`}`, { cause });
  }
  const address = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}/`;
}

/** What is served, and where to look. */
function greeting(
  { named, counts, writing }: Pick<PreparedGraph, 'named' | 'counts'> & { readonly writing: string },
  url: string,
  base: string,
): string {
  return `${named}: ${counts}
  ${url}          what this is, and a form to ask
  ${url}sparql    ask in SPARQL
  ${url}catalog   the catalogue as JSON-LD or Turtle
Things are named under ${base} and answered for here by their path: ${base}dataset/x is at ${url}dataset/x.
${writing}
Ctrl-C stops.
`;
}

/** Ends with the first SIGINT or SIGTERM, when the open requests have been answered. */
async function untilStopped(server: Server): Promise<void> {
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await stopped;
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), grace).unref();
  await closed;
}

export async function runServe(options: { graph?: string; port?: number; host?: string }): Promise<void> {
  const config = readConfig(undefined, { port: options.port, host: options.host });
  const { named, snapshot, counts } = await prepareGraph(options.graph, config);
  const journal = await openServedJournal(options.graph, config);
  try {
    const store = await openPool({ snapshot, journal, config });
    const server = createBoundedServer(createListener({ store, config }), config);
    try {
      const url = await listen(server, config);
      process.stdout.write(greeting({ named, counts, writing: describeJournal(journal, config) }, url, config.base));
      await untilStopped(server);
    } finally {
      await store.close();
    }
  } finally {
    await journal?.close();
  }
}
