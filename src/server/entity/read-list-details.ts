/** What stands beside a thing in a list: whose it is, when it appeared, the years that it covers. */
import { rdf } from '../../rdf.js';
import type { Asking } from '../asking.js';
import { readRows } from '../read-rows.js';
import type { Services } from '../services.js';
import type { NamedThing } from './named-thing.js';
import type { Years } from './read-values.js';

export interface ListDetails {
  readonly owners: readonly NamedThing[];
  /** From the first year to the last; what lies between need not be covered. */
  readonly years: Years | undefined;
  readonly date: string | undefined;
  /** Within its series. */
  readonly number: string | undefined;
}

interface Collected extends Omit<ListDetails, 'owners'> {
  readonly ownerIris: readonly string[];
}

/** An open end stays open. */
const widen = (years: Years | undefined, { start, end }: Years): Years =>
  years === undefined
    ? { start, end }
    : {
        start: [years.start, start].flatMap((year) => year ?? []).sort()[0],
        end: years.end === undefined || end === undefined ? undefined : years.end > end ? years.end : end,
      };

export async function readListDetails(
  services: Services,
  iris: readonly string[],
  asking: Asking,
): Promise<ReadonlyMap<string, Collected>> {
  const details = new Map<string, Collected>();
  if (iris.length === 0) return details;
  const bindings = { value: iris.map((iri) => rdf.namedNode(iri)) };
  for (const row of await readRows(services, 'pages/lists/details', { ...asking, bindings }, 10_000)) {
    const text = (name: string): string | undefined => row.get(name)?.value;
    const iri = text('value') ?? '';
    const known = details.get(iri) ?? { ownerIris: [], years: undefined, date: undefined, number: undefined };
    const [detail, of] = [text('detail'), row.get('of')];
    if (detail === 'owner' && of?.termType === 'NamedNode' && !known.ownerIris.includes(of.value))
      details.set(iri, { ...known, ownerIris: [...known.ownerIris, of.value] });
    if (detail === 'date') details.set(iri, { ...known, date: known.date ?? of?.value });
    if (detail === 'number') details.set(iri, { ...known, number: known.number ?? of?.value });
    if (detail === 'years' && text('start') !== undefined)
      details.set(iri, { ...known, years: widen(known.years, { start: text('start'), end: text('end') }) });
  }
  return details;
}
