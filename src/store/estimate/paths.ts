/** Property paths: walked from a node, but not far; whoever gets far will look at most of the graph. */
import type { Term } from '../../rdf.js';
import { isOperation, type Operation } from '../parse/algebra.js';
import { placesOf, variablesOf } from './patterns.js';
import { merge, type Row, type State, type Statistics, start } from './state.js';

/** What the engine takes for one step. */
const perStep = 8;
/** Quads that are looked at. */
const shortWalk = 1000;

/** Counts down, and throws at zero. */
class Walk {
  #left = shortWalk;
  constructor(readonly quads: Statistics['quads']) {}

  get steps(): number {
    return shortWalk - this.#left;
  }

  /** The other ends of the quads of one predicate, or of all that are not among some. */
  *step(node: Term, forward: boolean, predicate: Term | null, not: readonly Term[] = []): Generator<Term> {
    const [s, o] = forward ? [node, null] : [null, node];
    for (const quad of this.quads.readQuads(s, predicate, o, null)) {
      this.#left -= 1;
      if (this.#left < 0) throw tooFar;
      if (not.every((one) => !one.equals(quad.predicate))) yield forward ? quad.object : quad.subject;
    }
  }
}

const tooFar = new Error('too far');

const keyOf = (term: Term): string => `${term.termType} ${term.value}`;

const inputsOf = (path: Operation): Operation[] => {
  const { input, path: inner } = path;
  return [...(Array.isArray(input) ? input : [input]), inner].filter(isOperation);
};

/** All that one path leads to from a node, each once. */
function reach(walk: Walk, path: Operation, from: Term, forward: boolean): Map<string, Term> {
  const found = new Map<string, Term>();
  const add = (terms: Iterable<Term>): void => {
    for (const term of terms) found.set(keyOf(term), term);
  };
  const [inner] = inputsOf(path);
  switch (path.type) {
    case 'link':
      add(walk.step(from, forward, path['iri'] as Term));
      break;
    case 'nps':
      add(walk.step(from, forward, null, path['iris'] as readonly Term[]));
      break;
    case 'inv':
      if (inner !== undefined) add(reach(walk, inner, from, !forward).values());
      break;
    case 'alt':
      for (const one of inputsOf(path)) add(reach(walk, one, from, forward).values());
      break;
    case 'seq':
      add(follow(walk, forward ? inputsOf(path) : inputsOf(path).reverse(), [from], forward));
      break;
    default:
      if (inner !== undefined) add(repeat(walk, inner, from, forward, path.type === 'ZeroOrOnePath'));
  }
  return found;
}

function follow(walk: Walk, steps: readonly Operation[], from: readonly Term[], forward: boolean): readonly Term[] {
  const [step, ...rest] = steps;
  if (step === undefined) return from;
  const next = new Map(from.flatMap((node) => [...reach(walk, step, node, forward)]));
  return follow(walk, rest, [...next.values()], forward);
}

function repeat(walk: Walk, path: Operation, from: Term, forward: boolean, once: boolean): Iterable<Term> {
  const found = new Map([[keyOf(from), from]]);
  // What is added to a map while it is gone through comes in its turn.
  for (const node of found.values()) {
    for (const [key, term] of reach(walk, path, node, forward)) found.set(key, term);
    if (once) break;
  }
  return found.values();
}

interface Reached {
  readonly ends: number;
  readonly steps: number;
}

/** From one node; a walk that is too long leads to everything. */
function walkFrom(node: Term, path: Operation, forward: boolean, statistics: Statistics): Reached {
  const walk = new Walk(statistics.quads);
  try {
    const ends = reach(walk, path, node, forward).size;
    return { ends, steps: walk.steps };
  } catch (error) {
    // The walk is nested in itself where paths are.
    if (error !== tooFar && !(error instanceof RangeError)) throw error;
    return { ends: statistics.total(), steps: statistics.total() };
  }
}

const meanOf = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;

const termAt = (term: Term, row: Row | undefined): Term | undefined =>
  term.termType === 'Variable' ? row?.get(term.value) : term;

/** Walks that are made for a sample of rows. */
const walks = 3;

export function followPath(state: State, node: Operation, statistics: Statistics): State {
  const [subject, , object] = placesOf(node);
  const path = node['predicate'] as Operation;
  const bound = new Set([...state.bound, ...variablesOf([subject, object])]);
  const rows = state.sample.slice(0, walks);
  const [forward, backward] = [subject, object].map((end) => rows.flatMap((row) => termAt(end, row) ?? []));
  const from = forward?.length ? forward : (backward ?? []);
  if (from.length === 0) {
    const all = statistics.total() * perStep;
    return merge(state, { ...start, rows: statistics.total(), cost: all, bound, sample: [] });
  }
  const reached = from.map((one) => walkFrom(one, path, from === forward, statistics));
  const ends = state.rows * Math.max(0.02, meanOf(reached.map((one) => one.ends)));
  const cost = state.cost + state.rows * perStep * (1 + meanOf(reached.map((one) => one.steps)));
  const isClosed = [subject, object].every((end) => rows.some((row) => termAt(end, row) !== undefined));
  return { ...state, rows: isClosed ? state.rows : ends, cost, bound, sample: isClosed ? state.sample : [] };
}
