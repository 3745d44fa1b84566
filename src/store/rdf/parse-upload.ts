/** RDF as it was sent → quads that can be kept. What is wrong with it is one line, and says where. */
import type { Quad } from '../../rdf.js';
import { QueryFault, type RdfText, type Upload } from '../graph-store.js';
import { checkDepth } from './check-depth.js';
import { faultOfQuad } from './check-quad.js';
import { parseRdf } from './parse-rdf.js';
import { RdfSyntaxError } from './rdf-syntax-error.js';

const malformed = (reason: string, line?: number, cause?: unknown): QueryFault =>
  new QueryFault('malformed', line === undefined ? reason : `line ${line}: ${reason}`, { line, cause });

/** The server has looked already. */
function decode(text: RdfText['text']): string {
  if (typeof text === 'string') return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(text);
  } catch (error) {
    throw malformed('is not UTF-8', undefined, error);
  }
}

async function parsePart({ text: sent, format }: RdfText, baseIri: string): Promise<Quad[]> {
  const text = decode(sent);
  const tooDeep = checkDepth(text, format);
  if (tooDeep !== undefined) throw malformed(tooDeep.reason, tooDeep.line);
  let quads: Quad[];
  try {
    quads = await parseRdf(text, format, baseIri);
  } catch (error) {
    if (error instanceof RdfSyntaxError) throw malformed(error.message, error.line, error);
    throw error;
  }
  const fault = quads.map(faultOfQuad).find((found) => found !== undefined);
  if (fault !== undefined) throw malformed(fault);
  const named = quads.find(({ graph }) => graph.termType !== 'DefaultGraph');
  if (named !== undefined) throw malformed(`names a graph (<${named.graph.value}>): what is sent is to be one graph`);
  return quads;
}

/** The quads of each part. Throws {@link QueryFault}. */
export async function parseUpload({ parts, baseIri }: Upload): Promise<Quad[][]> {
  const parsed: Quad[][] = [];
  for (const part of parts) parsed.push(await parsePart(part, baseIri));
  return parsed;
}
