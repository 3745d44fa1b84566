/** The types of parameters: which texts are values of each, the term that a text stands for, and its JSON Schema. */
import { checkIri, type Iris } from '../iris.js';
import { type NamedNode, rdf, type Term } from '../rdf.js';
import { mig, xsd } from '../vocabularies.js';
import type { ParameterType } from './question.js';

/** As an OpenAPI document has it (JSON Schema 2020-12). */
export interface ValueSchema {
  readonly type: 'string' | 'integer';
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}

interface TypeOfValue {
  /** Completes "… is not". */
  readonly expected: string;
  /** Of what people type; a whole IRI is taken as well. */
  readonly schema: ValueSchema;
  /** Undefined for a value that is not of the type. */
  toTerm(value: string, iris: Iris): Term | undefined;
}

const measures = new Map([
  ['stock', mig.Stock],
  ['flow', mig.Flow],
  ['net-migration', mig.NetMigration],
  ['transfer', mig.Transfer],
]);

/** How an owner was found. */
const attributions = new Map([
  ['stated', mig.Stated],
  ['heading', mig.Heading],
  ['inferred', mig.Inferred],
]);

/** A segment of an IRI as it was before it was percent-encoded; what cannot have been is left as it is, and is no key. */
function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** A thing by its key, by its IRI under our base, or by the IRI that somebody else gave it. */
const keyed = (shape: RegExp, mint: (key: string, iris: Iris) => NamedNode) => (value: string, iris: Iris) => {
  const path = mint('', iris).value;
  if (/^https?:\/\//.test(value) && !value.startsWith(path)) {
    const other = checkIri(value);
    return other === undefined ? undefined : rdf.namedNode(other);
  }
  const key = value.startsWith(path) ? decode(value.slice(path.length)) : value;
  return shape.test(key) ? mint(key, iris) : undefined;
};

const slugPattern = '^[\\p{L}\\p{N}]+(?:-[\\p{L}\\p{N}]+)*$';
const slug = new RegExp(slugPattern, 'u');
const slugSchema: ValueSchema = { type: 'string', pattern: slugPattern };

export const valueTypes: Readonly<Record<ParameterType, TypeOfValue>> = {
  country: {
    expected: 'an ISO 3166 alpha-3 code such as KEN',
    schema: { type: 'string', pattern: '^[A-Za-z]{3}$' },
    toTerm: keyed(/^(?:[A-Za-z]{3})$/, (key, iris) => iris.country(key.toUpperCase())),
  },
  year: {
    expected: 'a year of four digits',
    schema: { type: 'integer', minimum: 1000, maximum: 9999 },
    toTerm: (value) => (/^\d{4}$/.test(value) ? rdf.literal(String(Number(value)), xsd.integer) : undefined),
  },
  region: {
    expected: 'an M49 code of three digits such as 150, or the name of a group in its IRI',
    schema: slugSchema,
    toTerm: keyed(/^\d{3}$|^(?=\D)[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u, (key, iris) => iris.region(key.toLowerCase())),
  },
  theme: {
    expected: 'the name of a theme in its IRI such as labour-migration',
    schema: slugSchema,
    toTerm: keyed(slug, (key, iris) => iris.theme(key.toLowerCase())),
  },
  agency: {
    expected: 'the name of an agency in its IRI such as unhcr',
    schema: slugSchema,
    toTerm: keyed(slug, (key, iris) => iris.entity('agency', key.toLowerCase())),
  },
  series: {
    expected: 'the name of a series in its IRI',
    schema: slugSchema,
    toTerm: keyed(slug, (key, iris) => iris.entity('series', key.toLowerCase())),
  },
  text: {
    expected: 'a text of 1 to 200 characters',
    schema: { type: 'string', minLength: 1, maxLength: 200 },
    toTerm: (value) => (/^\P{Cc}{1,200}$/u.test(value.trim()) ? rdf.literal(value.trim()) : undefined),
  },
  measure: {
    expected: `one of ${[...measures.keys()].join(', ')}`,
    schema: { type: 'string', enum: [...measures.keys()] },
    toTerm: (value) => measures.get(value),
  },
  attribution: {
    expected: `one of ${[...attributions.keys()].join(', ')}`,
    schema: { type: 'string', enum: [...attributions.keys()] },
    toTerm: (value) => attributions.get(value),
  },
};
