/** Bytes on a connection to a real server: whole answers or a closed connection, no defect, and the server answers at once after it. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { serveGraph } from '../../attack/served-process.js';
import { ask, dial } from '../../server/http-client.js';
import { harbourGraph } from '../../server/serve.js';
import type { FuzzSession, FuzzTarget, Outcome } from '../fuzz-target.js';
import { createSpoiler } from '../spoil.js';
import { checkAlive } from './check-reply.js';
import { readAnswers } from './http/read-answers.js';
import { requestLanguage, writeToken } from './http/sample-requests.js';

/** Milliseconds without a byte after which a request is taken not to be whole; then nothing more is sent. */
const silence = 250;
/** Milliseconds after which an answer must have ended, and in which a server that lives says so. */
const patience = 20_000;
const atOnce = 5_000;

/** All that came until either side had no more to say, a character a byte. */
async function converse(origin: string, input: Uint8Array): Promise<string> {
  const socket = await dial(origin);
  const started = performance.now();
  let text = '';
  let last = started;
  let isOver = false;
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString('latin1');
    last = performance.now();
  });
  // A reset is an end as well: what came before it counts.
  socket.on('error', () => {});
  const closed = once(socket, 'close').then(() => {
    isOver = true;
  });
  socket.write(input);
  while (!isOver && performance.now() - started < patience) {
    await Promise.race([closed, wait(silence / 5)]);
    const isQuiet = performance.now() - last > (text === '' ? 4 : 1) * silence;
    // What is not whole, or kept alive, waits for more; an answer that is under way is waited for.
    if (isQuiet && readAnswers(text).fault === undefined) socket.end();
  }
  socket.destroy();
  return text;
}

/** 501 and 505 say what a request asks for that there is not; 503 that others were first. */
const isDefect = (status: number): boolean => status >= 500 && ![501, 503, 505].includes(status);

async function probe(origin: string, input: Uint8Array): Promise<Outcome> {
  const { statuses, fault } = readAnswers(await converse(origin, input));
  const started = performance.now();
  const { status } = await ask(origin, { path: '/healthz' });
  const later = performance.now() - started;
  const kind = statuses.length === 0 ? 'closed' : statuses.length > 2 ? 'several' : statuses.join(' ');
  if (status !== 200 || later > atOnce) return { kind, fault: `/healthz: ${status} after ${later.toFixed(0)} ms` };
  const defect = statuses.find(isDefect);
  return { kind, fault: defect === undefined ? fault : `answered with ${defect}` };
}

const settings = { MIGRAPH_WRITE_TOKEN: writeToken, MIGRAPH_QUERY_DEADLINE: '1' };

async function open(): Promise<FuzzSession> {
  const served = await serveGraph({ name: 'harbour.trig', text: readFileSync(harbourGraph, 'utf8') }, settings);
  return {
    probe: (input) => probe(served.origin, input),
    async close() {
      const fault = served.ended() === undefined ? await checkAlive(served.origin) : `it has ended: ${served.ended()}`;
      await served.close();
      return fault;
    },
  };
}

export const requests: FuzzTarget = {
  name: 'requests',
  share: 10,
  atOnce: 8,
  generate: createSpoiler(requestLanguage),
  open,
};
