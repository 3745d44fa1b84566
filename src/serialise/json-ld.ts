/** JSON-LD 1.1: quads compacted with a context; no context is ever fetched. Triple terms become classic reification. */
import type { ContextDefinition } from 'jsonld';
import type { JsonLdArray } from 'jsonld/jsonld-spec.js';
import { type Literal, type Quad, rdf } from '../rdf.js';
import { expandQuads } from './expand-quads.js';
import { reifyClassically } from './reify-classically.js';

export interface JsonLdOptions {
  /** The terms to compact with; without it the output is expanded. */
  readonly context?: ContextDefinition;
  /** Written as `@context` in place of the definition, for clients that fetch it themselves. */
  readonly contextIri?: string;
}

/** A document loader that never loads: whoever sends or stores RDF cannot make us fetch. */
export const refuseToLoad = (url: string): Promise<never> =>
  Promise.reject(new Error(`remote JSON-LD contexts are not fetched: <${url}>`));

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

/** Language maps have no room for a base direction, and compaction drops it without a word. */
const hasDirection = (quads: readonly Quad[]): boolean =>
  quads.some(({ object }) => object.termType === 'Literal' && Boolean(object.direction));

/** Compacted where there is a context; an IRI that looks like one of its terms leaves the document as it is. */
async function compact(expanded: JsonLdArray, { context, contextIri }: JsonLdOptions): Promise<object> {
  if (context === undefined) return expanded;
  try {
    // It takes longer to load than all else of ours; most answers never need it.
    const { default: jsonld } = await import('jsonld');
    const compacted = await jsonld.compact(expanded, context, {
      graph: true,
      skipExpansion: true,
      documentLoader: refuseToLoad,
    });
    return { ...compacted, '@context': contextIri ?? compacted['@context'] };
  } catch (error) {
    if (error instanceof Error && error.name === 'jsonld.SyntaxError') return expanded;
    throw error;
  }
}

/** The document as text; compacted, always with `@graph`: its outline does not depend on how many subjects there are. */
export async function writeJsonLd(quads: Iterable<Quad>, options: JsonLdOptions = {}): Promise<string> {
  const plain = [...reifyClassically(quads)];
  const expanded = expandQuads(plain) as JsonLdArray;
  const document = hasDirection(plain) ? expanded : await compact(expanded, options);
  return `${JSON.stringify(document, null, 1)}\n`;
}
