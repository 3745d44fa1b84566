/** Which places the datasets of a choice name, and between which countries datasets and projects look. */
import { createIris, type Iris } from '../../iris.js';
import { rdf } from '../../rdf.js';
import { dcat, rdfTerms } from '../../vocabularies.js';
import { type NamedPlace, placeNames } from '../answer/names.js';
import type { Asking } from '../asking.js';
import { readRows } from '../read-rows.js';
import type { Services } from '../services.js';
import type { Language } from '../view/language.js';
import { bindingsOf, isOpen, type MapChoice } from './choice.js';
import { countries, nameIn } from './countries.js';
import { findByIri } from './find-country.js';

export interface CoveredPlace {
  /** As the datasets name it; undefined where that is no IRI. */
  readonly iri: string | undefined;
  readonly kind: 'country' | 'region' | 'group' | 'other';
  /** Of a country that a map can show: ISO 3166 alpha-3. */
  readonly code: string | undefined;
  readonly name: string;
  readonly language: Language | undefined;
  /** Datasets that name it, in the years of the choice where there are any. */
  readonly datasets: number;
  /** Datasets that name it and state no years, where years were asked for. */
  readonly undated: number;
}

export interface Corridor {
  readonly iri: string;
  readonly from: string;
  readonly to: string;
  /** Datasets and projects that look from the one to the other. */
  readonly count: number;
}

export interface Coverage {
  /** All places that are named, and every country that could be. */
  readonly places: readonly CoveredPlace[];
  readonly corridors: readonly Corridor[];
  /** Datasets of the choice; of these, those that name no place; those without years, where years were asked for. */
  readonly datasets: number;
  readonly placeless: number;
  readonly undated: number;
}

interface Count {
  readonly iri: string | undefined;
  datasets: number;
  undated: number;
}

/** By the place's IRI, or its text. */
async function readCounts(services: Services, choice: MapChoice, asking: Asking): Promise<Map<string, Count>> {
  const under = rdf.literal(createIris(services.config.base).country('').value);
  const bindings = { ...bindingsOf(choice), countries: under };
  const counts = new Map<string, Count>();
  for (const row of await readRows(services, 'pages/map-places', { ...asking, bindings })) {
    const [where, example] = [row.get('where'), row.get('example')];
    if (where === undefined) continue;
    const iri = example?.termType === 'NamedNode' ? example.value : undefined;
    const count = counts.get(where.value) ?? { iri, datasets: 0, undated: 0 };
    count[row.get('when')?.value === 'undated' ? 'undated' : 'datasets'] += Number(row.get('count')?.value ?? 0);
    counts.set(where.value, count);
  }
  return counts;
}

/** What others call the places that they name. */
async function readOtherNames(services: Services): Promise<ReadonlyMap<string, string>> {
  const rows = await readRows(services, 'pages/place-names', {});
  return new Map(rows.map((row) => [row.get('place')?.value ?? '', row.get('name')?.value ?? '']));
}

async function readCorridors(services: Services, choice: MapChoice, asking: Asking): Promise<Corridor[]> {
  const { base } = services.config;
  const rows = await readRows(services, 'pages/map-corridors', { ...asking, bindings: bindingsOf(choice) });
  return rows.flatMap((row) => {
    const text = (name: string): string => row.get(name)?.value ?? '';
    const [from, to] = [findByIri(base, text('origin')), findByIri(base, text('destination'))];
    if (from === undefined || to === undefined) return [];
    return [{ iri: text('corridor'), from, to, count: Number(text('count')) }];
  });
}

interface Reader {
  readonly language: Language;
  readonly asking: Asking;
}

/** Of everything it is read once, and not on behalf of who happens to ask first. */
export function readCoverage(services: Services, choice: MapChoice, reader: Reader): Promise<Coverage> {
  if (!isOpen(choice)) return readNarrowed(services, choice, reader);
  const { language } = reader;
  return services.memory(`map ${language}`, () => readNarrowed(services, choice, { language, asking: {} }));
}

/** Countries that nothing names are counted as well. */
function addCountries(counts: Map<string, Count>, { country }: Iris): void {
  for (const code of countries.keys()) {
    const iri = country(code).value;
    if (!counts.has(iri)) counts.set(iri, { iri, datasets: 0, undated: 0 });
  }
}

interface Names {
  readonly language: Language;
  readonly ours: ReadonlyMap<string, NamedPlace>;
  readonly others: ReadonlyMap<string, string>;
}

/** The graph's own name comes before that of the list of countries. */
function describePlace(where: string, count: Count, base: string, { language, ours, others }: Names): CoveredPlace {
  const [known, code] = [ours.get(where), findByIri(base, where)];
  const country = code === undefined ? undefined : countries.get(code);
  const packaged = country && nameIn(language, country);
  return {
    ...count,
    code,
    kind: code === undefined ? (known?.kind ?? 'other') : 'country',
    name: known?.name ?? packaged ?? others.get(where) ?? where,
    language: known?.language ?? (packaged === undefined ? undefined : language),
  };
}

async function readNarrowed(services: Services, choice: MapChoice, { language, asking }: Reader): Promise<Coverage> {
  const { base } = services.config;
  const [ours, others, counts, corridors] = await Promise.all([
    placeNames(services, language),
    services.memory('place names', () => readOtherNames(services)),
    readCounts(services, choice, asking),
    readCorridors(services, choice, asking),
  ]);
  const [all, none] = [dcat.Dataset, rdfTerms.nil].map(({ value }) => counts.get(value));
  for (const marker of [dcat.Dataset, rdfTerms.nil]) counts.delete(marker.value);
  addCountries(counts, createIris(base));
  return {
    places: [...counts].map(([where, count]) => describePlace(where, count, base, { language, ours, others })),
    corridors,
    datasets: all?.datasets ?? 0,
    undated: all?.undated ?? 0,
    placeless: none?.datasets ?? 0,
  };
}
