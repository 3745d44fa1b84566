/** An answer of the store as part of a page. */
import type { Answer } from '../../store/graph-store.js';
import type { Html } from '../html.js';
import { HttpFault } from '../http-fault.js';
import { type JsonResults, showGraph, showResults } from './query.js';

/** Bytes of an answer that a page still shows. */
const maxPageBytes = 20_000_000;

/** The answer as JSON results or Turtle → a table, yes or no, or the text. Too long an answer is an {@link HttpFault}. */
export async function showAnswer(answer: Answer, base: string): Promise<Html> {
  const chunks: Uint8Array[] = [];
  let length = answer.byteLength ?? 0;
  for await (const chunk of answer.body) {
    if (answer.byteLength === undefined) length += chunk.length;
    if (length > maxPageBytes)
      throw new HttpFault(400, 'the answer is too long for a page; ask for less of it, or for another format');
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  return answer.kind === 'graph' ? showGraph(text) : showResults(base, JSON.parse(text) as JsonResults);
}
