/** A thing, and what it is called. */
import type { Name } from '../view/names.js';

export interface NamedThing {
  readonly iri: string;
  /** Undefined where the graph has no name for it. */
  readonly name: Name | undefined;
}
