/** Inputs by seed, tried on a target, and what came of them. */
import { createRandom } from '../random.js';
import type { FuzzSession, FuzzTarget } from './fuzz-target.js';

/** An input and what it is called: `case 12`, or the name of a fixture. */
export interface NamedInput {
  readonly name: string;
  readonly input: Uint8Array;
}

/** Without an input: what is wrong once all is over. */
export interface Find extends Partial<NamedInput> {
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
  /** Tried before all others. */
  readonly replayed?: readonly NamedInput[];
}

/** Each case has random numbers of its own, so that one can be looked at alone. */
export const inputOf = ({ generate }: FuzzTarget, seed: number, number: number): Uint8Array =>
  generate(createRandom(seed * 1_000_003 + number));

interface Report extends FuzzReport {
  readonly outcomes: Map<string, number>;
  readonly finds: Find[];
}

async function tryAll(session: FuzzSession, inputs: Iterator<NamedInput>, { outcomes, finds }: Report) {
  for (let next = inputs.next(); next.done !== true; next = inputs.next()) {
    const { kind, fault } = await session.probe(next.value.input);
    outcomes.set(kind, (outcomes.get(kind) ?? 0) + 1);
    if (fault !== undefined) finds.push({ ...next.value, fault });
  }
}

function* inputsOf(target: FuzzTarget, { seed, cases, replayed = [] }: FuzzRun): Generator<NamedInput> {
  yield* replayed;
  for (let number = 0; number < cases; number += 1)
    yield { name: `case ${number}`, input: inputOf(target, seed, number) };
}

export async function runFuzz(target: FuzzTarget, run: FuzzRun): Promise<FuzzReport> {
  const report: Report = { outcomes: new Map(), finds: [] };
  const session = await target.open();
  const inputs = inputsOf(target, run);
  await Promise.all(Array.from({ length: run.workers }, () => tryAll(session, inputs, report)));
  const fault = await session.close();
  if (fault !== undefined) report.finds.push({ fault });
  return report;
}
