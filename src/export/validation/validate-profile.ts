/** Our own catalogue held against the profiles that it is exported by, as anybody's is. */
import type { ContextDefinition } from 'jsonld';
import { type GraphStore, QueryFault } from '../../store/graph-store.js';
import { exportProfile } from '../export.js';
import { type Profile, profiles } from '../profiles.js';
import { checkedProfiles } from './profile-shapes.js';
import type { Report } from './report.js';
import type { Validate } from './validator.js';

export interface ProfileOutcome {
  readonly profile: Profile;
  /** A reason where it could not be validated. */
  readonly outcome: Report | string;
}

/** Bytes of N-Triples: more are not validated within a query's time. */
const longest = 64 * 2 ** 20;

async function readBody(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > longest) throw new QueryFault('too-long', 'it is too long to be validated here');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

interface Parts {
  readonly store: GraphStore;
  readonly validate: Validate;
  readonly base: string;
  readonly context: ContextDefinition;
}

/** What fails is an outcome too: it would fail again. */
async function check(profile: Profile, { store, validate, base, context }: Parts): Promise<ProfileOutcome> {
  try {
    const { body } = await exportProfile(store, profile, { base, format: 'ntriples', context });
    const order = { profile: profile.id, format: 'ntriples', baseIri: base };
    const { report } = await validate({ order, body: await readBody(body), client: '' });
    return { profile, outcome: report };
  } catch (error) {
    if (!(error instanceof QueryFault)) throw error;
    return { profile, outcome: error.message };
  }
}

/** Each that there are shapes for, one after the other. */
export async function validateProfiles(parts: Parts): Promise<ProfileOutcome[]> {
  const outcomes: ProfileOutcome[] = [];
  for (const profile of profiles) if (checkedProfiles.includes(profile.id)) outcomes.push(await check(profile, parts));
  return outcomes;
}
