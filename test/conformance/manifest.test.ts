/** No test is lost on the way from the manifests to the suites: both are counted, and what is not run has its reason here. */
import { readdirSync } from 'node:fs';
import { expect } from 'chai';
import { parseRdf } from '../../src/store/rdf/parse-rdf.js';
import { indexGraph, nodesWith } from './node.js';
import { suites } from './suites.js';
import { iriOf, readText, w3cFolder, whyWithout } from './w3c-folder.js';

/** Manifest → why its entries are in no suite. */
const leftOut: Readonly<Record<string, string>> = {
  'sparql/sparql10/open-world/sameTerm-manifest.ttl': 'no manifest includes it, and its entries have no action',
  'sparql/sparql10/sort/extended-manifest.ttl':
    'no manifest includes it: it tells plain literals and xsd:string apart, which RDF 1.1 does not',
  'sparql/sparql11/http-rdf-update/manifest.ttl':
    'the former form of the Graph Store Protocol suite, request by request',
};

/** Tests that are described and entered nowhere, by their names. */
const notEntered = ['dawg-optional-filter-005-simplified', 'head_non_existing_direct'];

interface Counted {
  readonly file: string;
  readonly entered: readonly string[];
  /** What has a class of tests, entered or not. */
  readonly typed: readonly string[];
}

async function count(file: string): Promise<Counted> {
  const index = indexGraph(await parseRdf(readText(iriOf(file)), 'turtle', iriOf(file)));
  const isTest = ({ value }: { value: string }): boolean => /#(?:\w+Test(?:11)?|Test[A-Z]\w+)$/.test(value);
  return {
    file,
    entered: nodesWith(index, 'mf:entries').flatMap((node) => node.list('mf:entries').map(({ value }) => value)),
    typed: nodesWith(index, 'rdf:type').flatMap((node) => (node.all('rdf:type').some(isTest) ? [node.value] : [])),
  };
}

describe('the manifests', function () {
  this.timeout(120_000);
  const folder = w3cFolder;
  if (folder === undefined) return it(`are counted only with the suites at hand: ${whyWithout}`);

  it('hold no test that is not run', async () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /manifest[^/]*\.ttl$/.test(name),
    );
    const manifests = await Promise.all(files.map(count));
    const counted = manifests.filter(({ file }) => leftOut[file] === undefined);
    const entered = new Set(counted.flatMap((one) => one.entered));
    const typed = new Set(counted.flatMap((one) => one.typed));
    expect([...typed].filter((iri) => !entered.has(iri)).map((iri) => iri.replace(/^.*#/, ''))).to.have.members(
      notEntered,
    );

    const run = new Set<string>();
    for (const suite of suites) {
      for (const { iri } of await suite.open()) run.add(iri);
      await suite.close?.();
    }
    expect([...entered].filter((iri) => !run.has(iri))).to.deep.equal([]);
    expect([...run].filter((iri) => !entered.has(iri))).to.deep.equal([]);
    expect(Object.keys(leftOut).filter((file) => !files.includes(file))).to.deep.equal([]);
  });
});
