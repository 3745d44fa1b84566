/** What the validator says of data: which dataset, which property, and lines of Turtle that do mend it. */
import { expect } from 'chai';
import { checkedProfiles, readProfileShapes } from '../../../src/export/validation/profile-shapes.js';
import { mostFindings, type Report, reportOn, type Validated } from '../../../src/export/validation/report.js';
import { describeReport } from '../../../src/export/validation/report-rdf.js';
import { writeReport } from '../../../src/export/validation/report-text.js';
import type { Quad } from '../../../src/rdf.js';
import { parseRdf } from '../../../src/store/rdf/parse-rdf.js';
import { rdfTerms, sh } from '../../../src/vocabularies.js';

const prefixes = `@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> . @base <http://e/> .\n`;
const parse = (turtle: string): Promise<Quad[]> => parseRdf(prefixes + turtle, 'turtle', 'http://e/');
const check = async (quads: readonly Quad[], profile = 'dcat-ap'): Promise<Validated> =>
  reportOn(quads, { profile, shapes: readProfileShapes(profile) });

const bad = `<c> a dcat:Catalog ; dct:title "Tides"@en, "Gezeiten"@de ; dcat:dataset <d>, <nowhere> .
<d> a dcat:Dataset ; dct:title "Tide tables"@en ; dct:publisher <p>, "Somebody" ; dct:issued "1990", "1991" ; dcat:distribution [ a dcat:Distribution ] .`;

describe('a report', () => {
  let quads: Quad[] = [];
  let report: Report;
  before(async () => {
    quads = await parse(bad);
    report = (await check(quads)).report;
  });

  it('names the dataset by its title, also where a part of it is at fault', () => {
    const part = report.findings.find(({ property }) => property?.endsWith('accessURL'));
    expect(part).to.include({ severity: 'Violation', entry: 'http://e/d', title: 'Tide tables' });
    expect(part?.about).to.match(/^_:/);
    const missing = report.findings.find(
      ({ property, entry }) => property?.endsWith('description') && entry.endsWith('d'),
    );
    expect(missing).to.include({ title: 'Tide tables', property: 'http://purl.org/dc/terms/description' });
    expect(report.findings.find(({ entry }) => entry === 'http://e/c')).to.include({ title: 'Tides' });
  });

  it('counts, violations first, and says which properties are not stated', () => {
    const { findings, violations, warnings } = report;
    expect(findings.map(({ severity }) => severity)).to.deep.equal([
      ...Array<string>(violations).fill('Violation'),
      ...Array<string>(warnings).fill('Warning'),
    ]);
    expect(report).to.include({ conforms: false, datasets: 1, triples: quads.length, profile: 'dcat-ap' });
    expect(report.notStated).to.include({ 'http://www.w3.org/ns/dcat#contactPoint': 1 });
  });

  it('tells how each is mended, and what was told mends it', async () => {
    const { results } = await check(quads);
    let mended = 0;
    for (const [n, finding] of report.findings.entries()) {
      const { focusNode, path, component, value } = results[n] ?? {};
      if (finding.mend === undefined || focusNode === undefined || path === undefined) continue;
      // A blank node is another in another text.
      if (finding.mend.includes('_:')) continue;
      const lines = await parse(finding.mend);
      expect(lines.length, finding.mend).to.be.greaterThan(0);
      const isReplaced = component?.equals(sh.MaxCountConstraintComponent) || finding.mend.includes('in the place of');
      const rest = quads.filter(
        (quad) =>
          !isReplaced ||
          !quad.subject.equals(focusNode) ||
          !quad.predicate.equals(path) ||
          (value !== undefined && !quad.object.equals(value)),
      );
      const after = (await check([...rest, ...lines])).report.findings;
      const same = after.filter(
        (one) => one.message === finding.message && one.entry === finding.entry && one.value === finding.value,
      );
      // Of one message several may have spoken: none is left of the one that was mended.
      const before = report.findings.filter(
        (one) => one.message === finding.message && one.entry === finding.entry && one.value === finding.value,
      );
      expect(same.length, finding.mend).to.be.lessThan(before.length);
      mended += 1;
    }
    expect(mended).to.be.greaterThan(8);
  });

  it('is a sh:ValidationReport too', async () => {
    const described = describeReport(await check(quads));
    const results = described.filter((q) => q.predicate.equals(rdfTerms.type) && q.object.equals(sh.ValidationResult));
    expect(results).to.have.length(report.findings.length);
    expect(described.find((q) => q.predicate.equals(sh.conforms))?.object.value).to.equal('false');
    const clean = describeReport(await check(await parse('<x> a <y> .')));
    expect(clean.map(({ object }) => object.value)).to.deep.equal([sh.ValidationReport.value, 'true']);
  });

  it('says so where there is nothing to check', async () => {
    const { report: empty } = await check(await parse('<x> a <y> .'));
    expect(writeReport(empty)).to.include('no dcat:Dataset is described');
    expect(empty.conforms).to.equal(true);
  });

  it('tells the first of many and counts all', async () => {
    const many = Array.from({ length: mostFindings + 10 }, (_, n) => `<d${n}> a dcat:Dataset .`).join('\n');
    const { report: long } = await check(await parse(many));
    expect(long.findings).to.have.length(mostFindings);
    expect(long.violations).to.equal(2 * (mostFindings + 10));
    expect(writeReport(long)).to.match(/\nand \d+ more findings\n$/);
  });

  it('goes round in no circle, and stays in one line whatever a title holds', async () => {
    const { report: circle } = await check(
      await parse(
        '<a> dct:relation <b> . <b> dct:relation <a> ; dcat:distribution <x> . <x> a dcat:Distribution . <d> a dcat:Dataset ; dct:title "a\\n\\nViolation: b" ; dct:relation <x> .',
      ),
    );
    expect(circle.findings.find(({ about }) => about === 'http://e/x')?.entry).to.equal('http://e/d');
    expect(writeReport(circle)).to.include('“a Violation: b”');
  });

  for (const profile of checkedProfiles)
    it(`${profile} has shapes of its own`, async () => {
      const bare = '<d> a dcat:Dataset, <https://schema.org/Dataset> ; <http://rdfs.org/ns/void#sparqlEndpoint> <e> .';
      expect((await check(await parse(bare), profile)).report.violations).to.be.greaterThan(0);
    });
});
