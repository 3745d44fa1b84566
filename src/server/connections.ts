/** The server under the application: how many connections there may be, and how slow a client may be at either end of one. */
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Config } from '../config.js';
import { maxHeaderFields } from './check-request.js';
import { answerClientError } from './client-errors.js';
import { OpenConnections } from './open-connections.js';
import { waitingForContinue } from './read-body.js';
import { cutOffSlowReaders } from './slow-readers.js';

/** How many may be connected, and how long they may take. */
export type ConnectionLimits = Pick<Config, 'maxConnections' | 'requestTimeout' | 'readerTimeout'>;

/** Bytes of a request's first line and headers. */
const maxHeaderSize = 32 * 1024;
/** Requests on one connection that may wait for those before them; all that come in one piece are begun before anybody else's. */
const maxPipelined = 100;
/** Milliseconds until a connection's headers must be there. */
const headersTimeout = 10_000;
/**
 * Milliseconds until one without a request is closed. Clients are told the whole seconds of it, and have the rest for what is on
 * its way by then: a write that meets a connection being closed is lost, for nobody may send it twice (RFC 9110, section 9.2.2).
 */
const keepAliveTimeout = 5_900;
/** Milliseconds between two looks at headers and requests that do not come: those of whom it is true are answered in one go, while everybody else waits. */
const connectionsCheckingInterval = 250;

/**
 * Not yet listening. One connection too many closes the one that has been idle the longest: whoever fills the server with
 * idle connections loses his own. Once it is `stopping` it takes no new ones, and closes each that has nothing under way.
 */
export function createBoundedServer(
  app: RequestListener,
  { maxConnections, requestTimeout, readerTimeout }: ConnectionLimits,
  stopping?: AbortSignal,
): Server {
  const connections = new OpenConnections();
  const server = createServer({
    maxHeaderSize,
    headersTimeout: Math.min(headersTimeout, requestTimeout * 1000),
    requestTimeout: requestTimeout * 1000,
    keepAliveTimeout,
    connectionsCheckingInterval,
    // The application says so itself, and in words.
    requireHostHeader: false,
  });
  server.maxHeadersCount = maxHeaderFields;
  const begin = (request: IncomingMessage, response: ServerResponse): void => {
    // What came in one piece with the request that was too many.
    if (request.socket.destroyed) return;
    connections.begin(request.socket, response);
    if (connections.pending(request.socket) > maxPipelined) request.socket.destroy();
    else app(request, response);
  };
  server.on('request', begin);
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    waitingForContinue.add(request);
    // A client that gets an answer instead of "continue" may or may not send the body: only a new connection is clear.
    response.setHeader('Connection', 'close');
    begin(request, response);
  });
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
    connections.begin(request.socket, response);
    response.writeHead(417, { Connection: 'close', 'Content-Type': 'text/plain; charset=utf-8' });
    response.end('of what may be expected only 100-continue is known here\n');
  });
  server.on('connect', (_request, socket) =>
    socket.end('HTTP/1.1 405 Method Not Allowed\r\nConnection: close\r\nContent-Length: 0\r\n\r\n'),
  );
  server.on('clientError', (error, socket) => answerClientError(error, socket as Socket, connections));
  server.on('connection', (socket: Socket) => {
    connections.open(socket);
    if (connections.size > maxConnections) connections.leastNeeded?.destroy();
  });
  cutOffSlowReaders(server, connections, readerTimeout);
  stopping?.addEventListener('abort', () => {
    server.close();
    connections.closeAllWhenAnswered();
  });
  return server;
}
