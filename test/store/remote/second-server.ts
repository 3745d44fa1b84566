/** Another server of ours over its own graph, asked by the SPARQL protocol. */
import { createServer } from 'node:http';
import { readConfig } from '../../../src/config.js';
import type { Quad } from '../../../src/rdf.js';
import { createApp } from '../../../src/server/app.js';
import type { GraphStore } from '../../../src/store/graph-store.js';
import { openRemote, type RemoteConfig } from '../../../src/store/remote/remote.js';
import { listen } from '../../server/serve.js';
import { openTestPool } from '../pool/open-test-pool.js';

const token = 'a-token-for-tests-alone';

export async function openSecondServer(
  quads: Iterable<Quad>,
  settings: Partial<RemoteConfig & { base: string; unionDefaultGraph: boolean }>,
  by: { readonly graphs?: boolean } = {},
): Promise<GraphStore> {
  const config = { ...readConfig({ MIGRAPH_WRITE_TOKEN: token }), ...settings };
  // Its limits are wider than those that are tested.
  const inner = await openTestPool(quads, { ...config, queryProcesses: 1, maxAnswerBytes: 2 ** 28, queryDeadline: 60 });
  const served = await listen(createServer(createApp({ store: inner, config })), inner);
  const endpoint = `${served.origin}/sparql`;
  const store = openRemote(
    {
      query: endpoint,
      update: endpoint,
      graphs: by.graphs ? `${served.origin}/graphs` : undefined,
      authorization: `Bearer ${token}`,
      unnamedGraph: 'urn:x-arq:DefaultGraph',
      freshness: 3600,
    },
    config,
  );
  return {
    ...store,
    async close() {
      await store.close();
      await served.close();
    },
  };
}
