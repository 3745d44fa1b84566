/** Triples indexed for SHACL: a general dataset takes three times the memory, too much for a note of 10,000 agencies. */
import type { Quad, Term } from '../rdf.js';

export interface TripleIndex {
  /** What matches, each triple once, whichever graphs it stands in. */
  match(subject?: Term | null, predicate?: Term | null, object?: Term | null): ReadonlySet<Quad>;
}

export function indexTriples(quads: Iterable<Quad>): TripleIndex {
  const ids = new Map<string, number>();
  const idOf = (term: Term): number => {
    const key = keyOf(term);
    const id = ids.get(key) ?? ids.size;
    ids.set(key, id);
    return id;
  };
  const bySubject = new Map<string, Quad[]>();
  const byPredicate = new Map<string, Quad[]>();
  const byObject = new Map<string, Quad[]>();
  const seen = new Set<string>();
  for (const quad of quads) {
    const { subject, predicate, object } = quad;
    const triple = `${idOf(subject)} ${idOf(predicate)} ${idOf(object)}`;
    if (seen.size === seen.add(triple).size) continue;
    addTo(bySubject, subject.value, quad);
    addTo(byPredicate, predicate.value, quad);
    addTo(byObject, object.value, quad);
  }
  return {
    match(subject, predicate, object) {
      const candidates = subject
        ? bySubject.get(subject.value)
        : object
          ? byObject.get(object.value)
          : predicate
            ? byPredicate.get(predicate.value)
            : [...bySubject.values()].flat();
      const isMatch = (quad: Quad) =>
        (!subject || quad.subject.equals(subject)) &&
        (!predicate || quad.predicate.equals(predicate)) &&
        (!object || quad.object.equals(object));
      return new Set(candidates?.filter(isMatch));
    },
  };
}

/** An IRI as it is; anything else after a character that no IRI begins with. */
function keyOf(term: Term): string {
  if (term.termType === 'NamedNode') return term.value;
  return term.termType === 'Literal' ? `"${term.datatype.value}@${term.language}"${term.value}` : `_${term.value}`;
}

function addTo(map: Map<string, Quad[]>, key: string, quad: Quad): void {
  const quads = map.get(key);
  if (quads) quads.push(quad);
  else map.set(key, [quad]);
}
