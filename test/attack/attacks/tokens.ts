/** Writing without the right to: from other origins, with wrong tokens, by what the time of the answer tells of the token. */
import { ask } from '../../server/http-client.js';
import type { Attack, Target } from '../attack.js';
import { endOf } from '../send-query.js';

const update = 'INSERT DATA { <urn:attack> <urn:p> 1 }';
const direct = { 'Content-Type': 'application/sparql-update' };
const form = { 'Content-Type': 'application/x-www-form-urlencoded' };

type Headers = Record<string, string>;

const write = (name: string, status: string, headersFor: (target: Target) => Headers, body = update): Attack => ({
  name: `writing: ${name}`,
  expected: [status],
  run: (target) => endOf(ask(target.origin, { method: 'POST', headers: headersFor(target), body }), [status]),
});

const bearer = ({ token }: Target): Headers => ({ Authorization: `Bearer ${token}` });

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** Milliseconds until such a token is turned away. */
async function timeToken(origin: string, token: string): Promise<number> {
  const headers = { ...direct, Authorization: `Bearer ${token}` };
  const started = performance.now();
  await ask(origin, { method: 'POST', headers, body: update });
  return performance.now() - started;
}

/** Two wrong tokens, one of which is right but for its last letter, in turn. */
async function compareTimes({ origin, token }: Target): Promise<string> {
  const near = `${token.slice(0, -1)}~`;
  const far = '~'.repeat(token.length);
  const times: Record<'near' | 'far', number[]> = { near: [], far: [] };
  for (let round = 0; round < 400; round += 1) {
    times.near.push(await timeToken(origin, near));
    times.far.push(await timeToken(origin, far));
  }
  const [a, b] = [median(times.near), median(times.far)];
  return Math.abs(a - b) < Math.max(0.3, 0.2 * Math.min(a, b)) ? 'alike' : `${a.toFixed(2)} ms and ${b.toFixed(2)} ms`;
}

export const tokens: readonly Attack[] = [
  write('without a token', '401', () => direct),
  write('with a wrong token', '401', () => ({ ...direct, Authorization: 'Bearer a-token-that-is-not-the-right-one' })),
  write('with the beginning of the token', '401', ({ token }) => ({
    ...direct,
    Authorization: `Bearer ${token.slice(0, -1)}`,
  })),
  write('with more than the token', '401', ({ token }) => ({ ...direct, Authorization: `Bearer ${token}a` })),
  write('with the token in another case', '401', ({ token }) => ({
    ...direct,
    Authorization: `Bearer ${token.toUpperCase()}`,
  })),
  write('with an empty token', '401', () => ({ ...direct, Authorization: 'Bearer ' })),
  write('with a token of 20,000 letters', '401', () => ({ ...direct, Authorization: `Bearer ${'a'.repeat(20_000)}` })),
  write('with a name and a password', '401', ({ token }) => ({
    ...direct,
    Authorization: `Basic ${btoa(`a:${token}`)}`,
  })),
  write('with the token as a cookie', '401', ({ token }) => ({
    ...direct,
    Cookie: `token=${token}; Authorization=Bearer ${token}`,
  })),
  write(
    'with the token in the form',
    '401',
    () => form,
    `update=${encodeURIComponent(update)}&access_token=a-token-of-the-attacked-server`,
  ),
  write(
    'a form from another origin',
    '403',
    (target) => ({ ...form, ...bearer(target), Origin: 'https://elsewhere.example' }),
    `update=${encodeURIComponent(update)}`,
  ),
  write(
    'a form from no origin',
    '403',
    (target) => ({ ...form, ...bearer(target), Origin: 'null' }),
    `update=${encodeURIComponent(update)}`,
  ),
  write(
    'a form from another site',
    '403',
    (target) => ({ ...form, ...bearer(target), 'Sec-Fetch-Site': 'cross-site' }),
    `update=${encodeURIComponent(update)}`,
  ),
  write('from a neighbour', '403', (target) => ({ ...direct, ...bearer(target), 'Sec-Fetch-Site': 'same-site' })),
  write(
    'a form that a page may send as text',
    '415',
    (target) => ({ 'Content-Type': 'text/plain', ...bearer(target) }),
    `update=${encodeURIComponent(update)}`,
  ),
  {
    name: 'writing: the time it takes to turn a token away',
    expected: ['alike'],
    async run(target) {
      // Three times, for the machine may be busy with other things.
      const tries: string[] = [];
      while (tries.length < 3 && tries.at(-1) !== 'alike') tries.push(await compareTimes(target));
      return tries.at(-1) ?? '';
    },
  },
];
