/** Countries by their names and codes: those of our own gazetteer too, and none that is several. */
import { expect } from 'chai';
import { countries } from '../../../src/server/map/countries.js';
import { findByIri, findByName } from '../../../src/server/map/find-country.js';

const base = 'https://w3id.org/migraph/';

describe('a country is found', () => {
  it('by each of its codes', () => {
    for (const { code, alpha2 } of countries.values()) {
      expect(findByName(code), code).to.equal(code);
      expect(findByName(alpha2), alpha2).to.equal(code);
      expect(findByIri(base, `${base}country/${code}`)).to.equal(code);
    }
  });
  it('by its name, whatever its letters', () => {
    for (const [name, code] of [
      ['Sweden', 'SWE'],
      [' SWEDEN ', 'SWE'],
      ['Russian Federation', 'RUS'],
      ['United States of America', 'USA'],
      ['Côte d’Ivoire', undefined],
      ["Côte d'Ivoire", 'CIV'],
      ['República Checa', 'CZE'],
    ] as const)
      expect(findByName(name), name).to.equal(code);
  });
  for (const name of ['', 'xyz', 'XXX', 'it', 'us', 'swe', 'Europe', '<b>', '__proto__', 'constructor'])
    it(`but not by "${name}"`, () => expect(findByName(name)).to.equal(undefined));
  it('but not by an IRI of others that ends alike', () => {
    for (const iri of [
      `${base}agency/SWE`,
      `${base}country/XXX`,
      `${base}country/SWE/x`,
      'https://e.example/country/SWE',
    ])
      expect(findByIri(base, iri), iri).to.equal(undefined);
  });
});
