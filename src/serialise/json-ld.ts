/** JSON-LD 1.1: quads compacted with a context; no context is ever fetched. */
import jsonld, { type ContextDefinition } from 'jsonld';
import type { Quad, Term } from '../rdf.js';
import { NotExpressible } from './not-expressible.js';

export interface JsonLdOptions {
  /** The terms to compact with; without it the output is expanded. */
  readonly context?: ContextDefinition;
  /** Written as `@context` in place of the definition, for clients that fetch it themselves. */
  readonly contextIri?: string;
}

/** A document loader that never loads: whoever sends or stores RDF cannot make us fetch. */
export const refuseToLoad = (url: string): Promise<never> =>
  Promise.reject(new Error(`remote JSON-LD contexts are not fetched: <${url}>`));

function checkTerm(term: Term): void {
  if (term.termType === 'Quad')
    throw new NotExpressible('JSON-LD cannot hold triple terms; ask for Turtle, TriG, N-Triples or N-Quads');
  if (term.termType === 'Literal' && term.direction)
    throw new NotExpressible('JSON-LD as written here loses the base direction; ask for Turtle or N-Triples');
}

/** jsonld takes a blank node by its label with the `_:`. */
const plain = (term: Term): object =>
  term.termType === 'BlankNode'
    ? { termType: 'BlankNode', value: `_:${term.value}` }
    : term.termType === 'Literal'
      ? {
          termType: 'Literal',
          value: term.value,
          language: term.language,
          datatype: { termType: 'NamedNode', value: term.datatype.value },
        }
      : { termType: term.termType, value: term.value };

/** The document as text, always with `@graph`, so that its outline does not depend on how many subjects there are. */
export async function writeJsonLd(quads: Iterable<Quad>, options: JsonLdOptions = {}): Promise<string> {
  const dataset: object[] = [];
  for (const { subject, predicate, object, graph } of quads) {
    for (const term of [subject, object]) checkTerm(term);
    dataset.push({ subject: plain(subject), predicate: plain(predicate), object: plain(object), graph: plain(graph) });
  }
  // An array, never N-Quads text: jsonld reads the text in quadratic time.
  const expanded = await jsonld.fromRDF(dataset, { useNativeTypes: false });
  if (options.context === undefined) return `${JSON.stringify(expanded, null, 1)}\n`;
  const compacted = await jsonld.compact(expanded, options.context, {
    graph: true,
    documentLoader: refuseToLoad,
  });
  const context = options.contextIri ?? compacted['@context'];
  return `${JSON.stringify({ ...compacted, '@context': context }, null, 1)}\n`;
}
