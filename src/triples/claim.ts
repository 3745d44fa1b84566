/** Describes a claim: one triple as a resource of its own, with its passages, its rule and how its owner was found. */
import { createHash } from 'node:crypto';
import type { Attribution } from '../extract/claim.js';
import type { Iris } from '../iris.js';
import { type NamedNode, type Quad, rdf } from '../rdf.js';
import { mig, prov, rdfTerms } from '../vocabularies.js';
import { tripleKey } from './order.js';

const attributions: Readonly<Record<Attribution, NamedNode>> = {
  stated: mig.Stated,
  heading: mig.Heading,
  inferred: mig.Inferred,
};

export interface ClaimEvidence {
  readonly note: NamedNode;
  readonly passages: readonly NamedNode[];
  readonly attribution: Attribution;
  /** The rule's name, or the curator's. */
  readonly foundBy: string;
}

/** The claim's IRI is a hash of note, statement and passages: the same words give the same claim on every build. */
export function claimIri(triple: Quad, { note, passages }: ClaimEvidence, iris: Iris): NamedNode {
  const quoted = passages.map((passage) => passage.value).sort();
  const text = [note.value, tripleKey(triple), ...quoted].join('\n');
  return iris.claim(createHash('sha256').update(text).digest('hex').slice(0, 20));
}

export function describeClaim(triple: Quad, evidence: ClaimEvidence, iris: Iris): Quad[] {
  const claim = claimIri(triple, evidence, iris);
  return [
    ...[mig.Claim, rdfTerms.Statement, prov.Entity].map((type) => rdf.quad(claim, rdfTerms.type, type)),
    rdf.quad(claim, rdfTerms.subject, triple.subject as NamedNode),
    rdf.quad(claim, rdfTerms.predicate, triple.predicate),
    rdf.quad(claim, rdfTerms.object, triple.object),
    ...evidence.passages.map((passage) => rdf.quad(claim, prov.wasQuotedFrom, passage)),
    rdf.quad(claim, mig.attribution, attributions[evidence.attribution]),
    rdf.quad(claim, mig.foundBy, rdf.literal(evidence.foundBy)),
  ];
}
