/** Inputs by seed, tried on a target, and what came of them. */
import { createRandom } from '../random.js';
import type { FuzzSession, FuzzTarget, Outcome } from './fuzz-target.js';

/** An input and what it is called: `seed 12`, or the name of a fixture. */
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
  /** Tried before all others. */
  readonly replayed?: readonly NamedInput[];
  /** Told of each input before it is tried. */
  readonly begin?: (name: string) => void;
}

/** Each case has a seed of its own, the first that of the run: so one is looked at alone. */
export const seedOf = (seed: number, number: number): number => (seed + Math.imul(number, 0x9e3779b1)) >>> 0;

export const inputOf = ({ generate }: FuzzTarget, seed: number): Uint8Array => generate(createRandom(seed));

interface Report extends FuzzReport {
  readonly outcomes: Map<string, number>;
  readonly finds: Find[];
}

/** Seconds of the processor that an input may take: a hundred times what any takes, for a busy machine. */
const longest = 5;

async function probe(session: FuzzSession, input: Uint8Array): Promise<Outcome> {
  try {
    return await session.probe(input);
  } catch (error) {
    return { kind: 'thrown', fault: error instanceof Error ? String(error.stack) : String(error) };
  }
}

/** Where one is tried after the other, what the process does meanwhile is done for it. */
async function tryOne(session: FuzzSession, input: Uint8Array, isAlone: boolean): Promise<Outcome> {
  const before = process.cpuUsage();
  const outcome = await probe(session, input);
  const seconds = process.cpuUsage(before).user / 1_000_000;
  if (!isAlone || seconds < longest || outcome.fault !== undefined) return outcome;
  return { ...outcome, fault: `took ${seconds.toFixed(1)} s` };
}

interface Tried {
  readonly session: FuzzSession;
  readonly inputs: Iterator<NamedInput>;
  readonly run: FuzzRun;
  readonly isAlone: boolean;
}

async function tryAll({ session, inputs, run, isAlone }: Tried, { outcomes, finds }: Report): Promise<void> {
  for (let next = inputs.next(); next.done !== true; next = inputs.next()) {
    run.begin?.(next.value.name);
    const { kind, fault } = await tryOne(session, next.value.input, isAlone);
    outcomes.set(kind, (outcomes.get(kind) ?? 0) + 1);
    if (fault !== undefined) finds.push({ ...next.value, fault });
  }
}

function* inputsOf(target: FuzzTarget, { seed, cases, replayed = [] }: FuzzRun): Generator<NamedInput> {
  yield* replayed;
  for (let number = 0; number < cases; number += 1) {
    const own = seedOf(seed, number);
    yield { name: `seed ${own}`, input: inputOf(target, own) };
  }
}

export async function runFuzz(target: FuzzTarget, run: FuzzRun): Promise<FuzzReport> {
  const report: Report = { outcomes: new Map(), finds: [] };
  const { atOnce = 1 } = target;
  const tried = { session: await target.open(), inputs: inputsOf(target, run), run, isAlone: atOnce === 1 };
  await Promise.all(Array.from({ length: atOnce }, () => tryAll(tried, report)));
  const fault = await tried.session.close();
  if (fault !== undefined) report.finds.push({ fault });
  return report;
}
