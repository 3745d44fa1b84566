/** What is said of a dump: its files with lengths and hashes, the hash of the graph, and what the graph says of itself. */
import type { DumpFile } from './files.js';

export interface ListedFile extends Pick<DumpFile, 'name' | 'mediaType' | 'title' | 'holds'> {
  readonly byteLength: number;
  /** In hexadecimal digits. */
  readonly sha256: string;
  /** The file that it holds, packed. */
  readonly packs?: string;
}

/** The graph's own words; undefined where it does not say. */
export interface GraphAbout {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  /** Its name. */
  readonly publisher?: string | undefined;
  readonly licence?: string | undefined;
  /** When it was last changed, an xsd:dateTime or a shorter date, as its catalogue has it. */
  readonly modified?: string | undefined;
  readonly frequency?: string | undefined;
}

export interface Manifest extends GraphAbout {
  readonly graph: string;
  readonly quads: number;
  /** The triples of all graphs together, each once. */
  readonly triples: number;
  /** SHA-256 of the canonical N-Quads by RDFC-1.0, which are those of `graph.nq`; else why there is none. */
  readonly rdfc10: { readonly sha256: string } | { readonly none: string };
  readonly files: readonly ListedFile[];
}
