/** Attacks that are one query, sent as a client would. */
import { ask, type Reply } from '../server/http-client.js';
import type { Attack, Target } from './attack.js';

/** The status, or how the connection ended; where that is not expected, with what was said. */
export async function endOf(
  sent: Promise<Pick<Reply, 'status' | 'text'>>,
  expected: readonly string[],
): Promise<string> {
  try {
    const { status, text } = await sent;
    return expected.includes(String(status)) ? String(status) : `${status}: ${text.slice(0, 200)}`;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ECONNRESET' ? 'reset' : String(error);
  }
}

/** The query by POST, as its own body. */
export const post = (
  { origin }: Pick<Target, 'origin'>,
  body: string | Uint8Array,
  headers: Record<string, string> = {},
) =>
  ask(origin, {
    method: 'POST',
    headers: { 'Content-Type': 'application/sparql-query', Accept: 'text/csv, text/turtle', ...headers },
    body,
  });

/** `expected`: the statuses that will do. */
export function query(name: string, statuses: string, text: string | ((target: Target) => string)): Attack {
  const expected = statuses.split(' ');
  const textFor = typeof text === 'string' ? () => text : text;
  return { name, expected, run: (target) => endOf(post(target, textFor(target)), expected) };
}

/** Every text as a query that must be refused, or end by a limit. */
export const many = (prefix: string, expected: string, texts: Readonly<Record<string, string>>): Attack[] =>
  Object.entries(texts).map(([name, text]) => query(`${prefix}: ${name}`, expected, text));
