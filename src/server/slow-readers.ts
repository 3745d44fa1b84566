/** Cuts off readers who hold an answer up: what waits for them takes memory, and a query process may wait with it. */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { breakOff } from './break-off.js';
import type { OpenConnections } from './open-connections.js';

/** Bytes that a reader must take in the time that he is given, if that many wait for him. */
const leastTaken = 64 * 1024;

interface Sample {
  readonly at: number;
  readonly taken: number;
}

/** What the system has accepted for the reader. */
const takenOf = (socket: Socket): number => socket.bytesWritten - socket.writableLength;

/** Looks every second. Only the time in which something waits for the reader counts: a query at work has nothing to send yet. */
export function cutOffSlowReaders(server: Server, connections: OpenConnections, seconds: number): void {
  const samples = new WeakMap<Socket, Sample>();
  const look = (socket: Socket): void => {
    const sample = samples.get(socket);
    const now = { at: performance.now(), taken: takenOf(socket) };
    if (socket.writableLength === 0) samples.delete(socket);
    else if (sample === undefined) samples.set(socket, now);
    else if (now.at - sample.at < seconds * 1000) return;
    else if (now.taken - sample.taken < leastTaken) breakOff(socket);
    else samples.set(socket, now);
  };
  const watch = setInterval(() => connections.busy().forEach(look), 1000);
  watch.unref();
  server.once('close', () => clearInterval(watch));
}
