/** Triple terms with variables in patterns: what stands in their place is looked up, and then taken apart. */
import { type Quad, rdf, type Term } from '../../rdf.js';
import type { Context, Plan, Row } from './plan.js';

/** Whether it is a triple term that names a variable. */
export const isOpenTriple = (term: Term): boolean =>
  term.termType === 'Quad' &&
  [term.subject, term.predicate, term.object].some((part) => part.termType === 'Variable' || isOpenTriple(part));

export const hasOpenTriple = ({ subject, object }: Quad): boolean => isOpenTriple(subject) || isOpenTriple(object);

/** A term that a slot holds, and what it must look like. */
export interface Unfolded {
  readonly slot: number;
  readonly shape: Term;
}

/** The patterns with variables of their own in the place of such terms. */
export function foldTriples(
  patterns: readonly Quad[],
  context: Context,
): { readonly quads: readonly Quad[]; readonly unfolded: readonly Unfolded[] } {
  const unfolded: Unfolded[] = [];
  const fold = <T extends Term>(term: T): T => {
    if (!isOpenTriple(term)) return term;
    // A name that no query can write.
    const variable = rdf.variable(`triple-term-${context.countUp()}`);
    unfolded.push({ slot: context.slot(variable.value), shape: term });
    return variable as Term as T;
  };
  const quads = patterns.map((quad) =>
    hasOpenTriple(quad) ? rdf.quad(fold(quad.subject), quad.predicate, fold(quad.object), quad.graph) : quad,
  );
  return { quads: unfolded.length === 0 ? patterns : quads, unfolded };
}

/** Sets the slots of a shape's variables, those that were set noted down; false where the term is of another shape. */
type Match = (term: Term, row: Row, set: number[]) => boolean;

function compileShape(shape: Term, context: Context, slots: Set<number>): Match {
  if (shape.termType === 'Variable') {
    const slot = context.slot(shape.value);
    slots.add(slot);
    return (term, row, set) => {
      const id = context.terms.id(term);
      if (row[slot] !== 0) return row[slot] === id;
      row[slot] = id;
      set.push(slot);
      return true;
    };
  }
  if (shape.termType !== 'Quad') return (term) => term.equals(shape);
  const [subject, predicate, object] = [shape.subject, shape.predicate, shape.object].map((part) =>
    compileShape(part, context, slots),
  );
  return (term, row, set) =>
    term.termType === 'Quad' &&
    subject?.(term.subject, row, set) === true &&
    predicate?.(term.predicate, row, set) === true &&
    object?.(term.object, row, set) === true;
}

export function unfoldTriples(input: Plan, unfolded: readonly Unfolded[], context: Context): Plan {
  const slots = new Set<number>();
  const shapes = unfolded.map(({ slot, shape }) => ({ slot, match: compileShape(shape, context, slots) }));
  const own = new Set(unfolded.map(({ slot }) => slot));
  const seen = (all: ReadonlySet<number>): Set<number> => new Set([...all, ...slots].filter((slot) => !own.has(slot)));
  return {
    possible: seen(input.possible),
    certain: seen(input.certain),
    run: (row, emit) =>
      input.run(row, () => {
        const set: number[] = [];
        const fits = shapes.every(({ slot, match }) => match(context.terms.term(row[slot] as number), row, set));
        const goesOn = fits ? emit() : true;
        for (const slot of set) row[slot] = 0;
        return goesOn;
      }),
  };
}
