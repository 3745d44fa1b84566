/** The documents of a test as quads, and a store that holds them. */
import { extname } from 'node:path';
import { type Quad, rdf } from '../../src/rdf.js';
import { type EmbeddedConfig, type EmbeddedStore, openEmbedded } from '../../src/store/embedded.js';
import type { Outside } from '../../src/store/outside/outside.js';
import { parseRdf } from '../../src/store/rdf/parse-rdf.js';
import type { Documents, NamedDocument } from './manifest.js';
import { readText } from './w3c-folder.js';

const formats: Readonly<Record<string, string>> = {
  '.ttl': 'turtle',
  '.nt': 'ntriples',
  '.rdf': 'rdfxml',
  '.trig': 'trig',
  '.nq': 'nquads',
};

/** The quads of one document, read as its extension says. */
export async function readDocument(iri: string): Promise<Quad[]> {
  const format = formats[extname(iri)];
  if (format === undefined) throw new Error(`<${iri}> has no extension that tells its format`);
  return parseRdf(readText(iri), format, iri);
}

/** Two documents may use the same label for different nodes: they are told apart by the document's number. */
function inGraph(quads: readonly Quad[], name: string | undefined): Quad[] {
  if (name === undefined) return [...quads];
  const graph = rdf.namedNode(name);
  return quads.map(({ subject, predicate, object }) => rdf.quad(subject, predicate, object, graph));
}

/** All of it as one dataset. A document of quads keeps its own graphs. */
export async function readDocuments({ data, graphs }: Documents): Promise<Quad[]> {
  const unnamed = await Promise.all(data.map(readDocument));
  const named = await Promise.all(
    graphs.map(async ({ name, document }: NamedDocument) => inGraph(await readDocument(document), name)),
  );
  return [...unnamed, ...named].flat();
}

/** As the standard has it: the default graph is the unnamed one. */
const plain: EmbeddedConfig = {
  base: 'urn:migraph:test/',
  unionDefaultGraph: false,
  queryDeadline: 20,
  maxAnswerBytes: 10_000_000,
};

export const openPlain = (
  quads: Iterable<Quad>,
  outside?: Outside,
  more: Partial<EmbeddedConfig> = {},
): EmbeddedStore => openEmbedded(quads, { ...plain, ...more }, outside);
