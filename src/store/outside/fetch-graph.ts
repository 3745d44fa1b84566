/** A graph from outside, for LOAD and for FROM. */
import { findFormat } from '../../formats.js';
import type { Quad } from '../../rdf.js';
import { QueryFault } from '../graph-store.js';
import { createMint, renameBlankNodes } from '../rdf/blank-nodes.js';
import { guessFormat } from '../rdf/parse-rdf.js';
import { parseUpload } from '../rdf/parse-upload.js';
import type { FetchText } from './fetch-text.js';

/** What is fetched may be written down, and read again by another process. */
const mint = createMint();

const graphFormats = ['turtle', 'ntriples', 'jsonld', 'rdfxml'];
const accept = graphFormats.map((id) => findFormat(id)?.mediaType).join(', ');

/** Its triples. Throws a {@link QueryFault}. */
export async function fetchGraph(fetch: FetchText, iri: string, signal: AbortSignal): Promise<Quad[]> {
  const { status, mediaType, text, url } = await fetch({ url: iri, accept, signal });
  if (status !== 200) throw new QueryFault('unreachable', `<${iri}> answers with ${status}`);
  const format = findFormat(mediaType)?.id ?? '';
  const known = graphFormats.includes(format) ? format : guessFormat(text);
  try {
    const [quads = []] = await parseUpload({ parts: [{ format: known, text }], baseIri: url });
    return renameBlankNodes(quads, mint);
  } catch (error) {
    if (!(error instanceof QueryFault)) throw error;
    throw new QueryFault('unreachable', `<${iri}>: ${error.message}`, { cause: error });
  }
}
