/** All things of a kind with what they can be narrowed by, read from the store once for each state of the graph. */
import { readRows } from '../../export/read-rows.js';
import { rdf } from '../../rdf.js';
import type { Services } from '../services.js';
import { type FacetIndex, indexPairs, type Pair } from './facet-index.js';
import { type Facet, type FacetName, facets } from './facets.js';
import { type Kind, type KindId, kinds } from './kinds.js';
import { addName, type Names } from './names.js';
import type { Span } from './spans.js';

export interface KindIndex {
  readonly kind: Kind;
  /** By number; in the order of the alphabet. */
  readonly iris: readonly string[];
  readonly numberOf: ReadonlyMap<string, number>;
  /** Of the things. */
  readonly names: readonly Names[];
  readonly facets: ReadonlyMap<FacetName, FacetIndex>;
  /** By number; empty where none are stated. */
  readonly spans: readonly (readonly Span[])[];
  /** Of the values of all facets. */
  readonly valueNames: ReadonlyMap<string, Names>;
  /** Values that are regions or groups of countries. */
  readonly regions: ReadonlySet<string>;
  /** By number, of how many datasets it is a value; undefined where that is not counted. */
  readonly datasets: readonly number[] | undefined;
}

const noSpans: readonly Span[] = [];

const readPairs = (services: Services, query: string): Promise<readonly Pair[]> =>
  services.memory(`facet ${query}`, async () => {
    const pairs: Pair[] = [];
    for await (const row of readRows(services.store, `facets/${query}`))
      pairs.push([row.get('thing')?.value ?? '', row.get('value')?.value ?? '']);
    return pairs;
  });

const readRegions = (services: Services): Promise<ReadonlySet<string>> =>
  services.memory('facet regions', async () => {
    const regions = new Set<string>();
    for await (const row of readRows(services.store, 'facets/regions')) regions.add(row.get('value')?.value ?? '');
    return regions;
  });

/** A year that is none is as good as not stated. */
function yearOf(text: string | undefined): number | undefined {
  const year = text === undefined ? Number.NaN : Number(text);
  return Number.isInteger(year) ? year : undefined;
}

/** All spans by thing; those of a period stand once. */
const readSpans = (services: Services): Promise<ReadonlyMap<string, readonly Span[]>> =>
  services.memory('facet years', async () => {
    const spans = new Map<string, Map<string, Span>>();
    for await (const row of readRows(services.store, 'facets/years')) {
      const [thing = '', start, end] = ['thing', 'start', 'end'].map((name) => row.get(name)?.value);
      const span = { start: yearOf(start), end: yearOf(end) };
      if (span.start === undefined && span.end === undefined) continue;
      const known = spans.get(thing) ?? new Map<string, Span>();
      spans.set(thing, known.set(`${span.start} ${span.end}`, span));
    }
    const inOrder = (a: Span, b: Span): number => (a.start ?? 0) - (b.start ?? 0) || (a.end ?? 0) - (b.end ?? 0);
    return new Map([...spans].map(([thing, known]) => [thing, [...known.values()].sort(inOrder)]));
  });

async function readThings({ store }: Services, { classes, query }: Kind): Promise<Map<string, Map<string, string>>> {
  const things = new Map<string, Map<string, string>>();
  for await (const row of readRows(store, query, { bindings: { class: classes } })) {
    const iri = row.get('thing')?.value ?? '';
    const names = things.get(iri) ?? new Map<string, string>();
    things.set(iri, names);
    addName(names, row.get('name'));
  }
  return new Map([...things].sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function readNames({ store }: Services, iris: Iterable<string>): Promise<Map<string, Names>> {
  const names = new Map<string, Map<string, string>>();
  const thing = [...iris].map((iri) => rdf.namedNode(iri));
  if (thing.length === 0) return names;
  for await (const row of readRows(store, 'browse/names', { bindings: { thing } })) {
    const iri = row.get('thing')?.value ?? '';
    const known = names.get(iri) ?? new Map<string, string>();
    names.set(iri, known);
    addName(known, row.get('name'));
  }
  return names;
}

async function readFacet(services: Services, { pairs, within }: Facet, numberOf: ReadonlyMap<string, number>) {
  const wholes = within === undefined ? [] : await readPairs(services, within);
  return indexPairs(numberOf, await readPairs(services, pairs), wholes);
}

async function countDatasets(services: Services, { datasetsBy }: Kind, iris: readonly string[]) {
  if (datasetsBy === undefined) return undefined;
  const having = (await kindIndex(services, 'datasets')).facets.get(datasetsBy)?.having;
  return iris.map((iri) => having?.get(iri)?.length ?? 0);
}

async function readKind(services: Services, kind: Kind): Promise<KindIndex> {
  const things = await readThings(services, kind);
  const iris = [...things.keys()];
  const numberOf = new Map(iris.map((iri, number) => [iri, number]));
  const [spans, regions, read] = await Promise.all([
    kind.hasYears ? readSpans(services) : new Map<string, readonly Span[]>(),
    readRegions(services),
    Promise.all(kind.facets.map(async (name) => [name, await readFacet(services, facets[name], numberOf)] as const)),
  ]);
  const indexes = new Map<FacetName, FacetIndex>(read);
  const values = new Set(read.flatMap(([, { having }]) => [...having.keys()]));
  return {
    kind,
    iris,
    numberOf,
    names: [...things.values()],
    facets: indexes,
    spans: iris.map((iri) => spans.get(iri) ?? noSpans),
    valueNames: await readNames(services, values),
    regions,
    datasets: await countDatasets(services, kind, iris),
  };
}

export const kindIndex = (services: Services, id: KindId): Promise<KindIndex> =>
  services.memory(`browse ${id}`, () => readKind(services, kinds[id]));
