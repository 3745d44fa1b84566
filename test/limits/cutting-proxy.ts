/** Stands between client and server, and cuts an answer off after so many bytes, in good order or not. */

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';
import type { Random } from '../random.js';

export interface CuttingProxy {
  readonly origin: string;
  close(): Promise<void>;
}

/** Of an answer, at most; some are longer than the longest. */
const longest = 400_000;

export async function openCuttingProxy(origin: string, random: Random): Promise<CuttingProxy> {
  const { hostname, port } = new URL(origin);
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('error', () => {});
      socket.once('close', () => open.delete(socket));
    }
    let left = random.chance(20) ? Number.POSITIVE_INFINITY : random.number(random.chance(50) ? 2000 : longest);
    const isOrderly = random.chance(50);
    client.pipe(upstream);
    upstream.on('data', (chunk: Buffer) => {
      client.write(chunk.subarray(0, left));
      left -= chunk.length;
      if (left > 0) return;
      upstream.destroy();
      if (isOrderly) client.end();
      else client.resetAndDestroy();
    });
    upstream.once('end', () => client.end());
    client.once('close', () => upstream.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
