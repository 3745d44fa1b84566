/** Attacks that are bytes on a connection, and how the connection ends. */
import { setTimeout as wait } from 'node:timers/promises';
import { dial, type Exchange, readAll } from '../server/http-client.js';
import type { Attack, Target } from './attack.js';

/** No answer of a server under attack takes longer, in milliseconds. */
const patience = 20_000;

/** The statuses that came, in order; of many, how many there were and of which kinds. */
export function describeEnd({ text, reset }: Exchange): string {
  const statuses = [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => status);
  if (reset && statuses.length === 0) return 'reset';
  if (statuses.length > 9) return `${statuses.length} × ${[...new Set(statuses)].sort().join(' or ')}`;
  return statuses.length === 0 ? 'closed' : statuses.join(' ');
}

/** Sends piece by piece, and reads until the other side closes; `open` where it does not. */
export async function converse(
  origin: string,
  pieces: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
): Promise<string> {
  const socket = await dial(origin);
  const ended = readAll(socket).then(describeEnd);
  let isClosed = false;
  socket.once('close', () => {
    isClosed = true;
  });
  const send = async (): Promise<void> => {
    for await (const piece of pieces) {
      if (isClosed || socket.writableEnded) return;
      const bytes = typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece;
      if (!socket.write(bytes)) await Promise.race([new Promise((go) => socket.once('drain', go)), ended]);
    }
  };
  const end = await Promise.race([send().then(() => ended), ended, wait(patience, 'open', { ref: false })]);
  socket.destroy();
  return end;
}

/** `expected`: the ways in which it may end, with `|` between. */
export const bytes = (
  name: string,
  expected: string,
  pieces: (target: Target) => Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
): Attack => ({ name, expected: expected.split('|'), run: (target) => converse(target.origin, pieces(target)) });

/** A head of a request; a host and the wish to close are added. */
export const head = (line: string, ...headers: readonly string[]): string =>
  `${[line, 'Host: localhost', 'Connection: close', ...headers].join('\r\n')}\r\n\r\n`;
