/** SPARQL text → algebra; every failure is a fault with its line and column. */
import { Parser } from '@traqula/parser-sparql-1-2';
import { correctBlankRuns } from '../corrections/blank-runs.js';
import { correctPrefixedNames } from '../corrections/prefixed-names.js';
import { QueryFault } from '../graph-store.js';
import { namesOf, type Operation, operations } from './algebra.js';
import { checkNames } from './check-names.js';
import { checkScopes } from './check-scopes.js';
import { checkSize } from './check-size.js';
import { checkQueryText, faultAt, queryLimits } from './query-limits.js';
import { fillShape, shapeOf } from './query-shapes.js';
import { orderColumns, type SyntaxTree, toAlgebra } from './to-algebra.js';
import { makeNamesSafe, restoreName, type SafeNames } from './variable-names.js';

export interface ParsedText {
  readonly tree: SyntaxTree;
  readonly operation: Operation;
  /** What relative IRIs were resolved against, in the end. */
  readonly baseIri: string | undefined;
  /** Of the outermost SELECT, in order. */
  readonly variables: readonly string[];
  /** Name in the algebra → name in the text, where they differ. */
  readonly written: SafeNames['written'];
  /** Whether there is a SERVICE in it. */
  readonly hasService: boolean;
  /** The operation as it was before the constants took their places; the same object for all of a shape. */
  readonly shape?: { readonly operation: Operation; readonly constants: readonly string[] };
}

interface SyntaxFault {
  readonly message: string;
  readonly token: { readonly startOffset: number; readonly image: string };
}

class ParserFault extends Error {
  constructor(readonly found: SyntaxFault) {
    super(found.message);
  }
}

correctPrefixedNames();
correctBlankRuns();

/** The handler is an argument of the parser's builder that the parser's type leaves out. */
const parser = new Parser({
  lexerConfig: { positionTracking: 'onlyOffset' },
  errorHandler(faults: readonly SyntaxFault[]) {
    const first = faults[0];
    throw first === undefined ? new Error('the query cannot be parsed') : new ParserFault(first);
  },
} as ConstructorParameters<typeof Parser>[0]);

/** Where the parser's own message speaks of a place, or of a name that has one. */
function offsetOf(query: string, message: string): number | undefined {
  const offset = /at offset: (\d+)/.exec(message)?.[1];
  if (offset !== undefined) return Number(offset);
  const prefix = /^Unknown prefix: (.*)$/.exec(message)?.[1];
  const name = /^Variable (\w+) /.exec(message)?.[1] ?? /\((\?\w+)\)/.exec(message)?.[1];
  const at = query.lastIndexOf(prefix === undefined ? (name ?? message) : `${prefix}:`);
  return at < 0 ? undefined : at;
}

/** A character as it can be seen; a space that does not break looks like one that does. */
const shown = (character: string): string =>
  /[\p{C}\p{Z}]/u.test(character)
    ? `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    : `"${character}"`;

function syntaxFault(query: string, error: unknown): QueryFault {
  if (error instanceof QueryFault) return error;
  if (error instanceof RangeError)
    return new QueryFault('too-long', 'the query is nested too deeply to be parsed', { cause: error });
  if (error instanceof ParserFault) {
    const { startOffset, image } = error.found.token;
    const atEnd = Number.isNaN(startOffset);
    const what = atEnd ? 'the query ends too early' : `"${image.slice(0, 60)}" is not expected here`;
    return faultAt(query, atEnd ? query.length : startOffset, 'malformed', what);
  }
  const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  const unexpected = /^unexpected character: ->([\s\S]*)<- at/.exec(message)?.[1];
  const reason = unexpected === undefined ? message : `unexpected character ${shown(unexpected)}`;
  return faultAt(query, offsetOf(query, message) ?? 0, 'malformed', reason);
}

/** The last so many, by their keys. */
class Lately<T> {
  private readonly kept = new Map<string, T>();

  get(key: string): T | undefined {
    return this.kept.get(key);
  }

  set(key: string, value: T): void {
    if (this.kept.size >= 500) for (const oldest of this.kept.keys()) if (this.kept.delete(oldest)) break;
    this.kept.set(key, value);
  }
}

/** What was parsed lately: most queries are asked again, with other data, of another thing, or by another reader. */
const texts = new Lately<ParsedText>();
const shapes = new Lately<ParsedText>();
const longestKept = 5_000;

/** Undefined for a text that has no shape, or is wrong: then it must be parsed itself, to say where. */
function parseShape(query: string, baseIri: string | undefined): ParsedText | undefined {
  const shape = shapeOf(query);
  if (shape === undefined) return undefined;
  const key = `${baseIri ?? ''}\n${shape.text}`;
  const known = shapes.get(key);
  // What stands within the limits does so with other constants, but for their length.
  if (known === undefined || shape.constants.some(({ length }) => length > queryLimits.word)) checkQueryText(query);
  try {
    const parsed = known ?? parseText(shape.text, baseIri);
    shapes.set(key, parsed);
    const { constants } = shape;
    const { operation } = parsed;
    return { ...parsed, operation: fillShape(operation, constants), shape: { operation, constants } };
  } catch {
    return undefined;
  }
}

/** Parses a text that stands within the limits; every failure is a {@link QueryFault}. What it gives is not to be changed. */
export function parseSparql(query: string, baseIri: string | undefined, maxLength: number): ParsedText {
  const key = `${baseIri ?? ''}\n${query}`;
  const known = texts.get(key);
  if (known !== undefined) return known;
  const shaped = query.length > longestKept ? undefined : parseShape(query, baseIri);
  if (shaped === undefined) checkQueryText(query, maxLength);
  const made = shaped ?? parseText(query, baseIri);
  if (query.length <= longestKept) texts.set(key, made);
  return made;
}

/** Whatever was parsed before; it is not checked whether the text stands within the limits. */
export function parseText(query: string, baseIri: string | undefined): ParsedText {
  const { text, written } = makeNamesSafe(query);
  const restore = (name: string): string => restoreName(written, name);
  try {
    const tree = parser.parse(text, baseIri === undefined ? {} : { baseIRI: baseIri });
    const declared = 'context' in tree ? tree.context : [];
    const own = declared.flatMap((d) => (d.subType === 'base' ? [d.value.value] : [])).at(-1);
    const operation = toAlgebra(tree, baseIri);
    checkSize(operation);
    checkScopes(operation, restore);
    checkNames(operation);
    const project = [...operations(operation)].find((node) => node.type === 'project');
    const variables = orderColumns(tree, namesOf(project?.['variables'])).map(restore);
    const resolved = own !== undefined && URL.canParse(own, baseIri) ? new URL(own, baseIri).href : baseIri;
    const hasService = [...operations(operation)].some(({ type }) => type === 'service');
    return { tree, operation, baseIri: resolved, variables, written, hasService };
  } catch (error) {
    throw syntaxFault(query, error);
  }
}
