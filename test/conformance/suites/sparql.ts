/** The suites of the SPARQL languages and of their result formats. */
import { type Entry, readManifest } from '../manifest.js';
import type { Suite } from '../suite.js';
import { runDelimitedEntry } from './csv-tsv.js';
import { runQueryEntry } from './query.js';
import { runUpdateEntry } from './update.js';

const runEntry = (entry: Entry): Promise<void> =>
  entry.type.includes('Update') ? runUpdateEntry(entry) : runQueryEntry(entry);

interface Source {
  readonly name: string;
  readonly standard: string;
  readonly manifests: readonly string[];
  readonly run?: (entry: Entry) => Promise<void>;
}

const suiteOf = ({ name, standard, manifests, run = runEntry }: Source): Suite => ({
  name,
  standard,
  async open() {
    const entries = (await Promise.all(manifests.map(readManifest))).flat();
    return entries.map((entry) => ({ iri: entry.iri, run: () => run(entry) }));
  },
});

const sources: readonly Source[] = [
  {
    name: 'SPARQL 1.0',
    standard: 'http://www.w3.org/TR/rdf-sparql-query/',
    manifests: ['sparql/sparql10/manifest-evaluation.ttl', 'sparql/sparql10/manifest-syntax.ttl'],
  },
  {
    name: 'SPARQL 1.1 Query',
    standard: 'http://www.w3.org/TR/sparql11-query/',
    manifests: ['sparql/sparql11/manifest-sparql11-query.ttl'],
  },
  {
    name: 'SPARQL 1.1 Update',
    standard: 'http://www.w3.org/TR/sparql11-update/',
    manifests: ['sparql/sparql11/manifest-sparql11-update.ttl'],
  },
  {
    name: 'SPARQL 1.1 Results CSV and TSV',
    standard: 'http://www.w3.org/TR/sparql11-results-csv-tsv/',
    manifests: ['sparql/sparql11/csv-tsv-res/manifest.ttl'],
    run: runDelimitedEntry,
  },
  {
    name: 'SPARQL 1.1 Results JSON',
    standard: 'http://www.w3.org/TR/sparql11-results-json/',
    manifests: ['sparql/sparql11/json-res/manifest.ttl'],
  },
  {
    name: 'SPARQL 1.1 Federated Query',
    standard: 'http://www.w3.org/TR/sparql11-federated-query/',
    manifests: ['sparql/sparql11/manifest-sparql11-fed.ttl'],
  },
  {
    name: 'SPARQL 1.2',
    standard: 'https://www.w3.org/TR/sparql12-query/',
    manifests: ['sparql/sparql12/manifest.ttl'],
  },
];

export const sparqlSuites: readonly Suite[] = sources.map(suiteOf);
