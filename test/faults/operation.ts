/** What is done under faults, and what must hold afterwards, whatever call has failed. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, type Kind, kinds, type Outcome, runFaulted, runLimited } from './strace.js';

export interface Operation {
  readonly name: string;
  /** The state before, made anew each time; and what is done. */
  prepare(): Command | Promise<Command>;
  /** What is wrong now; the command has ended. */
  check(outcome: Outcome): readonly string[] | Promise<readonly string[]>;
  /** Lengths that a file may not outgrow, in bytes: writes fall short there. */
  readonly limits: readonly number[];
  close?(): void;
}

export interface Tried {
  readonly operation: string;
  readonly kind: string;
  readonly runs: number;
  /** Runs that said that they had failed, and that had. */
  readonly refused: number;
  /** Runs that were done all the same. */
  readonly done: number;
  readonly faults: readonly string[];
}

/** Beyond that an operation does not get done at all. */
const most = 200;

/** Halves of files that were left behind. */
export const halvesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.part$/.test(name) || /(?:^|\/)\.restoring-/.test(name))
    .map((name) => `${join(folder, name)} is left behind`);

/** One line where it failed, and none of a defect. */
function checkSaid({ code, complaints }: Outcome): string[] {
  if (code === 0) return [];
  const faults = complaints.length === 1 ? [] : [`it says ${complaints.length} lines: ${complaints.join(' | ')}`];
  // It says which file it is about.
  const isClear = complaints.every((line) => /\//.test(line) && !/defect|^\s+at |unknown place/.test(line));
  return isClear ? faults : [...faults, `what it says is not clear: ${complaints.join(' | ')}`];
}

interface Round {
  readonly kind: Kind;
  readonly errors: readonly string[];
}

interface Counted {
  runs: number;
  refused: number;
  done: number;
  readonly faults: string[];
}

async function judge(operation: Operation, outcome: Outcome, counted: Counted, label: string): Promise<void> {
  counted.runs += 1;
  if (outcome.code === 0) counted.done += 1;
  else counted.refused += 1;
  const faults = [...checkSaid(outcome), ...(await operation.check(outcome))];
  counted.faults.push(...faults.map((fault) => `${operation.name}, ${label}: ${fault}`));
}

/** Every call with every error that it may have; or the first calls and then ever fewer, each with one error, in turn. */
export type Breadth = 'all' | 'share';

/** 1, 2, 3, … or 1, 2, 3, 5, 8, … */
function* callsOf(breadth: Breadth): Generator<number> {
  for (let [k, next] = [1, 2]; k <= most; [k, next] = breadth === 'all' ? [next, next + 1] : [next, k + next]) yield k;
}

/** Until there was none left to fail. */
async function failEach(operation: Operation, breadth: Breadth, { kind, errors }: Round, log: string) {
  const counted: Counted = { runs: 0, refused: 0, done: 0, faults: [] };
  let n = 0;
  for (const k of callsOf(breadth)) {
    const error = errors[n % errors.length] ?? 'EIO';
    n += 1;
    const outcome = await runFaulted(await operation.prepare(), { kind, error, k }, log);
    const label = `${kind.name} ${k} ${error}`;
    if (!outcome.hit && outcome.code !== 0)
      counted.faults.push(`${operation.name}, ${label}: not failed, and ended with ${outcome.code}`);
    if (!outcome.hit) return counted;
    await judge(operation, outcome, counted, label);
  }
  counted.faults.push(`${operation.name}: not done after ${most} calls of ${kind.name}`);
  return counted;
}

async function cutEach(operation: Operation, breadth: Breadth): Promise<Counted> {
  const counted: Counted = { runs: 0, refused: 0, done: 0, faults: [] };
  for (const bytes of breadth === 'all' ? operation.limits : operation.limits.slice(-3))
    await judge(operation, await runLimited(await operation.prepare(), bytes), counted, `files of ${bytes} bytes`);
  return counted;
}

const add = (one: Counted, other: Counted): Counted => ({
  runs: one.runs + other.runs,
  refused: one.refused + other.refused,
  done: one.done + other.done,
  faults: [...one.faults, ...other.faults],
});

/** `log`: a file for strace. */
export async function* tryFaults(operation: Operation, breadth: Breadth, log: string): AsyncGenerator<Tried> {
  for (const kind of kinds) {
    const rounds = breadth === 'all' ? kind.errors.map((error) => [error]) : [kind.errors];
    let counted: Counted = { runs: 0, refused: 0, done: 0, faults: [] };
    for (const errors of rounds) counted = add(counted, await failEach(operation, breadth, { kind, errors }, log));
    yield { operation: operation.name, kind: kind.name, ...counted };
  }
  yield { operation: operation.name, kind: 'short write', ...(await cutEach(operation, breadth)) };
}
