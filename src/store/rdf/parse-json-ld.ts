/** JSON-LD text → quads, with its base directions and its lexical forms; a syntax error says the line. Nothing is fetched. */
import type { JsonLdDocument } from 'jsonld';
import { type Quad, rdf, type Term } from '../../rdf.js';
import { readDirection, refuseToLoad } from '../../serialise/json-ld.js';
import { messageOf, RdfSyntaxError } from './rdf-syntax-error.js';

const double = 'http://www.w3.org/2001/XMLSchema#double';
const kept = 'urn:kept:double';

/** jsonld's own terms. */
interface PlainTerm {
  readonly termType: string;
  readonly value: string;
  readonly language?: string;
  readonly datatype?: { readonly value: string };
}

const datatypeOf = ({ datatype }: PlainTerm): string => (datatype?.value === kept ? double : (datatype?.value ?? ''));

/** jsonld writes blank node labels with their `_:`. */
function toTerm(term: PlainTerm): Term {
  switch (term.termType) {
    case 'BlankNode':
      return rdf.blankNode(term.value.replace(/^_:/, ''));
    case 'Literal':
      return term.language ? rdf.literal(term.value, term.language) : readDirection(term.value, datatypeOf(term));
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

/** jsonld would write a double that stands as a string anew, in the form of its numbers; under another name it lets it be. */
function keepDoubles(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(keepDoubles);
  if (typeof node !== 'object' || node === null) return node;
  if ('@value' in node) {
    const isText = '@type' in node && node['@type'] === double && typeof node['@value'] === 'string';
    return isText ? { ...node, '@type': kept } : node;
  }
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, keepDoubles(value)]));
}

/** The published type of the options lacks the direction. */
const asItIs = { skipExpansion: true, documentLoader: refuseToLoad, rdfDirection: 'i18n-datatype' } as const;

/** All quads of a document. Throws {@link RdfSyntaxError}. */
export async function parseJsonLd(text: string, baseIri: string): Promise<Quad[]> {
  let document: JsonLdDocument;
  try {
    document = JSON.parse(text) as JsonLdDocument;
  } catch (error) {
    const at = jsonFaultAt(text, error instanceof Error ? error.message : '');
    throw new RdfSyntaxError(text.slice(0, at).split('\n').length, messageOf(error), { cause: error });
  }
  try {
    const { default: jsonld } = await import('jsonld');
    const expanded = await jsonld.expand(document, { base: baseIri, documentLoader: refuseToLoad });
    const dataset = await jsonld.toRDF(keepDoubles(expanded) as JsonLdDocument, asItIs);
    return (dataset as unknown as Record<'subject' | 'predicate' | 'object' | 'graph', PlainTerm>[]).map((q) =>
      rdf.quad(...([q.subject, q.predicate, q.object, q.graph].map(toTerm) as Parameters<typeof rdf.quad>)),
    );
  } catch (error) {
    throw new RdfSyntaxError(1, messageOf(error), { cause: error });
  }
}
