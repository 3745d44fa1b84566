/** What a view is narrowed to, as the parameters of an address say: words, values of facets, years, and what is missing. */
import { createIris, type Iris } from '../../iris.js';
import { valueTypes } from '../../questions/value-types.js';
import { HttpFault } from '../http-fault.js';
import { type FacetName, facetNames, facets, irisOf, type LackName, lackNames } from './facets.js';
import type { Kind } from './kinds.js';
import type { Span } from './spans.js';

/** The parts that a choice is made of: a thing fits where it fits each. */
export const partNames = ['q', ...facetNames, 'years', 'without'] as const;

export type PartName = (typeof partNames)[number];

/** The parameters that choose; all that an address says besides is how the view is shown. */
export const choosing = ['q', ...facetNames, 'year', 'from', 'to', 'without'] as const;

/** Those by which something of its own kind is asked for in the terms of other vocabularies. */
export const templated = choosing.filter((name) => name !== 'without' && name !== 'group');

export interface ChosenValue {
  readonly text: string;
  /** What the text may stand for. */
  readonly iris: readonly string[];
}

export interface Choice {
  readonly words: readonly string[];
  readonly values: ReadonlyMap<FacetName, ChosenValue>;
  /** Each is to be overlapped. */
  readonly spans: readonly Span[];
  readonly without: LackName | undefined;
}

/** Words that may be looked for at once. */
const mostWords = 10;

/** Empty is as good as not there: so a form sends what was left open. */
export function readOnce(parameters: URLSearchParams, name: string): string | undefined {
  const [value, second] = parameters.getAll(name);
  if (second !== undefined) throw new HttpFault(400, `${name} is there more than once`);
  return value === undefined || value.trim() === '' ? undefined : value.trim();
}

const wrong = (name: string, value: string, expected: string): HttpFault =>
  new HttpFault(400, `${name}: ${JSON.stringify(value.slice(0, 60))} is not ${expected}`);

function readWords(parameters: URLSearchParams): string[] {
  const words = (readOnce(parameters, 'q') ?? '').split(/\s+/).filter((word) => word !== '');
  if (words.length > mostWords) throw new HttpFault(400, `q: more than ${mostWords} words`);
  const { schema, expected } = valueTypes.text;
  const bad = words.find((word) => word.length > (schema.maxLength ?? 0) || /\p{Cc}/u.test(word));
  if (bad !== undefined) throw wrong('q', bad, expected);
  return words;
}

function readYear(parameters: URLSearchParams, name: string): number | undefined {
  const text = readOnce(parameters, name);
  if (text === undefined) return undefined;
  if (!/^\d{4}$/.test(text)) throw wrong(name, text, valueTypes.year.expected);
  return Number(text);
}

function readSpans(parameters: URLSearchParams): Span[] {
  const [year, start, end] = ['year', 'from', 'to'].map((name) => readYear(parameters, name));
  if (start !== undefined && end !== undefined && start > end)
    throw new HttpFault(400, `from: ${start} is after to: ${end}`);
  return [
    ...(year === undefined ? [] : [{ start: year, end: year }]),
    ...(start === undefined && end === undefined ? [] : [{ start, end }]),
  ];
}

function readValue(parameters: URLSearchParams, name: FacetName, iris: Iris): ChosenValue | undefined {
  const text = readOnce(parameters, name);
  if (text === undefined) return undefined;
  const meant = irisOf(facets[name], text, iris);
  if (meant.length === 0) throw wrong(name, text, valueTypes[facets[name].type].expected);
  return { text, iris: meant };
}

/** What things of a kind may be without. */
export function lacksOf({ facets: own, hasYears, datasetsBy }: Kind): LackName[] {
  const possible = new Set<LackName>([
    ...own.flatMap((name) => facets[name].lack ?? []),
    ...(hasYears ? (['years'] as const) : []),
    ...(datasetsBy === undefined ? [] : (['datasets'] as const)),
  ]);
  return lackNames.filter((name) => possible.has(name));
}

function readLack(parameters: URLSearchParams, kind: Kind): LackName | undefined {
  const text = readOnce(parameters, 'without');
  const found = lacksOf(kind).find((name) => name === text);
  if (text !== undefined && found === undefined) throw wrong('without', text, `one of ${lacksOf(kind).join(', ')}`);
  return found;
}

/** Throws 400, with one line, for what cannot be meant, and for what things of the kind cannot be narrowed by. */
export function readChoice(parameters: URLSearchParams, kind: Kind, base: string): Choice {
  const own: ReadonlySet<string> = new Set([
    'q',
    'without',
    ...kind.facets,
    ...(kind.hasYears ? ['year', 'from', 'to'] : []),
  ]);
  const foreign = choosing.find((name) => !own.has(name) && readOnce(parameters, name) !== undefined);
  if (foreign !== undefined)
    throw new HttpFault(400, `${kind.id} are not narrowed by ${foreign}, but by ${[...own].join(', ')}`);
  const iris = createIris(base);
  const values = new Map<FacetName, ChosenValue>();
  for (const name of kind.facets) {
    const value = readValue(parameters, name, iris);
    if (value !== undefined) values.set(name, value);
  }
  return {
    words: readWords(parameters),
    values,
    spans: readSpans(parameters),
    without: readLack(parameters, kind),
  };
}

export const isOpen = ({ words, values, spans, without }: Choice): boolean =>
  words.length === 0 && values.size === 0 && spans.length === 0 && without === undefined;
