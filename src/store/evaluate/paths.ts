/** Property paths over ids: steps are patterns, and what `*`, `+` and `?` reach is walked (SPARQL 1.2 Query, 18.4). */
import { rdf, type Term } from '../../rdf.js';
import { isOperation, namesOf, type Operation } from '../parse/algebra.js';
import { Declined } from './declined.js';
import type { Context, Emit, Plan, Row, Slots } from './plan.js';
import { bytesOfEntry } from './table.js';

const partsOf = ({ input }: Operation): Operation[] => (Array.isArray(input) ? input.filter(isOperation) : []);

/** Calls for every node that one walk along the path leads to; more than once where there are more ways. */
type Walk = (node: number, meet: (node: number) => boolean) => boolean;

export type WalkContext = Pick<Context, 'view' | 'tick' | 'spend'>;

/** `graph`: its number, or the union. */
export function compileWalk(path: Operation, isForward: boolean, graph: number, context: WalkContext): Walk {
  const { index, dictionary } = context.view;
  switch (path.type) {
    case 'link': {
      const predicate = dictionary.find(path['iri'] as Term);
      if (predicate === 0) return () => true;
      return (node, meet) => {
        const cursor = isForward ? index.scan(node, predicate, 0, graph) : index.scan(0, predicate, node, graph);
        while (cursor.next()) {
          context.tick();
          if (!meet(isForward ? cursor.object : cursor.subject)) return false;
        }
        return true;
      };
    }
    case 'nps': {
      const excluded = new Set(namesOf(path['iris']).map((iri) => dictionary.find(rdf.namedNode(iri))));
      return (node, meet) => {
        const cursor = isForward ? index.scan(node, 0, 0, graph) : index.scan(0, 0, node, graph);
        while (cursor.next()) {
          context.tick();
          if (!excluded.has(cursor.predicate) && !meet(isForward ? cursor.object : cursor.subject)) return false;
        }
        return true;
      };
    }
    case 'inv':
      return compileWalk(path['path'] as Operation, !isForward, graph, context);
    case 'alt': {
      const walks = partsOf(path).map((part) => compileWalk(part, isForward, graph, context));
      return (node, meet) => walks.every((walk) => walk(node, meet));
    }
    case 'seq': {
      const parts = isForward ? partsOf(path) : partsOf(path).reverse();
      const walks = parts.map((part) => compileWalk(part, isForward, graph, context));
      const last: Walk = (node, meet) => meet(node);
      return walks.reduceRight<Walk>((next, walk) => (node, meet) => walk(node, (end) => next(end, meet)), last);
    }
    case 'ZeroOrMorePath':
    case 'OneOrMorePath':
    case 'ZeroOrOnePath':
      return reach(path, compileWalk(path['path'] as Operation, isForward, graph, context), context);
    default:
      throw new Declined(`a path of the kind ${path.type}`);
  }
}

/** Each node once, the nearest first. */
function reach({ type }: Operation, step: Walk, context: WalkContext): Walk {
  return (node, meet) => {
    const found = new Set<number>();
    const waiting: number[] = [];
    const take = (next: number): boolean => {
      if (found.has(next)) return true;
      context.spend(bytesOfEntry);
      found.add(next);
      waiting.push(next);
      return meet(next);
    };
    if (type !== 'OneOrMorePath' && !take(node)) return false;
    if (type !== 'ZeroOrMorePath' && !step(node, take)) return false;
    if (type === 'ZeroOrOnePath') return true;
    for (let at = 0; at < waiting.length; at += 1) {
      context.tick();
      if (!step(waiting[at] as number, take)) return false;
    }
    return true;
  };
}

export interface PathEnd {
  /** Of a term that stands there. */
  readonly id: number;
  readonly slot: number | undefined;
}

/** `given`: slots that have a value in every row before; none of the ends may have one in some. */
export function planPath(
  path: Operation,
  { from, to, graph }: { readonly from: PathEnd; readonly to: PathEnd; readonly graph: number },
  given: Pick<Slots, 'certain'>,
  context: Context,
): Plan {
  const isKnown = ({ slot }: PathEnd): boolean => slot === undefined || given.certain.has(slot);
  const isForward = isKnown(from);
  if (!isForward && !isKnown(to)) return planOpenPath(path, { from, to, graph }, context);
  const walk = compileWalk(path, isForward, graph, context);
  const [start, end] = isForward ? [from, to] : [to, from];
  const slots = new Set([from, to].flatMap(({ slot }) => slot ?? []));
  const valueAt = (place: PathEnd, row: Row): number =>
    place.slot === undefined ? place.id : (row[place.slot] as number);
  return {
    possible: slots,
    certain: slots,
    run(row, emit) {
      const [node, wanted] = [valueAt(start, row), isKnown(end) ? valueAt(end, row) : 0];
      // A path of no steps begins at a term that is written, but else at nodes of the graph alone.
      if (start.slot !== undefined && !isNode(node, graph, context)) return true;
      return walk(node, (met) => meetEnd(row, end, { node: met, wanted }, emit));
    },
  };
}

const isNode = (node: number, graph: number, { view: { index } }: Context): boolean =>
  index.scan(node, 0, 0, graph).next() || index.scan(0, 0, node, graph).next();

function meetEnd(row: Row, { slot }: PathEnd, { node, wanted }: { node: number; wanted: number }, emit: Emit): boolean {
  if (wanted !== 0) return node === wanted ? emit() : true;
  if (slot === undefined) return true;
  row[slot] = node;
  const goesOn = emit();
  row[slot] = 0;
  return goesOn;
}

/** Both ends open: from every node that has a quad. */
function planOpenPath(
  path: Operation,
  { from, to, graph }: { readonly from: PathEnd; readonly to: PathEnd; readonly graph: number },
  context: Context,
): Plan {
  const walk = compileWalk(path, true, graph, context);
  const [subject, object] = [from.slot as number, to.slot as number];
  const slots = new Set([subject, object]);
  function* nodes(): Generator<number> {
    const seen = new Set<number>();
    const cursor = context.view.index.scan(0, 0, 0, graph);
    while (cursor.next()) {
      context.tick();
      // A walk may begin with a step back, so objects are beginnings too.
      for (const node of [cursor.subject, cursor.object]) {
        if (seen.has(node)) continue;
        seen.add(node);
        yield node;
      }
    }
  }
  return {
    possible: slots,
    certain: slots,
    run(row, emit) {
      for (const node of nodes()) {
        const goesOn = walk(node, (end) => {
          if (subject === object) {
            if (end !== node) return true;
            row[subject] = node;
            const wants = emit();
            row[subject] = 0;
            return wants;
          }
          row[subject] = node;
          row[object] = end;
          const wants = emit();
          row[subject] = 0;
          row[object] = 0;
          return wants;
        });
        if (!goesOn) return false;
      }
      return true;
    },
  };
}
