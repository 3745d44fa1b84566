/** A view: the things of a kind that an address asks for, in its order. */
import { readDated } from '../../export/read-dated.js';
import type { Asking } from '../asking.js';
import type { Services } from '../services.js';
import { type Choice, isOpen, readChoice } from './choice.js';
import { type Chosen, choose } from './choose.js';
import { type KindIndex, kindIndex } from './kind-index.js';
import { type KindId, kinds } from './kinds.js';
import { type Order, readOrder, sortThings } from './sort.js';

export interface Selection {
  readonly index: KindIndex;
  readonly choice: Choice;
  readonly chosen: Chosen;
  readonly order: Order;
  /** Numbers, in that order. */
  readonly things: readonly number[];
  /** By IRI, when things were changed last, where it is stated. */
  readonly changed: ReadonlyMap<string, string>;
}

export const readChanged = (services: Services, id: KindId): Promise<ReadonlyMap<string, string>> =>
  services.memory(`browse changed ${id}`, async () => {
    const dated = await readDated(services.store, kinds[id].classes);
    return new Map(dated.flatMap(({ iri, modified }) => (modified === undefined ? [] : [[iri, modified] as const])));
  });

interface Wanted {
  readonly parameters: URLSearchParams;
  readonly language: string;
}

/** Throws 400 for an address that cannot be meant. */
export async function select(
  services: Services,
  id: KindId,
  { parameters, language }: Wanted,
  asking: Asking,
): Promise<Selection> {
  const choice = readChoice(parameters, kinds[id], services.config.base);
  const order = readOrder(parameters, kinds[id]);
  const index = await kindIndex(services, id);
  const chosen = await choose(services, index, choice, asking);
  const changed = await readChanged(services, id);
  return {
    index,
    choice,
    chosen,
    order,
    changed,
    things: sortThings(index, chosen.things, { order, language, changed }),
  };
}

/** The datasets that parameters choose, in the order of their IRIs; undefined where they choose nothing, and all are meant. */
export async function findDatasets(
  services: Services,
  parameters: URLSearchParams,
  asking: Asking,
): Promise<readonly string[] | undefined> {
  const choice = readChoice(parameters, kinds.datasets, services.config.base);
  if (isOpen(choice)) return undefined;
  const index = await kindIndex(services, 'datasets');
  const { things } = await choose(services, index, choice, asking);
  return things.flatMap((number) => index.iris[number] ?? []);
}
