/** A server over a small invented graph, on a free port, for the tests of one file. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { packageRoot, readConfig } from '../../src/config.js';
import { createApp, createListener } from '../../src/server/app.js';
import { createBoundedServer } from '../../src/server/connections.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { openStore, readRdf } from '../../src/store/open.js';
import { openTestPool } from '../store/pool/open-test-pool.js';

export const harbourGraph = join(packageRoot, 'test', 'fixtures', 'graphs', 'harbour.trig');

export interface Served {
  readonly origin: string;
  close(): Promise<void>;
}

/** Lets the server listen; closes it and the store. */
export async function listen(server: Server, store: Pick<GraphStore, 'close'>): Promise<Served> {
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await store.close();
    },
  };
}

/** Serves the file; `settings` as in the environment. */
export async function serve(file = harbourGraph, settings: Record<string, string> = {}): Promise<Served> {
  const config = readConfig(settings);
  const store = await openStore({ file, config });
  return listen(createBoundedServer(createApp({ store, config }), config), store);
}

/**
 * Waits until the server has counted its graphs, for which its service description makes a client wait no longer than 3 s: a slow
 * machine says less the first time than the next.
 */
export async function untilCounted(origin: string): Promise<void> {
  const describe = async () => (await fetch(`${origin}/sparql`, { headers: { accept: 'text/turtle' } })).text();
  for (let tries = 0; !(await describe()).includes('void:triples'); tries += 1)
    if (tries === 20) throw new Error('the graphs are not counted after a minute');
}

/** The same graph, in query processes as `migraph serve` has them. */
export async function serveByPool(settings: Record<string, string> = {}): Promise<Served> {
  const config = { ...readConfig(settings), queryProcesses: 1 };
  const store = await openTestPool(await readRdf(harbourGraph, config.base), config);
  return listen(createBoundedServer(createListener({ store, config }), config), store);
}
