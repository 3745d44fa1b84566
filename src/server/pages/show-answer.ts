/** An answer of the store as part of a page. The page is made here, where everybody waits for it: it reads no more than it shows. */
import type { Answer } from '../../store/graph-store.js';
import type { Html } from '../html.js';
import { HttpFault } from '../http-fault.js';
import { plainView, type View } from '../view/view.js';
import type { JsonRow } from './json-row.js';
import { showGraph, showTable, showTruth } from './outcome.js';

/** Bytes of Turtle that a page still shows, and of an answer whose rows are still counted. */
const [maxGraphBytes, maxTableBytes] = [1_000_000, 20_000_000];

/** Rows that a page shows, and bytes of them, about; all are in the other formats. */
const [shownRows, shownBytes] = [1000, 1_000_000];

/** The chunks, as long as they are not too many. */
async function* within(body: Answer['body'], most: number): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > most)
      throw new HttpFault(400, 'the answer is too long for a page; ask for less of it, or for another format');
    yield chunk;
  }
}

async function readText(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** JSON results as our own writer lays them out: the head in the first line, then each row in one of its own. */
async function showRows(base: string, body: AsyncIterable<Uint8Array>, view: View): Promise<Html> {
  const decoder = new TextDecoder();
  let pending = '';
  let variables: readonly string[] | undefined;
  let [count, shown] = [0, 0];
  const rows: JsonRow[] = [];
  for await (const chunk of body) {
    const lines = (pending + decoder.decode(chunk, { stream: true })).split('\n');
    pending = lines.pop() ?? '';
    for (const line of lines) {
      if (variables === undefined)
        variables = (JSON.parse(`${line}]}}`) as { head: { vars: readonly string[] } }).head.vars;
      else if (line.startsWith('{')) {
        count += 1;
        if (rows.length === shownRows || shown > shownBytes) continue;
        shown += line.length;
        rows.push(JSON.parse(line.replace(/,$/, '')) as JsonRow);
      }
    }
  }
  return showTable(base, { variables: variables ?? [], rows, count }, view);
}

/** The answer as JSON results or Turtle → a table, yes or no, or the text. Too long an answer is an {@link HttpFault}. */
export async function showAnswer(
  { kind, body }: Pick<Answer, 'kind' | 'body'>,
  base: string,
  view: View = plainView(),
): Promise<Html> {
  if (kind === 'graph') return showGraph(await readText(within(body, maxGraphBytes)));
  if (kind === 'bindings') return showRows(base, within(body, maxTableBytes), view);
  return showTruth(view, (JSON.parse(await readText(body)) as { boolean: boolean }).boolean);
}
