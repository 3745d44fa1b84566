/** `migraph serve`: a graph on the web until it is told to stop. */
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Config, packageVersion, readConfig } from '../config.js';
import { createListener } from '../server/app.js';
import { createBoundedServer } from '../server/connections.js';
import { type Log, openLog } from '../server/observe/log.js';
import { openServed, type Served } from './open-served.js';
import { createReload, watchFile } from './reload.js';

/**
 * Connections that wait to be taken, as far as the system's own limit lets. With Node's 511 a crowd that comes at once makes whoever
 * comes then wait for a second: that is when a system tries again that was not heard.
 */
const backlog = 4096;

async function listen(server: Server, { host, port }: Pick<Config, 'host' | 'port'>): Promise<string> {
  server.listen(port, host, backlog);
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
function greeting({ named, counts, writing }: Served, url: string, base: string): string {
  return `${named}: ${counts}
  ${url}          what this is, and a form to ask
  ${url}sparql    ask in SPARQL
  ${url}catalog   the catalogue as JSON-LD or Turtle
Things are named under ${base} and answered for here by their path: ${base}dataset/x is at ${url}dataset/x.
${writing}
Ctrl-C stops.
`;
}

/** What a shell says of a program that a signal has ended. */
const exitCodes = { SIGINT: 130, SIGTERM: 143 } as const;

/** Aborts with the first SIGINT or SIGTERM. A second one ends the process at once: what was acknowledged is on the disk. */
function stopOnSignal(stopping: AbortController, log: Log): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (stopping.signal.aborted) process.exit(exitCodes[signal]);
      log.info({ signal }, 'stopping: open answers are sent, and nothing new is taken');
      stopping.abort();
    });
}

/** Ends when the open requests have been answered, or have had their time. */
async function untilStopped(server: Server, stopping: AbortSignal, { stopTimeout }: Config): Promise<boolean> {
  const closed = once(server, 'close');
  if (!stopping.aborted) await once(stopping, 'abort');
  let isWhole = true;
  const timer = setTimeout(() => {
    isWhole = false;
    server.closeAllConnections();
  }, stopTimeout * 1000);
  await closed;
  clearTimeout(timer);
  return isWhole;
}

/** At SIGHUP, and when its file changes where that is wanted. */
function takeAnew({ reopen, watched }: Served, options: ServeOptions, log: Log): void {
  if (reopen === undefined || watched === undefined) return;
  const reload = createReload(options.graph, reopen, log);
  process.on('SIGHUP', () => void reload());
  if (options.watch) watchFile(watched, () => void reload());
}

export interface ServeOptions {
  graph?: string;
  port?: number;
  host?: string;
  /** Whether the graph is taken anew whenever its file changes. */
  watch?: boolean;
}

export async function runServe(options: ServeOptions): Promise<void> {
  const config = readConfig(undefined, { port: options.port, host: options.host });
  // A reader of the log that goes away ends a command, and no server.
  process.stdout.removeAllListeners('error');
  const opened = await openLog(config);
  const { log, sink } = opened;
  const served = await openServed(options.graph, config);
  try {
    const stopping = new AbortController();
    const listener = createListener({ store: served.store, config, log: opened, stopping: stopping.signal });
    const server = createBoundedServer(listener, config, stopping.signal);
    const url = await listen(server, config);
    stopOnSignal(stopping, log);
    takeAnew(served, options, log);
    process.stdout.write(greeting(served, url, config.base));
    log.info({ url, graph: served.named, version: packageVersion }, 'listening');
    if (await untilStopped(server, stopping.signal, config)) log.info('stopped');
    else log.warn(`stopped: some answers had not ended within ${config.stopTimeout} s, and were broken off`);
  } finally {
    await served.close();
    await sink.flush();
  }
}
