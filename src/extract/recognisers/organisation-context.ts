/** What the recognisers of organisations go by. */
import type { Place } from '../gazetteer.js';
import type { Mention } from '../mention.js';
import type { Directory, Organisation } from '../organisations.js';
import type { Token } from '../tokens.js';
import type { Scan } from './scan.js';

/** The kind of place that a token is part of. */
export type PlaceAt = (token: Token) => Place['kind'] | undefined;

/** What an unnamed "the Bank" or "special procedures" may stand for, where nothing was named before it. */
export type Unresolved = (candidates: readonly Organisation[]) => void;

export interface OrganisationContext {
  readonly scan: Scan;
  readonly directory: Directory;
  /** Whose text this is, where that is known: "the Bank" is the owner's before anybody else's. */
  readonly owner?: Organisation | undefined;
  readonly unresolved?: Unresolved;
}

/** What the search goes by: the passage, what is named in it already, and the note's directory. */
export interface NameSearch {
  readonly scan: Pick<Scan, 'text' | 'tokens'>;
  readonly taken: readonly Mention<'organisation'>[];
  readonly placeAt: PlaceAt;
  readonly directory: Directory;
}
