/** The shape of our JSON-LD as JSON Schemas (draft 2020-12), made from the context and the frame that the documents are made by. */
import type { ContextDefinition } from 'jsonld';
import { frameOfThings } from '../serialise/framed-document.js';
import { JsonLdTerms, type PropertyTerm } from '../serialise/json-ld-terms.js';
import { type Frame, type FrameObject, noFrame, readFrame } from '../serialise/read-frame.js';
import { dcat, prefixes } from '../vocabularies.js';

type Schema = Readonly<Record<string, unknown>>;

/** The documents that have a schema, and what each is. */
export const schemaTitles = {
  catalog: 'The catalogue, framed: its datasets, each with all that belongs to it',
  dataset: 'A dataset, framed: who holds it, what it covers, and the sentences that its statements stand in',
  thing: 'Any other thing, framed: its statements, and the sentences that they stand in',
  graph: 'A list of nodes: compacted each once, framed with the catalogues and datasets first',
} as const;

export type SchemaName = keyof typeof schemaTitles;

const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` });
const listOf = (items: Schema): Schema => ({ type: 'array', items });
const integers = new Set(['integer', 'nonNegativeInteger', 'gYear'].map((name) => prefixes.xsd + name));

/** What stands in full: where no term is fit for a value, and under the names of properties that have no term. */
const definitions: Schema = {
  iri: { type: 'string', minLength: 1, description: 'An IRI, or one shortened by a prefix of the context' },
  languageMap: {
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Language → text; @none: none is known',
  },
  languageLists: { type: 'object', additionalProperties: listOf({ type: 'string' }) },
  value: {
    type: 'object',
    properties: {
      '@value': { type: 'string' },
      '@language': { type: 'string' },
      '@direction': { enum: ['ltr', 'rtl'] },
      type: { type: 'string' },
    },
    required: ['@value'],
    additionalProperties: false,
  },
  inFull: {
    anyOf: [
      ref('value'),
      {
        type: 'object',
        properties: { '@list': listOf(ref('inFull')) },
        required: ['@list'],
        additionalProperties: false,
      },
      { type: 'object', properties: { id: ref('iri') }, required: ['id'] },
    ],
  },
};

function schemaOfTerm({ type, isList, isLanguageMap }: PropertyTerm): Schema {
  if (isLanguageMap) return ref(isList ? 'languageLists' : 'languageMap');
  const one: Schema =
    type === '@id'
      ? ref('iri')
      : type === undefined
        ? { anyOf: [{ type: 'string' }, ref('value')] }
        : { type: integers.has(type) ? 'integer' : 'string' };
  return isList ? listOf(one) : one;
}

/** IRIs of the properties by which anything stands within anything. */
function propertiesWithin(frame: Frame, found = new Set<string>()): Set<string> {
  for (const [property, inner] of frame.within) propertiesWithin(inner, found.add(property));
  for (const { frame: inner } of frame.reverse) propertiesWithin(inner, found);
  return found;
}

class SchemaMaker {
  readonly #varying: readonly PropertyTerm[];
  readonly #terms: readonly PropertyTerm[];

  constructor(terms: JsonLdTerms, frame: Frame) {
    const within = propertiesWithin(frame);
    this.#terms = terms.all();
    this.#varying = this.#terms.filter(({ property, type }) => type === '@id' && within.has(property));
  }

  /** What all nodes have in common: all terms but those by which something may stand within them. */
  common(): Schema {
    const fixed = this.#terms.filter((term) => !this.#varying.includes(term));
    return {
      type: 'object',
      properties: {
        ...Object.fromEntries(fixed.map((term) => [term.name, schemaOfTerm(term)])),
      },
      patternProperties: { ':': listOf(ref('inFull')) },
    };
  }

  /** A node as it stands in a frame; `more`: members beside it. */
  node(frame: Frame, more: Schema = {}): Schema {
    const schemaOf = (term: PropertyTerm): Schema => {
      const inner = frame.within.get(term.property);
      if (inner === undefined) return schemaOfTerm(term);
      return term.isList ? listOf(this.node(inner)) : this.node(inner);
    };
    return {
      type: 'object',
      allOf: [ref('common')],
      properties: {
        ...more,
        id: ref('iri'),
        type: listOf({ type: 'string' }),
        ...Object.fromEntries(this.#varying.map((term) => [term.name, schemaOf(term)])),
        ...Object.fromEntries(frame.reverse.map(({ name, frame: inner }) => [name, listOf(this.node(inner))])),
      },
      required: ['id', 'type', ...frame.lists],
      unevaluatedProperties: false,
    };
  }
}

/** Under its own address. */
export function createSchema(
  name: SchemaName,
  {
    context,
    frame: text,
    id,
  }: { readonly context: ContextDefinition; readonly frame: FrameObject; readonly id: string },
): Schema {
  const terms = new JsonLdTerms(context);
  const frame = readFrame(text, terms);
  const maker = new SchemaMaker(terms, frame);
  const dataset = frame.within.get(dcat.dataset.value) ?? noFrame;
  const contextMember = { anyOf: [{ type: 'string' }, { type: 'object' }, { type: 'array' }] };
  const document = { '@context': contextMember, included: listOf(ref('node')) };
  const frames = { catalog: frame, dataset, thing: frameOfThings(frame) };
  const main: Schema =
    name === 'graph'
      ? {
          type: 'object',
          properties: {
            '@context': contextMember,
            '@graph': listOf({ anyOf: [ref('node'), maker.node(dataset), maker.node(frame)] }),
          },
          required: ['@context', '@graph'],
          additionalProperties: false,
        }
      : maker.node(frames[name], document);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: id,
    title: schemaTitles[name],
    ...main,
    $defs: { ...definitions, common: maker.common(), node: maker.node(noFrame) },
  };
}
