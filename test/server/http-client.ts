/** Requests exactly as they are written: no header is added but Host, nothing is unpacked, nothing is followed. */
import { type IncomingHttpHeaders, request as open } from 'node:http';
import { connect, type Socket } from 'node:net';

export interface Sent {
  readonly method?: string;
  readonly path?: string;
  /** A list repeats the header. */
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string | Uint8Array;
}

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly text: string;
}

/** Rejects where the answer breaks off. */
export function ask(
  origin: string,
  { method = 'GET', path = '/sparql', headers = {}, body }: Sent = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = open(new URL(origin), { method, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const whole = Buffer.concat(chunks);
        const { statusCode = 0, headers: received } = response;
        resolve({ status: statusCode, headers: received, body: whole, text: whole.toString('utf8') });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** A bare connection. */
export async function dial(origin: string): Promise<Socket> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  socket.removeAllListeners('error');
  return socket;
}

export interface Exchange {
  /** All that came until the connection was closed. */
  readonly text: string;
  /** Whether it was reset and not closed. */
  readonly reset: boolean;
}

/** Reads until the other side closes. */
export async function readAll(socket: Socket): Promise<Exchange> {
  const chunks: Buffer[] = [];
  let reset = false;
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.on('error', () => {
    reset = true;
  });
  socket.resume();
  await new Promise((resolve) => socket.once('close', resolve));
  return { text: Buffer.concat(chunks).toString('latin1'), reset };
}

/** Sends bytes as they are, and reads until the other side closes. */
export async function exchange(origin: string, bytes: string | Uint8Array): Promise<Exchange> {
  const socket = await dial(origin);
  const outcome = readAll(socket);
  socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
  return outcome;
}

/** The status line's number. */
export const statusOf = (text: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]);
