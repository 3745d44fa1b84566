/** The catalogue of the note keeps DCAT-AP 3.0.1: no shape of SEMIC's is violated, and what is missing is what the note does not state. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { findProfile } from '../../src/export/profiles.js';
import type { Quad } from '../../src/rdf.js';
import { readShapesFile } from '../../src/shapes/validate.js';
import { dcat, dct, foaf, rdfTerms } from '../../src/vocabularies.js';
import { readBuilt } from '../queries/ask.js';
import { readProfile } from './read-profile.js';
import { validateTwice } from './two-engines.js';

const base = 'https://w3id.org/migraph/';
const folder = process.env['DCAT_AP_SHAPES'] ?? '';
const files = [
  'shacl/dcat-ap-SHACL.ttl',
  'shacl/ranges.ttl',
  'html/shacl/shapes.ttl',
  'html/shacl/range.ttl',
  'html/shacl/shapes_recommended.ttl',
  'html/shacl/mdr-vocabularies.shape.ttl',
];

async function readDcatAp(): Promise<Quad[]> {
  const profile = findProfile('dcat-ap');
  if (profile === undefined) throw new Error('DCAT-AP is gone');
  return readProfile((await readBuilt()).store, profile, { base });
}

describe('DCAT-AP of the note', () => {
  let quads: Quad[];
  before(async () => {
    quads = await readDcatAp();
  });

  for (const file of files)
    it(`violates nothing in ${file}, by two engines`, async function () {
      const path = join(folder, '3.0.1', file);
      if (folder === '' || !existsSync(path)) return this.skip();
      this.timeout(120_000);
      const { violations, warnings } = await validateTwice(quads, readShapesFile(path));
      expect(violations).to.deep.equal([]);
      // What is recommended and missing is missing from the thing: the property is named, and it has no value.
      const unexplained = warnings.filter(({ path: property, focusNode, value }) => {
        if (property === undefined) return true;
        return value === undefined && quads.some((q) => q.subject.equals(focusNode) && q.predicate.equals(property));
      });
      expect(unexplained.map(({ focusNode, path: property }) => `${focusNode.value} ${property?.value}`)).to.deep.equal(
        [],
      );
    });

  const values = (subject: string, predicate: Quad['predicate']): string[] =>
    quads.filter((q) => q.subject.value === base + subject && q.predicate.equals(predicate)).map((q) => q.object.value);

  it('lists every dataset, each with one publisher that is a named agent', async () => {
    const datasets = quads.filter((q) => q.predicate.equals(rdfTerms.type) && q.object.equals(dcat.Dataset));
    expect(values('catalog', dcat.dataset)).to.have.members(datasets.map((q) => q.subject.value));
    expect(datasets.length).to.be.greaterThan(5);
    for (const { subject } of datasets) {
      const publishers = quads.filter((q) => q.subject.equals(subject) && q.predicate.equals(dct.publisher));
      expect(publishers, subject.value).to.have.length(1);
      expect(
        quads.some((q) => q.subject.equals(publishers[0]?.object) && q.predicate.equals(foaf.name)),
        subject.value,
      ).to.equal(true);
    }
  });

  it('has no blank nodes, and no address that the note does not give', () => {
    expect(quads.filter((q) => `${q.subject.termType} ${q.object.termType}`.includes('Blank'))).to.deep.equal([]);
    const pages = (predicate: Quad['predicate']): string[] =>
      quads.filter((q) => q.predicate.equals(predicate)).map((q) => q.object.value);
    expect(pages(dcat.accessURL)).to.have.members(pages(dcat.landingPage));
  });

  it('says of every value that is a thing what it is, in the same document', () => {
    const typed = new Set(quads.filter((q) => q.predicate.equals(rdfTerms.type)).map((q) => q.subject.value));
    const referring = [dct.publisher, dct.creator, dct.spatial, dct.temporal, dcat.theme, dct.license, dct.language];
    const bare = quads.filter((q) => referring.some((p) => p.equals(q.predicate)) && !typed.has(q.object.value));
    expect(bare.map((q) => q.object.value)).to.deep.equal([]);
  });
});
