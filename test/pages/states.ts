/** Pages in the states that a reader brings them into: an answer, nothing found, a fault, another language. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/package-root.js';
import type { Things } from './find-pages.js';

/** Numbers by names: a table that is a chart as well. */
export const countingQuery = 'SELECT ?class (COUNT(?x) AS ?count) { ?x a ?class } GROUP BY ?class ORDER BY ?class';
/** Its second line has a term that no prefix was declared for. */
export const brokenQuery = 'SELECT ?agency {\n  ?agency a mig:Agenci\n}';

const question = readFileSync(join(packageRoot, 'queries', 'questions', 'datasets-by-owner.rq'), 'utf8');
/** Countries with numbers: a table that is a map as well. */
const mappedQuery = 'SELECT ?place ?n { VALUES (?place ?n) { ("Iceland" 3) ("Malta" 7) } }';
const queries = [countingQuery, mappedQuery, brokenQuery, question, 'CONSTRUCT WHERE { ?s a ?o }', 'ASK {}'];

/** `place`: the value of one in the picker. */
export function statesOf({ ours }: Things, place: string): string[] {
  const ask = (values: Record<string, string>): string => `/?${new URLSearchParams(values)}`;
  return [
    ask({ place, from: '1990', to: '1999' }),
    ask({ place, from: '1001', to: '1002' }),
    ask({ place: 'country/none' }),
    ask({ from: 'x' }),
    ask({ place, lang: 'fr' }),
    ask({ place, lang: 'ar' }),
    `/coverage?${new URLSearchParams({ place, from: '1980', to: '1999' })}`,
    '/coverage?show=place-period&level=countries&lang=fr',
    '/coverage?show=agency-place&lang=ar',
    `/timeline?${new URLSearchParams({ place, lang: 'es' })}`,
    '/search?q=migration',
    '/search?q=xyzzyq',
    '/datasets?q=zzz&without=years',
    '/publications?sort=-last&limit=10&page=2',
    '/map?from=1990&to=1999&outline=region/150',
    '/map?agency=none&lang=ar',
    '/catalog?page=1&limit=3',
    '/catalog?q=xyzzyq',
    ...queries.map((query) => `/sparql?${new URLSearchParams({ query })}`),
    ...[...ours].filter(([kind]) => kind === 'country' || kind === 'dataset').map(([, path]) => `${path}?lang=es`),
  ];
}
