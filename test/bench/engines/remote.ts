/** A store behind a SPARQL endpoint, which holds the catalogue already: its times are those of HTTP too. */
import { Agent, type RequestOptions, request } from 'node:http';
import { request as requestSecurely, Agent as SecureAgent } from 'node:https';
import type { Engine, EngineModule } from './engine.js';

const agents = { 'http:': new Agent({ keepAlive: true }), 'https:': new SecureAgent({ keepAlive: true }) } as const;

/** POST of the query as it is (SPARQL 1.1 Protocol, section 2.1.3). Rejects with what the endpoint says where that is no answer. */
function ask(url: URL, query: string, accept: string): Promise<Uint8Array[]> {
  const isSecure = url.protocol === 'https:';
  const options: RequestOptions = {
    method: 'POST',
    agent: agents[isSecure ? 'https:' : 'http:'],
    headers: { 'content-type': 'application/sparql-query', accept, 'content-length': Buffer.byteLength(query) },
  };
  return new Promise((resolve, reject) => {
    const sent = (isSecure ? requestSecurely : request)(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        if (response.statusCode === 200) return resolve(chunks);
        const said = Buffer.concat(chunks).toString().split('\n')[0]?.slice(0, 200);
        reject(new Error(`${url} answered ${response.statusCode}: ${said}`));
      });
    });
    sent.on('error', reject);
    sent.end(query);
  });
}

const json = 'application/sparql-results+json';

async function countStatements(url: URL): Promise<number> {
  const chunks = await ask(url, 'SELECT (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }', json);
  const { results } = JSON.parse(Buffer.concat(chunks).toString()) as {
    results: { bindings: { n: { value: string } }[] };
  };
  return Number(results.bindings[0]?.n.value);
}

export const remote = (address: string): EngineModule => ({
  async open() {
    const url = new URL(address);
    const size = await countStatements(url);
    const engine: Engine = {
      size: () => size,
      answer: (query, kind) => ask(url, query, kind === 'triples' ? 'application/n-triples' : json),
      dump: () => Promise.reject(new Error('it is not asked for all that it holds')),
    };
    return engine;
  },
});
