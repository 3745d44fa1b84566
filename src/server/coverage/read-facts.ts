/** Reads what the coverage views count: whole, once for each graph, by a few queries that are joined here. */
import type { Term } from '../../rdf.js';
import type { Binding } from '../../serialise/results.js';
import { readRows } from '../read-rows.js';
import type { Services } from '../services.js';
import type { Covering, Facts, Owner, Period } from './facts.js';
import { keepWhole } from './keep-whole.js';
import { createTree } from './tree.js';

/** Rows that are read of what is said of datasets: they are counted here, where everybody waits for it. */
const mostRows = 100_000;
/** Of agencies, places and their parts, without which no dataset is counted rightly. */
const mostParts = 1_000_000;

const text = (row: Binding, name: string): string | undefined => row.get(name)?.value;
const isEnglish = (term: Term | undefined): boolean =>
  term?.termType === 'Literal' && term.language.toLowerCase().startsWith('en');

/** Keeps of several names the English one, else the first. */
function keepName(names: Map<string, string>, key: string, name: Term | undefined): void {
  if (name !== undefined && (!names.has(key) || isEnglish(name))) names.set(key, name.value);
}

function gather<T>(rows: readonly Binding[], read: (row: Binding) => T | undefined): ReadonlyMap<string, readonly T[]> {
  const gathered = new Map<string, T[]>();
  for (const row of rows) {
    const [key, value] = [text(row, 'dataset') ?? '', read(row)];
    if (value === undefined) continue;
    const known = gathered.get(key);
    if (known === undefined) gathered.set(key, [value]);
    else known.push(value);
  }
  return gathered;
}

/** One that is not named by an IRI goes by what it is called. */
function ownerKey(row: Binding): string | undefined {
  const owner = row.get('owner');
  return owner?.termType === 'BlankNode' ? text(row, 'name') : owner?.value;
}

function namedOwners(rows: readonly Binding[], base: string): ReadonlyMap<string, Owner> {
  const names = new Map<string, string>();
  const iris = new Set<string>();
  for (const row of rows) {
    const [key, owner] = [ownerKey(row), row.get('owner')];
    if (key === undefined) continue;
    keepName(names, key, row.get('name') ?? (names.has(key) ? undefined : owner));
    if (owner?.termType === 'NamedNode') iris.add(key);
  }
  const owners = [...names].map(([key, name]): [string, Owner] => [
    key,
    { key, iri: iris.has(key) ? key : undefined, name: name.startsWith(base) ? name.slice(base.length) : name },
  ]);
  const { compare } = new Intl.Collator('en', { numeric: true });
  return new Map(owners.sort(([, a], [, b]) => compare(a.name, b.name)));
}

const yearOf = (row: Binding, name: string): number | undefined => {
  const value = text(row, name);
  return value === undefined || !Number.isInteger(Number(value)) ? undefined : Number(value);
};

/** A text that stands for a period is its own label. */
function periodOf(row: Binding): Period {
  const period = row.get('period');
  return {
    iri: period?.value ?? '',
    start: yearOf(row, 'start'),
    end: yearOf(row, 'end'),
    label: text(row, 'label') ?? (period?.termType === 'Literal' ? period.value : undefined),
    qualifier: text(row, 'qualifier'),
  };
}

/** A period with several labels is one. */
const distinct = (periods: readonly Period[]): readonly Period[] => [
  ...new Map(periods.map((period) => [period.iri, period])).values(),
];

const pairsOf = (rows: readonly Binding[]): [string, string][] =>
  rows.map((row) => [text(row, 'part') ?? '', text(row, 'whole') ?? '']);

/** Those that have an IRI, and how many have none. */
function namedDatasets(rows: readonly Binding[]): { titles: ReadonlyMap<string, string>; unnamed: number } {
  const titles = new Map<string, string>();
  const unnamed = new Set<string>();
  for (const row of rows) {
    const dataset = row.get('dataset');
    if (dataset?.termType === 'NamedNode') keepName(titles, dataset.value, row.get('title') ?? dataset);
    else if (dataset !== undefined) unnamed.add(dataset.value);
  }
  return { titles, unnamed: unnamed.size };
}

/** In the order of the datasets' IRIs. */
const ofDatasets = ['datasets', 'owners', 'places', 'periods', 'listed'] as const;
const ofOthers = ['agencies', 'units', 'wholes', 'place-names'] as const;

type Rows = Readonly<Record<(typeof ofDatasets | typeof ofOthers)[number], readonly Binding[]>>;

function describeDatasets(rows: Rows, titles: ReadonlyMap<string, string>): Covering[] {
  const owners = gather(rows.owners, ownerKey);
  const places = gather(rows.places, (row) => text(row, 'place'));
  const periods = gather(rows.periods, periodOf);
  const listed = new Set(rows.listed.map((row) => text(row, 'dataset')));
  return [...titles].map(([iri, title]) => ({
    iri,
    title,
    owners: new Set(owners.get(iri)),
    places: new Set(places.get(iri)),
    periods: distinct(periods.get(iri) ?? []),
    isListed: listed.has(iri),
  }));
}

async function readFacts(services: Services): Promise<Facts> {
  const all = new Map<string, readonly Binding[]>();
  // One after the other: who looks at a page does not take all query processes from others.
  for (const name of ofDatasets) all.set(name, await readRows(services, `coverage/${name}`, {}, mostRows));
  for (const name of ofOthers) all.set(name, await readRows(services, `coverage/${name}`, {}, mostParts));
  const rows = Object.fromEntries(all) as Rows;
  const { titles: named, unnamed } = namedDatasets(rows.datasets);
  const lists = ofDatasets.map((name) => rows[name]);
  const titles = keepWhole(named, lists, mostRows);
  const placeNames = new Map<string, string>();
  for (const row of rows['place-names']) keepName(placeNames, text(row, 'place') ?? '', row.get('name'));
  return {
    datasets: describeDatasets(rows, titles),
    owners: namedOwners([...rows.owners, ...rows.agencies], services.config.base),
    units: createTree(pairsOf(rows.units)),
    places: createTree(pairsOf(rows.wholes)),
    placeNames,
    unnamed,
    isCut: lists.some(({ length }) => length === mostRows),
  };
}

export const coverageFacts = (services: Services): Promise<Facts> =>
  services.memory('coverage facts', () => readFacts(services));
