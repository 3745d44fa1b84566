/** How long a server with a long journal takes, after `kill -9`, until it answers with the last of what it had acknowledged. */
import { createWriteStream, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { catalogueLines } from '../bench/catalogue.js';
import { type Server, startServer, token } from './server.js';

export interface Restart {
  readonly statements: number;
  readonly journalMegabytes: number;
  /** Seconds. */
  readonly withCheckpoint: number;
  readonly withoutCheckpoint: number;
  readonly faults: readonly string[];
}

/** Statements of one update, and how long each of them is. */
const size = 400;
const words = 'what is said of it '.repeat(2);

const update = (n: number): string =>
  `INSERT DATA { GRAPH <urn:g${n % 50}> { ${Array.from({ length: size }, (_, k) => `<urn:s${n}-${k}> <urn:p${k % 9}> "${words}${n}"`).join(' . ')} } }`;

/** Until so many bytes are in it; gives the number of the last update that was acknowledged. */
async function fill({ url }: Server, journal: () => number, bytes: number): Promise<number> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/sparql-update' };
  let n = 0;
  while (journal() < bytes) {
    n += 1;
    const { status } = await fetch(`${url}sparql`, { method: 'POST', headers, body: update(n) });
    if (status !== 204) throw new Error(`update ${n} was answered by ${status}`);
  }
  return n;
}

const journalsIn = (out: string): string[] => {
  const folder = join(out, 'journals');
  return readdirSync(folder).map((name) => join(folder, name));
};

/** Seconds from the start of the process to an answer that has all of one update. */
async function timeRestart(start: () => Promise<Server>, last: number): Promise<{ seconds: number; found: number }> {
  const started = performance.now();
  const server = await start();
  try {
    const query = `SELECT (COUNT(*) AS ?n) { ?s ?p "${words}${last}" }`;
    const answer = await fetch(`${server.url}sparql?format=csv&query=${encodeURIComponent(query)}`);
    const found = Number((await answer.text()).split('\r\n')[1]);
    return { seconds: (performance.now() - started) / 1000, found };
  } finally {
    await server.kill();
  }
}

/** In a folder that is empty before. */
export async function measureRestart(statements: number, megabytes: number, folder: string): Promise<Restart> {
  const graph = join(folder, 'catalogue.nq');
  await pipeline(Readable.from(catalogueLines(statements)), createWriteStream(graph));
  const out = join(folder, 'var');
  const start = (): Promise<Server> => startServer(graph, out);
  const server = await start();
  const lengthOf = (): number => {
    const file = journalsIn(out).find((name) => name.endsWith('.log'));
    return file === undefined ? 0 : statSync(file).size;
  };
  const last = await fill(server, lengthOf, megabytes * 2 ** 20);
  await server.kill();
  const withCheckpoint = await timeRestart(start, last);
  for (const file of journalsIn(out)) if (file.endsWith('.snapshot')) rmSync(file);
  const withoutCheckpoint = await timeRestart(start, last);
  const faults = [withCheckpoint, withoutCheckpoint].flatMap(({ found }) =>
    found === size ? [] : [`${found} of ${size} statements of the last update are there`],
  );
  return {
    statements,
    journalMegabytes: lengthOf() / 2 ** 20,
    withCheckpoint: withCheckpoint.seconds,
    withoutCheckpoint: withoutCheckpoint.seconds,
    faults,
  };
}
