/** What a thing is bound to, by which property and in which direction: the first of each, and how many there are. */
import { rdf, type Term } from '../../rdf.js';
import { as, dcat, foaf, prefixes, rdfTerms, skos } from '../../vocabularies.js';
import type { Asking } from '../asking.js';
import { readRows } from '../read-rows.js';
import type { Services } from '../services.js';
import type { Language } from '../view/language.js';
import { type Name, readNames } from '../view/names.js';

export type Direction = 'in' | 'out';

export interface Bond {
  readonly direction: Direction;
  /** More than one where they bind it to the same things. */
  readonly properties: readonly string[];
  /** How many things there are. */
  readonly count: number;
  /** The first of them; none where it is not drawn. */
  readonly others: readonly Term[];
}

export interface Neighbourhood {
  readonly name: Name | undefined;
  /** Those that are drawn. */
  readonly bonds: readonly Bond[];
  /** Bonds that keep the books: evidence, records, kinds; and those that were too many. */
  readonly undrawn: readonly Bond[];
  readonly names: ReadonlyMap<string, Name>;
}

/** Properties on each side of the picture. */
const mostBonds = 12;

/** What a picture of a thing's surroundings would drown in. */
const books: Readonly<Record<Direction, ReadonlySet<string>>> = {
  in: new Set([
    ...[rdfTerms.subject, rdfTerms.object, rdfTerms.predicate, rdfTerms.type].map(({ value }) => value),
    ...[foaf.primaryTopic, as.object, dcat.record].map(({ value }) => value),
    `${prefixes.oa}hasSource`,
  ]),
  out: new Set([rdfTerms.type.value, skos.inScheme.value]),
};

async function readCounts(services: Services, options: Options): Promise<Bond[]> {
  const rows = await readRows(services, 'pages/neighbour-counts', options);
  return rows.flatMap((row) => {
    const [direction, property] = [row.get('direction')?.value, row.get('property')?.value];
    if ((direction !== 'in' && direction !== 'out') || property === undefined) return [];
    return [{ direction, properties: [property], count: Number(row.get('count')?.value ?? 0), others: [] }];
  });
}

type Options = Asking & { readonly bindings: { readonly thing: Term } };

async function readOthers(services: Services, bond: Bond, { bindings, ...asking }: Options): Promise<Bond> {
  const bound = { ...bindings, property: rdf.namedNode(bond.properties[0] ?? '') };
  const rows = await readRows(services, `pages/neighbours-${bond.direction}`, { ...asking, bindings: bound });
  return { ...bond, others: rows.flatMap((row) => row.get('other') ?? []) };
}

/** A property and the one that it makes more precise bind a thing to the same others: they are one bond. */
function joinAlike(bonds: readonly Bond[]): Bond[] {
  const joined = new Map<string, Bond>();
  for (const bond of bonds) {
    const key = [bond.direction, bond.count, ...bond.others.map(({ value }) => value)].join(' ');
    const known = joined.get(key);
    joined.set(key, known ? { ...known, properties: [...known.properties, ...bond.properties] } : bond);
  }
  return [...joined.values()];
}

/** Undefined where nothing is said of the thing. */
export async function readNeighbourhood(
  services: Services,
  iri: string,
  { language, asking }: { readonly language: Language; readonly asking: Asking },
): Promise<Neighbourhood | undefined> {
  const options = { ...asking, bindings: { thing: rdf.namedNode(iri) } };
  const all = await readCounts(services, options);
  if (all.length === 0) return undefined;
  const wanted = all.filter(
    ({ direction, properties }) => !properties.some((property) => books[direction].has(property)),
  );
  const drawn = (['in', 'out'] as const).flatMap((side) =>
    wanted.filter(({ direction }) => direction === side).slice(0, mostBonds),
  );
  const bonds = joinAlike(await Promise.all(drawn.map((bond) => readOthers(services, bond, options))));
  const others = bonds.flatMap((bond) => bond.others).filter(({ termType }) => termType === 'NamedNode');
  const told = [iri, ...others.map(({ value }) => value), ...all.flatMap(({ properties }) => properties)];
  const names = await readNames(services, [...new Set(told)], { language, asking });
  return { name: names.get(iri), bonds, undrawn: all.filter((bond) => !drawn.includes(bond)), names };
}
