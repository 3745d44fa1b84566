/** What a profile's query is asked with: which datasets, and whether the catalogues around them are told of. */
import { createIris } from '../iris.js';
import { type Literal, type NamedNode, rdf, type Term } from '../rdf.js';
import type { Bound, QueryOptions } from '../store/graph-store.js';
import { xsd } from '../vocabularies.js';
import type { Profile } from './profiles.js';

export interface ProfileScope extends Pick<QueryOptions, 'signal' | 'client'> {
  /** The canonical base; our catalogue's IRI is minted under it. */
  readonly base: string;
  /** One dataset by itself, or a catalogue of these; left out, of all. */
  readonly of?: NamedNode | readonly NamedNode[] | undefined;
}

const truth = (value: boolean): Literal => rdf.literal(String(value), xsd.boolean);

const isOne = (of: NamedNode | readonly NamedNode[]): of is NamedNode => 'termType' in of;

/** What a description of the graph as a whole is made with. */
function describeGraph(base: string): Record<string, Term> {
  const iris = createIris(base);
  return {
    graph: iris.wholeGraph(),
    base: rdf.literal(base),
    endpoint: iris.endpoint(),
    dump: iris.dump('graph.nq.gz'),
  };
}

/** The options that the store is asked with. */
export function bindProfile(profile: Profile, { base, of, signal, client }: ProfileScope): QueryOptions {
  const chosen: Record<string, Term | readonly Term[]> =
    of === undefined ? {} : { dataset: isOne(of) ? [of] : of, whole: truth(!isOne(of)), everything: truth(false) };
  const own = profile.of === 'graph' ? describeGraph(base) : chosen;
  const bindings: Bound = { catalog: createIris(base).catalogue(), ...profile.parameters, ...own };
  return {
    bindings,
    ...(signal === undefined ? {} : { signal }),
    ...(client === undefined ? {} : { client }),
  };
}
