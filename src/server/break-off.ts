/** Breaks a connection off in a way that no client takes for the end of an answer. */
import type { Socket } from 'node:net';

/**
 * Resets the connection. `resetAndDestroy` would not do: it sends what is there and closes in good order before it resets,
 * and for a client of HTTP/1.0 a close in good order is the end of the answer. The field is how Node itself remembers the
 * wish; without it the connection is still closed, which HTTP/1.1 tells from an end.
 */
export function breakOff(socket: Socket | null): void {
  if (socket === null) return;
  Object.assign(socket, { resetAndClosing: true });
  socket.destroy();
}
