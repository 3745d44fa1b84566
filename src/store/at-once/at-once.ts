/**
 * Small queries, answered in the server's own process: of a shape that a query process has parsed before, over a graph of
 * its own, within an allowance of rows and time. What does not come to its end in that is for a query process.
 */
import type { Config } from '../../config.js';
import { isWrittenByIds, serialiseIdTriples } from '../../serialise/id-graph.js';
import { serialiseIdTable } from '../../serialise/id-table.js';
import { serialiseBoolean } from '../../serialise/results.js';
import { evaluateIds } from '../evaluate/evaluate.js';
import type { AnswerKind, QueryResult, RespondOptions, WantedFormats } from '../graph-store.js';
import type { Graphs } from '../graphs.js';
import type { GraphFiles } from '../pool/messages.js';
import { notAtOnce, startAllowance } from './allowance.js';
import { type KnownShape, KnownShapes, type Recognised, rest, trust } from './known-shapes.js';
import { fillLesson, type Lesson } from './lesson.js';
import { createOwnGraph } from './own-graph.js';

export interface AnswerAtOnce {
  readonly kind: AnswerKind;
  readonly format: string;
  readonly bytes: Uint8Array;
}

export interface AtOnce {
  /** Undefined for what is never answered so. */
  recognise(query: string, options: RespondOptions): Recognised | undefined;
  /** Undefined where it takes longer, or is not known how. Never throws, and never waits. */
  answer(query: Recognised, wanted: WantedFormats, options: RespondOptions): AnswerAtOnce | undefined;
  /** What a query process has to say of the shape. */
  learn(query: Recognised, lesson: string | undefined): void;
  /** A change that queries see from now on. */
  apply(patch: Uint8Array): void;
  open(files: GraphFiles, unrecorded?: readonly Uint8Array[]): Promise<void>;
  close(): void;
}

/** What an answer may take: rows looked at, milliseconds, bytes of memory, and bytes of the answer. */
const allowance = { rows: 2000, milliseconds: 5 } as const;
/** So many answers are given while V8 has compiled nothing yet, and takes the longer for each row. */
const first = { answers: 50, milliseconds: 30 } as const;
const mostMemory = 4 * 2 ** 20;
const longestAnswer = 64 * 1024;

/** Of each second, the milliseconds that may be spent in vain; more may be saved up. */
const vainShare = 20;
const mostVain = 100;

const jsonLdOptions = ({ jsonLdContext, jsonLd }: RespondOptions) => ({
  ...(jsonLdContext !== undefined && { context: jsonLdContext }),
  ...jsonLd,
});

/** Of JSON-LD only what is expanded is written from ids. */
function chunksOf(result: QueryResult, format: string): Iterable<Uint8Array> | undefined {
  if (result.kind === 'boolean') return [Buffer.from(serialiseBoolean(result.value, format))];
  if (result.kind === 'bindings') return result.table && serialiseIdTable(result.table, format);
  return result.triples && serialiseIdTriples(result.triples, format);
}

/** Throws where it becomes too long. */
function gather(chunks: Iterable<Uint8Array>): Uint8Array {
  const gathered: Uint8Array[] = [];
  let length = 0;
  for (const chunk of chunks) {
    length += chunk.length;
    if (length > longestAnswer) throw notAtOnce;
    gathered.push(chunk);
  }
  const [only] = gathered;
  return gathered.length === 1 && only !== undefined ? only : Buffer.concat(gathered);
}

/** What is evaluated, besides the query's shape. */
interface Matter {
  readonly graphs: Graphs;
  readonly constants: readonly string[];
  readonly format: string;
}

export function openAtOnce(config: Pick<Config, 'base' | 'unionDefaultGraph'>): AtOnce {
  const shapes = new KnownShapes();
  const own = createOwnGraph(config);
  let answers = 0;
  let vain = 0;
  let vainAt = performance.now();

  function spendInVain(milliseconds: number): void {
    const now = performance.now();
    vain = Math.max(0, vain - ((now - vainAt) / 1000) * vainShare) + milliseconds;
    vainAt = now;
  }

  function isVain(): boolean {
    if (vain > mostVain) spendInVain(0);
    return vain > mostVain;
  }

  /** Throws where it takes longer, or is for Comunica. */
  function evaluate(lesson: Lesson, { graphs, constants, format }: Matter): Uint8Array {
    answers += 1;
    const clock = startAllowance(answers > first.answers ? allowance : { ...allowance, ...first });
    const view = graphs.view(undefined, clock.isOver);
    const result = evaluateIds({ query: fillLesson(lesson, constants), view, clock, bytes: mostMemory });
    const chunks = result && chunksOf(result, format);
    if (chunks === undefined) throw notAtOnce;
    return gather(chunks);
  }

  /** The format that it is answered in, where it may be tried. */
  function formatFor({ lesson, restsUntil }: KnownShape, wanted: WantedFormats, options: RespondOptions) {
    const format = lesson && wanted[lesson.kind];
    if (lesson === undefined || format === undefined || restsUntil > performance.now()) return undefined;
    return lesson.kind !== 'graph' || isWrittenByIds(format, jsonLdOptions(options)) ? format : undefined;
  }

  return {
    recognise: (query, options) => shapes.recognise(query, options),
    answer({ known, constants }, wanted, options) {
      const graphs = own.current();
      const format = known && formatFor(known, wanted, options);
      if (known?.lesson === undefined || format === undefined || graphs === undefined || isVain()) return undefined;
      const started = performance.now();
      try {
        const bytes = evaluate(known.lesson, { graphs, constants, format });
        trust(known);
        return { kind: known.lesson.kind, format, bytes };
      } catch {
        // Whatever is wrong with it, a query process will say so, or find an answer.
        rest(known);
        spendInVain(performance.now() - started);
        return undefined;
      }
    },
    learn: (query, lesson) => shapes.learn(query, lesson),
    apply: own.apply,
    open: own.open,
    close: own.close,
  };
}
