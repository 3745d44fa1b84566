/** Builds the whole graph: what the notes say, what curators say, and what is known besides, each in a graph of its own. */
import n3, { type Quad as N3Quad } from 'n3';
import { type Decision, isOnStatement, type StatementDecision } from '../curation/decision.js';
import type { Entity } from '../extract/claim.js';
import { createIris, type Iris } from '../iris.js';
import { type NamedNode, type Quad, type Quad_Graph, rdf } from '../rdf.js';
import { type ValidationResult, validate } from '../shapes/validate.js';
import { mig, rdfTerms } from '../vocabularies.js';
import type { BuildInput } from './build-input.js';
import { describeCatalogue } from './catalogue.js';
import { describeDecision } from './curation.js';
import { isAgent } from './entity.js';
import type { ChangeRecord } from './history/change-record.js';
import { describeHistory } from './history/describe-history.js';
import { findChange } from './history/next-change.js';
import { readVersions } from './history/versions.js';
import { type DescribedImport, describeImport } from './import.js';
import { createRenamer, putTogether } from './merge/put-together.js';
import { describeNoteGraph, type NoteGraph, triplesOf } from './note-graph.js';
import { sortQuads, tripleKey } from './order.js';
import { describeReference } from './reference.js';
import type { PlacedCandidate } from './review/candidates.js';
import { findReview } from './review/find-review.js';
import type { CoverageNumbers } from './scope.js';
import { type Withheld, withhold } from './withhold.js';

const counted = [
  'Note',
  'Agency',
  'AgencyUnit',
  'Dataset',
  'Publication',
  'Series',
  'Project',
  'Event',
  'Claim',
] as const;

/** How many there are of each. */
export type BuildCounts = Readonly<Record<'quads' | 'DamagedPassage' | (typeof counted)[number], number>>;

/** What a build did that its quads do not show. */
export interface BuildReport {
  /** What was read and is not in the graph, by note. */
  readonly withheld: readonly Withheld[];
  /** What a curator may want to look at. */
  readonly warnings: readonly ValidationResult[];
  readonly applied: readonly Decision[];
  /** What is left for curators to decide, by note, in the order of the text. */
  readonly candidates: readonly PlacedCandidate[];
  /** Decisions on notes that are not part of this build. */
  readonly notApplied: readonly Decision[];
}

/** A graph, and how it came to be. */
export interface Build {
  /** Sorted, each once, all in named graphs, without blank nodes. */
  readonly quads: readonly Quad[];
  readonly counts: BuildCounts;
  readonly report: BuildReport;
  /** To be added to the history; undefined where this build changes nothing, or has none. */
  readonly change: ChangeRecord | undefined;
}

/**
 * Builds the graph; the same input gives the same quads in the same order. What was read and violates a shape is withheld.
 * @throws Error where ontology, gazetteers, catalogue or a curator's decision are at fault
 */
export async function buildGraph(input: BuildInput): Promise<Build> {
  const { gazetteers, ontology } = input;
  const iris = createIris(input.config.base);
  const coverages: CoverageNumbers = new Map();
  const merged = putTogether(input, iris);
  const notes = merged.extractions.map((extraction) => describeNoteGraph({ extraction, gazetteers, iris, coverages }));
  const { curated, notApplied } = applyCuration(input.curation, notes, createRenamer(merged.replaced, iris), iris);
  const imported = (input.imports ?? []).map((one) => describeImport(one, iris));
  const withheld: Withheld[] = [];
  for (;;) {
    const triples = notes.flatMap((note) => [...inGraph(triplesOf(note), iris.graph(`note/${note.note.slug}`))]);
    const graph = gather([
      ...triples,
      ...curated.flatMap(({ quads }) => quads),
      ...inGraph(describeReference(gazetteers, agenciesOf(notes), iris), iris.graph('reference')),
      ...inGraph(ontology.quads, iris.graph('ontology')),
      ...inGraph(describeCatalogue(input.catalogue, triples, iris), iris.graph('catalogue')),
      ...inGraph(
        imported.flatMap(({ about }) => about),
        iris.graph('catalogue'),
      ),
    ]);
    if (withheld.length === 0) refuseUnknown(curated, graph);
    const { results } = await validate(graph.quads(), ontology.shapes);
    const violations = results.filter(({ severity }) => severity === 'Violation');
    if (violations.length === 0) {
      const warnings = results.filter(({ severity }) => severity === 'Warning');
      const applied = curated.map(({ decision }) => decision);
      const own = graph.quads();
      const review = findReview(merged.extractions, notes, { withheld, decisions: input.curation, own, iris });
      const ordered = inOrder(
        [...own, ...review.quads],
        imported,
        { history: input.history, replaced: merged.replaced },
        iris,
      );
      return { ...ordered, report: { withheld, warnings, applied, notApplied, candidates: review.candidates } };
    }
    for (const { decision, quads: own } of curated) if (isOnStatement(decision)) refuse(decision, own, violations);
    const { withheld: gone, unexplained } = withhold(violations, notes);
    const [fault] = unexplained;
    if (fault) throw new Error(`${fault.focusNode.value}: ${fault.message}`);
    withheld.push(...gone);
  }
}

interface Told {
  readonly history: BuildInput['history'] | undefined;
  /** Path → path of what was put together with another thing. */
  readonly replaced: ReadonlyMap<string, string>;
}

/** The quads in order, those of the history and of other catalogues among them; only ours have a history and are counted. */
function inOrder(
  own: readonly Quad[],
  imported: readonly DescribedImport[],
  { history, replaced }: Pick<Told, 'history' | 'replaced'>,
  iris: Iris,
): Omit<Build, 'report'> {
  const change = history && findChange(history.records, readVersions(own, iris), history.date, replaced);
  const records = [...(history?.records ?? []), ...(change === undefined ? [] : [change])];
  const ours = [...own, ...inGraph(describeHistory(records, iris), iris.graph('catalogue'))];
  const sorted = sortQuads([...ours, ...imported.flatMap(({ quads }) => quads)]);
  return { quads: sorted, counts: countThings(ours, sorted.length), change };
}

function* inGraph(triples: Iterable<Quad>, graph: Quad_Graph): Generator<Quad> {
  for (const { subject, predicate, object } of triples) yield rdf.quad(subject, predicate, object, graph);
}

interface Gathered {
  /** Each once. */
  quads(): Quad[];
  hasType(subject: string): boolean;
}

/** The store in which everything that is described comes together; n3's published types lag behind those of its terms. */
function gather(quads: readonly Quad[]): Gathered {
  const store = new n3.Store(quads as unknown as N3Quad[]);
  return {
    quads: () => store.getQuads(null, null, null, null) as unknown as Quad[],
    hasType: (subject) => store.countQuads(rdf.namedNode(subject) as never, rdfTerms.type as never, null, null) > 0,
  };
}

interface Curated {
  readonly decision: Decision;
  readonly quads: readonly Quad[];
}

/** Describes the decisions, each in its graph; a retracted triple leaves its note's graph, its claim stays there. */
function applyCuration(
  decisions: readonly Decision[],
  notes: readonly NoteGraph[],
  rename: (triple: Quad) => Quad,
  iris: Iris,
) {
  const bySlug = new Map(notes.map((note) => [note.note.slug, note]));
  const curated: Curated[] = [];
  const notApplied: Decision[] = [];
  for (const written of decisions) {
    const note = bySlug.get(written.note);
    if (note === undefined) {
      notApplied.push(written);
      continue;
    }
    const decision = isOnStatement(written)
      ? {
          ...written,
          statement: rename(written.statement),
          replacement: written.replacement && rename(written.replacement),
        }
      : written;
    const { quads, retracted } = describeDecision(decision, note, iris);
    for (const triple of retracted) note.retracted.add(tripleKey(triple));
    curated.push({ decision, quads: [...inGraph(quads, iris.graph(`curation/${decision.id}`))] });
  }
  return { curated, notApplied };
}

/** Stops the build where a curator speaks of what there is not: most often a name that was mistyped. */
function refuseUnknown(curated: readonly Curated[], graph: Gathered): void {
  for (const { decision } of curated) {
    if (!isOnStatement(decision)) continue;
    for (const field of ['statement', 'replacement'] as const) {
      const subject = decision[field]?.subject.value;
      if (subject !== undefined && !graph.hasType(subject))
        decision.fail(field, `nothing in the graph is called ${subject}`);
    }
  }
}

/** Stops the build where a violation is of what the curator asserts. */
function refuse(
  { fail, replacement }: StatementDecision,
  quads: readonly Quad[],
  violations: readonly ValidationResult[],
): void {
  const isOf = (quad: Quad, { focusNode, path, value }: ValidationResult) =>
    quad.subject.equals(focusNode) &&
    path?.equals(quad.predicate) &&
    (value === undefined || value.equals(quad.object));
  const fault = violations.find((violation) => quads.some((quad) => isOf(quad, violation)));
  if (fault) fail(replacement === undefined ? 'statement' : 'replacement', fault.message);
}

/** The agencies and units that statements are of or name, and those whose names are stated. */
function agenciesOf(notes: readonly NoteGraph[]) {
  const mentioned = new Set<string>();
  const named = new Set<string>();
  const mention = (entity: Entity) => isAgent(entity) && mentioned.add(entity.slug);
  for (const { claim } of notes.flatMap(({ statements }) => statements)) {
    mention(claim.subject);
    if (claim.property === 'owner' || claim.property === 'memberOf') mention(claim.object);
    if (claim.property === 'label' && isAgent(claim.subject)) named.add(claim.subject.slug);
  }
  return { mentioned, named };
}

/** How many things of each kind there are among so many quads; those that give no type do not matter. */
export function countThings(quads: Iterable<Quad>, size: number): BuildCounts {
  const byType = new Map<string, Set<string>>();
  for (const { subject, predicate, object } of quads) {
    if (!predicate.equals(rdfTerms.type)) continue;
    const things = byType.get(object.value) ?? new Set();
    byType.set(object.value, things.add(subject.value));
  }
  const count = (type: NamedNode): number => byType.get(type.value)?.size ?? 0;
  const ofThings = counted.map((name) => [name, count(mig[name])]);
  return { ...Object.fromEntries(ofThings), quads: size, DamagedPassage: count(mig.DamagedPassage) };
}
