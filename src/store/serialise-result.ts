/** The result of a query in the format that was chosen for it, as bytes. */
import { formats } from '../formats.js';
import type { Quad } from '../rdf.js';
import { encodeTexts } from '../serialise/encode-texts.js';
import { serialiseIdTriples } from '../serialise/id-graph.js';
import { serialiseIdTable } from '../serialise/id-table.js';
import { serialiseQuads } from '../serialise/quads.js';
import { serialiseBindings, serialiseBoolean } from '../serialise/results.js';
import { type Clock, paced } from './clock.js';
import {
  type AnswerKind,
  QueryFault,
  type QueryResult,
  type RespondOptions,
  type WantedFormats,
} from './graph-store.js';

/** Bytes, some 64 kB at a time. */
export type Chunks = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** The media types that can carry a kind of answer. */
const namesFor = (kind: AnswerKind): string =>
  formats.flatMap(({ mediaType, carries }) => (carries.includes(kind) ? [mediaType] : [])).join(', ');

/** Throws a {@link QueryFault} where none of those wanted can hold this kind of answer. */
export function chooseFormat(kind: AnswerKind, wanted: WantedFormats): string {
  const format = wanted[kind];
  if (format !== undefined) return format;
  throw new QueryFault('not-acceptable', `none of the formats asked for can hold this answer; ${namesFor(kind)} can`);
}

/** How an answer is to be written. */
export interface Writing extends Pick<RespondOptions, 'jsonLdContext' | 'jsonLd'> {
  readonly format: string;
  readonly clock: Clock;
}

type GraphResult = Extract<QueryResult, { kind: 'graph' }>;

function serialiseGraph({ quads, triples }: GraphResult, { format, clock, jsonLdContext, jsonLd }: Writing): Chunks {
  const options = { ...jsonLd, ...(jsonLdContext === undefined ? {} : { context: jsonLdContext }) };
  const chunks = triples && serialiseIdTriples(triples, format, options);
  if (chunks !== undefined) return paced(chunks, clock);
  async function* serialiseAll(): AsyncGenerator<string> {
    const all: Quad[] = [];
    for await (const quad of quads) all.push(quad);
    yield* serialiseQuads(all, format, options);
  }
  return encodeTexts(serialiseAll());
}

/** The result in the format chosen for its kind. */
export function serialiseResult(result: QueryResult, writing: Writing): Chunks {
  const { format, clock } = writing;
  if (result.kind === 'boolean') return [Buffer.from(serialiseBoolean(result.value, format))];
  if (result.kind === 'graph') return serialiseGraph(result, writing);
  return result.table === undefined
    ? encodeTexts(serialiseBindings(result, format))
    : paced(serialiseIdTable(result.table, format), clock);
}
