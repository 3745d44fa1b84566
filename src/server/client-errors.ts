/** What is answered to bytes that are no HTTP request, too much of one, or one that does not come to its end. */
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { maxTargetLength } from './check-request.js';
import type { OpenConnections } from './open-connections.js';

interface ParserError extends Error {
  readonly code?: string;
  /** What had just come. */
  readonly rawPacket?: Buffer;
}

const startOf = ({ rawPacket }: ParserError): string => rawPacket?.subarray(0, 64).toString('latin1') ?? '';

/** Whether a single line is what was too much: far oftener a URL than a header. */
function isLongTarget({ rawPacket }: ParserError): boolean {
  const end = rawPacket?.indexOf('\n') ?? 0;
  return end < 0 || end > maxTargetLength;
}

/** A word in capitals before a target is a method, though none that we know. */
const isMethod = (error: ParserError): boolean => /^[A-Z][A-Z-]* \S/.test(startOf(error));

function statusOf(error: ParserError): number {
  switch (error.code) {
    case 'HPE_HEADER_OVERFLOW':
      return isLongTarget(error) ? 414 : 431;
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return 413;
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return 408;
    case 'HPE_INVALID_METHOD':
      return isMethod(error) ? 501 : 400;
    default:
      return 400;
  }
}

/** For whom the last word has been said. */
const refused = new WeakSet<Socket>();

/** How long a client has to read it, while what it still sends is dropped: a reset would take it back. In milliseconds. */
const farewell = 1000;

function refuse(error: ParserError, socket: Socket): void {
  refused.add(socket);
  const status = statusOf(error);
  const text = `${STATUS_CODES[status]?.toLowerCase()}\n`;
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ${text.length}\r\n\r\n${text}`,
  );
  setTimeout(() => socket.destroy(), farewell).unref();
}

/** What has been asked in good order is answered; then the connection is closed. */
export function answerClientError(error: ParserError, socket: Socket, connections: OpenConnections): void {
  if (refused.has(socket)) return;
  const isAnswerable = connections.isBusy(socket) && connections.incomplete(socket) === undefined;
  // Who has sent nothing asked nothing. Thousands who only sit there would else be written to, and kept for a farewell each.
  if (!socket.writable || error.code === 'ECONNRESET' || socket.bytesRead === 0) socket.destroy();
  else if (isAnswerable) connections.closeWhenAnswered(socket);
  else if (connections.maySpeak(socket)) refuse(error, socket);
  else socket.destroy();
}
