/** Patterns of terms → patterns of ids and slots. */
import type { Quad, Term } from '../../rdf.js';
import { anyGraph } from '../snapshot/cursor.js';
import { none } from '../snapshot/dictionary.js';
import { Declined } from './declined.js';
import type { Context } from './plan.js';

/** A place of a pattern: a term that is held, or a slot. */
export interface Place {
  readonly id: number;
  readonly slot: number | undefined;
}

export interface CompiledPattern {
  readonly subject: Place;
  readonly predicate: Place;
  readonly object: Place;
  /** A graph's number, or the slot of its name. */
  readonly graph: Place;
}

/** A term that no quad has: nothing can match. */
export const nowhere = -1;

function compilePlace(term: Term, context: Context): Place {
  if (term.termType === 'Variable') return { id: 0, slot: context.slot(term.value) };
  if (term.termType === 'Quad' && mentionsVariable(term)) throw new Declined('a triple term with variables');
  const id = context.view.dictionary.find(term);
  return { id: id === none ? nowhere : id, slot: undefined };
}

function mentionsVariable(term: Term): boolean {
  if (term.termType === 'Variable') return true;
  return term.termType === 'Quad' && [term.subject, term.predicate, term.object].some(mentionsVariable);
}

function compileGraph(graph: Term, context: Context): Place {
  const { view } = context;
  if (graph.termType === 'Variable') return { id: anyGraph, slot: context.slot(graph.value) };
  if (graph.termType === 'DefaultGraph') return { id: view.defaultGraph, slot: undefined };
  const number = view.graphs.find(graph);
  const isSeen = number !== undefined && (view.named === undefined || view.named.has(number));
  return { id: isSeen ? number : Number.MAX_SAFE_INTEGER, slot: undefined };
}

export const compilePattern = (quad: Quad, context: Context): CompiledPattern => ({
  subject: compilePlace(quad.subject, context),
  predicate: compilePlace(quad.predicate, context),
  object: compilePlace(quad.object, context),
  graph: compileGraph(quad.graph, context),
});

export const slotsOf = ({ subject, predicate, object, graph }: CompiledPattern): number[] =>
  [subject, predicate, object, graph].flatMap(({ slot }) => slot ?? []);
