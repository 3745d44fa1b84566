/** The event stream as a tree of pages: a root, a node for each moment at which something changed, cut where it is long. */
import type { Moment } from '../../export/moment.js';
import { type Change, lastChanges } from '../../export/read-changes.js';
import { createIris } from '../../iris.js';
import type { FeedSource } from '../feeds/feed-source.js';

/** A change of the history, which has a name. */
export type Event = Change & { readonly iri: string };

/** Changes on a page, of which those that newer ones outdate are left out. */
const pageSize = 100;

export interface Stream {
  /** When something changed, oldest first. */
  readonly moments: readonly Moment[];
  /** All changes of each of those moments, in the order of their things. */
  readonly byMoment: ReadonlyMap<Moment, readonly Event[]>;
  /** Of each thing the last change. */
  readonly last: ReadonlyMap<string, Change>;
}

/** Of what a catalogue is made of: its datasets, and who holds them. */
function readEvents(changes: readonly Change[], base: string): Event[] {
  const iris = createIris(base);
  const paths = [iris.entity('agency', ''), iris.entity('dataset', '')].map(({ value }) => value);
  return changes.filter(
    (change): change is Event => change.iri !== undefined && paths.some((path) => change.thing.startsWith(path)),
  );
}

/** Without moments where the graph has no history. */
export const openStream = (feeds: FeedSource, base: string): Promise<Stream> =>
  feeds.keep('stream', async () => {
    const events = readEvents(await feeds.changes(), base);
    const byMoment = new Map<Moment, Event[]>();
    for (const event of events) {
      const others = byMoment.get(event.at);
      if (others === undefined) byMoment.set(event.at, [event]);
      else others.push(event);
    }
    return { moments: [...byMoment.keys()], byMoment, last: lastChanges(events) };
  });

export interface StreamPage {
  readonly moment: Moment;
  readonly number: number;
  /** Whether there is another after it. */
  readonly hasNext: boolean;
  /** Whether something has changed since, so that nothing will ever be added to it. */
  readonly isClosed: boolean;
  /** Those that no newer change of the same thing outdates. */
  readonly events: readonly Event[];
}

/** Undefined where there is no such page. Where pages begin does not depend on what has been outdated. */
export function pageOf({ moments, byMoment, last }: Stream, moment: Moment, number: number): StreamPage | undefined {
  const all = byMoment.get(moment) ?? [];
  const start = (number - 1) * pageSize;
  if (start >= all.length) return undefined;
  return {
    moment,
    number,
    hasNext: start + pageSize < all.length,
    isClosed: moment !== moments.at(-1),
    events: all.slice(start, start + pageSize).filter((event) => last.get(event.thing)?.iri === event.iri),
  };
}
