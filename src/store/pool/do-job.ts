/** One job of a query process: what it is asked for is sent, or what is wrong with it; then it says that it is idle. */
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { rdf, type Term } from '../../rdf.js';
import { NotExpressible } from '../../serialise/not-expressible.js';
import { writeLesson } from '../at-once/lesson.js';
import type { Change } from '../change.js';
import type { BegunAnswer, EmbeddedStore } from '../embedded.js';
import { type GraphName, QueryFault, type RespondOptions, type Upload } from '../graph-store.js';
import { writePatch } from '../journal/patch.js';
import { parseQuery } from '../parse/parse-query.js';
import { N3Parser } from '../rdf/n3-parser.js';
import { RdfSyntaxError } from '../rdf/rdf-syntax-error.js';
import { FrameBatch } from './frames.js';
import type { FromProcess, Job, SentFault, SentOptions } from './messages.js';

/** A job, with what was sent for it. */
export interface Order<J> {
  readonly job: J;
  readonly parts: readonly Uint8Array[];
  readonly signal: AbortSignal;
}

/** What still makes a query a cheap one, as far as it can be told before: some tenths of a second. */
const cheapCost = 15_000;

const out = new FrameBatch(process.stdout);
const say = (message: FromProcess): void => out.put('message', JSON.stringify(message));

function parseTerm(text: string): Term {
  const [quad] = new N3Parser({ format: 'N-Triples' }).parse(`<a:s> <a:p> ${text} .`);
  return (quad as unknown as { object: Term }).object;
}

function receiveOptions({ bindings = {}, ...options }: SentOptions, signal: AbortSignal): RespondOptions {
  const terms = Object.entries(bindings).map(
    ([name, text]) => [name, typeof text === 'string' ? parseTerm(text) : text.map((one) => parseTerm(one))] as const,
  );
  return { ...options, bindings: Object.fromEntries(terms), signal };
}

/** Bytes that are sent as a whole. */
const wholeLength = 64 * 1024;

/** The clock stands still while the server has no room for more. What is short is sent as a whole. */
async function sendAnswer(
  { chunks, clock, ...what }: BegunAnswer,
  { maxBytes, lesson }: { readonly maxBytes: number; readonly lesson: string | undefined },
): Promise<void> {
  const { kind, format, by } = what;
  /** What has come, while it may be all. */
  let held: Uint8Array[] | undefined = [];
  let sent = 0;
  const send = async (chunk: Uint8Array): Promise<void> => {
    clock.pause();
    await out.write('bytes', chunk);
    clock.resume();
  };
  for await (const chunk of chunks) {
    sent += chunk.length;
    if (sent > maxBytes)
      throw new QueryFault('too-long', `the answer is longer than ${maxBytes} bytes; ask for less of it with LIMIT`);
    if (held === undefined) await send(chunk);
    else if (held.push(chunk) && sent > wholeLength) {
      say({ type: 'answer', kind, format, by });
      await send(Buffer.concat(held));
      held = undefined;
    }
  }
  if (held === undefined) return say({ type: 'end' });
  say({ type: 'whole', kind, format, by, lesson });
  out.put('bytes', held.length === 1 && held[0] !== undefined ? held[0] : Buffer.concat(held));
}

async function answer(store: EmbeddedStore, job: Job & { type: 'query' }, signal: AbortSignal): Promise<void> {
  const options = receiveOptions(job.options, signal);
  const parsed = parseQuery(job.query, options);
  if (!job.mayBeLong && store.estimate(parsed) > cheapCost) return say({ type: 'long' });
  const lesson = job.teach ? writeLesson(parsed) : undefined;
  await sendAnswer(await store.answer(parsed, job.wanted, options), { maxBytes: job.maxBytes, lesson });
}

function sendChange(change: Change, graph: { had: boolean; has: boolean }): void {
  say({ type: 'change', ...graph });
  out.put('bytes', writePatch(change));
}

const graphCalled = (iri: string): GraphName => (iri === '' ? rdf.defaultGraph() : rdf.namedNode(iri));

type WriteJob = Exclude<Job, { type: 'query' }>;

/** A part for each format, in their order. */
const toUpload = ({ formats, baseIri }: Job & { type: 'upload' }, parts: readonly Uint8Array[]): Upload => ({
  parts: formats.map((format, n) => ({ format, text: parts[n] ?? '' })),
  baseIri,
});

async function write(store: EmbeddedStore, { job, parts, signal }: Order<WriteJob>): Promise<void> {
  if (job.type === 'update') {
    const change = await store.evaluateUpdate(job.update, receiveOptions(job.options, signal));
    return sendChange(change, { had: true, has: true });
  }
  const graph = graphCalled(job.graph);
  const had = store.holds(graph);
  const change = await (job.type === 'drop'
    ? store.evaluateDrop(graph)
    : store.evaluateUpload(graph, toUpload(job, parts), job.how));
  sendChange(change, { had, has: store.holds(graph) });
}

function toSent(error: unknown): SentFault {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof QueryFault) return { kind: error.kind, message, line: error.line, column: error.column };
  if (error instanceof RdfSyntaxError) return { kind: 'malformed', message, line: error.line };
  if (error instanceof NotExpressible) return { kind: 'not-acceptable', message };
  return { kind: undefined, message: error instanceof Error ? (error.stack ?? message) : message };
}

/** Long enough to see whether anything still computes, in milliseconds. */
const settling = 25;

/** Waits until nothing goes on; what was broken off may have left work behind. */
async function settle(): Promise<void> {
  for (;;) {
    const before = performance.eventLoopUtilization();
    await wait(settling);
    if (performance.eventLoopUtilization(before).utilization < 0.5) return;
  }
}

/** Jobs of fewer milliseconds leave nothing behind that would be felt. */
const worthSettling = 50;

/** Never rejects but where the server is gone. */
export async function doJob(store: EmbeddedStore, { job, parts, signal }: Order<Job>): Promise<void> {
  const started = performance.now();
  try {
    if (job.type === 'query') await answer(store, job, signal);
    else await write(store, { job, parts, signal });
  } catch (error) {
    say({ type: 'fault', fault: toSent(error) });
  }
  if (performance.now() - started > worthSettling) {
    await out.flush();
    await settle();
  }
  say({ type: 'idle' });
  await out.flush();
}
