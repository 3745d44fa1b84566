/** Expressions of the algebra → functions of a row. */

import type { Term } from '../../rdf.js';
import { isOperation, isTerm, type Operation, variablesWithin } from '../parse/algebra.js';
import { valueOfTerm } from '../values/known-values.js';
import { isEqual } from './compare-terms.js';
import { Declined } from './declined.js';
import { casts } from './functions/casts.js';
import { iriFrom, timeOf } from './functions/made-terms.js';
import type { TermFunction } from './functions/term-function.js';
import { tripleOf } from './functions/terms.js';
import { functions } from './functions.js';
import { isLiteral, toTruth } from './literals.js';
import type { Context, Plan, Row, Slots } from './plan.js';

/** Undefined: an error, or no value. */
export type Expression = (row: Row) => Term | undefined;
/** Undefined: an error. */
export type Test = (row: Row) => boolean | undefined;

export interface ExpressionTools {
  readonly context: Context;
  /** What the rows have that the expression is for. */
  readonly given: Slots;
  /** The pattern of EXISTS, looked up with what a row has. */
  compileExists(pattern: Operation, given: Slots): Plan;
}

const truthsOf = new WeakMap<Term, boolean | 'none'>();

/** The effective boolean value (section 17.2.2). */
export function isTrue(term: Term | undefined): boolean | undefined {
  if (!isLiteral(term)) return undefined;
  const known = truthsOf.get(term) ?? findTruth(term) ?? 'none';
  truthsOf.set(term, known);
  return known === 'none' ? undefined : known;
}

function findTruth(term: Term & { readonly termType: 'Literal' }): boolean | undefined {
  const value = valueOfTerm(term);
  switch (value?.kind) {
    case 'boolean':
      return value.truth;
    case 'text':
      return term.datatype.value === 'http://www.w3.org/2001/XMLSchema#string' ? value.text !== '' : undefined;
    case 'decimal':
      return value.decimal.digits !== 0n;
    case 'float':
    case 'double':
      return value.number !== 0 && !Number.isNaN(value.number);
    default:
      return undefined;
  }
}

const argsOf = (node: Operation): Operation[] => (Array.isArray(node['args']) ? node['args'].filter(isOperation) : []);

const not = (answer: boolean | undefined): boolean | undefined => (answer === undefined ? undefined : !answer);

/** Yes, as soon as one says yes; else an error, where one had one. */
function anyOf(tests: readonly Test[]): Test {
  return (row) => {
    let isKnown = true;
    for (const test of tests) {
      const answer = test(row);
      if (answer === true) return true;
      if (answer === undefined) isKnown = false;
    }
    return isKnown ? false : undefined;
  };
}

/** The variable of an expression that is no more than that. */
export const variableOf = (node: Operation | undefined): string | undefined => {
  const term = node?.['term'];
  return isTerm(term) && term.termType === 'Variable' ? term.value : undefined;
};

const iriOf = (node: Operation | undefined): Term | undefined => {
  const term = node?.['term'];
  return isTerm(term) && term.termType === 'NamedNode' ? term : undefined;
};

/** `?x = <iri>`, by id. */
function compareToIri([a, b]: readonly Operation[], { context }: ExpressionTools): Test | undefined {
  const name = variableOf(a) ?? variableOf(b);
  const iri = iriOf(a) ?? iriOf(b);
  if (name === undefined || iri === undefined) return undefined;
  const [slot, id] = [context.slot(name), context.terms.id(iri)];
  return (row) => ((row[slot] as number) === 0 ? undefined : row[slot] === id);
}

export function compileTest(node: Operation, tools: ExpressionTools): Test {
  const args = argsOf(node);
  if (node['subType'] === 'existence') return compileExistence(node, tools);
  switch (node['operator']) {
    case '&&': {
      const parts = args.map((arg) => compileTest(arg, tools));
      const isNot = anyOf(parts.map((test) => (row: Row) => not(test(row))));
      return (row) => not(isNot(row));
    }
    case '||':
      return anyOf(args.map((arg) => compileTest(arg, tools)));
    case '!': {
      const [test] = args.map((arg) => compileTest(arg, tools));
      return (row) => not(test?.(row));
    }
    case 'bound': {
      const slot = tools.context.slot(variableOf(args[0]) ?? '');
      return (row) => row[slot] !== 0;
    }
    case '=':
    case '!=': {
      const quick = compareToIri(args, tools);
      if (quick !== undefined) return node['operator'] === '=' ? quick : (row) => not(quick(row));
      break;
    }
    case 'in':
    case 'notin': {
      const isIn = compileMembership(args, tools);
      return node['operator'] === 'in' ? isIn : (row) => not(isIn(row));
    }
  }
  const value = compileExpression(node, tools);
  return (row) => isTrue(value(row));
}

function compileMembership([value, ...members]: readonly Operation[], tools: ExpressionTools): Test {
  if (value === undefined) throw new Declined('IN of nothing');
  const needle = compileExpression(value, tools);
  const all = members.map((member) => compileExpression(member, tools));
  return (row) => {
    const term = needle(row);
    if (term === undefined) return undefined;
    return anyOf(
      all.map((member) => () => {
        const other = member(row);
        return other === undefined ? undefined : isEqual(term, other);
      }),
    )(row);
  };
}

function compileExistence(node: Operation, { context, given, compileExists }: ExpressionTools): Test {
  const plan = compileExists(node['input'] as Operation, given);
  const isNegated = node['not'] === true;
  return (row) => {
    let isFound = false;
    plan.run(row, () => {
      context.tick();
      isFound = true;
      return false;
    });
    return isFound !== isNegated;
  };
}

/** Operators whose value is a truth that {@link compileTest} finds. */
const tests = new Set(['&&', '||', '!', 'bound', 'in', 'notin']);

export function compileExpression(node: Operation, tools: ExpressionTools): Expression {
  const { context } = tools;
  switch (node['subType']) {
    case 'term': {
      const term = node['term'] as Term;
      return compileTerm(term, context);
    }
    case 'existence': {
      const test = compileExistence(node, tools);
      return (row) => toTruth(test(row));
    }
    case 'named': {
      const cast = casts[(node['name'] as Term).value];
      if (cast === undefined) throw new Declined(`the function <${(node['name'] as Term).value}>`);
      return compileCall(cast, argsOf(node), tools);
    }
    case 'operator':
      return compileOperator(node, tools);
    default:
      throw new Declined(`an expression of the kind ${node['subType']}`);
  }
}

/** A triple term that names variables has no value where one of them has none. */
function compileTerm(term: Term, context: Context): Expression {
  if (term.termType === 'Quad') {
    const [subject, predicate, object] = [term.subject, term.predicate, term.object].map((part) =>
      compileTerm(part, context),
    );
    return (row) => {
      const [s, p, o] = [subject?.(row), predicate?.(row), object?.(row)];
      return s === undefined || p === undefined || o === undefined ? undefined : tripleOf(s, p, o);
    };
  }
  if (term.termType !== 'Variable') return () => term;
  const slot = context.slot(term.value);
  return (row) => ((row[slot] as number) === 0 ? undefined : context.terms.term(row[slot] as number));
}

/** Undefined where it is left to the other engine. */
function findFunction(operator: string, { baseIri, now }: Context): TermFunction | undefined {
  if (operator === 'iri' || operator === 'uri') return iriFrom(baseIri);
  if (operator === 'now') return () => timeOf(now);
  return Object.hasOwn(functions, operator) ? functions[operator] : undefined;
}

function compileOperator(node: Operation, tools: ExpressionTools): Expression {
  const operator = String(node['operator']).toLowerCase();
  const args = argsOf(node);
  if (tests.has(operator)) {
    const test = compileTest(node, tools);
    return (row) => toTruth(test(row));
  }
  if (operator === 'if') {
    const [condition, ...choices] = args;
    if (condition === undefined) throw new Declined('IF of nothing');
    const test = compileTest(condition, tools);
    const [yes, no] = choices.map((choice) => compileExpression(choice, tools));
    return (row) => {
      const answer = test(row);
      return answer === undefined ? undefined : answer ? yes?.(row) : no?.(row);
    };
  }
  if (operator === 'coalesce') {
    const all = args.map((arg) => compileExpression(arg, tools));
    return (row) => {
      for (const one of all) {
        const term = one(row);
        if (term !== undefined) return term;
      }
      return undefined;
    };
  }
  const call = findFunction(operator, tools.context);
  if (call === undefined) throw new Declined(`the function ${operator}`);
  return compileCall(call, args, tools);
}

function compileCall(
  call: (...args: readonly Term[]) => Term | undefined,
  args: readonly Operation[],
  tools: ExpressionTools,
): Expression {
  const parts = args.map((arg) => compileExpression(arg, tools));
  return (row) => {
    const terms: Term[] = [];
    for (const part of parts) {
      const term = part(row);
      if (term === undefined) return undefined;
      terms.push(term);
    }
    return call(...terms);
  };
}

/** The slots of all variables that an expression speaks of, those in EXISTS among them. */
export const slotsWithin = (node: unknown, context: Context): number[] =>
  [...new Set(variablesWithin(node))].map((name) => context.slot(name));
