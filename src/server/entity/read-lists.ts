/** What has to do with a thing: lists of what leads to it, by how and by kind, each with its length; and a page of one of them. */
import { readQueryPage } from '../../export/query-text.js';
import { type NamedNode, rdf, type Term } from '../../rdf.js';
import { dct, mig, prefixes, prov, schema } from '../../vocabularies.js';
import type { Asking } from '../asking.js';
import { readRows } from '../read-rows.js';
import type { Services } from '../services.js';
import type { Language } from '../view/language.js';
import { readNames, toName } from '../view/names.js';
import { classOf } from './kinds.js';
import type { NamedThing } from './named-thing.js';
import { type ListDetails, readListDetails } from './read-list-details.js';

export interface List {
  /** `publisher.Dataset`: what it is called in an address. */
  readonly key: string;
  /** The query in `queries/pages/lists/`. */
  readonly query: 'leading' | 'others' | 'around' | 'within' | 'of-units' | 'held-in' | 'catalogued';
  /** By which its things lead to the thing, where there is one such property. */
  readonly property: string | undefined;
  readonly kind: string;
  readonly count: number;
}

export interface Item extends NamedThing, ListDetails {
  /** By way of which it has to do with the thing: the region that it covers, the unit that holds it. */
  readonly via: NamedThing | undefined;
}

/** Who asks, and in which language names are wanted. */
interface Wish {
  readonly language: Language;
  readonly asking: Asking;
}

/** Where a list by the second says the same, or more, one by the first is left out. */
const repeats: readonly (readonly [NamedNode, readonly NamedNode[]])[] = [
  [mig.reportingCountry, [dct.spatial]],
  [mig.studyCountry, [dct.spatial]],
  [mig.originCountry, [dct.spatial]],
  [mig.destinationCountry, [dct.spatial]],
  [prov.wasAssociatedWith, [schema.organizer]],
  [prov.atLocation, [schema.location]],
];

const isRepeated = ({ property, kind, count }: List, lists: readonly List[]): boolean => {
  // A corridor is of interest by its ends.
  if (kind === 'Corridor') return property === dct.spatial.value;
  const better = repeats.find(([plain]) => plain.value === property)?.[1] ?? [];
  return lists.some(
    (other) => other.kind === kind && other.count >= count && better.some((one) => one.value === other.property),
  );
};

/** `dct:publisher` without a colon, which addresses would have to encode. */
function keyOf(property: string, kind: string): string {
  for (const [prefix, namespace] of Object.entries(prefixes))
    if (property.startsWith(namespace)) return `${prefix}-${property.slice(namespace.length)}.${kind}`;
  return `${property}.${kind}`;
}

/** The largest kinds of what matters most first: datasets before publications, what is named before what is only around. */
const kinds = ['Dataset', 'Publication', 'Series', 'AgencyUnit', 'Agency', 'Project', 'Event', 'Corridor'];
const rank = ({ kind, query }: List): number =>
  (kinds.includes(kind) ? kinds.indexOf(kind) : kinds.length) * 2 + (query === 'leading' ? 0 : 1);

export async function readLists(services: Services, thing: NamedNode, { asking }: Wish): Promise<List[]> {
  const options = { ...asking, bindings: { thing } };
  const [counted, derived] = await Promise.all([
    readRows(services, 'pages/lists/counts', options),
    readRows(services, 'pages/lists/derived', options),
  ]);
  const lists = [
    ...counted.map((row): List => {
      const [property, kind] = [row.get('property')?.value ?? '', row.get('kind')?.value];
      return {
        key: keyOf(property, kind ?? 'Thing'),
        query: kind === undefined ? 'others' : 'leading',
        property,
        kind: kind ?? 'Thing',
        count: Number(row.get('count')?.value ?? 0),
      };
    }),
    ...derived.map((row): List => {
      const [query, kind] = [row.get('list')?.value as List['query'], row.get('kind')?.value ?? 'Thing'];
      return { key: `${query}.${kind}`, query, property: undefined, kind, count: Number(row.get('count')?.value ?? 0) };
    }),
  ].filter(({ count }) => count > 0);
  return lists.filter((list) => !isRepeated(list, lists)).sort((a, b) => rank(a) - rank(b) || b.count - a.count);
}

/** Some things of the list, in the order of their names. */
export async function readItems(
  services: Services,
  { thing, list, offset, limit }: { thing: NamedNode; list: List; offset: number; limit: number },
  { language, asking }: Wish,
): Promise<Item[]> {
  const property = list.property === undefined ? undefined : rdf.namedNode(list.property);
  const type = classOf(list.kind);
  const bindings = { thing, ...(property && { property }), ...(type && { class: type }) };
  const query = readQueryPage(`pages/lists/${list.query}`, { limit, offset });
  const result = await services.store.query(query, { ...asking, bindings });
  const found: { value: Term; title: Term | undefined; via: string | undefined }[] = [];
  if (result.kind === 'bindings')
    for await (const row of result.rows) {
      const value = row.get('value');
      if (value !== undefined) found.push({ value, title: row.get('title'), via: row.get('via')?.value });
    }
  const iris = found.flatMap(({ value }) => (value.termType === 'NamedNode' ? [value.value] : []));
  const details = await readListDetails(services, iris, asking);
  const owners = [...details.values()].flatMap((one) => one.ownerIris);
  const all = [...new Set([...iris, ...owners, ...found.flatMap(({ via }) => via ?? [])])];
  const names = await readNames(services, all, { language, asking });
  const named = (iri: string): NamedThing => ({ iri, name: names.get(iri) });
  return found.map(({ value, title, via }) => {
    const own = details.get(value.value);
    return {
      // What has no IRI has no names that could be asked for, but the one that it stands in order by.
      ...(value.termType === 'NamedNode'
        ? named(value.value)
        : { iri: `_:${value.value}`, name: title && toName(title) }),
      via: via === undefined ? undefined : named(via),
      owners: (own?.ownerIris ?? []).map(named),
      years: own?.years,
      date: own?.date,
      number: own?.number,
    };
  });
}
