/** What a query process tells the server of a query's shape: its algebra, so that the server need parse no SPARQL. */
import { rdf, type Term } from '../../rdf.js';
import type { Operation } from '../parse/algebra.js';
import type { ParsedQuery } from '../parse/parse-query.js';
import { fillShape } from '../parse/query-shapes.js';
import { isPlain } from './plain-operations.js';

/** Of a shape, with stand-ins for its constants. */
export interface Lesson extends Pick<ParsedQuery, 'kind' | 'variables' | 'baseIri'> {
  readonly written: ReadonlyMap<string, string>;
  readonly operation: Operation;
}

/** As it is sent: names as pairs. */
type SentLesson = Omit<Lesson, 'written'> & { readonly written: readonly (readonly [string, string])[] };

/** Characters: it is read without a pause. */
const longest = 20_000;

/** Undefined for a query of a kind that is always for a process. */
export function writeLesson({ kind, variables, baseIri, written, shape }: ParsedQuery): string | undefined {
  if (shape === undefined || !isPlain(shape.operation)) return undefined;
  const lesson: SentLesson = { kind, variables, baseIri, written: [...(written ?? [])], operation: shape.operation };
  const text = JSON.stringify(lesson);
  return text.length > longest ? undefined : text;
}

type Written = Readonly<Record<'termType' | 'value' | 'language' | 'direction', string>> & { readonly datatype: never };

function readTerm({ termType, value, language, direction, datatype }: Written): Term {
  switch (termType) {
    case 'NamedNode':
      return rdf.namedNode(value);
    case 'Variable':
      return rdf.variable(value);
    case 'BlankNode':
      return rdf.blankNode(value);
    case 'DefaultGraph':
      return rdf.defaultGraph();
    default:
      if (language === '') return rdf.literal(value, datatype);
      // The factory knows directions; its type does not.
      return rdf.literal(value, (direction ? { language, direction } : language) as string);
  }
}

/** A pattern is an operation, and what is in it is terms already. */
const isWrittenTerm = (value: unknown): value is Written =>
  typeof value === 'object' && value !== null && 'termType' in value && !('type' in value);

/** What {@link writeLesson} wrote. */
export function readLesson(text: string): Lesson {
  const lesson = JSON.parse(text, (_, value: unknown) =>
    isWrittenTerm(value) ? readTerm(value) : value,
  ) as SentLesson;
  return { ...lesson, written: new Map(lesson.written) };
}

/** The query of that shape with these constants. */
export function fillLesson(
  { kind, variables, baseIri, written, operation }: Lesson,
  constants: readonly string[],
): ParsedQuery {
  const isOfTemplate = operation.type === 'construct' || operation.type === 'describe';
  return {
    kind,
    variables,
    baseIri,
    dataset: undefined,
    written,
    hasService: false,
    shape: { operation, constants },
    // Of all others the evaluator looks at the shape alone.
    operation: isOfTemplate ? fillShape(operation, constants) : operation,
  };
}
