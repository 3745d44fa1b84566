/** An answer of a query process, read back into terms: for those who ask the pool and want rows, not text. */
import type { Quad } from '../../rdf.js';
import { type JsonRow, parseJsonRow } from '../../serialise/parse-json-term.js';
import type { Binding } from '../../serialise/results.js';
import { endSurely } from '../end-body.js';
import type { QueryResult } from '../graph-store.js';
import { parseQuads } from '../journal/patch.js';

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
    yield parseJsonRow(JSON.parse(line.endsWith(',') ? line.slice(0, -1) : line) as JsonRow);
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
  if (kind === 'graph') return { kind, quads: endSurely(readQuads(lines)) };
  const { value: first } = await lines.next();
  if (kind === 'boolean') return { kind, value: (JSON.parse(String(first)) as { boolean: boolean }).boolean };
  const { head } = JSON.parse(`${first}]}}`) as { head: { vars: string[] } };
  return { kind, variables: head.vars, rows: endSurely(readRows(lines)) };
}
