/** RDF text in any syntax → quads; a syntax error says the line. Nothing is fetched. */
import { Readable } from 'node:stream';
import jsonld, { type JsonLdDocument } from 'jsonld';
import n3 from 'n3';
import { RdfXmlParser } from 'rdfxml-streaming-parser';
import { type Quad, rdf, type Term } from '../rdf.js';
import { refuseToLoad } from '../serialise/json-ld.js';

/** Not the RDF it should be; `line` counts from 1. */
export class RdfSyntaxError extends Error {
  override readonly name = 'RdfSyntaxError';
  constructor(
    readonly line: number,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').trim();

/** What n3 calls the syntaxes that it reads. */
const n3Formats: Readonly<Record<string, string>> = {
  turtle: 'Turtle',
  trig: 'TriG',
  ntriples: 'N-Triples',
  nquads: 'N-Quads',
};

/** Turtle, TriG, N-Triples and N-Quads, each held to its own grammar. */
function parseTurtleFamily(text: string, format: string, baseIri: string): Quad[] {
  const syntax = n3Formats[format];
  if (syntax === undefined) throw new Error(`"${format}" is not a format for graphs`);
  try {
    return new n3.Parser({ baseIRI: baseIri, format: syntax }).parse(text) as unknown as Quad[];
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
  const parser = new RdfXmlParser({ baseIRI: baseIri, trackPosition: true });
  const quads: Quad[] = [];
  try {
    for await (const quad of Readable.from(cut(text)).pipe(parser)) quads.push(quad as Quad);
    return quads;
  } catch (error) {
    const line = /^Line (\d+)|^(\d+):\d+/.exec(messageOf(error));
    throw new RdfSyntaxError(Number(line?.[1] ?? line?.[2] ?? 1), messageOf(error), { cause: error });
  }
}

interface PlainTerm {
  readonly termType: string;
  readonly value: string;
  readonly language?: string;
  readonly datatype?: { readonly value: string };
}

/** jsonld writes blank node labels with their `_:`. */
function toTerm(term: PlainTerm): Term {
  switch (term.termType) {
    case 'BlankNode':
      return rdf.blankNode(term.value.replace(/^_:/, ''));
    case 'Literal':
      return rdf.literal(term.value, term.language ? term.language : rdf.namedNode(term.datatype?.value ?? ''));
    case 'DefaultGraph':
      return rdf.defaultGraph();
    default:
      return rdf.namedNode(term.value);
  }
}

/** Where JSON.parse stopped. V8 gives the position, or quotes ten characters on each side of the place. */
function jsonFaultAt(text: string, message: string): number {
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Number(position);
  const [, token = '', cut, quote = ''] =
    /token '(.)', (\.{3})?"([\s\S]*?)"(?:\.{3})? is not valid/.exec(message) ?? [];
  return cut === undefined ? Math.max(0, quote.indexOf(token)) : Math.max(0, text.indexOf(quote)) + 10;
}

async function parseJsonLd(text: string, baseIri: string): Promise<Quad[]> {
  let document: JsonLdDocument;
  try {
    document = JSON.parse(text) as JsonLdDocument;
  } catch (error) {
    const at = jsonFaultAt(text, error instanceof Error ? error.message : '');
    throw new RdfSyntaxError(text.slice(0, at).split('\n').length, messageOf(error), { cause: error });
  }
  try {
    const dataset = await jsonld.toRDF(document, { base: baseIri, documentLoader: refuseToLoad });
    return (dataset as unknown as Record<'subject' | 'predicate' | 'object' | 'graph', PlainTerm>[]).map((q) =>
      rdf.quad(...([q.subject, q.predicate, q.object, q.graph].map(toTerm) as Parameters<typeof rdf.quad>)),
    );
  } catch (error) {
    throw new RdfSyntaxError(1, messageOf(error), { cause: error });
  }
}

/** What a text without a telling file name looks like; an id of `formats.ts`. */
export function guessFormat(text: string): string {
  const start = text.slice(0, 1000).trimStart();
  if (/^\{|^\[\s*[{\]]/.test(start)) return 'jsonld';
  return /^<\?xml|^<!--|^<!DOCTYPE|^<rdf:RDF/.test(start) ? 'rdfxml' : 'trig';
}

/** All quads of a text. Throws {@link RdfSyntaxError}. */
export async function parseRdf(text: string, format: string, baseIri: string): Promise<Quad[]> {
  if (format === 'jsonld') return parseJsonLd(text, baseIri);
  if (format === 'rdfxml') return parseRdfXml(text, baseIri);
  return parseTurtleFamily(text, format, baseIri);
}
