/** Which country a term of somebody's answer stands for: by our IRI, the EU's, a code of ISO 3166, or a name. */
import { createIris } from '../../iris.js';
import { countries, namesOf } from './countries.js';

/** The authority table of the European Union names countries by alpha-3. */
export const euCountries = 'http://publications.europa.eu/resource/authority/country/';

let known: ReadonlyMap<string, string> | undefined;

/** Names and codes → alpha-3; a name that several have stands for none. */
function codesByName(): ReadonlyMap<string, string> {
  if (known !== undefined) return known;
  const codes = new Map<string, string>();
  const shared = new Set<string>();
  for (const country of countries.values())
    for (const name of namesOf(country).map((one) => one.toLocaleLowerCase('en'))) {
      if (codes.has(name) && codes.get(name) !== country.code) shared.add(name);
      // Two letters are a code, and in capitals alone.
      if (name.length > 2) codes.set(name, country.code);
    }
  for (const name of shared) codes.delete(name);
  for (const { code, alpha2 } of countries.values()) {
    codes.set(code, code);
    codes.set(alpha2, code);
  }
  known = codes;
  return codes;
}

/** By its IRI; undefined for what is none. */
export function findByIri(base: string, iri: string): string | undefined {
  const under = [createIris(base).country('').value, euCountries].find((namespace) => iri.startsWith(namespace));
  const code = under === undefined ? '' : iri.slice(under.length);
  return countries.has(code) ? code : undefined;
}

/** By its name in a language of the United Nations, or its code in capitals; undefined for what is none. */
export function findByName(text: string): string | undefined {
  const name = text.trim();
  const codes = codesByName();
  return codes.get(name) ?? codes.get(name.toLocaleLowerCase('en'));
}
