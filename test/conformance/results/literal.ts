/** Literals from their parts; the factory's type knows no base direction yet, though the factory does. */
import { type Literal, rdf } from '../../../src/rdf.js';

export interface LiteralParts {
  readonly value: string;
  readonly language: string | undefined;
  readonly direction: string | undefined;
  readonly datatype: string | undefined;
}

export function toLiteral({ value, language, direction, datatype }: LiteralParts): Literal {
  if (language !== undefined) return rdf.literal(value, (direction ? { language, direction } : language) as string);
  return rdf.literal(value, datatype === undefined ? undefined : rdf.namedNode(datatype));
}
