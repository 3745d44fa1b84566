/** The catalogue by a profile: its CONSTRUCT, run and serialised. */
import type { ContextDefinition } from 'jsonld';
import { createIris } from '../iris.js';
import type { JsonLdShape } from '../serialise/json-ld.js';
import type { Answer, GraphStore } from '../store/graph-store.js';
import type { Profile } from './profiles.js';
import { readQueryText } from './query-text.js';

export interface ExportOptions {
  /** The canonical base; the catalogue's IRI is minted under it. */
  readonly base: string;
  /** Id of a graph format. */
  readonly format: string;
  readonly context: ContextDefinition;
  /** How JSON-LD is to look besides. */
  readonly jsonLd?: JsonLdShape | undefined;
  readonly signal?: AbortSignal;
}

/** The answer of the store; fails as the store fails. */
export function exportProfile(store: GraphStore, profile: Profile, options: ExportOptions): Promise<Answer> {
  const { base, format, context, jsonLd, signal } = options;
  return store.respond(
    readQueryText(profile.query),
    { graph: format },
    {
      bindings: { catalog: createIris(base).catalogue() },
      jsonLdContext: context,
      ...(jsonLd === undefined ? {} : { jsonLd }),
      ...(signal === undefined ? {} : { signal }),
    },
  );
}
