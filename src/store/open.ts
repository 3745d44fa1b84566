/** Opens a store over quads, or over any RDF file. */
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Config } from '../config.js';
import { findFormat } from '../formats.js';
import type { Quad } from '../rdf.js';
import { openEmbedded } from './embedded.js';
import type { GraphStore } from './graph-store.js';
import { guessFormat, parseRdf } from './rdf/parse-rdf.js';
import { RdfSyntaxError } from './rdf/rdf-syntax-error.js';

/** By the file's name, where its extension is one that we know; else by how the text begins. */
function formatOf(file: string, text: string): string {
  const extension = extname(file).slice(1).toLowerCase();
  const aliases: Readonly<Record<string, string>> = { json: 'jsonld', xml: 'rdfxml', owl: 'rdfxml' };
  const format = aliases[extension] ?? findFormat(extension)?.id ?? '';
  return ['turtle', 'trig', 'ntriples', 'nquads', 'jsonld', 'rdfxml'].includes(format) ? format : guessFormat(text);
}

/** The quads of an RDF file. What cannot be read is an Error that says `file:line: reason`. */
export async function readRdf(file: string, baseIri: string): Promise<Quad[]> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    throw new Error(`${file}:1: cannot be read (${(error as NodeJS.ErrnoException).code ?? error})`, { cause: error });
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new Error(`${file}:1: is not UTF-8 text`, { cause: error });
  }
  try {
    return await parseRdf(text, formatOf(file, text), baseIri);
  } catch (error) {
    if (!(error instanceof RdfSyntaxError)) throw error;
    throw new Error(`${file}:${error.line}: ${error.message}`, { cause: error });
  }
}

/** Opens the embedded store. Whoever opens a store closes it. */
export async function openStore(from: {
  readonly file?: string;
  readonly quads?: Iterable<Quad>;
  readonly config: Pick<Config, 'base' | 'unionDefaultGraph' | 'queryDeadline' | 'maxAnswerBytes'>;
}): Promise<GraphStore> {
  const read = from.file === undefined ? [] : await readRdf(from.file, from.config.base);
  return openEmbedded(from.quads === undefined ? read : from.quads, from.config);
}
