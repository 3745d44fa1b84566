/** The one interface of all stores: a mutable container of RDF graphs that answers SPARQL. */
import type { ContextDefinition } from 'jsonld';
import type { DefaultGraph, NamedNode, Quad, Term } from '../rdf.js';
import type { IdTable } from '../serialise/id-table.js';
import type { IdTriples } from '../serialise/id-triples.js';
import type { JsonLdShape } from '../serialise/json-ld.js';
import type { Bindings } from '../serialise/results.js';

/** Variable → the term it is bound to, or those that it may be. */
export type Bound = Readonly<Record<string, Term | readonly Term[]>>;

/** How a query is asked; nothing need be said. */
export interface QueryOptions {
  /** The answer is no longer wanted. */
  readonly signal?: AbortSignal;
  /** What relative IRIs in the query are resolved against. */
  readonly baseIri?: string;
  /**
   * Variables bound from the start, by name: how values enter a query that stands in a file. Where the query gives one
   * a default (`VALUES ?name { … }`, that variable alone), the term takes its place; else it is put in wherever the
   * variable stands. Several terms, or none, are the rows of such a default, which must then be there.
   */
  readonly bindings?: Bound;
  /**
   * The dataset of the protocol; when either is given they replace the query's FROM and FROM NAMED. An empty text stands
   * for the unnamed graph.
   */
  readonly defaultGraphs?: readonly string[];
  readonly namedGraphs?: readonly string[];
  /** What a graph of that dataset is that is not held here; a fault unless it says otherwise. FROM always makes it one. */
  readonly notHeld?: 'fault' | 'empty' | undefined;
  /** Who asks: clients are served in turn, and each within its budget. Undefined: we ourselves, for a page or an export. */
  readonly client?: string;
  /** Whether it is one of the program's own, for rows of a page: what it costs says nothing of who asks, and it ends soon. */
  readonly isOurs?: boolean;
}

/** Rows and quads are read once, by one reader; breaking off the loop ends the query. A graph's quads are distinct. */
export type QueryResult = {
  /** Who evaluated it, as far as known. */ readonly by?: Evaluator;
} /** `table`: the same rows by ids, where they are known so. */ & (
  | ({ readonly kind: 'bindings'; readonly table?: IdTable } & Bindings)
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** `triples`: the same by ids, where they are known so. */
  | { readonly kind: 'graph'; readonly quads: AsyncIterable<Quad>; readonly triples?: IdTriples | undefined }
);

/** Rows, yes or no, or a graph. */
export type AnswerKind = QueryResult['kind'];

/** The format (id of `formats.ts`) wanted for each kind of answer; a kind left out is not acceptable. */
export type WantedFormats = Readonly<Partial<Record<AnswerKind, string>>>;

/** How a query is asked whose answer comes written. */
export interface RespondOptions extends QueryOptions {
  /** What JSON-LD is compacted with. */
  readonly jsonLdContext?: ContextDefinition;
  /** How JSON-LD is to look besides. */
  readonly jsonLd?: JsonLdShape | undefined;
}

/** Who evaluated a query: our own evaluator, over the ids of terms, or Comunica; or another engine behind this server. */
export type Evaluator = 'ids' | 'comunica' | 'remote';

/** A serialised answer. */
export interface Answer {
  readonly kind: AnswerKind;
  readonly by: Evaluator;
  /** Id of the format chosen. */
  readonly format: string;
  /** Undefined where the answer is so long that it is handed on while it is made; a late failure then breaks the body off. */
  readonly byteLength: number | undefined;
  /** Two answers with the same tag have the same bytes; undefined where that cannot be promised. */
  readonly tag: string | undefined;
  /** To be read once. */
  readonly body: AsyncIterable<Uint8Array>;
  /** All of the body, where it is there already. */
  readonly whole?: Uint8Array | undefined;
  /** Whether the same question has this answer for as long as the store has this version. */
  readonly isLasting?: boolean;
}

/** RDF text as it was sent, to be parsed where a fault or a bomb in it does no harm. */
export interface RdfText {
  /** Id of a graph format. */
  readonly format: string;
  /** Bytes are UTF-8. */
  readonly text: string | Uint8Array;
}

/** What is written to a graph in one go: one text, or the parts of a form. A blank node is one within a text. */
export interface Upload {
  readonly parts: readonly RdfText[];
  readonly baseIri: string;
}

/** When a write is carried out, and for whom. */
export interface WriteOptions {
  /** Called when all writes before are seen and none is carried out meanwhile; where it throws nothing is written. */
  readonly precondition?: (() => Promise<void>) | undefined;
  readonly signal?: AbortSignal;
  readonly client?: string;
}

/** How an update is asked. */
export interface UpdateOptions extends QueryOptions, WriteOptions {
  /** The graph that the update is all about, its default graph; it may name no other. An empty text: the unnamed graph. */
  readonly within?: string;
}

/** Where the Graph Store Protocol writes: a graph by its name, or the unnamed one. */
export type GraphName = NamedNode | DefaultGraph;

/** What a store that has query processes can tell of itself, at no cost. */
export interface StoreFigures {
  readonly processes: {
    /** Those that have loaded the graph, those that there are to be, and those at work on a query. */
    readonly ready: number;
    readonly wanted: number;
    readonly busy: number;
    /** Memory of all, as far as the system tells. */
    readonly bytes: number;
  };
  /** Queries that wait for a process, by lane. */
  readonly waiting: Readonly<Record<string, number>>;
  readonly cache: {
    readonly answers: number;
    readonly bytes: number;
    readonly hits: number;
    readonly misses: number;
  };
  /** Bytes of the journal, and of that which is in no checkpoint. */
  readonly journal: { readonly bytes: number; readonly behind: number };
  /** Answers that wait on disk for slow readers. */
  readonly onDisk: { readonly answers: number; readonly bytes: number };
}

/** All failures of a request are {@link QueryFault}s; anything else that is thrown is a defect. */
export interface GraphStore {
  /** As rows, yes or no, or quads, read while they are found. */
  query(query: string, options?: QueryOptions): Promise<QueryResult>;
  /** Serialised where it is computed. */
  respond(query: string, wanted: WantedFormats, options?: RespondOptions): Promise<Answer>;
  /** The same where that is little work, and nothing need be waited for; undefined: `respond` is to be asked. */
  respondAtOnce?(query: string, wanted: WantedFormats, options?: RespondOptions): Answer | undefined;
  /** All of it or, on a failure, nothing. The options' dataset stands for USING and USING NAMED. */
  update(update: string, options?: UpdateOptions): Promise<void>;
  /**
   * Puts the triples of the upload in the place of the graph's, or adds them; true where there was no such graph and is
   * one now. A graph without triples is none, but for the unnamed one.
   */
  writeGraph(graph: GraphName, upload: Upload, how: 'replace' | 'add', options?: WriteOptions): Promise<boolean>;
  /** Removes the graph; false where there was none. */
  dropGraph(graph: GraphName, options?: WriteOptions): Promise<boolean>;
  /** Counts a request that somebody was answered without the store being asked; throws where he has no budget left. */
  admit?(client: string | undefined): void;
  /** Takes from his budget what was done for him elsewhere. */
  charge?(client: string | undefined, seconds: number): void;
  /** What it is at just now. */
  figures?(): StoreFigures;
  /** Changes whenever the content does; what is derived from the content may be kept under it. */
  version(): string;
  /** Changes where another graph was put in the place of all of it, as after a build; what is written does not change it. */
  edition?(): string;
  /** Nothing may be asked of it afterwards. */
  close(): Promise<void>;
}

/** Why a request was not answered. */
export type FaultKind =
  /** Not SPARQL; `line` and `column` say where, as far as known. */
  | 'malformed'
  /** SPARQL that this store does not carry out. */
  | 'refused'
  /** A host outside, which the operator allows to be asked, gave no answer that could be used. */
  | 'unreachable'
  /** The engine behind this server does not answer, or not so that it could be used. */
  | 'offline'
  /** No acceptable format for this kind of answer. */
  | 'not-acceptable'
  | 'too-long'
  | 'timeout'
  | 'aborted'
  /** It needed more memory than a query may have. */
  | 'memory'
  /** Too many others are waiting; later it may be answered. */
  | 'busy'
  /** This client has used up its budget; `retryAfter` says when to come again. */
  | 'over-budget'
  /** What was to be written could not be made durable; nothing was changed. */
  | 'not-stored';

interface FaultDetails {
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly retryAfter?: number | undefined;
  readonly cause?: unknown;
}

/** A request that was not answered, and why; the server maps its kind to a status. */
export class QueryFault extends Error {
  override readonly name = 'QueryFault';
  readonly line: number | undefined;
  readonly column: number | undefined;
  /** Seconds. */
  readonly retryAfter: number | undefined;

  constructor(
    readonly kind: FaultKind,
    message: string,
    { line, column, retryAfter, cause }: FaultDetails = {},
  ) {
    super(message, { cause });
    this.line = line;
    this.column = column;
    this.retryAfter = retryAfter;
  }
}
