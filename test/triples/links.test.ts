/** Links lead only to what stands in the tables that are cited, and are well-formed. */
import { expect } from 'chai';
import { readGazetteers } from '../../src/extract/gazetteer.js';
import { createIris } from '../../src/iris.js';
import { describeReference } from '../../src/triples/reference.js';
import { skos } from '../../src/vocabularies.js';

const iris = createIris('https://w3id.org/migraph/');
const gazetteers = readGazetteers();
const quads = describeReference(gazetteers, { mentioned: new Set(), named: new Set() }, iris);
const objectsOf = (iri: string, predicate = skos.exactMatch): string[] =>
  quads.filter((q) => q.subject.value === iri && q.predicate.equals(predicate)).map((q) => q.object.value);

describe('links', () => {
  it('lead from a country to the EU table by its own code, where the code stands there', () => {
    const table = 'http://publications.europa.eu/resource/authority/country/';
    expect(objectsOf(iris.country('KEN').value)).to.deep.equal([`${table}KEN`]);
    expect(objectsOf(iris.country('REU').value)).to.deep.equal([]);
    for (const alpha3 of gazetteers.countries.keys())
      for (const iri of objectsOf(iris.country(alpha3).value)) {
        expect(iri).to.equal(table + alpha3);
        expect(gazetteers.euCountries.has(alpha3), alpha3).to.equal(true);
      }
  });

  it('keep the codes of ISO 3166 and M49 of every country', () => {
    expect(objectsOf(iris.country('KEN').value, skos.notation)).to.have.members(['KE', 'KEN', '404']);
    for (const { alpha3, m49 } of gazetteers.countries.values())
      expect(objectsOf(iris.country(alpha3).value, skos.notation))
        .to.include(alpha3)
        .and.include(m49);
  });

  it('lead from a theme to concepts that are named and in a scheme with a title', () => {
    const links = [skos.exactMatch, skos.closeMatch, skos.broadMatch].flatMap((relation) =>
      objectsOf(iris.theme('refugees').value, relation),
    );
    expect(links).to.deep.equal([
      'http://eurovoc.europa.eu/2986',
      'http://publications.europa.eu/resource/authority/data-theme/SOCI',
    ]);
    for (const concept of links) {
      expect(objectsOf(concept, skos.prefLabel)).to.have.length.greaterThan(0);
      for (const scheme of objectsOf(concept, skos.inScheme))
        expect(quads.some((q) => q.subject.value === scheme && q.predicate.value.endsWith('/title'))).to.equal(true);
      expect(objectsOf(concept, skos.inScheme)).to.have.length.greaterThan(0);
    }
  });
});
