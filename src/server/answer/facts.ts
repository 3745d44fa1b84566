/** What an answer tells of a dataset, each fact with the sentences that say so. */
import type { NamedNode } from '../../rdf.js';
import { dcat, dct, mig } from '../../vocabularies.js';
import type { Asking } from '../asking.js';
import { readRows } from '../read-rows.js';
import type { Services } from '../services.js';

export interface Named {
  readonly iri: string;
  readonly name: string;
}

export interface Years extends Named {
  readonly start: number | undefined;
  /** Undefined where it is open. */
  readonly end: number | undefined;
}

export interface Quote {
  /** The passage. */
  readonly iri: string;
  readonly text: string;
  /** Properties that it states of the dataset, with their values. */
  readonly states: readonly { readonly property: string; readonly value: string; readonly claim: string }[];
  /** How the owner was found, in the last part of the IRI: Stated, Heading, Inferred. */
  readonly attributions: readonly string[];
}

export interface DatasetFacts {
  readonly iri: string;
  readonly title: string;
  readonly owners: readonly Named[];
  readonly years: readonly Years[];
  readonly places: readonly Named[];
  readonly extents: readonly Named[];
  readonly subjects: readonly Named[];
  readonly quotes: readonly Quote[];
}

interface Collected {
  title: string;
  readonly byFact: Map<string, Map<string, Years>>;
}

/** What years are called that have no name of their own, as in other catalogues. */
const spanOf = (start: number | undefined, end: number | undefined): string | undefined =>
  start === undefined ? undefined : end === undefined || end === start ? String(start) : `${start}–${end}`;

/** Of several labels the English one, else the first. */
async function readFacts(services: Services, dataset: NamedNode, asking: Asking): Promise<Collected> {
  const rows = await readRows(services, 'pages/dataset-facts', { ...asking, bindings: { dataset } });
  const collected: Collected = { title: '', byFact: new Map() };
  for (const row of rows) {
    const [fact, value, label] = [row.get('fact')?.value ?? '', row.get('value'), row.get('label')];
    const isEnglish = label?.termType === 'Literal' && label.language.startsWith('en');
    if (fact === 'title') {
      if (label !== undefined && (collected.title === '' || isEnglish)) collected.title = label.value;
      continue;
    }
    if (value === undefined) continue;
    const known = collected.byFact.get(fact) ?? new Map<string, Years>();
    collected.byFact.set(fact, known);
    if (known.has(value.value) && !isEnglish) continue;
    const number = (name: string): number | undefined =>
      row.get(name) === undefined ? undefined : Number(row.get(name)?.value);
    const [start, end] = [number('start'), number('end')];
    const name = label?.value ?? known.get(value.value)?.name ?? spanOf(start, end) ?? value.value;
    known.set(value.value, { iri: value.value, name, start, end });
  }
  return collected;
}

async function readQuotes(services: Services, thing: NamedNode, asking: Asking): Promise<Quote[]> {
  const quotes = new Map<string, Quote & { states: Quote['states'][number][]; attributions: string[] }>();
  for (const row of await readRows(services, 'pages/evidence', { ...asking, bindings: { thing } })) {
    const text = (name: string): string => row.get(name)?.value ?? '';
    const quote = quotes.get(text('passage')) ?? {
      iri: text('passage'),
      text: text('quote'),
      states: [],
      attributions: [],
    };
    quotes.set(quote.iri, quote);
    if (!quote.states.some(({ claim }) => claim === text('claim')))
      quote.states.push({ property: text('property'), value: text('value'), claim: text('claim') });
    const attribution = text('attribution').split('#').at(-1) ?? '';
    if (!quote.attributions.includes(attribution)) quote.attributions.push(attribution);
  }
  return [...quotes.values()];
}

/** Of a dataset that the graph describes. */
export async function readDatasetFacts(services: Services, dataset: NamedNode, asking: Asking): Promise<DatasetFacts> {
  const [{ title, byFact }, quotes] = await Promise.all([
    readFacts(services, dataset, asking),
    readQuotes(services, dataset, asking),
  ]);
  const list = (fact: string): Years[] => [...(byFact.get(fact)?.values() ?? [])];
  return {
    iri: dataset.value,
    title: title === '' ? dataset.value : title,
    owners: list('owner'),
    years: list('years'),
    places: list('place'),
    extents: list('extent'),
    subjects: [...list('theme'), ...list('measure')],
    quotes,
  };
}

/** The quotes that bear out an answer: those of these values, else those that name the dataset at all. */
export function quotesFor({ quotes }: DatasetFacts, values: ReadonlySet<string>): readonly Quote[] {
  const properties = new Set(
    [dct.spatial, dct.temporal, dcat.theme, mig.measure, mig.extent].map(({ value }) => value),
  );
  const bearing = quotes.filter(({ states }) => states.some(({ value }) => values.has(value)));
  if (bearing.length > 0) return bearing;
  return quotes.filter(({ states }) => !states.every(({ property }) => properties.has(property))).slice(0, 2);
}
