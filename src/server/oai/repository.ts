/** What can be harvested: the datasets that there are, those that are gone, and the sets that they are in, one for each owner. */
import type { Moment } from '../../export/moment.js';
import { lastChanges } from '../../export/read-changes.js';
import { readRows } from '../../export/read-rows.js';
import { createIris } from '../../iris.js';
import type { Services } from '../services.js';

export interface OaiRecord {
  readonly identifier: string;
  readonly datestamp: Moment;
  readonly isGone: boolean;
}

export interface Repository {
  readonly records: readonly OaiRecord[];
  readonly earliest: Moment;
  /** Whether the graph has a history, so that what is gone is known for ever. */
  readonly hasHistory: boolean;
  /** Record → the IRIs of its owners. */
  readonly owners: ReadonlyMap<string, readonly string[]>;
}

/** Every record must have a datestamp: one that nobody dates is there for whoever asks for all, and is no news for others. */
const undated: Moment = '1970-01-01T00:00:00Z';

async function readOwners({ store }: Services): Promise<ReadonlyMap<string, readonly string[]>> {
  const owners = new Map<string, string[]>();
  const known = new Map<string, string>();
  for await (const row of readRows(store, 'feeds/owners')) {
    const [thing, owner] = [row.get('thing')?.value ?? '', row.get('owner')?.value ?? ''];
    // There are few owners, and each is kept once.
    const same = known.get(owner) ?? owner;
    known.set(owner, same);
    const others = owners.get(thing);
    if (others === undefined) owners.set(thing, [same]);
    else others.push(same);
  }
  return owners;
}

async function readRepository(services: Services): Promise<Repository> {
  const { feeds } = services;
  const datasets = await feeds.datasets();
  const living = new Set(datasets.map(({ iri }) => iri));
  const gone = [...lastChanges(await feeds.datasetChanges()).values()].filter(
    ({ kind, thing }) => kind === 'Delete' && !living.has(thing),
  );
  const records = [
    ...datasets.map(({ iri, modified }) => ({ identifier: iri, datestamp: modified ?? undated, isGone: false })),
    ...gone.map(({ thing, at }) => ({ identifier: thing, datestamp: at, isGone: true })),
  ];
  const earliest = records.reduce((least, { datestamp }) => (datestamp < least ? datestamp : least), '9');
  const hasHistory = (await feeds.changes()).length > 0;
  return {
    records,
    earliest: earliest === '9' ? undated : earliest,
    hasHistory,
    owners: await readOwners(services),
  };
}

export const openRepository = (services: Services): Promise<Repository> =>
  services.feeds.keep('OAI', () => readRepository(services));

/** The letters that a set may be called by (the schema's `setSpecType`) are those of a URI but for `%`. */
export function setOf(owner: string, base: string): string {
  const path = createIris(base).entity('agency', '').value;
  const isOurs = owner.startsWith(path) && !owner.slice(path.length).includes('/');
  const name = isOurs ? owner.slice(path.length) : encodeURIComponent(owner).replaceAll('!', '%21');
  return (isOurs ? name.replaceAll('!', '%21') : name).replaceAll('%', '!');
}

/** All owners, in the order of their IRIs. */
export const ownersIn = ({ owners }: Repository): string[] => [...new Set([...owners.values()].flat())].sort();
