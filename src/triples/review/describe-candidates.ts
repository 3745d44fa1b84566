/** Describes what of the notes is still to be decided, each note's in a graph of its own, from which a page asks for decisions. */
import type { Iris } from '../../iris.js';
import { type NamedNode, type Quad, rdf } from '../../rdf.js';
import { dct, prov, rdfs, rdfTerms } from '../../vocabularies.js';
import { languageOf } from '../note.js';
import type { NoteGraph } from '../note-graph.js';
import type { PlacedCandidate } from './candidates.js';

/** Passages that the graph describes already are not described again. */
export function describeReview(
  candidates: readonly PlacedCandidate[],
  noteGraph: NoteGraph,
  { iris, isDescribed }: { readonly iris: Iris; isDescribed(passage: NamedNode): boolean },
): Quad[] {
  const { note, passages } = noteGraph;
  const graph = iris.graph(`review/${note.slug}`);
  const quoted = candidates.filter(({ passage }) => !isDescribed(passages.iri(passage)));
  const triples = [
    ...describeCandidates(candidates, noteGraph, iris),
    ...quoted.flatMap(({ passage }) => passages.describe(passage)),
  ];
  return triples.map(({ subject, predicate, object }) => rdf.quad(subject, predicate, object, graph));
}

function describeCandidates(
  candidates: readonly PlacedCandidate[],
  { note, passages }: Pick<NoteGraph, 'note' | 'passages'>,
  iris: Iris,
): Quad[] {
  const language = languageOf(note);
  return candidates.flatMap(({ id, kind, words, reason, passage, proposal }) => {
    const iri = iris.candidate(id);
    const said = proposal === undefined ? [] : describeProposal(proposal);
    return [
      rdf.quad(iri, rdfTerms.type, prov.Entity),
      rdf.quad(iri, dct.type, rdf.literal(kind)),
      rdf.quad(iri, rdfs.label, rdf.literal(words, language)),
      rdf.quad(iri, dct.description, rdf.literal(reason, 'en')),
      rdf.quad(iri, dct.source, iris.note(note.slug)),
      rdf.quad(iri, prov.wasQuotedFrom, passages.iri(passage)),
      ...said.map(([property, value]) => rdf.quad(iri, property, value)),
    ];
  });
}

const describeProposal = ({ subject, predicate, object }: Quad) =>
  [
    [rdfTerms.type, rdfTerms.Statement],
    [rdfTerms.subject, subject as typeof predicate],
    [rdfTerms.predicate, predicate],
    [rdfTerms.object, object],
  ] as const;
