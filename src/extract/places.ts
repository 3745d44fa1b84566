/** Reads what is known of places: countries, the regions of M49, groups of countries, cities, and what only looks like them. */
import { join } from 'node:path';
import {
  type Country,
  describeCountries,
  describeNationalities,
  type NamedCountry,
  type Region,
  readRegions,
  world,
} from './countries.js';
import { languages } from './country-names.js';
import { phraseKey } from './phrase-tokens.js';
import { buildPhrases, type Phrase, type Phrases } from './phrases.js';
import { readTable } from './table.js';

export type Place =
  /** ISO 3166 alpha-3. `givenName`: people are called so too, "Georgia" before a surname is a person. */
  | { readonly kind: 'country'; readonly code: string; readonly name: string; readonly givenName?: true }
  /** M49, three digits. `countries`: those that its name is made of, "Australia and New Zealand". */
  | { readonly kind: 'region'; readonly code: string; readonly name: string; readonly countries?: readonly NamedPart[] }
  | { readonly kind: 'group'; readonly slug: string; readonly name: string }
  | { readonly kind: 'city'; readonly name: string; readonly country: string; readonly givenName?: true }
  /** Looks like a place and is none (or has no code, as a former country); it swallows the match. */
  | { readonly kind: 'none'; readonly name: string };

/** A country in the name of a region, and its words there. */
export interface NamedPart {
  readonly words: string;
  readonly country: Place & { readonly kind: 'country' };
}

export interface CountryGroup {
  readonly slug: string;
  readonly label: string;
  readonly source: string;
}

export interface Places {
  readonly places: Phrases<Place>;
  readonly countries: ReadonlyMap<string, Country>;
  readonly regions: ReadonlyMap<string, Region>;
  readonly groups: ReadonlyMap<string, CountryGroup>;
  /** Of a country, by alpha-3 code: "Laos", "Lao PDR". */
  readonly furtherNames: ReadonlyMap<string, readonly string[]>;
  /** "norwegian" → NOR. */
  readonly nationalities: ReadonlyMap<string, string>;
}

type Layer = Phrase<Place>[];

const named = (phrase: string, value: Place, matchCase = true): Phrase<Place> => ({ phrase, value, matchCase });

function readGroups(folder: string): { groups: Map<string, CountryGroup>; layer: Layer } {
  const groups = new Map<string, CountryGroup>();
  const layer: Layer = [];
  const columns = ['slug', 'alias', 'label', 'source'] as const;
  for (const { cells, fail } of readTable(join(folder, 'country-groups.tsv'), columns, ['label'])) {
    const { slug, alias, label, source } = cells;
    const group = groups.get(slug) ?? {
      slug,
      label: label || fail(`the first line of "${slug}" needs a label`),
      source,
    };
    groups.set(slug, group);
    // "developing countries" is a description, "OECD countries" has a name in it.
    layer.push(named(alias, { kind: 'group', slug, name: group.label }, /\p{Lu}/u.test(alias)));
  }
  return { groups, layer };
}

/** "Australia and New Zealand" is a region of M49 that bears the names of two countries. */
function namedParts(name: string, countries: ReadonlyMap<string, Country>): readonly NamedPart[] | undefined {
  const parts = name.split(' and ').map((words): NamedPart | undefined => {
    const country = [...countries.values()].find(({ names }) => names.en === words);
    return country && { words, country: { kind: 'country', code: country.alpha3, name: words } };
  });
  return parts.length > 1 && parts.every((part) => part !== undefined) ? parts : undefined;
}

function readRegionNames(
  folder: string,
  regions: ReadonlyMap<string, Region>,
  countries: ReadonlyMap<string, Country>,
): Layer {
  const layer = [...regions.values()]
    .filter((region) => region.code !== world)
    .flatMap(({ code, names }) => {
      const parts = namedParts(names.en, countries);
      return languages.map((language) =>
        named(names[language], {
          kind: 'region',
          code,
          name: names.en,
          ...(language === 'en' && parts !== undefined && { countries: parts }),
        }),
      );
    });
  for (const { cells, fail } of readTable(join(folder, 'region-aliases.tsv'), ['code', 'alias', 'source'])) {
    const region = regions.get(cells.code) ?? fail(`"${cells.code}" is no region of M49`);
    layer.push(named(cells.alias, { kind: 'region', code: region.code, name: region.names.en }));
  }
  return layer;
}

/** `code` is an alpha-3 code; `former` and `no-code` are countries that ISO 3166 has no code for. */
function readPlaceAliases(folder: string, countries: ReadonlyMap<string, Country>): Layer {
  const rows = readTable(join(folder, 'place-aliases.tsv'), ['code', 'alias', 'source']);
  return rows.map(({ cells: { code, alias }, fail }) => {
    if (code === 'former' || code === 'no-code') return named(alias, { kind: 'none', name: alias });
    const country = countries.get(code) ?? fail(`"${code}" is no ISO 3166 alpha-3 code`);
    return named(alias, { kind: 'country', code, name: country.names.en });
  });
}

function namesByCountry(aliases: Layer): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const { phrase, value } of aliases)
    if (value.kind === 'country' && phrase !== value.name)
      names.set(value.code, [...(names.get(value.code) ?? []), phrase]);
  return names;
}

function readCities(folder: string, countries: ReadonlyMap<string, Country>): Layer {
  const rows = readTable(join(folder, 'cities.tsv'), ['country', 'alias', 'name', 'source']);
  return rows.map(({ cells: { country, alias, name }, fail }) => {
    if (!countries.has(country)) fail(`"${country}" is no ISO 3166 alpha-3 code`);
    return named(alias, { kind: 'city', name, country });
  });
}

const countryNames = ({ country, allNames }: NamedCountry): Layer =>
  allNames.map((name) => named(name, { kind: 'country', code: country.alpha3, name: country.names.en }));

const capitals = ({ country, capitals }: NamedCountry): Layer =>
  capitals.map((name) => named(name, { kind: 'city', name, country: country.alpha3 }));

/** Each phrase with the values of the first layer that knows it; the same place is the same object everywhere. */
function firstLayers(layers: readonly Layer[], givenNames: ReadonlySet<string>): Layer {
  const known = new Set<string>();
  const objects = new Map<string, Place>();
  const mark = (key: string, value: Place): Place =>
    givenNames.has(key) && (value.kind === 'country' || value.kind === 'city') ? { ...value, givenName: true } : value;
  return layers.flatMap((layer) => {
    const fresh = layer.filter(({ phrase }) => !known.has(phraseKey(phrase)));
    return fresh.map((entry) => {
      const key = phraseKey(entry.phrase);
      known.add(key);
      const marked = mark(key, entry.value);
      const value = objects.get(JSON.stringify(marked)) ?? marked;
      objects.set(JSON.stringify(marked), value);
      return { ...entry, value };
    });
  });
}

/** Reads the place files of a folder and joins them with the packages; the files win over the packages. */
export function readPlaces(folder: string): Places {
  const regions = readRegions(folder);
  const described = describeCountries(regions);
  const countries = new Map([...described].map(([code, { country }]) => [code, country]));
  const aliases = readPlaceAliases(folder, countries);
  const { groups, layer: groupNames } = readGroups(folder);
  const notPlaces = readTable(join(folder, 'not-places.tsv'), ['alias', 'reason']);
  const givenNames = readTable(join(folder, 'given-names.tsv'), ['name', 'source']);
  const layers = [
    notPlaces.map(({ cells: { alias } }) => named(alias, { kind: 'none', name: alias })),
    [...readRegionNames(folder, regions, countries), ...aliases, ...groupNames, ...readCities(folder, countries)],
    [...described.values()].flatMap(countryNames),
    [...described.values()].flatMap(capitals),
  ];
  const places = buildPhrases(firstLayers(layers, new Set(givenNames.map(({ cells }) => phraseKey(cells.name)))));
  return {
    places,
    countries,
    regions,
    groups,
    furtherNames: namesByCountry(aliases),
    nationalities: describeNationalities(),
  };
}
