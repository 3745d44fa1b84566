/** What is served and what it is made of: ontology and shapes, data, the built graph, its snapshot and its journal. */
import { existsSync, statSync } from 'node:fs';
import type { Config } from '../../config.js';
import { readGazetteers } from '../../extract/gazetteer.js';
import { openJournalToRead } from '../../store/journal/journal.js';
import { loadGraph } from '../../store/pool/load-graph.js';
import { readSnapshot } from '../../store/snapshot/read-snapshot.js';
import { readCatalogue } from '../../triples/catalogue.js';
import { readCuration } from '../../triples/curation.js';
import { readOntology } from '../../triples/ontology.js';
import { catalogueFile, findNotes, fingerprintInputs, inputFolders } from '../build-inputs.js';
import { graphFile, readRecord, snapshotFile } from '../built-graph.js';
import { countOf } from '../counts.js';
import { readImports } from '../import/import-file.js';
import { journalFile } from '../served-graph.js';
import { type Finding, failure, look, note, ok } from './finding.js';

const again = 'put it right in the file, or take the package as it was released';

export const inspectInputs = async (config: Config): Promise<Finding[]> => [
  await look('ontology', again, () => {
    const { quads, shapes } = readOntology(inputFolders.ontology);
    return `${countOf(quads.length, 'statement')}, and shapes of ${countOf(shapes.size, 'statement')}`;
  }),
  await look('data', again, async () => {
    const notes = findNotes([inputFolders.notes]);
    readGazetteers(inputFolders.gazetteers);
    readCatalogue(catalogueFile, config.base);
    const decisions = readCuration(inputFolders.curation, config.base);
    const imports = await readImports(config.imports);
    return `${countOf(notes.length, 'note')}, ${countOf(decisions.length, 'decision')}, ${countOf(imports.length, 'import')}`;
  }),
];

/** Whether the graph is what would be built now. */
function inspectBuilt(config: Config): Finding {
  const record = readRecord(config.out);
  if (record === undefined) return note('graph', 'nothing is built yet; "migraph serve" does it first');
  if (record.base !== config.base)
    return note('graph', `was built with the base ${record.base}; the next start builds it anew`);
  try {
    const isCurrent = fingerprintInputs(findNotes(record.notes), config) === record.fingerprint;
    return isCurrent
      ? ok('graph', `${graphFile(config.out)} is what its notes make`)
      : note('graph', 'is older than what it was made of; the next start builds it anew');
  } catch (error) {
    return failure(
      'graph',
      error instanceof Error ? error.message : String(error),
      'build it from notes that there are: migraph build --notes …',
    );
  }
}

export async function inspectGraph(config: Config): Promise<Finding[]> {
  const snapshot = snapshotFile(config.out);
  const journal = journalFile(undefined, config);
  const findings = [inspectBuilt(config)];
  if (existsSync(graphFile(config.out)))
    findings.push(
      existsSync(snapshot)
        ? await look('snapshot', `delete ${snapshot}; the next start makes it anew`, () => {
            readSnapshot(snapshot);
            return `${snapshot} is whole, and of this version`;
          })
        : note('snapshot', `${snapshot} is missing; the next start makes it anew`),
    );
  if (existsSync(journal))
    findings.push(
      await look('journal', 'put a backup back: migraph restore FILE --force', () => {
        const { byteLength } = openJournalToRead(journal);
        const rest = statSync(journal).size - byteLength;
        const torn = rest > 0 ? `; ${countOf(rest, 'byte')} behind that were never acknowledged` : '';
        return `${countOf(byteLength, 'byte')} of ${journal} are whole${torn}`;
      }),
    );
  if (findings.every(({ verdict }) => verdict !== 'failure') && existsSync(snapshot))
    findings.push(await inspectStore(config));
  return findings;
}

/** The graph opened as a query process does, and asked. */
const inspectStore = (config: Config): Promise<Finding> =>
  look('store', 'report it, with the graph if you can', async () => {
    const journal = journalFile(undefined, config);
    const part = existsSync(journal)
      ? { file: journal, byteLength: openJournalToRead(journal).byteLength, from: 0 }
      : undefined;
    const store = await loadGraph({ snapshot: snapshotFile(config.out), ...(part && { journal: part }) }, config);
    try {
      const result = await store.query('ASK {}');
      if (result.kind !== 'boolean' || !result.value) throw new Error('the graph opens, but answers nothing');
      return `${countOf(store.size(), 'statement')} open, and answer`;
    } finally {
      await store.close();
    }
  });

/** Bytes that the built graph takes. */
export const graphBytes = ({ out }: Pick<Config, 'out'>): number =>
  [graphFile(out), snapshotFile(out), journalFile(undefined, { out })]
    .map((file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, size) => sum + size, 0);
