/** A thing that a note names, as two readings of it are compared: what it is called, and what is said of it, property by property. */
import type { EntityType } from '../extract/claim.js';

/** What is said under one property: what tells two values apart → how it is shown. */
export type Values = ReadonlyMap<string, string>;

/** A thing, and what is said of it. */
export interface Thing {
  /** The note's slug, or the document's name. */
  readonly note: string;
  readonly type: EntityType;
  /** As the graph calls it: `dataset/x`. Every reading of a note has another thing for each. */
  readonly id: string;
  readonly label: string;
  /** By property, in the words of the output: "owner", "years". */
  readonly said: ReadonlyMap<string, Values>;
}

/** All that one build, or one extraction, has. */
export interface Things {
  /** What it was read from, for the first line of the output. */
  readonly source: string;
  /** The same properties have the same names in things of one kind only. */
  readonly kind: 'graph' | 'extraction';
  /** In the order in which they were found. */
  readonly things: readonly Thing[];
  readonly notes: readonly string[];
}
