/** A server that nobody may be made to ask: it counts who comes. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Elsewhere {
  readonly origin: string;
  /** Connections so far. */
  visits(): number;
  close(): Promise<void>;
}

export async function listenElsewhere(): Promise<Elsewhere> {
  let visits = 0;
  const server = createServer((_request, response) => response.end('<urn:a> <urn:b> "fetched" .'));
  server.on('connection', () => {
    visits += 1;
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    visits: () => visits,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
