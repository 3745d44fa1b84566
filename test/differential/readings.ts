/** A query as oxigraph takes it, where that is not what it means: for us, who take it at its word. */
import { literals } from './data.js';
import type { Engines } from './engines.js';

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const anyLiteral = new RegExp(`(?<=[\\s(])(?:${literals.map(escapePattern).join('|')})(?=[\\s,)])`, 'g');

/** Each literal as it is written when it comes out of oxigraph. */
export const writeByValue = (query: string, { byValue }: Engines): string => query.replace(anyLiteral, byValue);

const operand = '(?:\\?\\w+|"[^"]*"(?:\\^\\^\\S+?|@\\w+)?|[-\\w.]+)';
const comparison = new RegExp(`(${operand}) ([<>]=?) (${operand})(?=[\\s,)])`, 'g');

/** A term is as large as itself, whatever it is. */
export const orderSameTerms = (query: string): string =>
  query.replace(
    comparison,
    (whole, one: string, operator: string, two: string) =>
      `IF(sameTerm(${one}, ${two}), ${operator.endsWith('=')}, ${whole})`,
  );

/** YEAR and TZ of a gYear, which has no zone here. */
export const takeYearsApart = (query: string): string =>
  query
    .replace(/YEAR\(([^()]+)\)/g, 'IF(DATATYPE($1) = xsd:gYear, xsd:integer(STR($1)), YEAR($1))')
    .replace(/TZ\(([^()]+)\)/g, 'IF(DATATYPE($1) = xsd:gYear, "", TZ($1))');
