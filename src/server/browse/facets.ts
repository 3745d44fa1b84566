/** The facets: a query in `queries/facets/` for each, which pairs things with values; all that is narrowed goes by these. */
import { checkIri, type Iris } from '../../iris.js';
import type { ParameterType } from '../../questions/question.js';
import { valueTypes } from '../../questions/value-types.js';

export const facetNames = ['agency', 'group', 'country', 'region', 'theme', 'measure', 'series', 'owner'] as const;

export type FacetName = (typeof facetNames)[number];

/** What a thing may be without; a view can be narrowed to those that are. */
export const lackNames = ['agency', 'place', 'years', 'theme', 'measure', 'series', 'datasets'] as const;

export type LackName = (typeof lackNames)[number];

export interface Facet {
  readonly name: FacetName;
  /** Under `queries/facets/`. */
  readonly pairs: string;
  /** Pairs of values, the second of which the first is a part of: who has the part has the whole. */
  readonly within?: string;
  /** Of what is said of things, the values that are regions, or those that are not. */
  readonly only?: 'regions' | 'others';
  /** What a value is written as in an address. */
  readonly type: ParameterType;
  /** Where under the base the things are named that are its values. */
  readonly path?: string;
  /** What is missing where there is no value; undefined: nothing that anybody would look for. */
  readonly lack?: LackName;
}

export const facets: Readonly<Record<FacetName, Facet>> = {
  agency: { name: 'agency', pairs: 'agency', within: 'units', type: 'agency', path: 'agency/', lack: 'agency' },
  group: { name: 'group', pairs: 'group', type: 'agency', path: 'agency/' },
  country: { name: 'country', pairs: 'place', only: 'others', type: 'country', path: 'country/', lack: 'place' },
  region: {
    name: 'region',
    pairs: 'place',
    within: 'broader',
    only: 'regions',
    type: 'region',
    path: 'region/',
    lack: 'place',
  },
  theme: { name: 'theme', pairs: 'theme', within: 'broader', type: 'theme', path: 'theme/', lack: 'theme' },
  measure: { name: 'measure', pairs: 'measure', type: 'measure', lack: 'measure' },
  series: { name: 'series', pairs: 'series', type: 'series', path: 'series/', lack: 'series' },
  owner: { name: 'owner', pairs: 'owner', type: 'attribution' },
};

/** The IRIs that a text of an address may stand for; none where it is not what it should be. */
export function irisOf({ type }: Facet, text: string, iris: Iris): string[] {
  const own = valueTypes[type].toTerm(text, iris)?.value;
  // As it stands in the graph: an IRI that is made ASCII may be another one.
  const whole = checkIri(text) === undefined ? [] : [text, checkIri(text) ?? text];
  return [...new Set([...(own === undefined ? [] : [own]), ...whole])];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What a value is called in an address; the whole IRI where nothing shorter means the same. */
export function textOf({ type, path }: Facet, iri: string, iris: Iris): string {
  const { toTerm, schema } = valueTypes[type];
  const short =
    path !== undefined && iri.startsWith(iris.base + path) ? [decode(iri.slice(iris.base.length + path.length))] : [];
  const found = [...short, ...(schema.enum ?? [])].find((text) => toTerm(text, iris)?.value === iri);
  return found ?? iri;
}
