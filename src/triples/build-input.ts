/** What a build is made from. */
import type { Config } from '../config.js';
import type { Decision } from '../curation/decision.js';
import type { Extraction } from '../extract/claim.js';
import type { Gazetteers } from '../extract/gazetteer.js';
import type { Quad } from '../rdf.js';
import type { ChangeRecord } from './history/change-record.js';
import type { ImportedCatalogue } from './import.js';
import type { Ontology } from './ontology.js';

/** What a graph is built from. */
export interface BuildInput {
  readonly extractions: readonly Extraction[];
  readonly gazetteers: Gazetteers;
  /** The hand-written part of the catalogue. */
  readonly catalogue: readonly Quad[];
  readonly curation: readonly Decision[];
  readonly ontology: Ontology;
  /** What the builds before this one changed, and the date of what this one does; without it the graph has no dates. */
  readonly history?: { readonly records: readonly ChangeRecord[]; readonly date: string };
  /** Other catalogues, which stand beside what the notes say and are held against no shape of ours. */
  readonly imports?: readonly ImportedCatalogue[];
  readonly config: Pick<Config, 'base'>;
}
