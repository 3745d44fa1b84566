/** The things of a graph, by the claims that its notes make: what curators decided is left out, it is not what was read. */
import type { Iris } from '../iris.js';
import type { Quad, Term } from '../rdf.js';
import { mig } from '../vocabularies.js';
import { type GraphClaim, readGraphClaims } from './graph-claims.js';
import { localName, propertyName } from './property-names.js';
import type { Thing, Things } from './thing.js';

const keyOf = (note: string, iri: string): string => `${note} ${iri}`;

/** In the order of the text. */
export function readGraphThings(quads: Iterable<Quad>, iris: Iris, source: string): Things {
  const { claims, labels, types, notes } = readGraphClaims(quads, iris);
  const bySubject = new Map<string, GraphClaim[]>();
  for (const claim of claims) {
    const key = keyOf(claim.note, claim.subject);
    const known = bySubject.get(key);
    if (known === undefined) bySubject.set(key, [claim]);
    else known.push(claim);
  }
  const show = ({ value, termType }: Term): string =>
    termType === 'NamedNode' ? (labels.get(value) ?? localName(value)) : value;
  /** A round is shown by what it says; its number means nothing. */
  const showRound = (note: string, { value }: Term): string => {
    const own = bySubject.get(keyOf(note, value)) ?? [];
    const shown = own.flatMap(({ predicate, object }) => (propertyName(predicate) === undefined ? [] : [show(object)]));
    return shown.sort().join(', ');
  };
  const describe = (
    { note, predicate, object, inferred }: GraphClaim,
    property: string,
  ): [key: string, shown: string] => {
    if (predicate === mig.hasCoverage.value) return [showRound(note, object), showRound(note, object)];
    if (property === 'owner' && inferred) return [`${object.value} inferred`, `${show(object)} (inferred)`];
    return [object.value, show(object)];
  };
  const toThing = (own: readonly GraphClaim[]): Thing[] => {
    const [{ note, subject } = { note: '', subject: '' }] = own;
    const type = types.get(subject);
    if (type === undefined) return [];
    const said = new Map<string, Map<string, string>>();
    for (const claim of own) {
      const property = propertyName(claim.predicate);
      if (property === undefined) continue;
      said.set(property, (said.get(property) ?? new Map()).set(...describe(claim, property)));
    }
    const label = said.get('name')?.values().next().value ?? labels.get(subject) ?? localName(subject);
    return [{ note, type, id: subject.slice(iris.base.length), label, said }];
  };
  return { source, kind: 'graph', things: [...bySubject.values()].flatMap(toThing), notes };
}
