/** A change of a graph: what an update comes to, what the journal holds, and what every query process is told. */
import type { Quad } from '../rdf.js';
import type { LineTexts } from './rdf/parse-lines.js';

/** First what is removed, then what is added. Nothing removed was absent, nothing added was there, nothing is in both. */
export interface Change {
  readonly removed: readonly Quad[];
  readonly added: readonly Quad[];
}

/** The same as it is written: what is told need not be made terms of. */
export interface WrittenChange {
  readonly removed: readonly LineTexts[];
  readonly added: readonly LineTexts[];
}
