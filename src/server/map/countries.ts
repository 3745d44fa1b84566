/** The countries and areas that have an ISO 3166 code, with the place of each: what a map can show. */
import { createRequire } from 'node:module';
import type { Country as PackagedCountry } from 'world-countries';
import type { Language } from '../view/language.js';

export interface Country {
  /** ISO 3166 alpha-3. */
  readonly code: string;
  readonly alpha2: string;
  /** Three digits, by which Natural Earth knows it. */
  readonly numeric: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly packaged: PackagedCountry;
}

/** Loaded as CommonJS: its ES module imports JSON in a way that Node 20 does not know. */
const packaged = createRequire(import.meta.url)('world-countries') as PackagedCountry[];

export const countries: ReadonlyMap<string, Country> = new Map(
  packaged
    .filter(({ status }) => status === 'officially-assigned')
    .map((country) => {
      const { cca3: code, cca2: alpha2, ccn3: numeric, latlng } = country;
      const [latitude, longitude] = latlng;
      return [code, { code, alpha2, numeric, latitude, longitude, packaged: country }];
    }),
);

/** As world-countries names the languages; English stands apart there. */
const translations: Readonly<Record<Exclude<Language, 'en'>, string>> = {
  fr: 'fra',
  es: 'spa',
  ar: 'ara',
  zh: 'zho',
  ru: 'rus',
};

/** What a country is called where the graph does not say. */
export function nameIn(language: Language, { packaged: { name, translations: others } }: Country): string {
  return language === 'en' ? name.common : (others[translations[language]]?.common ?? name.common);
}

/** Every name and code that may stand for it. */
export function namesOf({ packaged: { name, altSpellings, translations: others } }: Country): string[] {
  const spoken = Object.values(translations).flatMap((language) => others[language] ?? []);
  return [name, ...spoken].flatMap(({ common, official }) => [common, official]).concat(altSpellings);
}
