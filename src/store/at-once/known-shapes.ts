/** The shapes of queries that the server has learnt, and which of them it had better not try just now. */

import type { RespondOptions } from '../graph-store.js';
import { queryLimits } from '../parse/query-limits.js';
import { type Shape, shapeOf } from '../parse/query-shapes.js';
import { type Lesson, readLesson } from './lesson.js';

/** A query by its shape. */
export interface Recognised {
  readonly key: string;
  readonly constants: Shape['constants'];
  /** Undefined where it is to be learnt. */
  readonly known: KnownShape | undefined;
}

export interface KnownShape {
  /** Undefined for one that is always for a process. */
  readonly lesson: Lesson | undefined;
  /** Milliseconds that it is left alone after it was tried in vain: more each time. */
  pause: number;
  /** When it may be tried again, by the clock of `performance`. */
  restsUntil: number;
}

const firstPause = 1000;
const longestPause = 64_000;
const mostKept = 500;

/** Characters: shapes are found in linear time, but for what follows a backslash. */
const longestText = 4_000;

/** What the protocol adds to a query, or we ourselves do, is not in its shape. */
const isBare = ({ bindings, defaultGraphs = [], namedGraphs = [] }: RespondOptions): boolean =>
  bindings === undefined && defaultGraphs.length + namedGraphs.length === 0;

export class KnownShapes {
  readonly #kept = new Map<string, KnownShape>();

  /** Undefined for what is never answered at once. */
  recognise(query: string, options: RespondOptions): Recognised | undefined {
    if (query.length > longestText || query.includes('\\') || !isBare(options)) return undefined;
    const shape = shapeOf(query);
    if (shape === undefined || shape.constants.some(({ length }) => length > queryLimits.word)) return undefined;
    const key = `${options.baseIri ?? ''}\n${shape.text}`;
    return { key, constants: shape.constants, known: this.#kept.get(key) };
  }

  /** `lesson`: as a process wrote it; undefined where it would not. */
  learn({ key }: Recognised, lesson: string | undefined): void {
    if (this.#kept.size >= mostKept) for (const oldest of this.#kept.keys()) if (this.#kept.delete(oldest)) break;
    const read = lesson === undefined ? undefined : readLesson(lesson);
    this.#kept.set(key, { lesson: read, pause: firstPause, restsUntil: 0 });
  }
}

export function rest(shape: KnownShape): void {
  shape.restsUntil = performance.now() + shape.pause;
  shape.pause = Math.min(longestPause, 2 * shape.pause);
}

/** It went well: the next time it does not it rests for less long. */
export function trust(shape: KnownShape): void {
  if (shape.pause > firstPause) shape.pause /= 2;
}
