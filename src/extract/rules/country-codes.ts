/** Reads cells that list countries by their codes: "BE, EL, ES", "BRA; JPN". */
import type { Country } from '../countries.js';

/** Codes of the European Union's institutions where they differ from those of ISO 3166. */
const ownCodes: Readonly<Record<string, string>> = { EL: 'GRC', UK: 'GBR' };
/** Groups that stand among the codes: "EU27_2020, NO, CH". */
const group = /^(?:EU|EA|EEA|EFTA)[-_\d]*$/;

/** Alpha-2 and alpha-3 codes → the alpha-3 code; made once for each gazetteer. */
const byCountries = new WeakMap<ReadonlyMap<string, Country>, ReadonlyMap<string, string>>();

function codesOf(countries: ReadonlyMap<string, Country>): ReadonlyMap<string, string> {
  const known = byCountries.get(countries);
  if (known !== undefined) return known;
  const codes = new Map(Object.entries(ownCodes));
  for (const { alpha2, alpha3 } of countries.values()) codes.set(alpha2, alpha3).set(alpha3, alpha3);
  byCountries.set(countries, codes);
  return codes;
}

/** The countries that a cell lists by code; none where it says anything else. */
export function readCountryCodes(words: string, countries: ReadonlyMap<string, Country>): string[] {
  if (!/^[\p{Lu}\d_,;/&\s+-]+$/u.test(words)) return [];
  const parts = words.split(/[,;/&\s+]+/).filter((part) => part !== '' && !group.test(part));
  const found = parts.map((part) => codesOf(countries).get(part));
  return found.every((code) => code !== undefined) ? found : [];
}
