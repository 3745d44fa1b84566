/** Sends a query in one of the ways there are, and checks what every reply must be. */
import { ask, type Reply, type Sent } from '../../server/http-client.js';
import type { Outcome } from '../fuzz-target.js';
import { readBody } from './read-body.js';

const accepts = [
  'application/sparql-results+json, text/turtle;q=0.5',
  'application/sparql-results+xml, application/rdf+xml',
  'text/csv, application/n-triples',
  'text/tab-separated-values, application/n-quads',
  'application/ld+json, application/json',
  'application/trig, */*;q=0.1',
  'text/html',
  'text/csv',
  'text/turtle',
  '*/*',
];

const sparql = 'application/sparql-query';
const form = 'application/x-www-form-urlencoded';

/** Every byte that a URL cannot hold as it is. */
const percentEncode = (input: Uint8Array): string =>
  [...input]
    .map((byte) =>
      /[\w.~-]/.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : `%${byte.toString(16).padStart(2, '0')}`,
    )
    .join('');

/** Depends on the bytes alone, so that a file is all that a case needs. */
function requestFor(input: Uint8Array): Sent {
  const sum = input.reduce((so, byte) => (so * 31 + byte) % 1_000_003, input.length);
  const Accept = accepts[sum % accepts.length] ?? '*/*';
  const encoded = `query=${percentEncode(input)}`;
  const ways: readonly Sent[] = [
    { path: `/sparql?${encoded}`, headers: { Accept } },
    { method: 'POST', headers: { Accept, 'Content-Type': form }, body: encoded },
    { method: 'POST', headers: { Accept, 'Content-Type': sparql }, body: input },
    { method: 'QUERY', headers: { Accept, 'Content-Type': sparql }, body: input },
  ];
  return ways[Math.floor(sum / accepts.length) % ways.length] ?? {};
}

/** 406: no syntax that is asked for holds such an answer. 431: Node's parser, for a URL that is beyond its bounds. */
const expected = new Set([200, 400, 406, 413, 414, 429, 431, 503]);

function reasonIn({ text, headers }: Reply): string {
  const type = headers['content-type'] ?? '';
  if (type.startsWith('application/problem+json')) return String((JSON.parse(text) as { detail?: unknown }).detail);
  if (type.startsWith('text/html')) return /<p class="failure" role="alert">([^<]*)<\/p>/.exec(text)?.[1] ?? '';
  return type.startsWith('text/plain') ? text.replace(/\n$/, '') : '';
}

/** One line that says why: as text, in a problem, or on the page for browsers. */
function reasonFault(reply: Reply): string | undefined {
  const reason = reasonIn(reply);
  if (/^\s*$/.test(reason)) return `${reply.status} without a reason: ${reply.text.slice(0, 300)}`;
  return /[\n\r]/.test(reason) ? `a reason of several lines: ${reason}` : undefined;
}

async function faultOf(reply: Reply): Promise<string | undefined> {
  const { status, headers, text } = reply;
  if (!expected.has(status)) return `${status}: ${text.slice(0, 300)}`;
  if (status !== 200) return reasonFault(reply);
  try {
    await readBody(text, headers['content-type'] ?? '');
    return undefined;
  } catch (error) {
    return `what came as ${headers['content-type']} cannot be read: ${String(error)}\n${text.slice(0, 300)}`;
  }
}

/** Seconds after which an answer that has begun may break off: its deadline is over. */
const deadline = 0.9;

export async function sendAndCheck(origin: string, input: Uint8Array): Promise<Outcome> {
  const started = performance.now();
  try {
    const reply = await ask(origin, requestFor(input));
    const fault = await faultOf(reply);
    return { kind: String(reply.status), ...(fault === undefined ? {} : { fault }) };
  } catch (error) {
    const kind = 'broken off';
    const isLate = (performance.now() - started) / 1000 > deadline;
    return isLate ? { kind } : { kind, fault: `broken off: ${String(error)}` };
  }
}

/** What is wrong with a server that should still answer. */
export async function checkAlive(origin: string): Promise<string | undefined> {
  const health = await ask(origin, { path: '/healthz' });
  const answer = await ask(origin, { path: '/sparql?query=ASK%7B%7D', headers: { Accept: 'text/csv' } });
  if (health.status !== 200) return `/healthz says ${health.status}`;
  return answer.status === 200 && answer.text === 'boolean\r\ntrue\r\n'
    ? undefined
    : `ASK {} gives ${answer.status}: ${answer.text}`;
}
