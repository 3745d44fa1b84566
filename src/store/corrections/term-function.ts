/** Functions over terms, as Comunica's expressions have them: how one is replaced, for all arguments or for some. */
import { ExpressionError } from '@comunica/utils-expression-evaluator';
import type { LiteralParts } from '../values/literal-value.js';
import type { Actor, EngineParts } from './engine-parts.js';

/** A term. */
export interface Operand {
  /** `namedNode`, `blankNode`, `literal`, `quad`. */
  readonly termType: string;
  readonly value?: unknown;
  readonly dataType?: string;
  readonly typedValue?: unknown;
  readonly strValue?: string;
  readonly language?: string;
  readonly direction?: string;
  readonly subject?: Operand;
  readonly predicate?: Operand;
  readonly object?: Operand;
  str(): string;
}

/** Throws an ExpressionError, which SPARQL has for what has no value. */
export type TermFunction = (args: readonly Operand[]) => unknown;

/** What Comunica makes of a name; there are others, over expressions, which are not replaced here. */
interface MadeFunction {
  applyOnTerms(args: readonly Operand[], evaluator: unknown): unknown;
}

interface FunctionActor extends Actor {
  run(action: unknown): Promise<MadeFunction>;
}

/** The lexical form is the one that was read: `str()` of a time would write it anew. */
export const partsOf = (literal: Operand): LiteralParts => ({
  value: literal.strValue ?? literal.str(),
  datatype: literal.dataType ?? '',
  language: literal.language ?? '',
  direction: literal.direction ?? '',
});

/** Answers that the function as it comes is the one to ask. */
export const asItComes = Symbol('as it comes');

/** Whatever a function throws is an error of the expression: a number too long to be one must not fail the whole query. */
function toExpressionError(error: unknown): unknown {
  if (error instanceof ExpressionError || error instanceof RangeError || !(error instanceof Error)) return error;
  return Object.assign(new ExpressionError(error.message), { cause: error });
}

type Apply = MadeFunction['applyOnTerms'];

/** Puts something around a function each time that its actor makes it. */
function wrap(actor: FunctionActor, around: (original: Apply) => Apply): void {
  const run = actor.run.bind(actor);
  const wrapped = new WeakSet<MadeFunction>();
  actor.run = async (action) => {
    const made = await run(action);
    // An actor may give the same one twice.
    if (!wrapped.has(made)) made.applyOnTerms = around(made.applyOnTerms.bind(made));
    wrapped.add(made);
    return made;
  };
}

/** `name` as in `function-factory#term-function-NAME`; the replacement may hand back {@link asItComes}. */
export function replaceFunction(parts: EngineParts, name: string, replacement: TermFunction): void {
  wrap(parts.find<FunctionActor>(`function-factory#term-function-${name}`), (original) => (args, evaluator) => {
    const answer = replacement(args);
    return answer === asItComes ? original(args, evaluator) : answer;
  });
}

/** All functions over terms: what they throw is an error of SPARQL. */
export function guardFunctions(parts: EngineParts): void {
  for (const actor of parts.findAll<FunctionActor>('function-factory#term-function-'))
    wrap(actor, (original) => (args, evaluator) => {
      try {
        return original(args, evaluator);
      } catch (error) {
        throw toExpressionError(error);
      }
    });
}
