/** What a query's text may cost before it is parsed; the parser's lexer takes quadratic time over runs of letters. */
import { QueryFault } from '../graph-store.js';

export const queryLimits = {
  /** Characters of the whole query. */
  length: 100_000,
  /** The same of an update, which may carry data. */
  updateLength: 1_000_000,
  /** Operations of an update. */
  operations: 1_000,
  /** Characters of an IRI. */
  iri: 2_000,
  /** What a name is made of, in a row, outside of IRIs, strings and comments; a dot may stand within a name. */
  word: 256,
  /** Brackets within brackets, quoted triples among them. */
  nesting: 64,
  /** `!` in a row: the grammar recurses. */
  negations: 64,
  /** Triple patterns, paths and their steps that are joined: planning takes more than quadratic time in them. */
  patterns: 120,
  /** The same in all: the branches of a UNION are planned one by one. */
  allPatterns: 480,
  /** Groups, BINDs, OPTIONALs, UNIONs and all else that is planned and is no pattern. */
  groups: 1_000,
} as const;

/** One token at a time, each alternative linear. A string that is not closed ends the matter. */
const tokens =
  /#[^\n\r]*|<<|>>|<[^<>"{}|^`\\\s]*>|\\[\s\S]|"""(?:[^"\\]|\\[\s\S]|"(?!""))*"""|'''(?:[^'\\]|\\[\s\S]|'(?!''))*'''|(?<long>"""|''')|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*'|(?<short>["'])|[\p{L}\p{N}\p{M}_.\-\u00B7\u203F\u2040\u{10000}-\u{EFFFF}]+|\s+|[\s\S]/gu;

const opening = new Set(['{', '(', '[', '<<']);
const closing = new Set(['}', ')', ']', '>>']);
const quoted = /^["'#\s]/;

/** The fault of a text at an offset. */
export function faultAt(query: string, offset: number, kind: 'too-long' | 'malformed', reason: string): QueryFault {
  const before = query.slice(0, offset).split('\n');
  const [line, column] = [before.length, (before.at(-1)?.length ?? 0) + 1];
  return new QueryFault(kind, `${reason} (line ${line}, column ${column})`, { line, column });
}

/** What is too much about one token, or undefined. */
function excess(token: string, depth: number, negations: number): string | undefined {
  if (quoted.test(token)) return undefined;
  if (token.length > queryLimits.iri) return `an IRI or name of more than ${queryLimits.iri} characters`;
  if (token.length > queryLimits.word && !token.startsWith('<'))
    return `a name of more than ${queryLimits.word} characters`;
  if (depth > queryLimits.nesting) return `brackets nested more than ${queryLimits.nesting} levels deep`;
  return negations > queryLimits.negations ? `more than ${queryLimits.negations} negations in a row` : undefined;
}

/** Throws a {@link QueryFault} for a text that would take too long to parse. Linear in its length. */
export function checkQueryText(query: string, maxLength: number = queryLimits.length): void {
  if (query.length > maxLength) throw new QueryFault('too-long', `the query is longer than ${maxLength} characters`);
  let depth = 0;
  let negations = 0;
  for (const { 0: token, index, groups } of query.matchAll(tokens)) {
    if (groups?.['long'] !== undefined || groups?.['short'] !== undefined)
      throw faultAt(query, index, 'malformed', 'the string that begins here is not closed');
    if (opening.has(token)) depth += 1;
    if (closing.has(token)) depth -= 1;
    if (!quoted.test(token)) negations = token === '!' ? negations + 1 : 0;
    const reason = excess(token, depth, negations);
    if (reason !== undefined) throw faultAt(query, index, 'too-long', reason);
  }
}
