/** Data by a profile: its CONSTRUCT, run and serialised. */
import type { ContextDefinition } from 'jsonld';
import type { JsonLdShape } from '../serialise/json-ld.js';
import type { Answer, Bound, GraphStore } from '../store/graph-store.js';
import { bindProfile, type ProfileScope } from './bind-profile.js';
import { joinConstructs } from './join-constructs.js';
import { answerAsJson } from './json-profile.js';
import type { Profile } from './profiles.js';
import { readQueryText } from './query-text.js';

/** What is exported, and how it is written. */
export interface ExportOptions extends ProfileScope {
  /** Id of a graph format; of no account where the profile is JSON. */
  readonly format: string;
  readonly context: ContextDefinition;
  /** How JSON-LD is to look besides. */
  readonly jsonLd?: JsonLdShape | undefined;
  /** Not with JSON: another CONSTRUCT under `queries/`, what it is asked with, and whose statements are to be in the document too. */
  readonly besides?: { readonly query: string; readonly bindings: Bound } | undefined;
}

/** A context of the profile's own stands in the document: it is published nowhere else. */
function shapeFor({ context }: Profile, jsonLd: JsonLdShape | undefined): { jsonLd?: JsonLdShape } {
  if (jsonLd === undefined) return {};
  if (context === undefined) return { jsonLd };
  const { contextIri: _, ...inline } = jsonLd;
  return { jsonLd: inline };
}

/** The answer of the store; fails as the store fails. */
export function exportProfile(
  store: GraphStore,
  profile: Profile,
  { format, context, jsonLd, besides, ...scope }: ExportOptions,
): Promise<Answer> {
  const options = bindProfile(profile, scope);
  if (profile.json !== undefined) return answerAsJson(store, { query: profile.query, writer: profile.json }, options);
  const query = readQueryText(profile.query);
  return store.respond(
    besides === undefined ? query : joinConstructs(query, readQueryText(besides.query)),
    { graph: format },
    {
      ...options,
      bindings: { ...options.bindings, ...besides?.bindings },
      jsonLdContext: profile.context ?? context,
      ...shapeFor(profile, jsonLd),
    },
  );
}
