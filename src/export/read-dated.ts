/** The things of the graph that feeds list, each with when it was changed last. */
import type { NamedNode } from '../rdf.js';
import type { Binding } from '../serialise/results.js';
import type { GraphStore, QueryOptions } from '../store/graph-store.js';
import { createMomentReader, latest, type Moment } from './moment.js';
import { readRows } from './read-rows.js';

export interface Dated {
  readonly iri: string;
  /** What its record in the catalogue says; without a record what it says itself; undefined: nobody says. */
  readonly modified: Moment | undefined;
}

/** The dates of one thing, of which several rows may tell. */
interface Dates {
  recorded: Moment | undefined;
  modified: Moment | undefined;
  issued: Moment | undefined;
}

function add(dates: Dates, row: Binding, read: ReturnType<typeof createMomentReader>): void {
  dates.recorded = latest([dates.recorded, read(row.get('recorded'))]);
  dates.modified = latest([dates.modified, read(row.get('modified'))]);
  dates.issued = latest([dates.issued, read(row.get('issued'))]);
}

/** In the order of their IRIs. */
export async function readDated(
  store: GraphStore,
  classes: readonly NamedNode[],
  options: QueryOptions = {},
): Promise<readonly Dated[]> {
  const things = new Map<string, Dates>();
  const read = createMomentReader();
  for await (const row of readRows(store, 'feeds/things', { ...options, bindings: { class: classes } })) {
    const iri = row.get('thing')?.value ?? '';
    const dates = things.get(iri) ?? { recorded: undefined, modified: undefined, issued: undefined };
    add(dates, row, read);
    things.set(iri, dates);
  }
  // They come in this order, or nearly so, and then it takes next to no time.
  return [...things]
    .map(([iri, { recorded, modified, issued }]) => ({ iri, modified: recorded ?? modified ?? issued }))
    .sort((a, b) => (a.iri < b.iri ? -1 : 1));
}
