/** What a request is called in the log: as whoever sent it says in `X-Request-Id`, else by a new name. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Mask } from './mask.js';

/** What can do no harm in a log or a header. */
const plain = /^[\w.:-]{1,128}$/;

/** One that holds a secret is none. */
export function requestIdOf({ headers }: IncomingMessage, mask: Mask): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && plain.test(given) && mask(given) === given ? given : randomUUID();
}

/** In small letters, as Node keeps it. */
export const requestIdHeader = 'x-request-id';
