/** A hostile request, or a crowd of them, and how it is to end. */
import type { ServedProcess } from './served-process.js';

export interface Target extends Pick<ServedProcess, 'origin' | 'pid'> {
  /** Who bears it may write. */
  readonly token: string;
  /** A server that nobody may be made to ask. */
  readonly elsewhere: string;
}

export interface Attack {
  readonly name: string;
  /** The ways in which it may end: a status, or a word that `run` gives. */
  readonly expected: readonly string[];
  /** By who may write: a large write has a process of its own, with memory of its own. */
  readonly mayWrite?: true;
  run(target: Target): Promise<string>;
}
