/** A question that stands in a file: what it asks, what can be set in it, and the query that answers it. */

/** What a value of a parameter is, by which it is checked and made a term. */
export const parameterTypes = [
  'country',
  'year',
  'region',
  'theme',
  'agency',
  'series',
  'text',
  'measure',
  'attribution',
] as const;

export type ParameterType = (typeof parameterTypes)[number];

export interface Parameter {
  /** The variable's name, without its mark. The query binds it in `VALUES ?name { … }`, once or more, to its default. */
  readonly name: string;
  readonly type: ParameterType;
  /** As a person would type it: `SWE`, `1985`, `remittances`. */
  readonly default: string;
  readonly description: string;
}

export interface Question {
  /** The file's name without its extension. */
  readonly name: string;
  readonly title: string;
  /** In plain English, ending in a question mark. */
  readonly question: string;
  readonly parameters: readonly Parameter[];
  readonly keywords: readonly string[];
  /** The whole file: SPARQL that runs as it is, with the defaults. */
  readonly query: string;
}
