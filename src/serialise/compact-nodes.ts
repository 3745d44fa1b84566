/** Nodes of expanded JSON-LD → the shape that our context promises: lists are lists, languages are keys, years are numbers. */
import { prefixes } from '../vocabularies.js';
import type { JsonLdTerms, PropertyTerm } from './json-ld-terms.js';

export interface ExpandedValue {
  readonly '@id'?: string;
  readonly '@value'?: string;
  readonly '@type'?: string;
  readonly '@language'?: string;
  readonly '@direction'?: string;
  readonly '@list'?: readonly ExpandedValue[];
}

/** As `expandQuads` makes it; a node with `@graph` is a named graph. */
export interface ExpandedNode {
  readonly '@id': string;
  readonly '@type'?: readonly string[];
  readonly '@graph'?: readonly ExpandedNode[];
  readonly [property: string]: unknown;
}

export type JsonObject = Record<string, unknown>;

/** What stands in the place of a node that is pointed to by a property. */
export type Refer = (id: string, property: string) => JsonObject | undefined;

/** Datatypes whose values are JSON numbers, where that says the same: a number is read back as it is written. */
const numeric = new Set(['integer', 'nonNegativeInteger', 'gYear'].map((name) => prefixes.xsd + name));
const isWholeNumber = (text: string): boolean => /^(?:0|-?[1-9]\d{0,14})$/.test(text);

/** A JSON object without anything inherited: a key is only what was written. */
export const emptyObject = (): JsonObject => Object.create(null) as JsonObject;

const isReference = (value: ExpandedValue): value is { readonly '@id': string } => '@id' in value;

/** Whether the value can stand under the term, and only there means what it is. */
function fits(value: ExpandedValue, { type, isLanguageMap }: PropertyTerm): boolean {
  if (isReference(value)) return type === '@id';
  const { '@value': text, '@type': datatype, '@language': language, '@direction': direction } = value;
  if (text === undefined || direction !== undefined || type === '@id') return false;
  if (isLanguageMap) return datatype === undefined;
  if (language !== undefined) return false;
  return type === undefined || (type === datatype && (!numeric.has(type) || isWholeNumber(text)));
}

export class NodeCompactor {
  readonly #id: string;
  readonly #type: string;

  constructor(readonly terms: JsonLdTerms) {
    this.#id = terms.keyword('@id');
    this.#type = terms.keyword('@type');
  }

  /** `refer`: what stands for a node in its place; else it is named. */
  compact(node: ExpandedNode, refer: Refer = () => undefined): JsonObject {
    const result = this.#begin(node);
    if (node['@graph'] !== undefined) result['@graph'] = node['@graph'].map((each) => this.compact(each));
    for (const [property, values] of Object.entries(node))
      if (!property.startsWith('@'))
        for (const value of values as readonly ExpandedValue[]) this.#put(result, property, value, refer);
    return result;
  }

  /** The name and the types. */
  #begin({ '@id': id, '@type': types = [] }: ExpandedNode): JsonObject {
    const result = emptyObject();
    result[this.#id] = this.terms.shorten(id);
    if (types.length > 0 || this.terms.typesAreList) result[this.#type] = types.map((type) => this.terms.nameOf(type));
    return result;
  }

  /** Under the first term that it fits and that has room for it; else in full, under the property's own name. */
  #put(result: JsonObject, property: string, value: ExpandedValue, refer: Refer): void {
    const target = isReference(value) ? (refer(value['@id'], property) ?? value['@id']) : undefined;
    for (const term of this.terms.of(property)) {
      if (!fits(value, term)) continue;
      const written = this.#writeShort(value, term, target);
      if (term.isLanguageMap ? putInMap(result, term, value, written) : putValue(result, term, written)) return;
    }
    const name = this.terms.shorten(property);
    const list = (result[name] ?? []) as unknown[];
    result[name] = list;
    list.push(typeof target === 'object' ? target : this.#writeInFull(value));
  }

  #writeShort(value: ExpandedValue, { type }: PropertyTerm, target: string | JsonObject | undefined): unknown {
    if (typeof target === 'string') return this.terms.shorten(target);
    if (target !== undefined) return target;
    const text = value['@value'] ?? '';
    if (type !== undefined) return numeric.has(type) ? Number(text) : text;
    return value['@type'] === undefined ? text : this.#writeInFull(value);
  }

  #writeInFull(value: ExpandedValue): JsonObject {
    const result = emptyObject();
    if (isReference(value)) {
      result[this.#id] = this.terms.shorten(value['@id']);
      return result;
    }
    if (value['@list'] !== undefined) {
      result['@list'] = value['@list'].map((item) => this.#writeInFull(item));
      return result;
    }
    const { '@type': datatype, ...rest } = value;
    // Always a text: not every parser takes a number with a datatype.
    Object.assign(result, rest);
    if (datatype !== undefined) result[this.#type] = this.terms.nameOf(datatype);
    return result;
  }
}

/** False where there is one already, and no room for two. */
function putValue(result: JsonObject, { name, isList }: PropertyTerm, written: unknown): boolean {
  if (!isList) {
    if (name in result) return false;
    result[name] = written;
    return true;
  }
  const list = (result[name] ?? []) as unknown[];
  result[name] = list;
  list.push(written);
  return true;
}

function putInMap(result: JsonObject, term: PropertyTerm, value: ExpandedValue, written: unknown): boolean {
  const map = (result[term.name] ?? emptyObject()) as JsonObject;
  if (!putValue(map, { ...term, name: value['@language'] ?? '@none' }, written)) return false;
  result[term.name] = map;
  return true;
}
