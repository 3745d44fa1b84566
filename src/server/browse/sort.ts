/** The order of a list: by what its things are called, whose they are, their years, or how much there is of them. */
import { HttpFault } from '../http-fault.js';
import { readOnce } from './choice.js';
import type { KindIndex } from './kind-index.js';
import type { Kind, SortName } from './kinds.js';
import { nameIn } from './names.js';
import { firstYear, lastYear } from './spans.js';

export interface Order {
  readonly by: SortName;
  readonly isDown: boolean;
}

/** What is looked for at the top: the newest, or the most. */
const downward: ReadonlySet<SortName> = new Set(['last', 'countries', 'datasets', 'changed']);

/** What a click on its name asks for first. */
export const usualOrder = (by: SortName): Order => ({ by, isDown: downward.has(by) });

/** As an address has it: `first`, or downward `-first`. */
export const writeOrder = ({ by, isDown }: Order): string => (isDown ? `-${by}` : by);

/** By title, unless the address says otherwise. */
export function readOrder(parameters: URLSearchParams, { sorts }: Kind): Order {
  const text = readOnce(parameters, 'sort') ?? 'title';
  const isDown = text.startsWith('-');
  const by = sorts.find((name) => name === (isDown ? text.slice(1) : text));
  if (by === undefined)
    throw new HttpFault(
      400,
      `sort: ${JSON.stringify(text.slice(0, 60))} is not one of ${sorts.join(', ')}, or -first for downward`,
    );
  return { by, isDown };
}

type Key = string | number | undefined;

/** Places by number that are no regions. */
export const countriesOf = ({ facets, regions }: KindIndex, number: number): string[] =>
  (facets.get('country')?.said[number] ?? []).filter((place) => !regions.has(place));

interface SortOptions {
  readonly order: Order;
  readonly language: string;
  /** By IRI, when things were changed; asked only where that is the order. */
  readonly changed: ReadonlyMap<string, string>;
}

/** What a thing is sorted by; undefined where it says nothing of that: it comes last, up or down. */
function keyFor(index: KindIndex, { order: { by }, language, changed }: SortOptions) {
  const owner = (number: number): Key => {
    const names = (index.facets.get('agency')?.said[number] ?? []).map(
      (iri) => nameIn(index.valueNames.get(iri), language, iri).text,
    );
    return names.sort()[0];
  };
  const keys: Readonly<Record<SortName, (number: number) => Key>> = {
    title: (number) => ranksOf(index, language)[number],
    agency: owner,
    first: (number) => firstYear(index.spans[number] ?? []),
    last: (number) => lastYear(index.spans[number] ?? []),
    countries: (number) => countriesOf(index, number).length || undefined,
    datasets: (number) => index.datasets?.[number],
    changed: (number) => changed.get(index.iris[number] ?? ''),
  };
  return keys[by];
}

/** By language, the place of each thing in the order of all titles: words are compared once, not for each who asks. */
const knownRanks = new WeakMap<KindIndex, Map<string, Uint32Array>>();

function ranksOf(index: KindIndex, language: string): Uint32Array {
  const byLanguage = knownRanks.get(index) ?? new Map<string, Uint32Array>();
  knownRanks.set(index, byLanguage);
  const known = byLanguage.get(language);
  if (known !== undefined) return known;
  const { compare } = new Intl.Collator(language, { numeric: true });
  const titles = index.iris.map((iri, number) => nameIn(index.names[number], language, iri).text);
  const ranks = new Uint32Array(titles.length);
  const order = titles.map((_, number) => number);
  order.sort((a, b) => compare(titles[a] ?? '', titles[b] ?? '') || a - b);
  for (const [rank, number] of order.entries()) ranks[number] = rank;
  byLanguage.set(language, ranks);
  return ranks;
}

/** The numbers in the order; equals stay in that of their titles, and of their IRIs. */
export function sortThings(index: KindIndex, things: readonly number[], options: SortOptions): number[] {
  const { compare } = new Intl.Collator(options.language, { numeric: true });
  const [key, ranks] = [keyFor(index, options), ranksOf(index, options.language)];
  const keyed = things.map((number) => ({ number, key: key(number) }));
  const direction = options.order.isDown ? -1 : 1;
  keyed.sort((a, b) => {
    if (a.key === undefined || b.key === undefined) {
      if (a.key !== b.key) return a.key === undefined ? 1 : -1;
    } else {
      const order = typeof a.key === 'number' ? a.key - Number(b.key) : compare(a.key, String(b.key));
      if (order !== 0) return direction * order;
    }
    return (ranks[a.number] ?? 0) - (ranks[b.number] ?? 0);
  });
  return keyed.map(({ number }) => number);
}
