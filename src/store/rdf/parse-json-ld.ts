/** JSON-LD text → quads, with its base directions and its lexical forms; a syntax error says the line. Nothing is fetched here. */
import type { JsonLdDocument } from 'jsonld';
import { type Quad, rdf, type Term } from '../../rdf.js';
import { readDirection } from '../../serialise/json-ld.js';
import { readOwnContext, refuseToLoad } from '../../serialise/own-context.js';
import { messageOf, RdfSyntaxError } from './rdf-syntax-error.js';
import { mayHoldSuchSpace, unveil, veil } from './veil-spaces.js';

const double = 'http://www.w3.org/2001/XMLSchema#double';
const kept = 'urn:kept:double';

/** jsonld's own terms. */
interface PlainTerm {
  readonly termType: string;
  readonly value: string;
  readonly language?: string;
  readonly datatype?: { readonly value: string };
}

const datatypeOf = ({ datatype }: PlainTerm): string =>
  datatype?.value === kept ? double : unveil(datatype?.value ?? '');

/** A number beyond all doubles, 1e400, is infinite to JSON.parse; XML Schema calls that INF. */
const lexicalOf = ({ value, datatype }: PlainTerm): string =>
  datatype?.value === double ? value.replace(/^(-?)Infinity$/, '$1INF') : unveil(value);

/** jsonld writes blank node labels with their `_:`. */
function toTerm(term: PlainTerm): Term {
  switch (term.termType) {
    case 'BlankNode':
      return rdf.blankNode(term.value.replace(/^_:/, ''));
    case 'Literal':
      return term.language
        ? rdf.literal(unveil(term.value), term.language)
        : readDirection(lexicalOf(term), datatypeOf(term));
    case 'DefaultGraph':
      return rdf.defaultGraph();
    default:
      return rdf.namedNode(unveil(term.value));
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

/** How a document is read that needs more than itself. */
export interface JsonLdReading {
  /** Gives the document of a remote context; without it there is none. What it throws is told at the line that names it. */
  readonly loadContext?: ((url: string) => Promise<object>) | undefined;
  /** Whether an IRI that is none is an error; else what is said of it is left out, as JSON-LD has it. */
  readonly strict?: boolean | undefined;
}

/** The line in which a text first holds this; the first one where it does not. */
export function lineOf(text: string, part: string): number {
  const at = text.indexOf(part);
  return at < 0 ? 1 : text.slice(0, at).split('\n').length;
}

/** The published type of the options lacks the direction and the events. */
const asItIs = { skipExpansion: true, documentLoader: refuseToLoad, rdfDirection: 'i18n-datatype' } as const;

/** The events by which the library tells of statements that it leaves out since an IRI is none. */
const badIri = /^relative (?:graph|subject|predicate|object) reference$/;

interface JsonLdEvent {
  readonly event: { readonly code: string; readonly details: Readonly<Record<string, unknown>> };
  readonly next: () => void;
}

/** Throws {@link RdfSyntaxError} for an IRI that is none. */
const refuseBadIris =
  (text: string) =>
  ({ event: { code, details }, next }: JsonLdEvent): void => {
    if (!badIri.test(code)) {
      next();
      return;
    }
    const iri = unveil(String(Object.values(details)[0]));
    throw new RdfSyntaxError(lineOf(text, iri), `<${iri.slice(0, 100)}> is not an absolute IRI`);
  };

function parseJson(text: string): JsonLdDocument {
  try {
    return JSON.parse(text) as JsonLdDocument;
  } catch (error) {
    const at = jsonFaultAt(text, error instanceof Error ? error.message : '');
    throw new RdfSyntaxError(text.slice(0, at).split('\n').length, messageOf(error), { cause: error });
  }
}

/** All quads of a document. Throws {@link RdfSyntaxError}. */
export async function parseJsonLd(text: string, baseIri: string, reading: JsonLdReading = {}): Promise<Quad[]> {
  const parsed = parseJson(text);
  const document = mayHoldSuchSpace(text) ? veil(parsed) : parsed;
  const { loadContext, strict = false } = reading;
  let refusal: RdfSyntaxError | undefined;
  const load = async (asked: string): Promise<{ documentUrl: string; document: object }> => {
    const url = unveil(asked);
    try {
      const own = readOwnContext(url, baseIri);
      return { documentUrl: asked, document: own ?? veil(await loadContext?.(url)) ?? (await refuseToLoad(url)) };
    } catch (error) {
      refusal = new RdfSyntaxError(lineOf(text, url), messageOf(error), { cause: error });
      throw error;
    }
  };
  try {
    const { default: jsonld } = await import('jsonld');
    const documentLoader = load as typeof refuseToLoad;
    const expanded = await jsonld.expand(document, { base: baseIri, documentLoader });
    const options = strict ? { ...asItIs, eventHandler: refuseBadIris(text) } : asItIs;
    const dataset = await jsonld.toRDF(keepDoubles(expanded) as JsonLdDocument, options);
    return (dataset as unknown as Record<'subject' | 'predicate' | 'object' | 'graph', PlainTerm>[]).map((q) =>
      rdf.quad(...([q.subject, q.predicate, q.object, q.graph].map(toTerm) as Parameters<typeof rdf.quad>)),
    );
  } catch (error) {
    if (error instanceof RdfSyntaxError) throw error;
    throw refusal ?? new RdfSyntaxError(1, messageOf(error), { cause: error });
  }
}
