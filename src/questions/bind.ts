/** Binds values that people type to the parameters of a question, as typed terms; no value ever becomes query text. */
import { checkIri, type Iris } from '../iris.js';
import { type NamedNode, rdf, type Term } from '../rdf.js';
import { mig, xsd } from '../vocabularies.js';
import type { Parameter, ParameterType, Question } from './question.js';

/** What a store is asked: `store.query(query, { bindings })`. */
export interface BoundQuestion {
  readonly query: string;
  readonly bindings: Readonly<Record<string, Term>>;
}

interface TypeOfValue {
  /** Completes "… is not". */
  readonly expected: string;
  /** Undefined for a value that is not of the type. */
  toTerm(value: string, iris: Iris): Term | undefined;
}

const measures = new Map([
  ['stock', mig.Stock],
  ['flow', mig.Flow],
  ['net-migration', mig.NetMigration],
  ['transfer', mig.Transfer],
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

const slug = /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u;

const types: Readonly<Record<ParameterType, TypeOfValue>> = {
  country: {
    expected: 'an ISO 3166 alpha-3 code such as KEN',
    toTerm: keyed(/^(?:[A-Za-z]{3})$/, (key, iris) => iris.country(key.toUpperCase())),
  },
  year: {
    expected: 'a year of four digits',
    toTerm: (value) => (/^\d{4}$/.test(value) ? rdf.literal(String(Number(value)), xsd.integer) : undefined),
  },
  region: {
    expected: 'an M49 code of three digits such as 150, or the name of a group in its IRI',
    toTerm: keyed(/^\d{3}$|^(?=\D)[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u, (key, iris) => iris.region(key.toLowerCase())),
  },
  theme: {
    expected: 'the name of a theme in its IRI such as labour-migration',
    toTerm: keyed(slug, (key, iris) => iris.theme(key.toLowerCase())),
  },
  agency: {
    expected: 'the name of an agency in its IRI such as unhcr',
    toTerm: keyed(slug, (key, iris) => iris.entity('agency', key.toLowerCase())),
  },
  text: {
    expected: 'a text of 1 to 200 characters',
    toTerm: (value) => (/^\P{Cc}{1,200}$/u.test(value.trim()) ? rdf.literal(value.trim()) : undefined),
  },
  measure: {
    expected: `one of ${[...measures.keys()].join(', ')}`,
    toTerm: (value) => measures.get(value),
  },
};

function bindParameter({ name, type }: Parameter, value: string, iris: Iris): Term {
  const term = types[type].toTerm(value, iris);
  if (term === undefined)
    throw new Error(`${name}: ${JSON.stringify(value.slice(0, 60))} is not ${types[type].expected}`);
  return term;
}

/**
 * The question with these values, by parameter name, and with the defaults for the rest.
 * @throws Error of one line for a parameter that the question does not have, or a value that is not of its type
 */
export function bindQuestion(
  { name, query, parameters }: Question,
  values: Readonly<Record<string, string>>,
  iris: Iris,
): BoundQuestion {
  const given = new Map(Object.entries(values));
  const known = parameters.map((parameter) => parameter.name);
  const unknown = [...given.keys()].find((key) => !known.includes(key));
  if (unknown !== undefined)
    throw new Error(
      `${name} has no parameter ${JSON.stringify(unknown.slice(0, 60))}: it has ${known.join(', ') || 'none'}`,
    );
  const bind = (parameter: Parameter) => bindParameter(parameter, given.get(parameter.name) ?? parameter.default, iris);
  return { query, bindings: Object.fromEntries(parameters.map((parameter) => [parameter.name, bind(parameter)])) };
}
