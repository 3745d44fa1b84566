/** An answer of a query process, read back into terms: for those who ask the pool and want rows, not text. */
import { type Quad, rdf, type Term } from '../../rdf.js';
import type { Binding } from '../../serialise/results.js';
import type { QueryResult } from '../graph-store.js';
import { parseQuads } from '../patch.js';

interface JsonTerm {
  readonly type: 'uri' | 'bnode' | 'literal' | 'triple';
  readonly value: string | { readonly subject: JsonTerm; readonly predicate: JsonTerm; readonly object: JsonTerm };
  readonly datatype?: string;
  readonly 'xml:lang'?: string;
  readonly 'its:dir'?: 'ltr' | 'rtl';
}

function toLiteral({ value, datatype, ...language }: JsonTerm): Term {
  const tag = language['xml:lang'];
  const text = String(value);
  if (tag === undefined) return datatype === undefined ? rdf.literal(text) : rdf.literal(text, rdf.namedNode(datatype));
  const direction = language['its:dir'];
  return rdf.literal(text, (direction === undefined ? tag : { language: tag, direction }) as string);
}

/** A term of the JSON results format. */
export function parseJsonTerm(term: JsonTerm): Term {
  if (typeof term.value === 'object') {
    const { subject, predicate, object } = term.value;
    return rdf.quad(
      ...([subject, predicate, object].map(parseJsonTerm) as [Quad['subject'], Quad['predicate'], Quad['object']]),
    );
  }
  if (term.type === 'uri') return rdf.namedNode(term.value);
  return term.type === 'bnode' ? rdf.blankNode(term.value) : toLiteral(term);
}

/** Lines of a text that comes in pieces. */
async function* readLines(body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let pending = '';
  for await (const chunk of body) {
    const lines = (pending + decoder.decode(chunk, { stream: true })).split('\n');
    pending = lines.pop() ?? '';
    yield* lines;
  }
  if (pending !== '') yield pending;
}

/** Our own writer puts the head on the first line, each row on one of its own, and the brackets on the last. */
async function* readRows(lines: AsyncGenerator<string>): AsyncGenerator<Binding> {
  for await (const line of lines) {
    if (!line.startsWith('{')) continue;
    const row = JSON.parse(line.endsWith(',') ? line.slice(0, -1) : line) as Record<string, JsonTerm>;
    yield new Map(Object.entries(row).map(([name, term]) => [name, parseJsonTerm(term)]));
  }
}

async function* readQuads(lines: AsyncGenerator<string>): AsyncGenerator<Quad> {
  for await (const line of lines) yield* parseQuads(line);
}

/** Formats that {@link parseAnswer} reads. */
export const innerFormats = { bindings: 'json', boolean: 'json', graph: 'nquads' } as const;

/** The answer as it comes; leaving its rows or quads ends the query. Rejects as the body fails. */
export async function parseAnswer(kind: QueryResult['kind'], body: AsyncIterable<Uint8Array>): Promise<QueryResult> {
  const lines = readLines(body);
  if (kind === 'graph') return { kind, quads: readQuads(lines) };
  const { value: first } = await lines.next();
  if (kind === 'boolean') return { kind, value: (JSON.parse(String(first)) as { boolean: boolean }).boolean };
  const { head } = JSON.parse(`${first}]}}`) as { head: { vars: string[] } };
  return { kind, variables: head.vars, rows: readRows(lines) };
}
