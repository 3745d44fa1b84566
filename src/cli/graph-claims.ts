/** The claims of a graph's notes, with what things are typed and called. */
import type { EntityType } from '../extract/claim.js';
import type { Iris } from '../iris.js';
import type { Quad, Term } from '../rdf.js';
import { mig, prov, rdfs, rdfTerms, skos } from '../vocabularies.js';

/** One statement of one note, as it was read. */
export interface GraphClaim {
  readonly note: string;
  readonly subject: string;
  readonly predicate: string;
  readonly object: Term;
  readonly inferred: boolean;
  /** Where the first of its passages begins, in code points. */
  readonly at: number;
}

export interface GraphClaims {
  readonly claims: readonly GraphClaim[];
  readonly labels: ReadonlyMap<string, string>;
  readonly types: ReadonlyMap<string, EntityType>;
  readonly notes: readonly string[];
}

const typeNames: ReadonlyMap<string, EntityType> = new Map([
  [mig.Agency.value, 'Agency'],
  [mig.AgencyUnit.value, 'Unit'],
  [mig.Dataset.value, 'Dataset'],
  [mig.Publication.value, 'Publication'],
  [mig.Series.value, 'Series'],
  [mig.Project.value, 'Project'],
  [mig.Event.value, 'Event'],
]);

/** A claim while its quads come in. */
interface Draft {
  readonly note: string;
  subject?: string;
  predicate?: string;
  object?: Term;
  inferred: boolean;
  at: number;
}

/** Enters one quad into the claim it is of; tells whether it is of a claim at all. */
function enter(draft: Draft, { predicate, object }: Quad): boolean {
  if (predicate.equals(rdfTerms.subject)) draft.subject = object.value;
  else if (predicate.equals(rdfTerms.predicate)) draft.predicate = object.value;
  else if (predicate.equals(rdfTerms.object)) draft.object = object;
  else if (predicate.equals(mig.attribution)) draft.inferred = object.equals(mig.Inferred);
  else if (predicate.equals(prov.wasQuotedFrom))
    draft.at = Math.min(draft.at, Number(/#char=(\d+)/.exec(object.value)?.[1] ?? draft.at));
  else return false;
  return true;
}

export function readGraphClaims(quads: Iterable<Quad>, iris: Iris): GraphClaims {
  const noteGraph = iris.graph('note/').value;
  const drafts = new Map<string, Draft>();
  const [labels, types] = [new Map<string, string>(), new Map<string, EntityType>()];
  const notes = new Set<string>();
  for (const quad of quads) {
    const { subject, predicate, object, graph } = quad;
    if (iris.isImportGraph(graph.value)) continue;
    if (predicate.equals(rdfs.label)) labels.set(subject.value, object.value);
    const inEnglish = object.termType === 'Literal' && object.language === 'en';
    if (predicate.equals(skos.prefLabel) && inEnglish && !labels.has(subject.value))
      labels.set(subject.value, object.value);
    if (!graph.value.startsWith(noteGraph)) continue;
    const note = graph.value.slice(noteGraph.length);
    notes.add(note);
    const type = predicate.equals(rdfTerms.type) ? typeNames.get(object.value) : undefined;
    if (type !== undefined) types.set(subject.value, type);
    const draft = drafts.get(subject.value) ?? { note, inferred: false, at: Number.POSITIVE_INFINITY };
    if (enter(draft, quad)) drafts.set(subject.value, draft);
  }
  const claims = [...drafts.values()].flatMap(({ subject, predicate, object, ...rest }): GraphClaim[] =>
    subject === undefined || predicate === undefined || object === undefined
      ? []
      : [{ subject, predicate, object, ...rest }],
  );
  return { claims: claims.sort((a, b) => a.at - b.at), labels, types, notes: [...notes] };
}
