/** Countries or regions: the parts of a place, all countries in it, or those that data are said to cover. */
import { checkIri } from '../../iris.js';
import type { NamedPlace } from '../answer/names.js';
import type { Axis, Belonging, Member } from './axis.js';
import type { Covering, Facts } from './facts.js';
import { type How, howItNames, howOf, hows } from './standing.js';

/** Which places of a whole are shown. */
export const levels = ['parts', 'countries', 'stated'] as const;

export type Level = (typeof levels)[number];

/** By IRI, in the order of the language's alphabet. */
export type PlaceNames = ReadonlyMap<string, NamedPlace>;

const isRegionOf =
  (names: PlaceNames) =>
  (place: string): boolean => {
    const kind = names.get(place)?.kind;
    return kind === 'region' || kind === 'group';
  };

/** What nothing contains, where it contains something itself; of a single one, its parts. */
function tops({ places }: Facts, names: PlaceNames): readonly string[] {
  const found = [...names.keys()].filter((key) => places.wholesOf(key).length === 0 && places.partsOf(key).length > 0);
  const [first, second] = found;
  return first !== undefined && second === undefined ? places.partsOf(first) : found;
}

/** Those that the gazetteers name first, in their order. */
function inOrder(keys: ReadonlySet<string>, names: PlaceNames): string[] {
  const others = [...keys].filter((key) => !names.has(key)).sort();
  return [...[...names.keys()].filter((key) => keys.has(key)), ...others];
}

function statedPlaces({ datasets }: Facts): Set<string> {
  const stated = new Set<string>();
  for (const { places } of datasets) for (const place of places) stated.add(place);
  return stated;
}

/** Without a tree of regions only what is stated can be shown. */
export const levelFor = (level: Level, facts: Facts, names: PlaceNames): Level =>
  tops(facts, names).length === 0 ? 'stated' : level;

function placesFor(facts: Facts, names: PlaceNames, level: Level, within: string | undefined): string[] {
  const isWithin = (key: string): boolean =>
    within === undefined || key === within || facts.places.below(within).has(key);
  if (level === 'countries')
    return [...names.values()].flatMap(({ iri, kind }) => (kind === 'country' && isWithin(iri) ? [iri] : []));
  if (level === 'stated')
    return inOrder(
      new Set([...statedPlaces(facts)].filter((key) => isWithin(key) && checkIri(key) !== undefined)),
      names,
    );
  const parts = within === undefined ? tops(facts, names) : facts.places.partsOf(within);
  return inOrder(new Set(parts.length === 0 && within !== undefined ? [within] : parts), names);
}

const lastPart = (iri: string): string =>
  iri
    .replace(/[/#]+$/, '')
    .split(/[/#]/)
    .at(-1) ?? iri;

export function placeMember(iri: string, facts: Facts, names: PlaceNames): Member {
  const known = names.get(iri);
  const name = known?.name ?? facts.placeNames.get(iri) ?? lastPart(iri);
  return { name, language: known?.language, iri, kind: 'one', isAskable: true };
}

function belongingTo(dataset: Covering, place: string | undefined, facts: Facts, names: PlaceNames): Belonging[] {
  if (place === undefined) return [{ member: 0, how: howItNames(dataset, isRegionOf(names)) }];
  const how = howOf(dataset, place, facts.places);
  return how === undefined ? [] : [{ member: 0, how }];
}

const whole = (within: string | undefined, facts: Facts, names: PlaceNames): Member => ({
  ...(within === undefined ? { isAskable: true } : placeMember(within, facts, names)),
  kind: 'all',
});

/** As {@link howOf} tells it of each place; but a place that is stated is looked up once, not for each dataset that states it. */
function belongingsTo(keys: readonly string[], { places: tree }: Facts): (dataset: Covering) => Belonging[] {
  const index = new Map(keys.map((key, n) => [key, n]));
  const known = new Map<string, readonly Belonging[]>();
  const reach = (place: string): readonly Belonging[] => {
    const of = (others: Iterable<string>, how: How): Belonging[] =>
      [...others].flatMap((key) => {
        const member = index.get(key);
        return member === undefined ? [] : [{ member, how }];
      });
    const found = known.get(place) ?? [
      ...of([place], 'name'),
      ...of(tree.below(place), 'whole'),
      ...of(tree.above(place), 'part'),
    ];
    known.set(place, found);
    return found;
  };
  return ({ places, isListed }) => {
    const said = new Map<number, How>();
    for (const place of places)
      for (const { member, how = 'name' } of reach(place)) {
        const before = said.get(member);
        if (before === undefined || hows.indexOf(how) < hows.indexOf(before)) said.set(member, how);
      }
    if (!isListed) for (const member of keys.keys()) if (!said.has(member)) said.set(member, 'unstated');
    return [...said].map(([member, how]) => ({ member, how }));
  };
}

export function placeAxis(
  facts: Facts,
  names: PlaceNames,
  { level, within }: { readonly level: Level; readonly within: string | undefined },
): Axis {
  const keys = placesFor(facts, names, levelFor(level, facts, names), within);
  const belongsTo = belongingsTo(keys, facts);
  return {
    kind: 'place',
    members: [...keys.map((iri) => placeMember(iri, facts, names)), whole(within, facts, names)],
    belongings: (dataset) => [
      ...belongsTo(dataset),
      ...belongingTo(dataset, within, facts, names).map((one) => ({ ...one, member: keys.length })),
    ],
  };
}

/** One member: anywhere, or a place. */
export const anyPlace = (facts: Facts, names: PlaceNames, within: string | undefined): Axis => ({
  kind: 'place',
  members: [whole(within, facts, names)],
  belongings: (dataset) => belongingTo(dataset, within, facts, names),
});
