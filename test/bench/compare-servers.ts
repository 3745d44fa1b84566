/** Our server beside oxigraph behind Express, and beside Express that says hello; quiet, and with a runaway query. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import { fileURLToPath } from 'node:url';
import { readTreeBytes } from '../attack/process-tree.js';
import { serveGraph } from '../attack/served-process.js';
import { median } from './compare-engines.js';
import { type HttpFigures, type Load, load } from './http-load.js';
import { queries } from './queries.js';

export interface ServerComparison {
  readonly size: number;
  readonly loads: Readonly<Record<string, HttpFigures>>;
  readonly runaway: Runaway;
  /** Bytes that the server and its query processes hold together, at rest. */
  readonly residentBytes: number;
  /** Seconds that the whole graph takes as N-Quads, until the last byte is there: the first time, and stored. */
  readonly exports: { readonly megabytes: number; readonly first: number; readonly stored: number } | undefined;
}

/** Seconds. */
interface Runaway {
  readonly limit: number;
  /** Until it was told that it takes too long. */
  readonly ended: number;
  /** From then until so many queries at once as there are processes are answered. */
  readonly back: number;
}

const trivial = queries.find(({ name }) => name === 'the label of one agency');
const runawayQuery = 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER (?c != ?f && ?i != ?c) }';
const pathOf = (query: string): string => `/sparql?query=${encodeURIComponent(query)}`;

/** Each with words of its own. */
const uncached = (n: number): string => pathOf(trivial?.text(n, 1) ?? '');
const cached = (): string => pathOf(trivial?.text(0, 1) ?? '');

interface Peer {
  readonly origin: string;
  close(): Promise<void>;
}

async function startPeer(file: string): Promise<Peer> {
  const child = fork(fileURLToPath(new URL('./express-peers.js', import.meta.url)), [file]);
  const [port] = (await once(child, 'message')) as [number];
  return {
    origin: `http://127.0.0.1:${port}`,
    async close() {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** Asks it again as soon as it has ended, until it is told to stop. */
function keepRunningAway(origin: string): () => Promise<void> {
  let isOver = false;
  let asked = 0;
  const running = (async () => {
    while (!isOver) {
      asked += 1;
      await fetch(`${origin}${pathOf(`# ${asked}\n${runawayQuery}`)}`).then(
        (response) => response.text(),
        () => '',
      );
    }
  })();
  return async () => {
    isOver = true;
    await running;
  };
}

async function timeRunaway(origin: string, limit: number, processes: number): Promise<Runaway> {
  const started = performance.now();
  const response = await fetch(`${origin}${pathOf(runawayQuery)}`);
  await response.text();
  const ended = performance.now();
  if (response.status !== 503) throw new Error(`the runaway query was answered by ${response.status}`);
  const others = Array.from({ length: processes }, async (_, n) => {
    const answer = await fetch(`${origin}${uncached(-1 - n)}`);
    if (answer.status !== 200) throw new Error(`after it a query was answered by ${answer.status}`);
  });
  await Promise.all(others);
  return { limit, ended: (ended - started) / 1000, back: (performance.now() - ended) / 1000 };
}

/** Bytes of a body. By the plainest client: `fetch` takes several times as long over them as the server. */
function readLength(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = get(url, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on('error', reject);
      response.on('end', () =>
        response.statusCode === 200 ? resolve(bytes) : reject(new Error(`${url}: ${response.statusCode}`)),
      );
    });
    sent.on('error', reject);
  });
}

/** Undefined where it is longer than an answer may be. */
async function timeExports(origin: string): Promise<ServerComparison['exports']> {
  const path = `/sparql?format=nquads&query=${encodeURIComponent('CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }')}`;
  const seconds: number[] = [];
  let bytes = 0;
  for (let round = 0; round < 6; round += 1) {
    const started = performance.now();
    const read = await readLength(`${origin}${path}`).catch(() => undefined);
    if (read === undefined) return undefined;
    bytes = read;
    seconds.push((performance.now() - started) / 1000);
  }
  const [first = 0, ...others] = seconds;
  return { megabytes: bytes / 2 ** 20, first, stored: median(others) };
}

/** Seconds that a query may take in the server that is measured. */
const limit = 2;

export async function compareServers(file: string, size: number, seconds: number): Promise<ServerComparison> {
  const quiet: Omit<Load, 'path'> = { connections: 16, seconds };
  const text = readFileSync(file, 'utf8');
  const settings = { MIGRAPH_QUERY_DEADLINE: String(limit) };
  const ours = await serveGraph({ name: 'catalogue.nq', text }, settings);
  const residentBytes = readTreeBytes(ours.pid);
  const peer = await startPeer(file);
  try {
    const loads: Record<string, HttpFigures> = {};
    // In turn, and each warmed up.
    for (const isWarm of [false, true]) {
      const turn = { ...quiet, seconds: isWarm ? seconds : Math.min(seconds, 2) };
      loads['migraph, uncached'] = await load(ours.origin, { ...turn, path: uncached });
      loads['oxigraph behind Express'] = await load(peer.origin, { ...turn, path: uncached });
      loads['migraph, cached'] = await load(ours.origin, { ...turn, path: cached });
      loads['Express that says hello'] = await load(peer.origin, { ...turn, path: () => '/hello' });
    }
    const few = { connections: 2, seconds };
    loads['migraph, two clients'] = await load(ours.origin, { ...few, path: uncached });
    const stop = keepRunningAway(ours.origin);
    loads['migraph, two clients beside a runaway query'] = await load(ours.origin, { ...few, path: uncached });
    await stop();
    const runaway = await timeRunaway(ours.origin, limit, 2);
    return { size, loads, runaway, residentBytes, exports: await timeExports(ours.origin) };
  } finally {
    await peer.close();
    await ours.close();
  }
}
