/** The server under test: as `migraph serve` runs it, with query processes, and with writing switched on. */
import { readConfig } from '../../../src/config.js';
import { createListener } from '../../../src/server/app.js';
import { createBoundedServer } from '../../../src/server/connections.js';
import { ask } from '../../server/http-client.js';
import { listen, type Served } from '../../server/serve.js';
import { openTestPool } from '../../store/pool/open-test-pool.js';

const token = 'a-token-for-the-tests';

/** What a request that writes must bear, which no manifest knows of. */
export const bearer = { authorization: `Bearer ${token}` };

/** Empty, and with the default graph as the standard has it. */
export async function serveEmpty(): Promise<Served> {
  const settings = { MIGRAPH_UNION_DEFAULT_GRAPH: 'false', MIGRAPH_WRITE_TOKEN: token };
  const config = readConfig(settings);
  const store = await openTestPool([], config);
  return listen(createBoundedServer(createListener({ store, config }), config), store);
}

/** Drops all that is there. */
export async function empty({ origin }: Served): Promise<void> {
  const headers = { ...bearer, 'content-type': 'application/sparql-update' };
  const { status, text } = await ask(origin, { method: 'POST', path: '/sparql', headers, body: 'DROP ALL' });
  if (status !== 204) throw new Error(`the store was not emptied: ${status} ${text}`);
}
