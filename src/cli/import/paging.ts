/** The pages of a catalogue as Hydra tells of them: which is the next one, and which statements are about pages alone. */
import type { Quad, Term } from '../../rdf.js';
import { hydra, prefixes, rdfTerms } from '../../vocabularies.js';

const isHydra = ({ value }: Term): boolean => value.startsWith(prefixes.hydra);

/** What is said of pages is not said of the catalogue, and is another thing on each page. */
export const isOfPaging = ({ predicate, object }: Quad): boolean =>
  isHydra(predicate) || (predicate.equals(rdfTerms.type) && object.termType === 'NamedNode' && isHydra(object));

/** A page within reach of a page: some write its address as a text. */
interface Link {
  readonly from: Term;
  readonly to: string;
}

/** `hydra:next` of a view, and `hydra:nextPage`, as it was called before there were views. */
const linksOf = (quads: readonly Quad[]): Link[] =>
  quads
    .filter(({ predicate }) => predicate.equals(hydra.next) || predicate.equals(hydra.nextPage))
    .map(({ subject, object }) => ({ from: subject, to: object.value }));

/** The page itself, and what is a view of the whole. */
function findViews(quads: readonly Quad[], pageIri: string): (term: Term) => boolean {
  const views = new Set<string>([pageIri]);
  for (const { subject, predicate, object } of quads) {
    if (predicate.equals(hydra.view)) views.add(object.value);
    const isView = object.equals(hydra.PartialCollectionView) || object.equals(hydra.PagedCollection);
    if (predicate.equals(rdfTerms.type) && isView) views.add(subject.value);
  }
  return ({ value }) => views.has(value);
}

/**
 * The address of the next page, undefined on the last one.
 * @throws Error with the reason where several are named, for one of them would be lost
 */
export function findNextPage(quads: readonly Quad[], pageIri: string): string | undefined {
  const links = linksOf(quads);
  if (links.length === 0) return undefined;
  const own = links.filter(({ from }) => from.value === pageIri);
  const isView = findViews(quads, pageIri);
  const ofViews = links.filter(({ from }) => isView(from));
  const chosen = [own, ofViews, links].find((some) => some.length > 0) ?? [];
  const targets = new Set(chosen.map(({ to }) => (URL.canParse(to, pageIri) ? new URL(to, pageIri).href : to)));
  if (targets.size > 1) throw new Error(`names several next pages: ${[...targets].slice(0, 3).join(', ')}`);
  return [...targets][0];
}
