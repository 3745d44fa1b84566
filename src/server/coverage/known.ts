/** Whether what is asked for is anything that the graph knows of. */
import type { Ask } from '../answer/ask.js';
import type { NamedSubject } from '../answer/names.js';
import type { Asking } from '../asking.js';
import { readRows } from '../read-rows.js';
import type { Services } from '../services.js';
import type { Fault } from './choice.js';
import type { Covering, Facts } from './facts.js';
import type { PlaceNames } from './place-axis.js';

export interface Known {
  readonly facts: Facts;
  readonly names: PlaceNames;
  readonly subjects: readonly NamedSubject[];
}

/** More than there are datasets that are counted. */
const mostOnSubject = 200_000;

const isPlace = (iri: string, { facts, names }: Known): boolean =>
  names.has(iri) ||
  facts.places.above(iri).size > 0 ||
  facts.places.below(iri).size > 0 ||
  facts.datasets.some(({ places }) => places.has(iri));

const unknown = (name: string): Fault => ({ key: 'matrix.fault.unknown', values: { name } });

/** A place that nobody names has no data; but a name that was mistyped must not look like one. */
export function findUnknown({ place, agency }: Ask, known: Known): Fault[] {
  return [
    ...(place !== undefined && !isPlace(place.value, known) ? [unknown(place.value)] : []),
    ...(agency !== undefined && known.facts.owners.get(agency.value)?.iri === undefined ? [unknown(agency.value)] : []),
  ];
}

/** All of them, where no subject is asked for. */
export async function datasetsOn(
  services: Services,
  { subject }: Ask,
  { facts, asking }: { readonly facts: Facts; readonly asking: Asking },
): Promise<readonly Covering[]> {
  if (subject === undefined) return facts.datasets;
  const options = { ...asking, bindings: { subject } };
  const rows = await readRows(services, 'coverage/on-subject', options, mostOnSubject);
  const found = new Set(rows.map((row) => row.get('dataset')?.value ?? ''));
  return facts.datasets.filter(({ iri }) => found.has(iri));
}
