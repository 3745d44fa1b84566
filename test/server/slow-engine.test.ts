/** Many clients of a server whose engine has become slow: each is told so in time, all else is answered at once, and nothing piles up. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { readConfig } from '../../src/config.js';
import { createListener } from '../../src/server/app.js';
import { openRemote } from '../../src/store/remote/remote.js';
import { listen, type Served } from './serve.js';

const whole = '{"head":{"vars":["s"]},"results":{"bindings":[{"s":{"type":"literal","value":"x"}}]}}';

/** Seconds that a query may take. */
const deadline = 4;

/** Ways of being slow; each lasts until the asking server goes away. */
const ways: Readonly<Record<string, (response: ServerResponse) => void>> = {
  'takes half a minute': (response) => {
    const timer = setTimeout(() => response.end(whole), 30_000);
    response.once('close', () => clearTimeout(timer));
  },
  'sends a byte a second': (response) => {
    let sent = 0;
    const timer = setInterval(() => response.write(whole[sent++] ?? ' '), 1000);
    response.once('close', () => clearInterval(timer));
  },
};

/** An engine that answers at once until it is told otherwise; `most`: how many it was asked at once. */
function createEngine() {
  const state = { slow: undefined as ((response: ServerResponse) => void) | undefined, open: 0, most: 0 };
  const server = createServer((_, response) => {
    state.open += 1;
    state.most = Math.max(state.most, state.open);
    response.once('close', () => {
      state.open -= 1;
    });
    response.writeHead(200, { 'Content-Type': 'application/sparql-results+json' });
    if (state.slow === undefined) response.end(whole);
    else state.slow(response);
  });
  return { server, state };
}

async function timed(
  url: string,
): Promise<{ status: number; milliseconds: number; retry: string | null; text: string }> {
  const started = performance.now();
  const response = await fetch(url);
  const text = await response.text();
  return {
    status: response.status,
    milliseconds: performance.now() - started,
    retry: response.headers.get('Retry-After'),
    text,
  };
}

/** A machine that has much else to do takes its time. */
async function until(holds: () => boolean): Promise<void> {
  for (let round = 0; round < 100 && !holds(); round += 1) await wait(50);
  expect(holds()).to.equal(true);
}

describe('Over an engine that has become slow', function () {
  this.timeout(60_000);
  const { server: behind, state } = createEngine();
  let served: Served;
  const ask = (n: number | string) =>
    timed(`${served.origin}/sparql?${new URLSearchParams({ query: `SELECT ?s { ?s ?p "${n}" }` })}`);
  before(async () => {
    behind.listen(0, '127.0.0.1');
    await new Promise((resolve) => behind.once('listening', resolve));
    const query = `http://127.0.0.1:${(behind.address() as AddressInfo).port}/sparql`;
    const config = { ...readConfig({}), queryDeadline: deadline };
    const store = openRemote({ query, freshness: 3600 }, config);
    served = await listen(createServer(createListener({ store, config })), store);
    // As one that has run for a while: what is asked first takes longest.
    for (let n = 0; n < 100; n += 1) await ask(`early ${n}`);
  });
  after(async () => {
    behind.closeAllConnections();
    behind.close();
    await served.close();
  });
  afterEach(() => {
    state.slow = undefined;
  });

  for (const [way, slow] of Object.entries(ways))
    it(`which ${way}, 200 clients hear so in time, and who asks what is known is answered at once`, async () => {
      expect((await ask('known')).status).to.equal(200);
      state.slow = slow;
      state.most = 0;
      const many = Array.from({ length: 200 }, (_, n) => ask(`${way} ${n}`));
      const beside: Awaited<ReturnType<typeof timed>>[] = [];
      for (let round = 0; round < 10; round += 1) {
        await wait(100);
        beside.push(await timed(`${served.origin}/healthz`), await ask('known'));
      }
      const answers = await Promise.all(many);
      expect(beside.filter(({ status }) => status !== 200)).to.deep.equal([]);
      const times = beside.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
      // The first come while 200 queries come in; this process is their client, the server and the engine.
      expect(times[times.length >> 1], `${times}`).to.be.below(deadline * 250);
      expect(answers.filter(({ status, retry }) => status !== 503 || !(Number(retry) > 0))).to.deep.equal([]);
      for (const { text } of answers) expect(text).to.match(/took longer than 4 s|store is slow, and too many wait/);
      // Nobody has waited for the engine.
      expect(Math.max(...answers.map(({ milliseconds }) => milliseconds))).to.be.below(20_000);
      // The engine hears later than the next one comes that one was given up.
      expect(state.most).to.be.within(1, 128);
      // Nothing is left of them, here or there.
      state.slow = undefined;
      await until(() => state.open === 0);
      const after = await Promise.all(Array.from({ length: 100 }, (_, n) => ask(`after ${way} ${n}`)));
      expect(after.filter(({ status }) => status !== 200)).to.deep.equal([]);
    });

  it('which is not asked any more by who has left', async () => {
    state.slow = ways['takes half a minute'];
    const leaving = new AbortController();
    const asked = Array.from({ length: 100 }, (_, n) =>
      fetch(`${served.origin}/sparql?query=${encodeURIComponent(`ASK { ?s ?p "gone ${n}" }`)}`, {
        signal: leaving.signal,
      }).catch(() => {}),
    );
    await until(() => state.open === 64);
    leaving.abort();
    await Promise.all(asked);
    await until(() => state.open === 0);
  });
});

describe('What another engine answered', () => {
  it('does not hold again when the clock is put back, nor end when it is put forward', async () => {
    const real = Date.now;
    const version = (freshness: number) =>
      openRemote({ query: 'http://127.0.0.1:9/', freshness }, readConfig({})).version;
    const [hour, short] = [version(3600), version(1)];
    try {
      const [asked, passing] = [hour(), short()];
      Date.now = () => real() + 36e5;
      expect(hour()).to.equal(asked);
      Date.now = real;
      await wait(1100);
      Date.now = () => real() - 1100;
      expect(short()).not.to.equal(passing);
    } finally {
      Date.now = real;
    }
  });
});
