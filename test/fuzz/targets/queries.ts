/** Queries of every kind of brokenness, sent over HTTP to a server of its own with query processes. */
import { Buffer } from 'node:buffer';
import { serveGraph } from '../../attack/served-process.js';
import { prologue, trig } from '../../differential/data.js';
import type { Random } from '../../random.js';
import type { FuzzSession, FuzzTarget } from '../fuzz-target.js';
import { mutateBytes, mutateTokens, oddBytes, splice, truncate } from '../mutate.js';
import { repeat } from '../spoil.js';
import { checkAlive, sendAndCheck } from './check-reply.js';
import { fuzzedBase } from './read-body.js';
import { alike, pickQuery, tokensOf, vocabulary } from './sample-queries.js';

const bytes = (text: string): Uint8Array => Buffer.from(text);

const soup = (random: Random): string =>
  Array.from({ length: 1 + random.number(60) }, () => random.pick(vocabulary)).join(random.chance(80) ? ' ' : '');

const junk = (random: Random): Uint8Array =>
  Buffer.concat(
    Array.from({ length: 1 + random.number(40) }, () =>
      random.chance(70) ? random.pick(oddBytes) : bytes(random.pick(vocabulary)),
    ),
  );

const changeTokens = (random: Random): Uint8Array =>
  bytes(repeat(random, 2, tokensOf(pickQuery(random)), (tokens) => mutateTokens(random, tokens, vocabulary)).join(''));

/** One token or a few are others of their kind. */
function swapKin(random: Random): Uint8Array {
  const tokens = tokensOf(pickQuery(random));
  return bytes(
    repeat(random, 3, tokens, (now) => {
      const at = random.number(now.length);
      return now.map((token, n) => (n === at ? alike(random, token) : token));
    }).join(''),
  );
}

/** Longer than a URL may be, a query, or a body. */
const long = (random: Random): Uint8Array =>
  bytes(
    `${pickQuery(random)}${random
      .pick([' ', '\n# long\n', ' :a', '\u2028'])
      .repeat(random.pick([5_000, 30_000, 200_000, 1_100_000]))}`,
  );

/** A query that is spoilt, or one as it should be. */
export function spoilQuery(random: Random): Uint8Array {
  const query = (): Uint8Array => bytes(pickQuery(random));
  if (random.chance(1)) return long(random);
  return random.pick([
    query,
    () => swapKin(random),
    () => swapKin(random),
    () => swapKin(random),
    () => changeTokens(random),
    () => changeTokens(random),
    () => repeat(random, 3, query(), (one) => mutateBytes(random, one)),
    () => repeat(random, 3, query(), (one) => mutateBytes(random, one)),
    () => truncate(random, query()),
    () => splice(random, query(), query()),
    () => mutateBytes(random, splice(random, query(), query())),
    () => bytes(`${random.chance(50) ? `${prologue} SELECT * {` : ''} ${soup(random)} }`),
    () => junk(random),
  ])();
}

async function open(): Promise<FuzzSession> {
  const served = await serveGraph(
    { name: 'fuzzed.trig', text: `${prologue} ${trig}` },
    // One deadline that is never near for what is answered, and over soon for what is not.
    { MIGRAPH_QUERY_DEADLINE: '1', MIGRAPH_UNION_DEFAULT_GRAPH: 'false', MIGRAPH_BASE: fuzzedBase },
  );
  return {
    probe: (input) => sendAndCheck(served.origin, input),
    async close() {
      const fault = served.ended() === undefined ? await checkAlive(served.origin) : `it has ended: ${served.ended()}`;
      await served.close();
      return fault;
    },
  };
}

export const queries: FuzzTarget = { name: 'queries', share: 15, atOnce: 4, generate: spoilQuery, open };
