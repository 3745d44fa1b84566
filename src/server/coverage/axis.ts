/** What a matrix counts by: agencies, places or periods, each a list of members that datasets belong to. */
import type { Language } from '../view/language.js';
import type { Covering } from './facts.js';
import type { How, Years } from './standing.js';

export interface Member {
  /** What it is called; undefined for those that have words of their own by their kind. */
  readonly name?: string | undefined;
  readonly language?: Language | undefined;
  readonly iri?: string | undefined;
  readonly years?: Years | undefined;
  /** `all`: whatever its axis was asked for; `none`: what does not say; `one`: one of them. */
  readonly kind: 'all' | 'none' | 'one';
  /** Units stand beneath their agency. */
  readonly depth?: number;
  /** Whether the home page can be asked for it. */
  readonly isAskable: boolean;
}

/** How a dataset belongs to a member. */
export interface Belonging {
  readonly member: number;
  /** To a place. */
  readonly how?: How;
  /** To years: that none are stated. */
  readonly isUndated?: boolean;
}

export interface Axis {
  readonly kind: 'agency' | 'place' | 'period';
  /** The last is the whole of what was asked for. */
  readonly members: readonly Member[];
  belongings(dataset: Covering): readonly Belonging[];
}
