/** The one interface of all stores: a mutable container of RDF graphs that answers SPARQL. */

import type { ContextDefinition } from 'jsonld';
import type { NamedNode, Quad, Term } from '../rdf.js';
import type { Bindings } from '../serialise/results.js';

export interface QueryOptions {
  /** The answer is no longer wanted. */
  readonly signal?: AbortSignal;
  /** What relative IRIs in the query are resolved against. */
  readonly baseIri?: string;
  /**
   * Variables bound from the start, by name: how values enter a query that stands in a file. Where the query gives one
   * a default (`VALUES ?name { … }`, that variable alone), the term takes its place; else it is put in wherever the
   * variable stands.
   */
  readonly bindings?: Readonly<Record<string, Term>>;
  /** The dataset of the protocol; when either is given they replace the query's FROM and FROM NAMED. */
  readonly defaultGraphs?: readonly string[];
  readonly namedGraphs?: readonly string[];
}

/** Rows and quads are read once, by one reader; breaking off the loop ends the query. A graph's quads are distinct. */
export type QueryResult =
  | ({ readonly kind: 'bindings' } & Bindings)
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'graph'; readonly quads: AsyncIterable<Quad> };

export type AnswerKind = QueryResult['kind'];

/** The format (id of `formats.ts`) wanted for each kind of answer; a kind left out is not acceptable. */
export type WantedFormats = Readonly<Partial<Record<AnswerKind, string>>>;

export interface RespondOptions extends QueryOptions {
  /** What JSON-LD is compacted with. */
  readonly jsonLdContext?: ContextDefinition;
}

/** A serialised answer. */
export interface Answer {
  readonly kind: AnswerKind;
  /** Id of the format chosen. */
  readonly format: string;
  readonly byteLength: number;
  /** The same for the same bytes. */
  readonly digest: string;
  readonly body: AsyncIterable<Uint8Array>;
}

/** All failures of a request are {@link QueryFault}s; anything else that is thrown is a defect. */
export interface GraphStore {
  query(query: string, options?: QueryOptions): Promise<QueryResult>;
  /** Serialised where it is computed. */
  respond(query: string, wanted: WantedFormats, options?: RespondOptions): Promise<Answer>;
  update(update: string, options?: QueryOptions): Promise<void>;
  /** An empty iterable removes the graph. */
  replaceGraph(graph: NamedNode, quads: Iterable<Quad>): Promise<void>;
  /** Changes whenever the content does; what is derived from the content may be kept under it. */
  version(): string;
  close(): Promise<void>;
}

export type FaultKind =
  /** Not SPARQL; `line` and `column` say where, as far as known. */
  | 'malformed'
  /** SPARQL that this store does not carry out. */
  | 'refused'
  /** No acceptable format for this kind of answer. */
  | 'not-acceptable'
  | 'too-long'
  | 'timeout'
  | 'aborted';

/** A request that was not answered, and why; the server maps its kind to a status. */
export class QueryFault extends Error {
  override readonly name = 'QueryFault';
  readonly line: number | undefined;
  readonly column: number | undefined;

  constructor(
    readonly kind: FaultKind,
    message: string,
    { line, column, cause }: { line?: number | undefined; column?: number | undefined; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.line = line;
    this.column = column;
  }
}
