/** JSON-LD 1.1: quads expanded, compacted by our context or framed. Triple terms become classic reification. */
import type { ContextDefinition } from 'jsonld';
import type { JsonLdForm } from '../formats.js';
import { type Literal, type Quad, rdf } from '../rdf.js';
import { type ExpandedNode, NodeCompactor } from './compact-nodes.js';
import { expandQuads } from './expand-quads.js';
import { framedMembers } from './framed-document.js';
import { JsonLdTerms } from './json-ld-terms.js';
import type { FrameObject } from './read-frame.js';
import { reifyClassically } from './reify-classically.js';
import { type JsonMember, writeArray, writeObject } from './write-json.js';

/** How a document is to look, besides the terms. */
export interface JsonLdShape {
  /** Compacted where nothing is said. */
  readonly form?: JsonLdForm;
  /** Written as `@context` in place of the definition, for clients that fetch it themselves. */
  readonly contextIri?: string;
  /** What a framed document is made by; its own frame is for a catalogue, that within `dataset` for a dataset. */
  readonly frame?: FrameObject;
  /** The thing that a framed document is about; else it is a list of all that there is. */
  readonly root?: string;
}

export interface JsonLdOptions extends JsonLdShape {
  /** The terms to compact with; without it the output is expanded. */
  readonly context?: ContextDefinition;
}

/** Without terms, and flat: each node once. */
export const isExpanded = ({ context, form }: JsonLdOptions): boolean =>
  context === undefined || form === 'expanded' || form === 'flattened';

/** How jsonld's RDF says language and base direction (JSON-LD 1.1 API, section 8.6): `…#ar_rtl`. */
const i18n = 'https://www.w3.org/ns/i18n#';

/** As jsonld gives it → as it is. The published type of the factory lags behind and knows nothing of directions. */
export function readDirection(value: string, datatype: string): Literal {
  const [, language = '', direction] = datatype.startsWith(i18n)
    ? (/^([^_]*)_(ltr|rtl)$/.exec(datatype.slice(i18n.length)) ?? [])
    : [];
  return language === '' || direction === undefined
    ? rdf.literal(value, rdf.namedNode(datatype))
    : rdf.literal(value, { language, direction } as unknown as string);
}

/** Prefixes by which an IRI of the data begins as it is (`<dct:x>`), so that it would be taken for another. */
function findClashes(quads: readonly Quad[], prefixes: Iterable<string>): Set<string> {
  const names = new Set(prefixes);
  const clashes = new Set<string>();
  for (const quad of quads)
    for (const term of [quad.subject, quad.predicate, quad.object, quad.graph]) {
      const iri = term.termType === 'Literal' ? term.datatype.value : term.value;
      const end = iri.indexOf(':');
      const scheme = end < 0 ? '' : iri.slice(0, end);
      if (names.has(scheme) && !iri.startsWith('//', end + 1)) clashes.add(scheme);
    }
  return clashes;
}

/** Those prefixes are taken back in the document; terms that were defined by them stay what they are. */
function contextMember({ context, contextIri }: JsonLdOptions, clashes: ReadonlySet<string>): JsonMember {
  const ours = contextIri ?? context;
  const without = Object.fromEntries([...clashes].map((prefix) => [prefix, null]));
  return { name: '@context', value: clashes.size === 0 ? ours : [ours, without] };
}

/** The document as text, in pieces; compacted always with `@graph`: its outline does not depend on how many subjects there are. */
export function* writeJsonLd(quads: Iterable<Quad>, options: JsonLdOptions = {}): Generator<string> {
  const plain = [...reifyClassically(quads)];
  const nodes = expandQuads(plain) as ExpandedNode[];
  const { context, form } = options;
  if (context === undefined || isExpanded(options)) yield* writeArray(nodes);
  else {
    const clashes = findClashes(plain, new JsonLdTerms(context).prefixes);
    const terms = new JsonLdTerms(context, clashes);
    const written = contextMember(options, clashes);
    const members = form === 'framed' ? framedMembers(nodes, terms, options) : compactMembers(nodes, terms);
    yield* writeObject(following(written, members));
  }
  yield '\n';
}

function* following(first: JsonMember, others: Iterable<JsonMember>): Generator<JsonMember> {
  yield first;
  yield* others;
}

function* compactMembers(nodes: readonly ExpandedNode[], terms: JsonLdTerms): Generator<JsonMember> {
  const compactor = new NodeCompactor(terms);
  function* compacted(): Generator<object> {
    for (const node of nodes) yield compactor.compact(node);
  }
  yield { name: '@graph', parts: compacted() };
}
