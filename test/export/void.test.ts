/** What VoID says of the graph is what is counted there again, quad by quad, by other means. */
import { expect } from 'chai';
import { readConfig } from '../../src/config.js';
import { findProfile } from '../../src/export/profiles.js';
import type { Quad, Term } from '../../src/rdf.js';
import { prefixes, rdfTerms } from '../../src/vocabularies.js';
import { readBuilt } from '../queries/ask.js';
import { readProfile } from './read-profile.js';

const { base } = readConfig({});
const graph = `${base}dump/#graph`;
const term = (name: string): string => prefixes.void + name;

describe('VoID of the note', () => {
  let said: Quad[];
  let triples: Quad[];
  before(async () => {
    const [{ store }, profile] = [await readBuilt(), findProfile('void')];
    if (profile === undefined) throw new Error('VoID is gone');
    said = await readProfile(store, profile, { base });
    const all = await store.query('CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }');
    triples = [];
    if (all.kind === 'graph') for await (const quad of all.quads) triples.push(quad);
  });

  const values = (subject: string, name: string): string[] =>
    said.filter((q) => q.subject.value === subject && q.predicate.value === term(name)).map((q) => q.object.value);
  const count = (terms: readonly Term[]): string =>
    String(new Set(terms.map((t) => `${t.termType} ${JSON.stringify(t)} ${t.value}`)).size);
  const types = (): Quad[] => triples.filter((q) => q.predicate.equals(rdfTerms.type));

  it('counts triples, entities, classes and properties', () => {
    expect(triples.length).to.be.greaterThan(10_000);
    expect(values(graph, 'triples')).to.deep.equal([String(triples.length)]);
    expect(values(graph, 'entities')).to.deep.equal([count(triples.map((q) => q.subject))]);
    expect(values(graph, 'distinctSubjects')).to.deep.equal([count(triples.map((q) => q.subject))]);
    expect(values(graph, 'properties')).to.deep.equal([count(triples.map((q) => q.predicate))]);
    expect(values(graph, 'classes')).to.deep.equal([count(types().map((q) => q.object))]);
  });

  it('has a part for each class and each property, with its size', () => {
    const parts = values(graph, 'classPartition');
    expect(String(parts.length)).to.equal(count(types().map((q) => q.object)));
    for (const part of parts) {
      const [name] = values(part, 'class');
      const members = types().filter((q) => q.object.value === name);
      expect(values(part, 'entities'), name).to.deep.equal([count(members.map((q) => q.subject))]);
    }
    const properties = values(graph, 'propertyPartition');
    expect(String(properties.length)).to.equal(count(triples.map((q) => q.predicate)));
    for (const part of properties) {
      const [name] = values(part, 'property');
      const uses = triples.filter((q) => q.predicate.value === name);
      expect(values(part, 'triples'), name).to.deep.equal([String(uses.length)]);
    }
  });

  it('has the links that there are, by property and by where they lead', () => {
    const table = 'http://publications.europa.eu/resource/authority/country/';
    const links = triples.filter((q) => q.predicate.value.endsWith('#exactMatch') && q.object.value.startsWith(table));
    const target = said.find((q) => q.predicate.value === term('uriSpace') && q.object.value === table)?.subject;
    const sets = said.filter((q) => q.predicate.value === term('objectsTarget') && q.object.equals(target));
    expect(sets).to.have.length(1);
    expect(values(sets[0]?.subject.value ?? '', 'triples')).to.deep.equal([String(links.length)]);
    expect(values(graph, 'subset')).to.include(sets[0]?.subject.value);
  });

  it('names vocabularies, examples that there are, where to ask and what to fetch', () => {
    expect(values(graph, 'vocabulary')).to.include(prefixes.mig).and.include(prefixes.dcat);
    const subjects = new Set(triples.map((q) => q.subject.value));
    expect(values(graph, 'exampleResource').filter((iri) => !subjects.has(iri))).to.deep.equal([]);
    expect(values(graph, 'exampleResource').length).to.be.greaterThan(5);
    expect(values(graph, 'sparqlEndpoint')).to.deep.equal([`${base}sparql`]);
    expect(values(graph, 'dataDump')).to.deep.equal([`${base}dump/graph.nq.gz`]);
    expect(said.filter((q) => q.subject.value === graph && q.predicate.value.endsWith('/license'))).to.have.length(1);
  });
});
