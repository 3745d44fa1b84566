/** Inputs by seed, tried on a target, and what came of them. */
import { createRandom } from '../random.js';
import type { FuzzSession, FuzzTarget } from './fuzz-target.js';

export interface Find {
  /** `undefined`: what is wrong once all is over. */
  readonly number: number | undefined;
  readonly input: Uint8Array;
  readonly fault: string;
}

export interface FuzzReport {
  /** Kind of outcome → how often. */
  readonly outcomes: ReadonlyMap<string, number>;
  readonly finds: readonly Find[];
}

export interface FuzzRun {
  readonly seed: number;
  readonly cases: number;
  /** How many at once. */
  readonly workers: number;
}

/** Each case has random numbers of its own, so that one can be looked at alone. */
export const inputOf = ({ generate }: FuzzTarget, seed: number, number: number): Uint8Array =>
  generate(createRandom(seed * 1_000_003 + number));

async function tryAll(session: FuzzSession, inputs: Iterator<readonly [number, Uint8Array]>, report: Report) {
  for (let next = inputs.next(); next.done !== true; next = inputs.next()) {
    const [number, input] = next.value;
    const { kind, fault } = await session.probe(input);
    report.outcomes.set(kind, (report.outcomes.get(kind) ?? 0) + 1);
    if (fault !== undefined) report.finds.push({ number, input, fault });
  }
}

interface Report extends FuzzReport {
  readonly outcomes: Map<string, number>;
  readonly finds: Find[];
}

function* inputsOf(target: FuzzTarget, { seed, cases }: FuzzRun): Generator<readonly [number, Uint8Array]> {
  for (let number = 0; number < cases; number += 1) yield [number, inputOf(target, seed, number)];
}

export async function runFuzz(target: FuzzTarget, run: FuzzRun): Promise<FuzzReport> {
  const report: Report = { outcomes: new Map(), finds: [] };
  const session = await target.open();
  const inputs = inputsOf(target, run);
  await Promise.all(Array.from({ length: run.workers }, () => tryAll(session, inputs, report)));
  const fault = await session.close();
  if (fault !== undefined) report.finds.push({ number: undefined, input: new Uint8Array(), fault });
  return report;
}
