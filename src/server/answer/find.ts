/** Which datasets answer what was asked: by name, as part of a whole, by a part, or not stated, each dated or not. */
import { type NamedNode, rdf, type Term } from '../../rdf.js';
import { xsd } from '../../vocabularies.js';
import type { Asking } from '../asking.js';
import { readRows } from '../read-rows.js';
import type { Services } from '../services.js';
import type { Ask } from './ask.js';

/** How a dataset stands to the place; `any` where no place was asked for. */
export type How = 'any' | 'name' | 'whole' | 'part' | 'unstated';
/** How it stands to the years; `any` where none were asked for. */
export type When = 'any' | 'dated' | 'undated';

export interface Match {
  readonly dataset: NamedNode;
  readonly how: How;
  readonly when: When;
  /** The place itself, the wholes that it is part of, its parts, or groups whose members nobody states. */
  readonly where: readonly string[];
}

/** A dataset in other years, where nothing is in those that were asked for. */
export interface Nearest {
  readonly dataset: NamedNode;
  readonly where: string;
  readonly years: string;
  readonly distance: number;
}

export interface Matches {
  readonly matches: readonly Match[];
  /** Whether these are all; else there are more than `mostLookedAt` rows. */
  readonly complete: boolean;
}

/** Rows that are looked at, stated ones and others; the queries give one more, by which it is known that they are not all. */
export const mostLookedAt = 1000;

/** Datasets that are said to come near. */
const mostNearest = 5;

const truth = (value: boolean): Term => rdf.literal(String(value), xsd.boolean);
const year = (value: number): Term => rdf.literal(String(value), xsd.integer);
/** Stands for what was left open: nothing is called so. */
const nothing = rdf.namedNode('urn:x-nothing');

const bindingsOf = ({ place, years, subject, agency }: Ask): Record<string, Term> => ({
  place: place ?? nothing,
  from: year(years?.from ?? 0),
  to: year(years?.to ?? 9999),
  subject: subject ?? nothing,
  agency: agency ?? nothing,
  anyYear: truth(years === undefined),
  anySubject: truth(subject === undefined),
  anyAgency: truth(agency === undefined),
});

/** "1-name" → "name": the queries put them in order by a digit. */
const plain = (text: string): string => text.replace(/^\d-/, '');

async function readMatches(
  services: Services,
  query: string,
  bindings: Record<string, Term>,
  asking: Asking,
): Promise<Matches> {
  const matches = new Map<string, Match & { where: string[] }>();
  const rows = await readRows(services, query, { ...asking, bindings });
  for (const row of rows.slice(0, mostLookedAt)) {
    const [dataset, how, when] = ['dataset', 'how', 'when'].map((name) => row.get(name));
    if (dataset?.termType !== 'NamedNode' || how === undefined || when === undefined) continue;
    const key = `${how.value} ${when.value} ${dataset.value}`;
    const match: Match & { where: string[] } = matches.get(key) ?? {
      dataset,
      how: plain(how.value) as How,
      when: plain(when.value) as When,
      where: [],
    };
    matches.set(key, match);
    const where = row.get('where');
    if (where !== undefined) match.where.push(where.value);
  }
  return { matches: [...matches.values()], complete: rows.length <= mostLookedAt };
}

/** In the order in which they are to be shown; a dataset stands once, where it says most. */
export async function findMatches(services: Services, ask: Ask, asking: Asking): Promise<Matches> {
  const bindings = bindingsOf(ask);
  const anyPlace = truth(ask.place === undefined);
  const stated = await readMatches(services, 'pages/answer-stated', { ...bindings, anyPlace }, asking);
  const unstated =
    ask.place === undefined
      ? { matches: [], complete: true }
      : await readMatches(services, 'pages/answer-unstated', bindings, asking);
  const seen = new Set<string>();
  const matches = [...stated.matches, ...unstated.matches].filter(({ dataset }) => {
    const isNew = !seen.has(dataset.value);
    seen.add(dataset.value);
    return isNew;
  });
  return { matches, complete: stated.complete && unstated.complete };
}

/** Of a place and years for which nothing is stated. */
export async function findNearest(services: Services, ask: Ask, asking: Asking): Promise<Nearest[]> {
  if (ask.place === undefined || ask.years === undefined) return [];
  const rows = await readRows(services, 'pages/answer-nearest', { ...asking, bindings: bindingsOf(ask) });
  const nearest = new Map<string, Nearest>();
  for (const row of rows) {
    const dataset = row.get('dataset');
    if (dataset?.termType !== 'NamedNode' || nearest.has(dataset.value)) continue;
    const text = (name: string): string => row.get(name)?.value ?? '';
    nearest.set(dataset.value, {
      dataset,
      where: text('where'),
      years: text('years'),
      distance: Number(text('distance')),
    });
  }
  return [...nearest.values()].slice(0, mostNearest);
}
