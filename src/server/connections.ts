/** The server under the application: how many connections there may be, and how slow a client may be at either end of one. */
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Config } from '../config.js';
import { breakOff } from './break-off.js';
import { maxHeaderFields } from './check-request.js';
import { answerClientError } from './client-errors.js';
import { waitingForContinue } from './read-body.js';

export type ConnectionLimits = Pick<Config, 'maxConnections' | 'requestTimeout' | 'readerTimeout'>;

/** Bytes of a request's first line and headers. */
const maxHeaderSize = 32 * 1024;
/** Milliseconds until a connection's headers must be there, and until one without a request is closed. */
const headersTimeout = 10_000;
const keepAliveTimeout = 5_000;

/** Knows which connections have a request under way. */
class Connections {
  readonly #requests = new Map<Socket, number>();
  /** Those without one, the longest idle first. */
  readonly #idle = new Set<Socket>();

  open(socket: Socket): void {
    this.#requests.set(socket, 0);
    this.#idle.add(socket);
    socket.once('close', () => {
      this.#requests.delete(socket);
      this.#idle.delete(socket);
    });
  }

  begin(socket: Socket, response: ServerResponse): void {
    this.#requests.set(socket, (this.#requests.get(socket) ?? 0) + 1);
    this.#idle.delete(socket);
    response.once('close', () => {
      const left = (this.#requests.get(socket) ?? 1) - 1;
      if (socket.destroyed) return;
      this.#requests.set(socket, left);
      if (left === 0) this.#idle.add(socket);
    });
  }

  get size(): number {
    return this.#requests.size;
  }

  isBusy(socket: Socket): boolean {
    return (this.#requests.get(socket) ?? 0) > 0;
  }

  /** The one to be closed first: idle the longest, else the newest. */
  get leastNeeded(): Socket | undefined {
    return this.#idle.values().next().value ?? [...this.#requests.keys()].at(-1);
  }
}

/**
 * Not yet listening. One connection too many closes the one that has been idle the longest: whoever fills the server with
 * idle connections loses his own.
 */
export function createBoundedServer(
  app: RequestListener,
  { maxConnections, requestTimeout, readerTimeout }: ConnectionLimits,
): Server {
  const connections = new Connections();
  const server = createServer({
    maxHeaderSize,
    headersTimeout: Math.min(headersTimeout, requestTimeout * 1000),
    requestTimeout: requestTimeout * 1000,
    keepAliveTimeout,
    connectionsCheckingInterval: 1000,
  });
  server.maxHeadersCount = maxHeaderFields;
  const begin = (request: IncomingMessage, response: ServerResponse): void => {
    connections.begin(request.socket, response);
    app(request, response);
  };
  server.on('request', begin);
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    waitingForContinue.add(request);
    // A client that gets an answer instead of "continue" may or may not send the body: only a new connection is clear.
    response.setHeader('Connection', 'close');
    begin(request, response);
  });
  server.on('connect', (_request, socket) =>
    socket.end('HTTP/1.1 405 Method Not Allowed\r\nConnection: close\r\nContent-Length: 0\r\n\r\n'),
  );
  server.on('clientError', (error, socket) =>
    answerClientError(error, socket as Socket, connections.isBusy(socket as Socket)),
  );
  server.on('connection', (socket: Socket) => {
    connections.open(socket);
    if (connections.size > maxConnections) connections.leastNeeded?.destroy();
  });
  // Nothing has moved for that long. A query that is being worked on has nothing to send yet.
  server.setTimeout(readerTimeout * 1000, (socket) => {
    if (!connections.isBusy(socket)) socket.destroy();
    else if (socket.writableLength > 0) breakOff(socket);
  });
  return server;
}
