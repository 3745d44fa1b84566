/** One note's graph in parts, so that a statement can be left out together with its claims. */
import type { Claim, Extraction } from '../extract/claim.js';
import type { Gazetteers } from '../extract/gazetteer.js';
import type { Iris } from '../iris.js';
import type { Note } from '../notes/note.js';
import type { NamedNode, Quad } from '../rdf.js';
import { type ClaimEvidence, claimIri, describeClaim } from './claim.js';
import { createPassageWriter, describeDamage, describeNote, type PassageWriter } from './note.js';
import { tripleKey } from './order.js';
import { type CoverageNumbers, createScope } from './scope.js';
import { describeStatements } from './statements.js';

/** What one claim of an extraction gives: triples of the default graph. */
export interface Statement {
  readonly claim: Claim;
  readonly said: readonly Quad[];
  /** Descriptions of what it names. */
  readonly described: readonly Quad[];
  /** One for each triple said; another statement may bring the same ones. */
  readonly claims: readonly { readonly iri: NamedNode; readonly quads: readonly Quad[] }[];
}

export interface NoteGraph {
  readonly note: Note;
  readonly statements: Statement[];
  /** Triples that a curator took back: their claims stay, they themselves do not. By `tripleKey`. */
  readonly retracted: Set<string>;
  readonly passages: PassageWriter;
  /** The note itself and its damaged places. */
  readonly about: readonly Quad[];
  findClaims(triple: Quad): NamedNode[];
}

export interface NoteGraphInput {
  readonly extraction: Extraction;
  readonly gazetteers: Gazetteers;
  readonly iris: Iris;
  readonly coverages: CoverageNumbers;
}

export function describeNoteGraph(input: NoteGraphInput): NoteGraph {
  const { extraction, gazetteers, iris } = input;
  const { note, damaged } = extraction;
  const scope = createScope(input);
  const passages = createPassageWriter(note, iris);
  const claimsOf = new Map<string, Set<NamedNode>>();
  const statements = extraction.claims.map((claim): Statement => {
    const { said, described } = describeStatements(claim, scope);
    const evidence: ClaimEvidence = {
      note: iris.note(note.slug),
      passages: claim.evidence.passages.map((passage) => passages.iri(passage)),
      attribution: claim.evidence.attribution,
      foundBy: claim.evidence.rule,
    };
    const claims = said.map((triple) => {
      const iri = claimIri(triple, evidence, iris);
      claimsOf.set(tripleKey(triple), (claimsOf.get(tripleKey(triple)) ?? new Set()).add(iri));
      return { iri, quads: describeClaim(triple, evidence, iris) };
    });
    return { claim, said, described, claims };
  });
  const findAgency = (name: string): string | undefined => {
    const [found] = gazetteers.agencies.find(name).filter(({ start, end }) => start === 0 && end === name.length);
    return found?.values.length === 1 ? found.values[0]?.agency.slug : undefined;
  };
  return {
    note,
    statements,
    retracted: new Set(),
    passages,
    about: [
      ...describeNote(note, { iris, findAgency }),
      ...damaged.flatMap((place) => describeDamage(place, passages)),
    ],
    findClaims: (triple) => [...(claimsOf.get(tripleKey(triple)) ?? [])],
  };
}

/** All triples of the graph, some of them more than once. */
export function* triplesOf({ about, statements, retracted, passages }: NoteGraph): Generator<Quad> {
  yield* about;
  const seen = new Set<string>();
  const isNew = (iri: NamedNode) => seen.size < seen.add(iri.value).size;
  for (const { claim, said, described, claims } of statements) {
    for (const triple of said) if (!retracted.has(tripleKey(triple))) yield triple;
    yield* described;
    // The same words may be read twice; the first reading tells the rule.
    for (const { iri, quads } of claims) if (isNew(iri)) yield* quads;
    for (const passage of claim.evidence.passages) if (isNew(passages.iri(passage))) yield* passages.describe(passage);
  }
}
