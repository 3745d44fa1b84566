/** What `import … from 'migraph'` gives; the one file that only hands names on. */
export { type Change, type Changed, compareThings, type Difference } from './cli/compare-things.js';
export { readGraphThings } from './cli/graph-things.js';
export { readImports } from './cli/import/import-file.js';
export { parseExtractions, readJsonThings } from './cli/json-things.js';
export { type ReviewItem, type ReviewSentence, toReviewItems } from './cli/review-items.js';
export type { Thing, Things, Values } from './cli/thing.js';
export { type Config, packageRoot, packageVersion, readConfig } from './config.js';
export { type Decision, parseDecision } from './curation/decision.js';
export { type ExportOptions, exportProfile } from './export/export.js';
export { readContext } from './export/json-ld-context.js';
export { findProfile, type Profile, profiles } from './export/profiles.js';
export type {
  Attribution,
  Claim,
  ClaimObjects,
  CountQualifier,
  CountryCount,
  CountryRole,
  Entity,
  EntityType,
  Evidence,
  Extraction,
  Period,
  Property,
  Rejection,
  Round,
} from './extract/claim.js';
export { createAgencyLike, extractClaims } from './extract/extract.js';
export { type Gazetteers, readGazetteers } from './extract/gazetteer.js';
export { type EntityJson, type ExtractionJson, type TemporalJson, toJson } from './extract/to-json.js';
export { type Format, findFormat, formats } from './formats.js';
export { createIris, type Iris } from './iris.js';
export type { DamagedPlace, FrontMatter, Note, Passage, Span } from './notes/note.js';
export { type NoteReading, parseNote, type ReadOptions, readNote } from './notes/read.js';
export { type NamedNode, type Quad, rdf, type Term } from './rdf.js';
export { serialiseQuads } from './serialise/quads.js';
export type { Binding, Bindings } from './serialise/results.js';
export { createApp, createListener, type Parts } from './server/app.js';
export { type ConnectionLimits, createBoundedServer } from './server/connections.js';
export {
  readShapes,
  type Severity,
  type ValidationReport,
  type ValidationResult,
  validate,
} from './shapes/validate.js';
export {
  type Answer,
  type AnswerKind,
  type Bound,
  type Evaluator,
  type FaultKind,
  type GraphName,
  type GraphStore,
  QueryFault,
  type QueryOptions,
  type QueryResult,
  type RdfText,
  type RespondOptions,
  type StoreFigures,
  type UpdateOptions,
  type Upload,
  type WantedFormats,
  type WriteOptions,
} from './store/graph-store.js';
export { openStore, readRdf } from './store/open.js';
export { type Build, type BuildCounts, type BuildReport, buildGraph } from './triples/build.js';
export type { BuildInput } from './triples/build-input.js';
export { readCatalogue } from './triples/catalogue.js';
export { readCuration } from './triples/curation.js';
export type { ImportedCatalogue } from './triples/import.js';
export { type Ontology, readOntology } from './triples/ontology.js';
