/** Joins of patterns: followed from some rows to those that will come of them, as the engine will bind one after the other. */
import type { Quad, Term } from '../../rdf.js';
import type { Operation } from '../parse/algebra.js';
import { type Row, type State, type Statistics, sampled } from './state.js';

/** What the engine takes to look for the partners of one row. */
const perProbe = 4;

type Places = readonly [Term, Term, Term];

export const placesOf = (node: Operation): Places =>
  [node['subject'], node['predicate'], node['object']] as unknown as Places;

/** A place as it is looked for; null: anything. Triple terms are looked into later. */
function find(term: Term, row: Row): Term | null {
  if (term.termType === 'Variable') return row.get(term.value) ?? null;
  return term.termType === 'Quad' ? null : term;
}

const isFree = (term: Term | null): boolean => term === null;

/** The row with what a quad binds; undefined where the quad does not fit it. */
function bind(row: Row, places: Places, quad: Quad): Row | undefined {
  const bound = new Map(row);
  for (const [index, value] of [quad.subject, quad.predicate, quad.object].entries()) {
    const place = places[index];
    if (place?.termType !== 'Variable') continue;
    const before = bound.get(place.value);
    if (before !== undefined && !before.equals(value)) return undefined;
    bound.set(place.value, value);
  }
  return bound;
}

/** How many quads fit a row. */
function countFor(row: Row, places: Places, { quads, count }: Statistics): number {
  const [s, p, o] = places.map((term) => find(term, row)) as [Term | null, Term | null, Term | null];
  return [s, o].every(isFree) ? count(s, p, o) : quads.countQuads(s, p, o, null);
}

const meanOf = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;

/** Rows for each one there is, on average. */
export const fanOut = (state: State, node: Operation, statistics: Statistics): number =>
  meanOf(state.sample.map((row) => countFor(row, placesOf(node), statistics)));

/** Some of the rows that come next: a few for each, so that not all are of one. */
function continueRows(rows: readonly Row[], places: Places, { quads }: Statistics): Row[] {
  const next: Row[] = [];
  const each = Math.max(1, Math.ceil(sampled / Math.max(1, rows.length)));
  for (const row of rows) {
    const [s, p, o] = places.map((term) => find(term, row));
    let taken = 0;
    for (const quad of quads.readQuads(s, p, o, null)) {
      const bound = bind(row, places, quad);
      if (bound !== undefined) next.push(bound);
      taken += 1;
      if (taken >= each) break;
    }
  }
  return next.slice(0, sampled);
}

export const variablesOf = (places: readonly Term[]): string[] =>
  places.flatMap((term) => (term.termType === 'Variable' ? [term.value] : []));

/** Where no row is known the larger side stays, or a product. */
function followBlindly(state: State, places: Places, statistics: Statistics): State {
  // Nothing was found that could lead on.
  if (state.rows < 1) return { ...state, bound: new Set([...state.bound, ...variablesOf(places)]) };
  const matched = countFor(new Map(), places, statistics);
  const names = variablesOf(places);
  const isConnected = state.rows <= 1 || names.some((name) => state.bound.has(name));
  const rows = isConnected ? Math.max(state.rows, matched) : state.rows * matched;
  return { ...state, rows, cost: state.cost + rows + matched, bound: new Set([...state.bound, ...names]) };
}

export function followPattern(state: State, node: Operation, statistics: Statistics): State {
  const places = placesOf(node);
  if (state.sample.length === 0) return followBlindly(state, places, statistics);
  const mean = fanOut(state, node, statistics);
  // Those that were looked at may have been the only ones without any.
  const rows = state.rows * Math.max(mean, 0.02);
  return {
    ...state,
    rows,
    cost: state.cost + (state.bound.size === 0 ? 0 : state.rows * perProbe) + rows,
    bound: new Set([...state.bound, ...variablesOf(places)]),
    sample: continueRows(state.sample, places, statistics),
  };
}
