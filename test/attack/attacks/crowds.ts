/** Clients that come by the hundred or the thousand: idle, slow, or gone before they are answered. */

import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { dial, readAll } from '../../server/http-client.js';
import type { Attack, Target } from '../attack.js';
import { readTreeSeconds } from '../process-tree.js';
import { describeEnd, head } from '../send-bytes.js';

async function dialMany(origin: string, count: number): Promise<Socket[]> {
  const sockets: Socket[] = [];
  while (sockets.length < count) {
    const batch = Math.min(250, count - sockets.length);
    sockets.push(...(await Promise.all(Array.from({ length: batch }, () => dial(origin)))));
  }
  for (const socket of sockets) socket.on('error', () => {});
  return sockets;
}

/** They go as they came, some at a time: what a server is to stand is that they are there. */
async function closeAll(sockets: readonly Socket[]): Promise<void> {
  for (let from = 0; from < sockets.length; from += 250) {
    for (const socket of sockets.slice(from, from + 250)) socket.destroy();
    await wait(20);
  }
}

/** Milliseconds until a query is answered. */
async function timeQuery(origin: string): Promise<number> {
  const started = performance.now();
  const response = await fetch(`${origin}/sparql?query=${encodeURIComponent(`ASK {} # ${started}`)}`);
  await response.arrayBuffer();
  return response.ok ? performance.now() - started : Number.POSITIVE_INFINITY;
}

async function stayIdle({ origin }: Target): Promise<string> {
  const sockets = await dialMany(origin, 3000);
  const took = await timeQuery(origin);
  await closeAll(sockets);
  return took < 1000 ? 'others are answered' : `others waited ${Math.round(took)} ms`;
}

async function keepAlive({ origin }: Target): Promise<string> {
  const sockets: Socket[] = [];
  while (sockets.length < 3000) {
    const batch = await dialMany(origin, 100);
    await Promise.all(
      batch.map((socket) => {
        socket.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n');
        return new Promise((resolve) => socket.once('data', resolve));
      }),
    );
    sockets.push(...batch);
  }
  const closed = sockets.map((socket) => socket.closed || new Promise((resolve) => socket.once('close', resolve)));
  const all = await Promise.race([Promise.all(closed).then(() => 'closed'), wait(20_000, 'open', { ref: false })]);
  await closeAll(sockets);
  return all;
}

async function dripHeaders({ origin }: Target): Promise<string> {
  const sockets = await dialMany(origin, 500);
  const ends = sockets.map((socket) => readAll(socket).then(describeEnd));
  let isOver = false;
  const drip = async (): Promise<void> => {
    for (const socket of sockets) socket.write('GET / HTTP/1.1\r\nHost: localhost\r\nX-A: ');
    while (!isOver) {
      for (const socket of sockets) if (socket.writable) socket.write('a');
      await wait(500);
    }
  };
  void drip();
  const all = await Promise.race([Promise.all(ends), wait(20_000, ['open'], { ref: false })]);
  isOver = true;
  await closeAll(sockets);
  return [...new Set(all)].sort().join(', ');
}

const product = 'SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STRLEN(STR(?c)) + STRLEN(STR(?f)) < ';
const ask = (query: string): string => head(`GET /sparql?format=csv&query=${encodeURIComponent(query)} HTTP/1.1`);

/** What the processes that were there before have worked after they have had a second to stop; newer ones load the graph. */
async function leave(target: Target, queries: readonly string[]): Promise<string> {
  const atWork = [...readTreeSeconds(target.pid).keys()].filter((id) => id !== target.pid);
  const sockets = await dialMany(target.origin, queries.length);
  for (const [n, socket] of sockets.entries()) socket.write(ask(queries[n] ?? ''));
  await wait(700);
  await closeAll(sockets);
  await wait(1000);
  const before = readTreeSeconds(target.pid);
  await wait(500);
  const after = readTreeSeconds(target.pid);
  // One that has been killed is not there any more.
  const worked = atWork.reduce((sum, id) => sum + (after.get(id) ?? 0) - (before.get(id) ?? 0), 0);
  return worked < 0.1 ? 'the work stops' : `${worked.toFixed(2)} s of work in the half second after`;
}

const several = (count: number, write: (n: number) => string): string[] =>
  Array.from({ length: count }, (_, n) => write(n));

/** Until a reader who takes nothing has been cut off by the settings of the attack, and a while. */
const untilCutOff = 7000;

/** Takes the first bytes of its answer and then nothing; what came of the others, and of itself. */
async function readSlowly({ origin }: Target, queries: readonly string[]): Promise<string> {
  const sockets = await dialMany(origin, queries.length);
  for (const [n, socket] of sockets.entries()) {
    socket.once('data', () => socket.pause());
    socket.write(ask(queries[n] ?? ''));
  }
  let slowest = 0;
  const started = performance.now();
  while (performance.now() - started < untilCutOff) {
    await wait(300);
    slowest = Math.max(slowest, await timeQuery(origin));
  }
  // A reader that reads on finds what had been sent, and then the end.
  const ends = sockets.map((socket) => socket.closed || readAll(socket));
  const all = await Promise.race([Promise.all(ends).then(() => 'cut off'), wait(3000, 'not cut off', { ref: false })]);
  await closeAll(sockets);
  return slowest < 1000 ? `${all}, others are answered` : `${all}, others waited ${Math.round(slowest)} ms`;
}

const attack = (name: string, expected: string, run: Attack['run']): Attack => ({
  name: `a crowd: ${name}`,
  expected: expected.split('|'),
  run,
});

export const crowds = [
  attack('3,000 idle connections', 'others are answered', stayIdle),
  attack('3,000 connections that are kept alive', 'closed', keepAlive),
  attack('500 that send their headers a byte at a time', '408', dripHeaders),
  attack('100 that leave at once, of one query', 'the work stops', (target) =>
    leave(
      target,
      several(100, () => `${product} 0) }`),
    ),
  ),
  attack('100 that leave at once, each of its own query', 'the work stops', (target) =>
    leave(
      target,
      several(100, (n) => `${product} ${-n}) }`),
    ),
  ),
  attack('100 that leave at once, of regular expressions', 'the work stops', (target) =>
    leave(
      target,
      several(100, (n) => `ASK { ?s ?p ?o FILTER(REGEX("${'a'.repeat(40 + n)}!", "^(a+)+$")) }`),
    ),
  ),
  attack('20 that read slowly what is expensive', 'cut off, others are answered', (target) =>
    readSlowly(
      target,
      several(20, (n) => `SELECT * { ?a ?b ?c . ?d ?e ?f } OFFSET ${n}`),
    ),
  ),
  attack('20 that read slowly what is cheap', 'cut off, others are answered', (target) =>
    readSlowly(
      target,
      several(20, (n) => `SELECT * { ?s ?p ?o } OFFSET ${n}`),
    ),
  ),
];
