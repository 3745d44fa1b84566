/** A file of others' DCAT, with blank nodes, two catalogues and none of our terms, is described by every profile all the same. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { packageRoot, readConfig } from '../../src/config.js';
import { findProfile, isRdf, type Profile, profiles } from '../../src/export/profiles.js';
import { readProfileShapes } from '../../src/export/validation/profile-shapes.js';
import { type Finding, reportOn } from '../../src/export/validation/report.js';
import { type Quad, rdf } from '../../src/rdf.js';
import { readShapesFile } from '../../src/shapes/validate.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { openStore } from '../../src/store/open.js';
import { dcat, dct, rdfTerms } from '../../src/vocabularies.js';
import { readProfile } from './read-profile.js';
import { validateTwice } from './two-engines.js';

const config = readConfig({});
const { base } = config;
const file = join(packageRoot, 'test', 'fixtures', 'graphs', 'foreign-dcat.ttl');
const named = (id: string): Profile => {
  const profile = findProfile(id);
  if (profile === undefined) throw new Error(`${id} is gone`);
  return profile;
};

const findingsOf = async (quads: readonly Quad[]): Promise<readonly Finding[]> =>
  (await reportOn(quads, { profile: 'dcat-ap', shapes: readProfileShapes('dcat-ap') })).report.findings;

describe('profiles of a file of others', () => {
  let store: GraphStore;
  before(async () => {
    store = await openStore({ file, config });
  });
  after(() => store.close());

  const typed = (quads: readonly Quad[], type: Quad['object']): string[] =>
    quads.filter((q) => q.predicate.equals(rdfTerms.type) && q.object.equals(type)).map((q) => q.subject.value);

  for (const profile of profiles.filter((one) => one.of === 'datasets' && isRdf(one)))
    it(`${profile.id} has its datasets`, async () => {
      const quads = await readProfile(store, profile, { base });
      expect(quads.map((q) => q.object.value))
        .to.include('Arrivals by port')
        .and.include('Departures');
      const one = await readProfile(store, profile, { base, of: rdf.namedNode('https://two.example/data/visas') });
      expect(one.map((q) => q.object.value))
        .to.include('Visas granted')
        .and.not.include('Departures');
    });

  it('dcat-ap keeps both catalogues, each with its own datasets, and makes none of ours', async () => {
    const quads = await readProfile(store, named('dcat-ap'), { base });
    expect(typed(quads, dcat.Catalog)).to.have.members(['https://one.example/catalog', 'https://two.example/catalog']);
    const held = quads.filter((q) => q.predicate.equals(dcat.dataset)).map((q) => [q.subject.value, q.object.value]);
    expect(held).to.have.length(3);
    expect(held).to.deep.include(['https://two.example/catalog', 'https://two.example/data/visas']);
  });

  it('dcat-ap leaves out what is of the wrong kind, and keeps what it can', async () => {
    const quads = await readProfile(store, named('dcat-ap'), { base });
    const values = (predicate: Quad['predicate']): string[] =>
      quads.filter((q) => q.predicate.equals(predicate)).map((q) => q.object.value);
    expect(values(dct.creator)).to.deep.equal([]);
    expect(values(dct.language)).to.deep.equal([]);
    expect(values(dct.accrualPeriodicity)).to.deep.equal([
      'http://publications.europa.eu/resource/authority/frequency/MONTHLY',
    ]);
    expect(values(dct.modified)).to.deep.equal(['2021-05-06']);
    expect(values(dcat.accessURL)).to.deep.equal(['https://one.example/arrivals.csv']);
    expect(values(dcat.startDate)).to.deep.equal(['2010-01-01']);
  });

  it('dcat-ap misses one description, which nobody states, and says of what; two engines agree', async function () {
    const path = join(process.env['DCAT_AP_SHAPES'] ?? '', '3.0.1', 'shacl', 'dcat-ap-SHACL.ttl');
    const quads = await readProfile(store, named('dcat-ap'), { base });
    const violations = (await findingsOf(quads)).filter(({ severity }) => severity === 'Violation');
    expect(violations.map(({ property }) => property)).to.deep.equal([dct.description.value]);
    expect(violations[0]?.entry).to.match(/^_:/);
    if (!existsSync(path)) return this.skip();
    const official = await validateTwice(quads, readShapesFile(path));
    expect(official.violations).to.have.length(1);
    expect(official.violations[0]).to.include(dct.description.value);
  });

  it('its report names the dataset and the property that is not stated', async () => {
    const findings = await findingsOf(await readProfile(store, named('dcat-ap'), { base }));
    const ofVisas = findings.filter(({ entry }) => entry === 'https://two.example/data/visas');
    expect(ofVisas.map(({ property }) => property)).to.have.members(
      [dcat.contactPoint, dcat.distribution, dcat.keyword, dct.temporal, dcat.theme].map(({ value }) => value),
    );
    expect(ofVisas.find(({ property }) => property === dct.temporal.value)?.message).to.include('is not stated');
  });
});
