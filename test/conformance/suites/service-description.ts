/** The suite of the Service Description, whose three tests are named in its manifest and described in words alone. */
import { findFormat } from '../../../src/formats.js';
import { parseRdf } from '../../../src/store/rdf/parse-rdf.js';
import { ask, type Reply } from '../../server/http-client.js';
import type { Served } from '../../server/serve.js';
import { checkDescription } from '../http/check-description.js';
import { bearer, serveEmpty } from '../http/served.js';
import { readManifest } from '../manifest.js';
import { indexGraph } from '../node.js';
import type { Suite } from '../suite.js';

const syntaxes = ['*/*', 'text/turtle', 'application/rdf+xml', 'application/n-triples', 'application/ld+json'];

const describe = ({ origin }: Served, accept: string): Promise<Reply> =>
  ask(origin, { path: '/sparql', headers: { accept, host: new URL(origin).host } });

const readDescription = async ({ headers, text }: Reply, origin: string) =>
  parseRdf(text, findFormat(headers['content-type'] ?? '')?.id ?? '', `${origin}/sparql`);

/** By the local names of the tests. */
const tests: Readonly<Record<string, (served: Served) => Promise<void>>> = {
  'returns-rdf': async (served) => {
    for (const accept of syntaxes) {
      const reply = await describe(served, accept);
      if (reply.status !== 200) throw new Error(`${accept}: status ${reply.status}`);
      if (!findFormat(reply.headers['content-type'] ?? '')?.carries.includes('graph'))
        throw new Error(`${accept}: ${reply.headers['content-type']}`);
      if ((await readDescription(reply, served.origin)).length === 0) throw new Error(`${accept}: nothing is said`);
    }
  },
  'has-endpoint-triple': async (served) => {
    for (const accept of syntaxes) {
      const quads = await readDescription(await describe(served, accept), served.origin);
      const endpoints = quads.filter(({ predicate }) => predicate.value.endsWith('service-description#endpoint'));
      if (endpoints.length !== 1 || endpoints[0]?.object.value !== `${served.origin}/sparql`)
        throw new Error(`${accept}: ${endpoints.map(({ object }) => object.value)}`);
    }
  },
  'conforms-to-schema': async (served) => {
    for (const accept of syntaxes)
      checkDescription(indexGraph(await readDescription(await describe(served, accept), served.origin)));
  },
};

let served: Served | undefined;

export const serviceDescriptionSuite: Suite = {
  name: 'SPARQL 1.1 Service Description',
  standard: 'http://www.w3.org/TR/sparql11-service-description/',
  async open() {
    const server = await serveEmpty();
    served = server;
    const body = '<http://a.example/s> <http://a.example/p> 1, 2 .';
    const headers = { ...bearer, 'content-type': 'text/turtle' };
    await ask(server.origin, { method: 'PUT', path: '/graphs/a', headers, body });
    const entries = await readManifest('sparql/sparql11/service-description/manifest.ttl');
    return entries.map(({ iri }) => ({
      iri,
      run: async () => {
        const test = tests[iri.replace(/^.*#/, '')];
        if (test === undefined) throw new Error('the manifest has a test that is not known');
        await test(server);
      },
    }));
  },
  close: async () => served?.close(),
};
