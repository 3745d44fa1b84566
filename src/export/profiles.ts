/** The profiles that the catalogue can be exported by: one line, and one query in `queries/profiles/`, each. */
export interface Profile {
  readonly id: string;
  /** What a client names in a `profile` parameter. */
  readonly iri: string;
  /** The CONSTRUCT, by its path under `queries/`, without `.rq`. */
  readonly query: string;
}

export const profiles: readonly Profile[] = [{ id: 'dcat', iri: 'http://www.w3.org/ns/dcat#', query: 'profiles/dcat' }];

/** A profile by its id or IRI; undefined when there is none. */
export const findProfile = (name: string): Profile | undefined =>
  profiles.find((profile) => profile.id === name || profile.iri === name);
