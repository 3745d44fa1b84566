/** The suites of the protocols: each test is a few requests over one connection, sent to the real server. */
import { ask, type Sent } from '../../server/http-client.js';
import type { Served } from '../../server/serve.js';
import { checkResponse, readLocation } from '../http/check-response.js';
import { type Path, readRequest, type Templates } from '../http/requests.js';
import { bearer, empty, serveEmpty } from '../http/served.js';
import { type Entry, readManifest } from '../manifest.js';
import type { Suite } from '../suite.js';
import { readText } from '../w3c-folder.js';

const readMethods = new Set(['GET', 'HEAD']);

/** Loads what the test starts from, by the Graph Store Protocol. */
async function load({ origin }: Served, { node }: Entry): Promise<void> {
  for (const data of node.all('ut:graphData')) {
    const graph = encodeURIComponent(data.one('rdfs:label')?.value ?? '');
    const { status } = await ask(origin, {
      method: 'PUT',
      path: `/graphs?graph=${graph}`,
      headers: { ...bearer, 'content-type': 'application/n-triples' },
      body: readText(data.one('ut:graph')?.value ?? ''),
    });
    if (status !== 201) throw new Error(`the data was not taken: ${status}`);
  }
}

/** Only what would write bears the token; a query that needed it would fail. */
const permitted = (sent: Sent): Sent =>
  readMethods.has(sent.method ?? 'GET') ? sent : { ...sent, headers: { ...sent.headers, ...bearer } };

async function runEntry(served: Served, entry: Entry, path: Path): Promise<void> {
  await empty(served);
  await load(served, entry);
  const connection = entry.node.one('mf:action');
  const host = connection?.one('ht:connectionAuthority')?.value ?? '';
  const requests = connection?.list('ht:requests') ?? [];
  if (requests.length === 0) throw new Error('the manifest has no request');
  let templates: Templates = new Map();
  for (const request of requests) {
    const { sent, response } = readRequest(request, host, path, templates);
    const reply = await ask(served.origin, permitted(sent));
    await checkResponse(response, reply);
    const location = readLocation(response, reply);
    if (location !== undefined) templates = new Map([...templates, location]);
  }
}

interface Source {
  readonly name: string;
  readonly standard: string;
  readonly manifest: string;
  readonly path: Path;
}

function suiteOf({ name, standard, manifest, path }: Source): Suite {
  let served: Served | undefined;
  return {
    name,
    standard,
    async open() {
      const server = await serveEmpty();
      served = server;
      const entries = await readManifest(manifest);
      return entries.map((entry) => ({ iri: entry.iri, run: () => runEntry(server, entry, path) }));
    },
    close: async () => served?.close(),
  };
}

export const protocolSuites: readonly Suite[] = [
  suiteOf({
    name: 'SPARQL 1.1 Protocol',
    standard: 'http://www.w3.org/TR/sparql11-protocol/',
    manifest: 'sparql/sparql11/protocol/manifest.ttl',
    path: ['/sparql/', '/sparql'],
  }),
  suiteOf({
    name: 'SPARQL 1.1 Graph Store Protocol',
    standard: 'http://www.w3.org/TR/sparql11-http-rdf-update/',
    manifest: 'sparql/sparql11/graph-store-protocol/manifest.ttl',
    path: ['/gsp', '/graphs'],
  }),
];
