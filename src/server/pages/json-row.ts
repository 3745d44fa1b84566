/** A row of the JSON results format, as pages show it. */
import { prefixes } from '../../vocabularies.js';

export interface JsonTerm {
  readonly type: string;
  readonly value: string | object;
  readonly datatype?: string;
  readonly 'xml:lang'?: string;
}

export type JsonRow = Readonly<Record<string, JsonTerm>>;

const numeric: ReadonlySet<string> = new Set(
  ['integer', 'decimal', 'double', 'float', 'nonNegativeInteger'].map((name) => prefixes.xsd + name),
);

/** Undefined for what is no finite number. */
export function numberIn(term: JsonTerm | undefined): number | undefined {
  if (typeof term?.value !== 'string' || !numeric.has(term.datatype ?? '')) return undefined;
  const value = Number(term.value);
  return Number.isFinite(value) ? value : undefined;
}
