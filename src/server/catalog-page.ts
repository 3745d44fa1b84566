/** A page of the catalogue, or of what facets leave of it: which datasets are on it, and where the other pages are. */
import type { Request, Response } from 'express';
import { parseMoment } from '../export/moment.js';
import type { Dated } from '../export/read-dated.js';
import { createIris } from '../iris.js';
import { type NamedNode, rdf, type Term } from '../rdf.js';
import { xsd } from '../vocabularies.js';
import { askingOf } from './asking.js';
import { choosing, readOnce, templated } from './browse/choice.js';
import { findDatasets } from './browse/select.js';
import { HttpFault } from './http-fault.js';
import { ownAddress } from './own-address.js';
import { readCount } from './request.js';
import type { Services } from './services.js';

/** Datasets on a page, unless it is said how many; and how many there may be. */
const usualSize = 100;
const largestSize = 500;

/** By any of these a page is asked for; `agency` alone is a whole catalogue, of that agency. */
const asksForPage = ['page', 'limit', 'modified_since', ...choosing.filter((name) => name !== 'agency')];

export const isPaged = (parameters: URLSearchParams): boolean => asksForPage.some((name) => parameters.has(name));

/** Those that were changed then or later; what nobody dates may have been. */
function since(datasets: readonly Dated[], text: string | undefined): readonly Dated[] {
  if (text === undefined) return datasets;
  // A `+` of a time zone that was not percent-encoded has become a space.
  const moment = parseMoment(text.replace(' ', '+'));
  if (moment === undefined)
    throw new HttpFault(400, 'modified_since is to be a date or a time, 2026-01-31 or 2026-01-31T12:00:00Z');
  return datasets.filter(({ modified }) => modified === undefined || modified >= moment);
}

/** All that fit, in the order of their IRIs. */
async function select(
  services: Services,
  [request, response]: readonly [Request, Response],
  parameters: URLSearchParams,
): Promise<readonly Dated[]> {
  const { config, feeds } = services;
  const asking = askingOf(request, response, config);
  const chosen = await findDatasets(services, parameters, asking);
  const datasets = since(await feeds.datasets(), readOnce(parameters, 'modified_since'));
  if (chosen === undefined) return datasets;
  const found = new Set(chosen);
  return datasets.filter(({ iri }) => found.has(iri));
}

/** The address of a page, with all else that was asked for. */
function pageAddress(origin: string, path: string, parameters: URLSearchParams, number: number | undefined): string {
  const others = new URLSearchParams([...parameters].filter(([name]) => name !== 'page'));
  if (number === undefined) others.delete('limit');
  else others.set('page', String(number));
  return `${origin}${path}${others.size === 0 ? '' : `?${others}`}`;
}

const relations = [
  ['first', 'first'],
  ['previous', 'prev'],
  ['next', 'next'],
  ['last', 'last'],
] as const;

export interface CatalogPage {
  readonly datasets: readonly NamedNode[];
  /** What `queries/feeds/page.rq` is asked with. */
  readonly bindings: Readonly<Record<string, Term | readonly Term[]>>;
}

/** Tells of the other pages in the headers too. Throws where there is no such page. */
export async function openPage(
  services: Services,
  [request, response]: readonly [Request, Response],
  parameters: URLSearchParams,
): Promise<CatalogPage> {
  const [number, size] = [readCount(parameters, 'page') ?? 1, readCount(parameters, 'limit') ?? usualSize];
  if (size > largestSize) throw new HttpFault(400, `limit is at most ${largestSize}`);
  const selected = await select(services, [request, response], parameters);
  const last = Math.max(1, Math.ceil(selected.length / size));
  if (number > last) throw new HttpFault(404, `there is no page ${number}: the last is ${last}`);
  const origin = ownAddress(request, services.config);
  const at = (page: number | undefined) => pageAddress(origin, request.path, parameters, page);
  const numbers = { first: 1, previous: number - 1, next: number + 1, last };
  const bindings: Record<string, Term> = {};
  for (const [name, relation] of relations) {
    const page = numbers[name];
    if (page < 1 || page > last) continue;
    bindings[`${name}Page`] = rdf.namedNode(at(page));
    response.append('Link', `<${at(page)}>; rel="${relation}"`);
  }
  const isWhole = ![...choosing, 'modified_since'].some((name) => parameters.has(name));
  const datasets = selected.slice((number - 1) * size, number * size).map(({ iri }) => rdf.namedNode(iri));
  const count = (value: number) => rdf.literal(String(value), xsd.integer);
  return {
    datasets,
    bindings: {
      ...bindings,
      collection: isWhole ? createIris(services.config.base).catalogue() : rdf.namedNode(at(undefined)),
      view: rdf.namedNode(at(number)),
      total: count(selected.length),
      size: count(size),
      member: datasets,
      search: rdf.namedNode(`${origin}/catalog#search`),
      template: rdf.literal(`${origin}/catalog{?${[...templated, 'modified_since', 'limit', 'page'].join(',')}}`),
    },
  };
}
