/** How a query comes to its answer: at once, or from what was kept, from whoever asks the same just now, or from a process. */
import { createHash, hash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { AtOnce } from '../at-once/at-once.js';
import type { Recognised } from '../at-once/known-shapes.js';
import type { Answer, GraphStore, RespondOptions, WantedFormats } from '../graph-store.js';
import type { Budgets } from './budgets.js';
import { holdBody, holdWhole, readBody } from './held-body.js';
import { cacheKey, type KeptAnswer, type ResultCache } from './result-cache.js';
import { isExport, type StoredExports } from './stored-exports.js';
import { UnderWay } from './under-way.js';

/** An answer of which at least the first part is there, or is about to be. */
export type Begun = Pick<Answer, 'kind' | 'format' | 'by'> &
  (
    | { readonly type: 'answer'; readonly body: Readable }
    | { readonly type: 'whole'; readonly bytes: Uint8Array; readonly lesson?: string | undefined }
  );

export interface AnswerParts {
  /** A query process's, or another engine's. */
  begin(query: string, wanted: WantedFormats, options: RespondOptions & { readonly teach: boolean }): Promise<Begun>;
  /** Of the graph. */
  version(): string;
  readonly budgets: Budgets;
  readonly cache: ResultCache;
  readonly exports: StoredExports | undefined;
  readonly atOnce: AtOnce | undefined;
  /** Whether graphs of elsewhere may be read. */
  readonly mayFetch: boolean;
}

export async function* each(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

const toAnswer = ({ chunks, ...answer }: KeptAnswer, isLasting: boolean): Answer => ({
  ...answer,
  body: each(chunks),
  whole: chunks.length === 1 ? chunks[0] : undefined,
  isLasting,
});

const tagOf = (chunks: readonly Uint8Array[]): string => {
  const [first] = chunks;
  // One call where there is one chunk: it takes a third of the time.
  if (chunks.length === 1 && first !== undefined) return hash('sha256', first, 'base64url').slice(0, 27);
  const sum = chunks.reduce((so, chunk) => so.update(chunk), createHash('sha256'));
  return sum.digest('base64url').slice(0, 27);
};

/** An answer, and what is kept of it: nothing of one that is too long, or is another each time. */
interface Found {
  readonly answer: Answer;
  readonly kept: KeptAnswer | undefined;
}

/** What is asked, of which version of the graph, and under which key its answer may be kept. */
interface Question {
  readonly query: string;
  readonly wanted: WantedFormats;
  readonly options: RespondOptions;
  readonly asked: string;
  readonly key: string | undefined;
  readonly recognised: Recognised | undefined;
}

export function createAnswers(parts: AnswerParts): Pick<Required<GraphStore>, 'respond' | 'respondAtOnce' | 'admit'> {
  const { begin, version, budgets, cache, exports, atOnce, mayFetch } = parts;
  const underWay = new UnderWay<KeptAnswer>();

  function admit(client: string | undefined): void {
    budgets.check(client);
    budgets.charge(client, 0);
  }

  /** What is the same for all formats but one; it is long, and what it is for may not be asked for. */
  const strip = (wanted: WantedFormats, given: RespondOptions): RespondOptions => {
    // An answer that is written down may be as large as any, whoever worded the query.
    const { jsonLdContext, jsonLd, isOurs: _, ...others } = given;
    return wanted.graph === 'jsonld' ? { ...others, ...(jsonLdContext && { jsonLdContext }), jsonLd } : others;
  };

  function respondAtOnce(query: string, wanted: WantedFormats, options: RespondOptions = {}): Answer | undefined {
    const recognised = atOnce?.recognise(query, options);
    if (recognised?.known === undefined) return undefined;
    budgets.check(options.client);
    const started = performance.now();
    const made = atOnce?.answer(recognised, wanted, options);
    if (made === undefined) return undefined;
    budgets.charge(options.client, (performance.now() - started) / 1000);
    const { kind, format, bytes } = made;
    const chunks = [bytes];
    return toAnswer({ kind, format, by: 'ids', tag: tagOf(chunks), chunks, byteLength: bytes.length }, true);
  }

  async function find({ query, wanted, options, asked, key, recognised }: Question): Promise<Found> {
    const teach = recognised !== undefined && recognised.known === undefined;
    const begun = await begin(query, wanted, { ...options, teach });
    if (teach && begun.type === 'whole') atOnce?.learn(recognised, begun.lesson);
    const { kind, format, by } = begun;
    const held = begun.type === 'whole' ? holdWhole(begun.bytes) : await holdBody(begun.body);
    // A change may have come between the asking and the answering; then it is not known which graph was asked.
    const sureKey = version() === asked ? key : undefined;
    if (held.rest !== undefined) {
      const what = { kind, format, by, tag: sureKey?.slice(0, 27) };
      const chunks = readBody(held);
      const isStored = sureKey !== undefined && exports !== undefined && isExport(query);
      const body = isStored ? exports.store(sureKey, what, chunks) : chunks;
      return { answer: { ...what, byteLength: undefined, body }, kept: undefined };
    }
    const { chunks, byteLength } = held;
    const answer = { kind, format, by, tag: tagOf(chunks), chunks, byteLength };
    if (sureKey === undefined) return { answer: toAnswer(answer, false), kept: undefined };
    cache.set(sureKey, answer);
    return { answer: toAnswer(answer, true), kept: answer };
  }

  /** Whoever asks what another is waiting for waits with him; what fails for one may not fail for the next. */
  async function respond(query: string, wanted: WantedFormats, given: RespondOptions = {}): Promise<Answer> {
    const options = strip(wanted, given);
    const recognised = atOnce?.recognise(query, options);
    const asked = version();
    const key = cacheKey(asked, query, wanted, { ...options, mayFetch });
    const question: Question = { query, wanted, options, asked, key, recognised };
    if (key === undefined) return (await find(question)).answer;
    const known = cache.get(key) ?? (await underWay.wait(key));
    const stored = known === undefined ? exports?.find(key) : undefined;
    if (known !== undefined || stored !== undefined) admit(options.client);
    if (known !== undefined) return toAnswer(known, true);
    if (stored !== undefined) return stored;
    const finding = find(question);
    void underWay.lead(
      key,
      finding.then(({ kept }) => kept),
    );
    return (await finding).answer;
  }

  return { respond, respondAtOnce, admit };
}
