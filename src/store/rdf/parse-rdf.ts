/** RDF text in any syntax → quads; a syntax error says the line. Nothing is fetched. */
import { Readable } from 'node:stream';
import type { Quad } from '../../rdf.js';
import { N3Parser } from './n3-parser.js';
import { type JsonLdReading, parseJsonLd } from './parse-json-ld.js';
import { messageOf, RdfSyntaxError } from './rdf-syntax-error.js';

/** What n3 calls the syntaxes that it reads. */
const n3Formats: Readonly<Record<string, string>> = {
  turtle: 'Turtle',
  trig: 'TriG',
  ntriples: 'N-Triples',
  nquads: 'N-Quads',
};

export interface RdfReading extends JsonLdReading {
  /** Whether blank nodes keep the labels that they have, where the syntax gives them such. */
  readonly keepLabels?: boolean;
}

/** Turtle, TriG, N-Triples and N-Quads, each held to its own grammar. */
function parseTurtleFamily(text: string, format: string, baseIri: string, keepLabels: boolean): Quad[] {
  const syntax = n3Formats[format];
  if (syntax === undefined) throw new Error(`"${format}" is not a format for graphs`);
  try {
    const labels = keepLabels ? { blankNodePrefix: '' } : {};
    return new N3Parser({ baseIRI: baseIri, format: syntax, ...labels }).parse(text) as unknown as Quad[];
  } catch (error) {
    const line = (error as { context?: { line?: number } }).context?.line ?? 1;
    throw new RdfSyntaxError(line, messageOf(error).replace(/ on line \d+\.?$/, ''), { cause: error });
  }
}

/** In pieces: the parser goes on to the end of a piece after an error, and finds another at each character. */
function* cut(text: string, length = 32 * 1024): Generator<string> {
  for (let start = 0; start < text.length; ) {
    // Not between the halves of a character.
    const end = start + length + (/[\uD800-\uDBFF]/.test(text[start + length - 1] ?? '') ? 1 : 0);
    yield text.slice(start, end);
    start = end;
  }
}

async function parseRdfXml(text: string, baseIri: string): Promise<Quad[]> {
  const { StrictRdfXmlParser } = await import('./rdf-xml-parser.js');
  const parser = new StrictRdfXmlParser({ baseIRI: baseIri, trackPosition: true });
  const quads: Quad[] = [];
  try {
    for await (const quad of Readable.from(cut(text)).pipe(parser)) quads.push(quad as Quad);
    return quads;
  } catch (error) {
    const line = /^Line (\d+)|^(\d+):\d+/.exec(messageOf(error));
    throw new RdfSyntaxError(Number(line?.[1] ?? line?.[2] ?? 1), messageOf(error), { cause: error });
  }
}

/** What a text without a telling file name looks like; an id of `formats.ts`. */
export function guessFormat(text: string): string {
  const start = text.slice(0, 1000).trimStart();
  if (/^\{|^\[\s*[{\]]/.test(start)) return 'jsonld';
  return /^<\?xml|^<!--|^<!DOCTYPE|^<rdf:RDF/.test(start) ? 'rdfxml' : 'trig';
}

/** All quads of a text. Throws {@link RdfSyntaxError}. */
export async function parseRdf(
  text: string,
  format: string,
  baseIri: string,
  { keepLabels = false, ...reading }: RdfReading = {},
): Promise<Quad[]> {
  if (format === 'jsonld') return parseJsonLd(text, baseIri, reading);
  if (format === 'rdfxml') return parseRdfXml(text, baseIri);
  return parseTurtleFamily(text, format, baseIri, keepLabels);
}
