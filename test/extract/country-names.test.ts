/** Tests what countries are called in the graph: M49's names where people say them, the package's where lists turn them round. */
import { expect } from 'chai';
import { languages, nameCountry } from '../../src/extract/country-names.js';
import { readGazetteers } from '../../src/extract/gazetteer.js';

const { countries, furtherNames, places } = readGazetteers();

describe('the names of countries', () => {
  it('are as M49 writes them, accents and all', () => {
    expect(nameCountry('CI', 'CIV').en).to.equal('Côte d’Ivoire');
    expect(nameCountry('RE', 'REU').en).to.equal('Réunion');
    expect(nameCountry('CZ', 'CZE').en).to.equal('Czechia');
  });

  it('are never turned round as lists do', () => {
    expect(nameCountry('MD', 'MDA').en).to.equal('Republic of Moldova');
    expect(nameCountry('VA', 'VAT').en).to.equal('Holy See');
    for (const { names } of countries.values()) expect(names.en).not.to.match(/, (?!.* and )/);
  });

  it('are short where the package has a short one', () => {
    expect(nameCountry('GB', 'GBR').en).to.equal('United Kingdom');
    expect(nameCountry('TW', 'TWN').en).to.equal('Taiwan');
  });

  it('are those of one country each, in every language', () => {
    for (const language of languages) {
      const names = [...countries.values()].map((country) => country.names[language]);
      expect(new Set(names).size, language).to.equal(names.length);
    }
  });

  it('refuse a country that nobody knows', () => {
    expect(() => nameCountry('XX', 'XXX')).to.throw('XXX has no name in "en"');
  });

  it('have beside them those by which it is found besides, none of which is another country’s', () => {
    expect(furtherNames.get('LAO')).to.include('Laos').and.not.to.include("Lao People's Democratic Republic");
    for (const [code, further] of furtherNames)
      for (const name of further)
        expect(
          places.find(name).flatMap(({ values }) => values.map((place) => place.kind === 'country' && place.code)),
          name,
        ).to.include(code);
  });
});
