/** A client of a storm: one address, one connection, one query at a time. */
import { Agent, request } from 'node:http';

export interface Asked {
  /** 0: the connection broke. */
  readonly status: number;
  readonly milliseconds: number;
}

export interface Client {
  ask(query: string): Promise<Asked>;
  close(): void;
}

/** After so long nobody waits any more, in milliseconds. */
const patience = 30_000;

/** `address`: where it comes from, of 127.0.0.0/8. */
export function createClient(origin: string, address: string): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const headers = { 'Content-Type': 'application/sparql-query', Accept: '*/*' };
  return {
    ask: (query) =>
      new Promise((resolve) => {
        const started = performance.now();
        const end = (status: number): void => resolve({ status, milliseconds: performance.now() - started });
        const options = { method: 'POST', agent, localAddress: address, headers, timeout: patience };
        const sent = request(`${origin}/sparql`, options, (response) => {
          response.resume();
          response.on('end', () => end(response.statusCode ?? 0));
          response.on('error', () => end(0));
        });
        sent.on('timeout', () => sent.destroy());
        sent.on('error', () => end(0));
        sent.end(query);
      }),
    close: () => agent.destroy(),
  };
}
