/** How a connection is closed whose client is still sending. */
import type { IncomingMessage } from 'node:http';

/** Milliseconds in which the rest of the request is read and dropped. */
const patience = 2_000;

/**
 * Half of it at first (RFC 9112, section 9.6). Where it is closed at once, with bytes that nobody has read, the system resets it,
 * and the client loses the answer that says what was wrong. Node closes by `destroySoon`, after it has begun to drop the rest.
 */
export function linger(request: IncomingMessage): void {
  const { socket } = request;
  socket.destroySoon = () => {
    socket.end();
    const close = () => socket.destroy();
    const timer = setTimeout(close, patience);
    request.once('end', close);
    socket.once('close', () => clearTimeout(timer));
  };
}
