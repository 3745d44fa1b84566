/** The W3C manifests: what there is to test, in their order. They are read with our parser, and followed by hand. */
import { parseRdf } from '../../src/store/rdf/parse-rdf.js';
import { indexGraph, type Node, nodesWith } from './node.js';
import { iriOf, readText } from './w3c-folder.js';

/** A graph of a dataset, and the document that it is read from. */
export interface NamedDocument {
  readonly name: string;
  readonly document: string;
}

/** What a query or update works on, or what it leaves behind. */
export interface Documents {
  /** They make up the default graph. */
  readonly data: readonly string[];
  readonly graphs: readonly NamedDocument[];
}

export interface Entry {
  readonly iri: string;
  readonly name: string;
  /** Local name of its class, as `QueryEvaluationTest`. */
  readonly type: string;
  /** The query, update or document under test. */
  readonly input: string;
  readonly before: Documents;
  /** The document to compare with; undefined where there is none. */
  readonly result: string | undefined;
  /** What an update leaves behind. */
  readonly after: Documents;
  /** Remote endpoints, and what they hold. */
  readonly endpoints: readonly { readonly endpoint: string; readonly data: readonly string[] }[];
  /** What is not among these properties. */
  readonly node: Node;
}

const values = (nodes: readonly Node[]): string[] => nodes.map(({ value }) => value);

/** Query tests name a graph by the document's own IRI, update tests by a label. */
function readDocuments(node: Node | undefined): Documents {
  const graphs = node === undefined ? [] : [...node.all('qt:graphData'), ...node.all('ut:graphData')];
  return {
    data: node === undefined ? [] : values([...node.all('qt:data'), ...node.all('ut:data')]),
    graphs: graphs.map((graph) => {
      const document = (graph.one('qt:graph') ?? graph.one('ut:graph') ?? graph).value;
      return { document, name: graph.one('rdfs:label')?.value ?? document };
    }),
  };
}

function readEntry(node: Node): Entry {
  const action = node.one('mf:action');
  const result = node.one('mf:result');
  const input = action?.one('qt:query') ?? action?.one('ut:request') ?? action;
  return {
    iri: node.value,
    name: node.one('mf:name')?.value ?? '',
    type: node.one('rdf:type')?.value.replace(/^.*#/, '') ?? '',
    input: input?.value ?? '',
    before: readDocuments(action),
    result: result?.term.termType === 'NamedNode' ? result.value : undefined,
    after: readDocuments(result),
    endpoints: (action?.all('qt:serviceData') ?? []).map((service) => ({
      endpoint: service.one('qt:endpoint')?.value ?? '',
      data: values(service.all('qt:data')),
    })),
    node,
  };
}

/** The entries of a manifest and of those that it includes, in their folder or below; `path` is within the W3C folder. */
export async function readManifest(path: string): Promise<Entry[]> {
  const iri = iriOf(path);
  const index = indexGraph(await parseRdf(readText(iri), 'turtle', iri));
  const own = nodesWith(index, 'mf:entries').flatMap((manifest) => manifest.list('mf:entries').map(readEntry));
  const folder = path.replace(/[^/]*$/, '');
  const included = nodesWith(index, 'mf:include').flatMap((manifest) => values(manifest.list('mf:include')));
  const within = included.map((other) => other.replace(iriOf(''), '')).filter((other) => other.startsWith(folder));
  return [...own, ...(await Promise.all(within.map(readManifest))).flat()];
}
