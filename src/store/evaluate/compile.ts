/** The algebra → plans. What a part is not evaluated as, with what the rows before it have, is evaluated by itself. */
import type { Quad, Term } from '../../rdf.js';
import { hasExists, inputsOf, isOperation, namesOf, type Operation } from '../parse/algebra.js';
import { compilePattern, slotsOf } from './compile-pattern.js';
import { countAll } from './count-all.js';
import { Declined } from './declined.js';
import { detach } from './detached.js';
import {
  compileExpression,
  compileTest,
  type ExpressionTools,
  slotsWithin,
  type Test,
  variableOf,
} from './expressions.js';
import { planGroups } from './groups.js';
import { joinAll, joinOptional, planValues, subtractMatches, subtractRows, unite } from './joins.js';
import { distinct, slice } from './modifiers.js';
import { orderInputs } from './order-inputs.js';
import { orderBy } from './order-rows.js';
import { planPath } from './paths.js';
import { type EarlyTest, planPatterns } from './patterns.js';
import { both, type Context, common, joined, noSlots, type Plan, type Row, type Slots } from './plan.js';
import { idOf, rememberId, rememberTest } from './remember.js';
import { foldTriples, hasOpenTriple, isOpenTriple, unfoldTriples } from './triple-terms.js';

/** How the part below is compiled. */
type CompileInput = (compiler: Compiler, input: Operation) => Plan;

const compileFor =
  (given: Slots): CompileInput =>
  (compiler, input) =>
    compiler.compile(input, given);

export class Compiler {
  constructor(private readonly context: Context) {}

  /** For rows that have `given` already. */
  compile(node: Operation, given: Slots): Plan {
    switch (node.type) {
      case 'bgp':
        return this.#patterns(node['patterns'] as readonly Quad[], given);
      case 'join':
        return this.#join(inputsOf(node), given);
      case 'union':
        return unite(inputsOf(node).map((input) => this.compile(input, given)));
      case 'filter':
        return this.#filter(node, given);
      case 'extend':
        return this.#extend(node, given);
      case 'leftjoin':
        return this.#optional(node, given);
      case 'minus':
        return this.#minus(node, given);
      case 'values':
        return this.#values(node);
      case 'path':
        return this.#path(node, given);
      case 'project':
        return this.#project(node, given);
      case 'distinct':
      case 'orderby':
      case 'slice':
      case 'group':
        return this.#modify(node, given);
      default:
        throw new Declined(`the operation ${node.type}`);
    }
  }

  #patterns(patterns: readonly Quad[], given: Slots): Plan {
    const { quads, unfolded } = foldTriples(patterns, this.context);
    const plan = planPatterns(quads, [], given, this.context);
    return unfolded.length === 0 ? plan : unfoldTriples(plan, unfolded, this.context);
  }

  /** By itself, since it would be another part if it saw what rows before it have. */
  #apart(node: Operation, given: Slots): Plan {
    return detach(this.compile(node, noSlots), given, this.context);
  }

  /** Whether slots that are given may be seen: those that the part itself always has a value for, the same one. */
  #maySee(slots: Iterable<number>, given: Slots, certain: ReadonlySet<number>): boolean {
    for (const slot of slots) if (given.possible.has(slot) && !certain.has(slot)) return false;
    return true;
  }

  #tools(given: Slots): ExpressionTools {
    return {
      context: this.context,
      given,
      compileExists: (pattern, slots) => this.#exists(pattern, slots),
    };
  }

  /** What a row has is put in the place of the variables (SPARQL 1.2 Query, 18.6): what cannot see it is left alone. */
  #exists(pattern: Operation, given: Slots): Plan {
    const before = this.#detached;
    const plan = this.compile(pattern, given);
    if (this.#detached !== before) throw new Declined('such an EXISTS');
    return plan;
  }

  /** How many parts were compiled by themselves so far, although something was given. */
  #detached = 0;

  #join(inputs: readonly Operation[], given: Slots): Plan {
    let before = given;
    const plans = orderInputs(inputs, given.possible, this.context).map((input) => {
      const plan = this.compile(input, before);
      before = joined(before, plan);
      return plan;
    });
    return joinAll(plans);
  }

  #filter(node: Operation, given: Slots): Plan {
    const tests: Operation[] = [];
    let input = node;
    while (input.type === 'filter') {
      tests.push(input['expression'] as Operation);
      input = input['input'] as Operation;
    }
    const slots = tests.flatMap((test) => slotsWithin(test, this.context));
    if (input.type === 'bgp') {
      const plan = this.#filterPatterns(input, tests, given);
      if (plan !== undefined) return plan;
    }
    const inner = this.compile(input, given);
    if (!this.#maySee(slots, given, inner.certain)) return this.#detach(node, given);
    const compiled = tests.map((test) => this.#test(test, joined(given, inner)));
    return {
      possible: inner.possible,
      certain: inner.certain,
      run: (row, emit) => inner.run(row, () => (compiled.every((test) => test(row) === true) ? emit() : true)),
    };
  }

  /** Each test as soon as the patterns have its variables. */
  #filterPatterns(input: Operation, tests: readonly Operation[], given: Slots): Plan | undefined {
    const patterns = input['patterns'] as readonly Quad[];
    if (patterns.some(hasOpenTriple)) return undefined;
    const own = new Set(patterns.map((quad) => compilePattern(quad, this.context)).flatMap(slotsOf));
    const early: EarlyTest[] = [];
    for (const node of tests) {
      const slots = slotsWithin(node, this.context);
      if (!slots.every((slot) => own.has(slot))) return undefined;
      const test = this.#test(node, { possible: own, certain: own });
      early.push({ slots, test: (row: Row) => test(row) === true });
    }
    return planPatterns(patterns, early, given, this.context);
  }

  #test(node: Operation, given: Slots): Test {
    const test = compileTest(node, this.#tools(given));
    const [slot, second] = slotsWithin(node, this.context);
    const isPlain = node['operator'] === 'bound' || node['operator'] === '!' || hasExists(node);
    return slot === undefined || second !== undefined || isPlain ? test : rememberTest(test, slot, this.context);
  }

  #detach(node: Operation, given: Slots): Plan {
    if (given.possible.size > 0) this.#detached += 1;
    return this.#apart(node, given);
  }

  #extend(node: Operation, given: Slots, compile = compileFor(given)): Plan {
    const slot = this.context.slot((node['variable'] as Term).value);
    const inner = compile(this, node['input'] as Operation);
    const expression = node['expression'] as Operation;
    const slots = slotsWithin(expression, this.context);
    if (given.possible.has(slot) || !this.#maySee(slots, given, inner.certain)) return this.#detach(node, given);
    const value = compileExpression(expression, this.#tools(joined(given, inner)));
    const [only, second] = slots;
    const id =
      only === undefined || second !== undefined || hasExists(expression)
        ? (row: Row) => idOf(value(row), this.context)
        : rememberId(value, only, this.context);
    return {
      possible: both(inner.possible, new Set([slot])),
      certain: inner.certain,
      run: (row, emit) =>
        inner.run(row, () => {
          row[slot] = id(row);
          const goesOn = emit();
          row[slot] = 0;
          return goesOn;
        }),
    };
  }

  #optional(node: Operation, given: Slots, compile = compileFor(given)): Plan {
    const [left, right] = inputsOf(node);
    if (left === undefined || right === undefined) throw new Declined('an OPTIONAL of nothing');
    const outer = compile(this, left);
    const { expression } = node;
    const mentioned = slotsWithin([right, expression], this.context);
    if (!this.#maySee(mentioned, given, outer.certain)) return this.#detach(node, given);
    const seen = joined(given, outer);
    const inner = this.compile(right, seen);
    const test = isOperation(expression) ? compileTest(expression, this.#tools(joined(seen, inner))) : undefined;
    return joinOptional(outer, inner, test);
  }

  #minus(node: Operation, given: Slots): Plan {
    const [left, right] = inputsOf(node);
    if (left === undefined || right === undefined) throw new Declined('a MINUS of nothing');
    const outer = this.compile(left, given);
    const alone = this.compile(right, noSlots);
    const shared = common(outer.possible, alone.possible);
    if (!this.#maySee(alone.possible, given, outer.certain)) return this.#detach(node, given);
    const isCertain = shared.every((slot) => outer.certain.has(slot) && alone.certain.has(slot));
    if (shared.length === 0) return outer;
    if (!isCertain) return subtractRows(outer, alone, this.context);
    const slots = new Set(shared);
    return subtractMatches(outer, this.compile(right, { possible: slots, certain: slots }));
  }

  #values(node: Operation): Plan {
    const names = namesOf(node['variables']);
    const rows = node['bindings'] as readonly Readonly<Record<string, Term | undefined>>[];
    return planValues(
      names,
      rows.map((row) => names.map((name) => row[name])),
      this.context,
    );
  }

  #path(node: Operation, given: Slots): Plan {
    const { view, terms } = this.context;
    const graph = node['graph'] as Term;
    if (graph.termType === 'Variable') throw new Declined('a path in any graph');
    const number = graph.termType === 'DefaultGraph' ? view.defaultGraph : view.graphs.find(graph);
    const isSeen =
      number !== undefined && (number < 0 || graph.termType === 'DefaultGraph' || view.named?.has(number) !== false);
    const ends = [node['subject'], node['object']] as readonly Term[];
    if (ends.some(isOpenTriple)) throw new Declined('a path to a triple term with variables');
    const end = (term: Term) =>
      term.termType === 'Variable'
        ? { id: 0, slot: this.context.slot(term.value) }
        : { id: terms.id(term), slot: undefined };
    const [from, to] = [end(node['subject'] as Term), end(node['object'] as Term)];
    const places = { from, to, graph: isSeen ? number : Number.MAX_SAFE_INTEGER };
    const mayBeUnbound = [from, to].some(
      ({ slot }) => slot !== undefined && given.possible.has(slot) && !given.certain.has(slot),
    );
    // What may or may not have a value would have to be asked for both.
    if (mayBeUnbound) return this.#detach(node, given);
    return planPath(node['predicate'] as Operation, places, given, this.context);
  }

  #project(node: Operation, given: Slots, compile = compileFor(given)): Plan {
    const visible = new Set(namesOf(node['variables']));
    const hidden = new Compiler(this.context.within(visible));
    const inner = compile(hidden, node['input'] as Operation);
    const slots = new Set([...visible].map((name) => this.context.slot(name)));
    const keep = (all: ReadonlySet<number>): Set<number> => new Set([...all].filter((slot) => slots.has(slot)));
    return { possible: keep(inner.possible), certain: keep(inner.certain), run: inner.run };
  }

  /** What looks at all rows of a part must not see only those that fit the rows before it. */
  #modify(node: Operation, given: Slots): Plan {
    if (given.possible.size > 0) return this.#detach(node, given);
    const { context } = this;
    const input = node['input'] as Operation;
    const { start = 0, length } = node as { start?: number; length?: number };
    const inner =
      node.type === 'slice' && length !== undefined ? this.#first(input, start + length) : this.compile(input, noSlots);
    switch (node.type) {
      case 'distinct':
        return distinct(inner, context);
      case 'slice':
        return slice(inner, start, length);
      case 'group':
        return planGroups(node, inner, this.#tools(inner), () => countAll(input, context));
      default:
        return orderBy(inner, { keys: this.#sortKeys(node, inner), most: undefined }, context);
    }
  }

  /** Of a part that is put in order no more than so many rows are needed. */
  #first(node: Operation, most: number): Plan {
    const first = (inner: Compiler, input: Operation): Plan => inner.#first(input, most);
    if (node.type === 'project') return this.#project(node, noSlots, first);
    // Each row on the left goes on as one row or more.
    if (node.type === 'extend') return this.#extend(node, noSlots, first);
    if (node.type === 'leftjoin') return this.#optional(node, noSlots, first);
    if (node.type !== 'orderby') return this.compile(node, noSlots);
    const inner = this.compile(node['input'] as Operation, noSlots);
    return orderBy(inner, { keys: this.#sortKeys(node, inner), most }, this.context);
  }

  #sortKeys(node: Operation, inner: Slots) {
    return (node['expressions'] as readonly Operation[]).map((expression) => {
      const isDescending = expression['operator'] === 'desc';
      const [key = expression] =
        isDescending || expression['operator'] === 'asc' ? (expression['args'] as Operation[]) : [];
      const name = variableOf(key);
      const slot = name === undefined ? undefined : this.context.slot(name);
      return { value: compileExpression(key, this.#tools(inner)), slot, isDescending };
    });
  }
}
