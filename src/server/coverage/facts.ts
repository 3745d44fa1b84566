/** What the graph says of whose data cover which places and years. */
import type { Tree } from './tree.js';

export interface Period {
  readonly iri: string;
  /** Undefined where no year can be read. */
  readonly start: number | undefined;
  /** Undefined where it is open. */
  readonly end: number | undefined;
  readonly label: string | undefined;
  /** The word by which the years are qualified, "about". */
  readonly qualifier: string | undefined;
}

export interface Covering {
  readonly iri: string;
  readonly title: string;
  /** Keys of {@link Owner}s. */
  readonly owners: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  /** In the order of their years; none where no years are stated. */
  readonly periods: readonly Period[];
  /** Whether its list of places is whole, so that what is not in it is not covered. */
  readonly isListed: boolean;
}

export interface Owner {
  /** Its IRI, or what it is called where it has none. */
  readonly key: string;
  readonly iri: string | undefined;
  readonly name: string;
}

export interface Facts {
  readonly datasets: readonly Covering[];
  /** Whoever holds a dataset, or is an agency or a unit of one, in the order of their names. */
  readonly owners: ReadonlyMap<string, Owner>;
  readonly units: Tree;
  readonly places: Tree;
  /** What places are called that no gazetteer names. */
  readonly placeNames: ReadonlyMap<string, string>;
  /** Datasets without an IRI, which nothing can be asked of. */
  readonly unnamed: number;
  /** Whether there was more than is read. */
  readonly isCut: boolean;
}
