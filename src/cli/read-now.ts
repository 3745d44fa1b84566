/** What the present code reads from notes, held against the shapes; without curators' decisions unless they are given. */
import type { Config } from '../config.js';
import type { Extraction } from '../extract/claim.js';
import { readGazetteers } from '../extract/gazetteer.js';
import { type Build, buildGraph } from '../triples/build.js';
import type { BuildInput } from '../triples/build-input.js';
import { readCatalogue } from '../triples/catalogue.js';
import { readOntology } from '../triples/ontology.js';
import { catalogueFile, inputFolders } from './build-inputs.js';
import { readExtractions } from './built-graph.js';
import type { Progress } from './progress.js';

export async function readNow(
  files: readonly string[],
  config: Pick<Config, 'base'>,
  progress: Progress,
  more: Partial<Pick<BuildInput, 'curation' | 'history'>> = {},
): Promise<{ extractions: readonly Extraction[]; build: Build }> {
  const gazetteers = readGazetteers(inputFolders.gazetteers);
  const extractions = readExtractions(files, gazetteers, progress).map(({ extraction }) => extraction);
  progress.step('holding what was read against the shapes');
  const ontology = readOntology(inputFolders.ontology);
  const catalogue = readCatalogue(catalogueFile, config.base);
  const build = await buildGraph({ extractions, gazetteers, catalogue, curation: [], ontology, config, ...more });
  return { extractions, build };
}
