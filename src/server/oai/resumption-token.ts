/** Resumption tokens (section 3.5) hold all that the next part of a list depends on: nothing is remembered for a harvester. */
import { createHash } from 'node:crypto';
import { OaiFault } from './oai-fault.js';
import type { OaiRequest, Verb } from './oai-request.js';

export interface Resumption {
  /** Those of the request that the list began with. */
  readonly arguments: ReadonlyMap<string, string>;
  /** How much of the list has been given. */
  readonly cursor: number;
}

/** Changes when the graph does: what a list goes on with would no longer fit what it began with. */
const stateOf = (version: string): string => createHash('sha256').update(version).digest('base64url').slice(0, 12);

export const writeToken = (verb: Verb, { arguments: given, cursor }: Resumption, version: string): string =>
  Buffer.from(JSON.stringify([verb, stateOf(version), cursor, ...[...given].flat()])).toString('base64url');

function parseToken(token: string): readonly unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}

/** Where the list that is asked for goes on, or begins. Throws an {@link OaiFault}. */
export function resume({ verb, arguments: given }: OaiRequest, version: string): Resumption {
  const token = given.get('resumptionToken');
  if (token === undefined) return { arguments: given, cursor: 0 };
  const [ofVerb, state, cursor, ...rest] = parseToken(token);
  const isWhole = rest.length % 2 === 0 && rest.every((part): part is string => typeof part === 'string');
  if (ofVerb !== verb || typeof cursor !== 'number' || !Number.isSafeInteger(cursor) || cursor < 1 || !isWhole)
    throw new OaiFault('badResumptionToken', 'this is no token that was given out here for this verb');
  if (state !== stateOf(version))
    throw new OaiFault('badResumptionToken', 'the catalogue has changed since; begin the list again');
  const pairs = rest.flatMap((name, i) => (i % 2 === 0 ? [[name, rest[i + 1] ?? ''] as const] : []));
  return { arguments: new Map(pairs), cursor };
}
