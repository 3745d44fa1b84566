/** `migraph publish` to another store and into a file for its loader: no half of a graph is at either place. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { readConfig } from '../../../src/config.js';
import { createApp } from '../../../src/server/app.js';
import { openStore } from '../../../src/store/open.js';
import { cli } from '../../cli/run-migraph.js';
import { halvesIn, type Operation } from '../operation.js';
import { pidMark } from '../strace.js';

const token = 'a-token-for-the-faults';
const old = '<urn:old> <urn:p> "1" <urn:g1> .\n';
/** Triples of each graph. */
const size = 3000;
const names = ['urn:g1', 'urn:g2'] as const;
const lines = names.flatMap((name) =>
  Array.from({ length: size }, (_, n) => `<urn:s${n}> <urn:p> "${n}" <${name}> .\n`),
);

interface OtherStore {
  readonly server: Server;
  readonly to: string;
  /** Empties it. */
  clear(): Promise<void>;
  /** Triples of each graph that is there. */
  sizes(): Promise<readonly number[]>;
}

async function openOtherStore(folder: string): Promise<OtherStore> {
  const config = readConfig({ MIGRAPH_WRITE_TOKEN: token, MIGRAPH_OUT: join(folder, 'other') });
  const store = await openStore({ quads: [], config });
  const server = createServer(createApp({ store, config })).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const to = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphs`;
  const ask = (name: string, init?: RequestInit) => fetch(`${to}?graph=${encodeURIComponent(name)}`, init);
  return {
    server,
    to,
    async clear() {
      for (const name of names) await ask(name, { method: 'DELETE', headers: { authorization: `Bearer ${token}` } });
    },
    sizes: () =>
      Promise.all(
        names.map(async (name) => {
          const answer = await ask(name, { headers: { accept: 'application/n-triples' } });
          const text = await answer.text();
          return answer.ok ? text.trimEnd().split('\n').length : 0;
        }),
      ),
  };
}

/** In a folder that is empty before. `close` ends the other store. */
export async function publishOperation(folder: string): Promise<Operation & { close(): void }> {
  const place = join(folder, 'load');
  const [graph, bulk] = [join(folder, 'graph.nq'), join(place, 'bulk.nq')];
  mkdirSync(place);
  writeFileSync(graph, lines.join(''));
  const other = await openOtherStore(folder);
  return {
    name: 'publish',
    limits: [0, 100, 100_000],
    close: () => other.server.close(),
    async prepare() {
      await other.clear();
      writeFileSync(bulk, old);
      return {
        args: [cli, 'publish', '--graph', graph, '--bulk', bulk, '--to', other.to],
        env: { MIGRAPH_PUBLISH_AUTHORIZATION: `Bearer ${token}`, MIGRAPH_OUT: join(folder, 'var') },
        files: [place, bulk, join(place, `.bulk.nq.${pidMark}.part`), graph],
      };
    },
    async check({ code }) {
      const sizes = await other.sizes();
      const text = readFileSync(bulk, 'utf8');
      const isNew = text.split('\n').sort().join('\n').trim() === [...lines].sort().join('').trim();
      return [
        ...halvesIn(place),
        ...(text === old || isNew ? [] : ['the file is neither the old one nor the new one']),
        ...(sizes.every((length) => length === 0 || length === size) ? [] : [`there are ${sizes} triples there`]),
        ...(code === 0 && !(isNew && sizes.every((length) => length === size)) ? ['it is not done'] : []),
      ];
    },
  };
}
