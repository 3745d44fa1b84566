/** The files of a dump: one entry for each, in the order in which they are listed. */
import { findFormat } from '../../formats.js';
import { csvwMediaType, tableFile, tablesMetadata } from '../csvw.js';
import { tables } from '../tables.js';

export interface DumpFile {
  readonly name: string;
  readonly mediaType: string;
  readonly title: string;
  /** The graph with the names of its graphs; the triples of all of them together; a table; what says more of these. */
  readonly holds: 'dataset' | 'union' | 'table' | 'description';
  /** Id of `formats.ts`. */
  readonly format?: string;
}

/** What a file holds, in words. */
export const holdings: Readonly<Record<DumpFile['holds'], string>> = {
  dataset: 'the whole graph, with the names of its named graphs',
  union: 'the triples of all graphs together: this syntax has no room for the names of graphs',
  table: 'a table',
  description: 'what the files are',
};

function graphFile(format: string, title: string, holds: 'dataset' | 'union'): DumpFile {
  const { extension = format, mediaType = '' } = findFormat(format) ?? {};
  return { name: `graph.${extension}`, mediaType, title, holds, format };
}

export const graphFiles: readonly DumpFile[] = [
  graphFile('nquads', 'N-Quads', 'dataset'),
  graphFile('trig', 'TriG', 'dataset'),
  graphFile('jsonld', 'JSON-LD', 'dataset'),
  graphFile('turtle', 'Turtle', 'union'),
  graphFile('rdfxml', 'RDF/XML', 'union'),
];

export const tableFiles: readonly (DumpFile & { readonly table: string })[] = tables.map((table) => ({
  name: tableFile(table),
  mediaType: 'text/csv',
  title: table.title,
  holds: 'table',
  table: table.id,
}));

export const metadataFile: DumpFile = {
  name: tablesMetadata,
  mediaType: csvwMediaType,
  title: 'The columns of the tables and how they hang together, as CSV on the Web',
  holds: 'description',
};

export const croissantFile: DumpFile = {
  name: 'croissant.json',
  mediaType: 'application/ld+json',
  title: 'The tables with their columns and hashes, as Croissant',
  holds: 'description',
};

/** Each of the data also packed, by gzip. */
export const packedName = (name: string): string => `${name}.gz`;
export const packedType = 'application/gzip';

/** Of all other files, in the format of `sha256sum`. */
export const sumsFile = 'SHA256SUMS';
/** What `manifest.ts` says of them. */
export const indexFile = 'index.json';
