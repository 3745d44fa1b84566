/** The thread of clients who hold connections: idle ones, and slow ones at either end of a request; each that is closed comes again. */
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { HangersOnCount, HangersOnOrder } from './hangers-on.js';

const { origin, idle, slow } = workerData as HangersOnOrder;
const { hostname, port } = new URL(origin);

/** Of an address at most: none takes up all its ports, nor another's budget. */
const perAddress = 50;

const open = { idle: new Set<Socket>(), slow: new Set<Socket>() };
let renewed = 0;

/** What a client does with a connection that it has just got. */
type Manner = (socket: Socket) => void;

const every = (socket: Socket, milliseconds: number, act: () => void): void => {
  const timer = setInterval(act, milliseconds);
  socket.once('close', () => clearInterval(timer));
};

const sit: Manner = (socket) => socket.resume();

/** A header a byte at a time. */
const dripHeaders: Manner = (socket) => {
  socket.resume();
  socket.write('GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ');
  every(socket, 1000, () => socket.write('a'));
};

/** A query that is announced and comes a byte at a time. */
const dripBody: Manner = (socket) => {
  socket.resume();
  const headers = 'Host: a\r\nContent-Type: application/sparql-query\r\nContent-Length: 5000\r\n\r\n';
  socket.write(`POST /sparql HTTP/1.1\r\n${headers}ASK {`);
  every(socket, 1000, () => socket.write(' '));
};

/** Seconds after which he comes again: one who does not read does not see that he was cut off, which takes half a minute. */
const patience = 45;

/** Takes so many bytes in a second of an answer of megabytes. */
const sip =
  (path: string, bytes: number, until = Number.POSITIVE_INFINITY): Manner =>
  (socket) => {
    socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
    let taken = 0;
    socket.on('data', (chunk: Buffer) => {
      taken += chunk.length;
      socket.pause();
    });
    let seconds = 0;
    every(socket, 1000, () => {
      seconds += 1;
      if (seconds === until) socket.destroy();
      else if (taken < seconds * bytes) socket.resume();
    });
  };

/** Longer than what the system and the server's memory hold of it, so that the process that answers would wait. */
const long = 'SELECT * { GRAPH ?g { ?s ?p ?o } }';

/** All are cut off by the server but the one who takes 4000: that is as much as is asked of him. */
const manners: readonly Manner[] = [
  dripHeaders,
  dripBody,
  sip('/dump/graph.nq', 500),
  sip('/catalog.ttl', 500),
  sip('/dump/graph.nq', 4000),
  sip(`/sparql?format=xml&query=${encodeURIComponent(long)}`, 1, patience),
];

/** Keeps a connection, and gets another when it is closed. */
async function hangOn(kind: 'idle' | 'slow', address: string, manner: Manner): Promise<void> {
  for (;;) {
    const socket = connect({ host: hostname, port: Number(port), localAddress: address });
    socket.on('error', () => {});
    socket.once('connect', () => {
      open[kind].add(socket);
      manner(socket);
    });
    await new Promise((resolve) => socket.once('close', resolve));
    open[kind].delete(socket);
    renewed += 1;
    await wait(100);
  }
}

const count = (): HangersOnCount => ({ idle: open.idle.size, slow: open.slow.size, renewed });
const addressOf = (network: number, n: number): string => `127.0.${network}.${1 + Math.floor(n / perAddress)}`;

/** Not all at once: nor are they closed all at once then. */
const [spread, steps] = [10_000, 100];
for (let step = 0; step < steps; step += 1) {
  for (let n = step; n < idle; n += steps) void hangOn('idle', addressOf(4, n), sit);
  for (let n = step; n < slow; n += steps) void hangOn('slow', addressOf(5, n), manners[n % manners.length] ?? sit);
  await wait(spread / steps);
}
parentPort?.on('message', () => parentPort?.postMessage(count()));
parentPort?.postMessage(count());
