/** A row of the JSON results format, as pages show it. */

export interface JsonTerm {
  readonly type: string;
  readonly value: string | object;
  readonly datatype?: string;
  readonly 'xml:lang'?: string;
}

export type JsonRow = Readonly<Record<string, JsonTerm>>;
