/** A query as oxigraph takes it, where that is not what it means: for us, who take it at its word. */
import { literals } from './data.js';
import type { Engines } from './engines.js';

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const anyLiteral = new RegExp(`(?<=[\\s(])(?:${literals.map(escapePattern).join('|')})(?=[\\s,)])`, 'g');

/** Each literal as it is written when it comes out of oxigraph. */
export const writeByValue = (query: string, { byValue }: Engines): string => query.replace(anyLiteral, byValue);

const operand = '(?:\\?\\w+|"[^"]*"(?:\\^\\^\\S+?|@\\w+)?|[-\\w.]+)';
const comparison = new RegExp(`(${operand}) ([<>]=) (${operand})(?=[\\s,)])`, 'g');

export const orderSameTerms = (query: string): string => query.replace(comparison, '(sameTerm($1, $3) || $1 $2 $3)');
