/** Describes the profiles in the Profiles Vocabulary (PROF), each with the query that makes it and the shapes that it keeps. */
import { createIris } from '../iris.js';
import { type NamedNode, type Quad, rdf } from '../rdf.js';
import { dct, prof, rdfTerms } from '../vocabularies.js';
import { type Profile, profiles } from './profiles.js';

export interface ProfilePart {
  readonly name: 'query' | 'shapes';
  readonly title: string;
  /** What it is for (https://www.w3.org/TR/dx-prof/#resource-roles-vocab). */
  readonly role: string;
  readonly mediaType: string;
}

/** What there is of a profile. */
export const partsOf = ({ shapes }: Profile): ProfilePart[] => [
  { name: 'query', title: 'the query that makes it', role: 'mapping', mediaType: 'application/sparql-query' },
  ...(shapes === undefined
    ? []
    : [{ name: 'shapes', title: 'the shapes that it keeps', role: 'validation', mediaType: 'text/turtle' } as const]),
];

function describePart(profile: NamedNode, part: NamedNode, { title, role, mediaType }: ProfilePart): Quad[] {
  return [
    rdf.quad(profile, prof.hasResource, part),
    rdf.quad(part, rdfTerms.type, prof.ResourceDescriptor),
    rdf.quad(part, dct.title, rdf.literal(title, 'en')),
    rdf.quad(part, prof.hasRole, rdf.namedNode(`http://www.w3.org/ns/dx/prof/role/${role}`)),
    rdf.quad(part, prof.hasArtifact, part),
    rdf.quad(part, dct.format, rdf.namedNode(`https://www.iana.org/assignments/media-types/${mediaType}`)),
  ];
}

export function describeProfiles(base: string): Quad[] {
  const iris = createIris(base);
  return profiles.flatMap((profile) => {
    const iri = rdf.namedNode(profile.iri);
    return [
      rdf.quad(iri, rdfTerms.type, prof.Profile),
      rdf.quad(iri, dct.title, rdf.literal(profile.title, 'en')),
      rdf.quad(iri, prof.hasToken, rdf.literal(profile.id)),
      ...partsOf(profile).flatMap((part) => describePart(iri, iris.profilePart(profile.id, part.name), part)),
    ];
  });
}
