/** The ontology is whole: every term labelled and defined once, the alignments and the JSON-LD context true to it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import jsonld, { type JsonLdDocument } from 'jsonld';
import { packageRoot } from '../src/config.js';
import { type NamedNode, type Quad, rdf, type Term } from '../src/rdf.js';
import { rdfDatasets } from '../src/rdf-datasets.js';
import { readTurtle, readTurtleFolder } from '../src/shapes/read-turtle.js';
import { dct, owl, prefixes, rdfs, rdfTerms, skos } from '../src/vocabularies.js';

const folder = join(packageRoot, 'ontology');
const terms = [...readTurtle(join(folder, 'migration.ttl')), ...readTurtle(join(folder, 'concepts.ttl'))];
const ontology = rdf.namedNode('https://w3id.org/migraph/ontology');

function valuesOf(subject: string, predicate: NamedNode): Term[] {
  return terms.filter((q) => q.subject.value === subject && q.predicate.equals(predicate)).map((q) => q.object);
}

const ours = [...new Set(terms.map((quad) => quad.subject.value))].filter((iri) => iri.startsWith(prefixes.mig));

describe('ontology', () => {
  it('has a header with title, licence, version and dates', () => {
    for (const property of [dct.title, dct.description, dct.creator, dct.license, dct.created, owl.versionInfo])
      expect(valuesOf(ontology.value, property), property.value).to.have.length(1);
  });

  for (const iri of ours) {
    it(`${iri.slice(prefixes.mig.length)} is labelled, defined and placed, once`, () => {
      for (const property of [rdfs.label, skos.definition]) {
        const [text, ...more] = valuesOf(iri, property);
        expect(text, property.value).to.have.property('language', 'en');
        expect(more).to.deep.equal([]);
      }
      expect(valuesOf(iri, rdfs.isDefinedBy).map((term) => term.value)).to.deep.equal([ontology.value]);
      expect(valuesOf(iri, rdfTerms.type)).not.to.deep.equal([]);
    });
  }

  it('tells of every class and property which standard term was considered', () => {
    const isTerm = (iri: string) => valuesOf(iri, rdfTerms.type).some((type) => /#(Class|Property)$/.test(type.value));
    for (const iri of ours.filter(isTerm))
      expect(valuesOf(iri, skos.definition)[0]?.value, iri).to.contain('Considered: ');
  });

  it('defines no term twice in one text or under one label', () => {
    const definitions = ours.flatMap((iri) => valuesOf(iri, skos.definition).map((term) => term.value));
    expect(new Set(definitions).size).to.equal(definitions.length);
  });

  it('has no blank nodes: all of it is published', () => {
    const all: Quad[] = [...terms, ...readTurtleFolder(join(folder, 'alignments'))];
    expect(
      all.filter(({ subject, object }) => `${subject.termType} ${object.termType}`.includes('Blank')),
    ).to.deep.equal([]);
  });

  it('uses only terms of ours that exist, in alignments, shapes and examples', () => {
    for (const part of ['alignments', 'shapes', 'examples'])
      for (const quad of readTurtleFolder(join(folder, part)))
        for (const { value } of [quad.subject, quad.predicate, quad.object])
          if (value.startsWith(prefixes.mig)) expect(ours, `${part}: ${value}`).to.include(value);
  });

  it('aligns in each file with one outside vocabulary', () => {
    for (const name of readdirSync(join(folder, 'alignments'))) {
      const quads = readTurtle(join(folder, 'alignments', name));
      expect(quads, name).not.to.deep.equal([]);
      for (const { subject, object } of quads) {
        expect(subject.value, name).to.contain(prefixes.mig);
        expect(object.value, name).not.to.contain(prefixes.mig);
      }
      expect(new Set(quads.map(({ object }) => object.value.replace(/[^/#]+$/, ''))).size, name).to.equal(1);
    }
  });
});

describe('JSON-LD context', () => {
  const { '@context': context } = JSON.parse(readFileSync(join(folder, 'context.jsonld'), 'utf8'));
  const examples = join(folder, 'examples');

  it('names every class and property of the ontology, and no term that does not exist', () => {
    const text = JSON.stringify(context);
    const named = [...text.matchAll(/"mig:(\w+)"/g)].map(([, name]) => `${prefixes.mig}${name}`);
    for (const iri of named) expect(ours).to.include(iri);
    const wanted = ours.filter((iri) =>
      valuesOf(iri, rdfTerms.type).some((type) => /#(Class|Property)$/.test(type.value)),
    );
    expect(wanted.filter((iri) => !named.includes(iri))).to.deep.equal([]);
  });

  /** What our JSON-LD is made by: compacted, and integers as JSON numbers. */
  async function compact(name: string): Promise<{ '@graph': { id: string; [name: string]: unknown }[] }> {
    const quads = readTurtle(join(examples, name));
    const compacted = await jsonld.compact(
      await jsonld.fromRDF(quads as object),
      { '@context': context },
      { graph: true },
    );
    const text = JSON.stringify(compacted).replace(/("(?:startYear|endYear|countryCount)":)"(\d+)"/g, '$1$2');
    return JSON.parse(text);
  }

  for (const name of readdirSync(examples).filter((name) => name.startsWith('valid.'))) {
    it(`carries ${name} to compact JSON and back without loss`, async () => {
      const document = await compact(name);
      const back = (await jsonld.toRDF(document as unknown as JsonLdDocument, {
        format: 'application/n-quads',
      })) as unknown as string;
      const there = rdfDatasets.dataset(readTurtle(join(examples, name))).toCanonical();
      expect(back.trim().split('\n').sort()).to.deep.equal(there.trim().split('\n').sort());
      const keys = document['@graph'].flatMap((node) => Object.keys(node));
      expect(keys.filter((key) => key.includes(':'))).to.deep.equal([]);
    });
  }

  it('reads like plain JSON', async () => {
    const { '@graph': graph } = await compact('valid.dataset.ttl');
    const find = (path: string) => graph.find((node) => node.id.endsWith(path));
    expect(find('/dataset/ferry-section-island-arrivals')).to.deep.include({
      title: { en: 'Island Arrivals Register' },
      alternative: { en: ['IAR'] },
      createdYear: '1971',
      countryCount: 40,
      reportingCountry: ['https://w3id.org/migraph/country/ISL'],
    });
    expect(find('/period/1975-1984')).to.deep.include({ startYear: 1975, endYear: 1984 });
  });
});
