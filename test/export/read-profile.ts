/** What a profile gives of a store, as quads. */
import { bindProfile, type ProfileScope } from '../../src/export/bind-profile.js';
import type { Profile } from '../../src/export/profiles.js';
import { readQueryText } from '../../src/export/query-text.js';
import type { Quad } from '../../src/rdf.js';
import type { GraphStore } from '../../src/store/graph-store.js';

export async function readProfile(store: GraphStore, profile: Profile, scope: ProfileScope): Promise<Quad[]> {
  const result = await store.query(readQueryText(profile.query), bindProfile(profile, scope));
  const quads: Quad[] = [];
  if (result.kind === 'graph') for await (const quad of result.quads) quads.push(quad);
  return quads;
}
