/** One note's graph in parts, so that a statement can be left out together with its claims. */
import type { Claim, Extraction } from '../extract/claim.js';
import type { Gazetteers } from '../extract/gazetteer.js';
import type { Iris } from '../iris.js';
import type { Note } from '../notes/note.js';
import type { NamedNode, Quad, Quad_Object } from '../rdf.js';
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
  readonly evidence: ClaimEvidence;
}

export interface NoteGraph {
  readonly note: Note;
  readonly statements: Statement[];
  /** Triples that a curator took back: their claims stay, they themselves do not. By `tripleKey`. */
  readonly retracted: Set<string>;
  readonly passages: PassageWriter;
  /** The note itself and its damaged places. */
  readonly about: readonly Quad[];
  /** The triples of the default graph that a claim would make. */
  sayingOf(claim: Claim): readonly Quad[];
  claimIri(triple: Quad, statement: Statement): NamedNode;
  describeClaim(triple: Quad, statement: Statement): Quad[];
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
  const statements = extraction.claims.map((claim): Statement => {
    const { said, described } = describeStatements(claim, scope);
    const evidence: ClaimEvidence = {
      note: iris.note(note.slug),
      passages: claim.evidence.passages.map((passage) => passages.iri(passage)),
      attribution: claim.evidence.attribution,
      foundBy: claim.evidence.rule,
    };
    return { claim, said, described, evidence };
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
    sayingOf: (claim) => describeStatements(claim, scope).said,
    claimIri: (triple, { evidence }) => claimIri(triple, evidence, iris),
    describeClaim: (triple, { evidence }) => describeClaim(triple, evidence, iris),
  };
}

/** All triples of the graph, some of them more than once; made anew on each call, for they are many. */
export function* triplesOf({ about, statements, retracted, passages, ...claims }: NoteGraph): Generator<Quad> {
  yield* about;
  const seen = new Set<string>();
  const isNew = (iri: NamedNode) => seen.size < seen.add(iri.value).size;
  for (const statement of statements) {
    for (const triple of statement.described) if (!retracted.has(tripleKey(triple))) yield triple;
    for (const triple of statement.said) {
      if (!retracted.has(tripleKey(triple))) yield triple;
      // The same words may be read twice; the first reading tells the rule.
      if (isNew(claims.claimIri(triple, statement))) yield* claims.describeClaim(triple, statement);
    }
    for (const passage of statement.claim.evidence.passages)
      if (isNew(passages.iri(passage))) yield* passages.describe(passage);
  }
}

/** The claims that the note makes of a triple. */
export function findClaims(triple: Quad, { statements, claimIri: iriOf }: NoteGraph): NamedNode[] {
  const saying = statements.filter(({ said }) => said.some((one) => one.equals(triple)));
  return saying.map((statement) => iriOf(triple, statement));
}

/** The objects that the note says of a triple's subject and predicate, the first few. */
export function objectsOf({ subject, predicate }: Quad, { statements }: NoteGraph): Quad_Object[] {
  const alike = statements
    .flatMap(({ said }) => said)
    .filter((one) => one.subject.equals(subject) && one.predicate.equals(predicate));
  return [...new Map(alike.map(({ object }) => [object.value, object])).values()].slice(0, 5);
}
