/** Of lists that were too long to be read whole: the datasets of which all was read. */
import type { Binding } from '../../serialise/results.js';

/**
 * What stands behind the end of a list that was cut is not known, and must not be taken for not stated.
 * @param datasets in the order in which the lists have them
 * @param lists rows with a `dataset`; one with `most` rows was cut
 */
export function keepWhole<T>(
  datasets: ReadonlyMap<string, T>,
  lists: readonly (readonly Binding[])[],
  most: number,
): ReadonlyMap<string, T> {
  const entries = [...datasets];
  let end = entries.length;
  for (const list of lists) {
    const last = list.length < most ? undefined : list.at(-1)?.get('dataset');
    if (last === undefined) continue;
    // Blank nodes come before all IRIs (SPARQL 1.1, section 15.1).
    const at = last.termType === 'BlankNode' ? 0 : entries.findIndex(([iri]) => iri === last.value);
    if (at >= 0) end = Math.min(end, at);
  }
  return new Map(entries.slice(0, end));
}
