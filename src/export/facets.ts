/** What the datasets of the catalogue can be narrowed by: a query in `queries/facets/` for each, which finds those that fit. */
import { join } from 'node:path';
import type { Iris } from '../iris.js';
import { packageRoot } from '../package-root.js';
import { type BoundQuestion, bindQuestion } from '../questions/bind.js';
import type { Question } from '../questions/question.js';
import { readQuestions } from '../questions/read.js';
import type { GraphStore, QueryOptions } from '../store/graph-store.js';

/** Words that may be looked for at once. */
const mostWords = 10;

let known: ReadonlyMap<string, Question> | undefined;

function facet(name: string): Question {
  known ??= new Map(readQuestions(join(packageRoot, 'queries', 'facets')).map((question) => [question.name, question]));
  const found = known.get(name);
  if (found === undefined) throw new Error(`queries/facets has no ${name}.rq`);
  return found;
}

/** Parameters of a request that narrow the catalogue. */
export const facetNames = ['q', 'agency', 'country', 'region', 'theme', 'year', 'from', 'to'] as const;

export type FacetValues = Readonly<Partial<Record<(typeof facetNames)[number], string>>>;

/** What is to be asked; a dataset must be in all answers. Throws an Error of one line for a value that is not what it should be. */
export function bindFacets({ q, year, from, to, ...others }: FacetValues, iris: Iris): BoundQuestion[] {
  const bind = (name: string, values: Readonly<Record<string, string>>) => bindQuestion(facet(name), values, iris);
  const words = q?.split(/\s+/).filter((word) => word !== '') ?? [];
  if (words.length > mostWords) throw new Error(`q: more than ${mostWords} words`);
  const years = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  return [
    ...Object.entries(others).map(([name, value]) => bind(name, { [name]: value })),
    ...(year === undefined ? [] : [bind('years', { from: year, to: year })]),
    ...(Object.keys(years).length === 0 ? [] : [bind('years', years)]),
    ...words.map((word) => bind('word', { word })),
  ];
}

/** The IRIs of the datasets that are in all answers. */
export async function findDatasets(
  store: GraphStore,
  [first, ...others]: readonly BoundQuestion[],
  options: QueryOptions,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  if (first === undefined) return found;
  const result = await store.query(first.query, { ...options, bindings: first.bindings });
  if (result.kind === 'bindings') for await (const row of result.rows) found.add(row.get('dataset')?.value ?? '');
  if (others.length === 0 || found.size === 0) return found;
  const rest = await findDatasets(store, others, options);
  return new Set([...found].filter((iri) => rest.has(iri)));
}
