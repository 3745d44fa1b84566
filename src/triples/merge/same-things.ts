/** Tells which things of several notes are one: by their owner and their name, or because a curator says so. */
import type { EntityType } from '../../extract/claim.js';
import type { NoteThing } from './note-things.js';

/** Several notes have them; what is of one type and not of these is one by its slug alone. */
const byName: ReadonlySet<EntityType> = new Set(['Dataset', 'Publication', 'Series', 'Project']);

/** An agency is known by its name, whoever speaks of it. */
const isAgent = ({ entity: { type } }: NoteThing): boolean => type === 'Agency' || type === 'Unit';

export const keyOf = ({ type, slug }: NoteThing['entity']): string => `${type === 'Unit' ? 'Agency' : type} ${slug}`;

const shareOne = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  [...some].some((one) => others.has(one));

/** Whether two notes speak of one thing: never of two owners' things, and never by the name alone. */
function areSame(one: NoteThing, other: NoteThing): boolean {
  if (isAgent(one) || isAgent(other)) return isAgent(one) && isAgent(other);
  if (one.entity.type !== other.entity.type || !shareOne(one.owners, other.owners)) return false;
  if (
    one.entity.type === 'Publication' &&
    one.year !== undefined &&
    other.year !== undefined &&
    one.year !== other.year
  )
    return false;
  return shareOne(one.names, other.names);
}

/** Sets of things, put together two at a time; what a curator keeps apart stays apart. */
export class Groups {
  private readonly groups = new Map<NoteThing, Set<NoteThing>>();

  constructor(
    private readonly things: readonly NoteThing[],
    private readonly areApart: (one: NoteThing, other: NoteThing) => boolean,
  ) {
    for (const thing of things) this.groups.set(thing, new Set([thing]));
  }

  of(thing: NoteThing): ReadonlySet<NoteThing> {
    return this.groups.get(thing) ?? new Set([thing]);
  }

  /** Unless that makes one of two things that one note tells apart, or that a curator does. */
  join(one: NoteThing, other: NoteThing): boolean {
    const [here, there] = [this.of(one), this.of(other)];
    if (here === there) return true;
    const clash = [...here].some((a) => [...there].some((b) => a.note === b.note || this.areApart(a, b)));
    if (!clash) this.unite(here, there);
    return !clash;
  }

  /** Whatever speaks against it: a curator knows. */
  unite(here: ReadonlySet<NoteThing>, there: ReadonlySet<NoteThing>): void {
    const all = new Set([...here, ...there]);
    for (const thing of all) this.groups.set(thing, all);
  }

  /** Each once, in the order of the notes. */
  all(): ReadonlySet<NoteThing>[] {
    return [...new Set(this.things.map((thing) => this.of(thing)))];
  }
}

/** What agrees in the key, in the order of the notes. */
function bucketsOf(things: readonly NoteThing[], keysOf: (thing: NoteThing) => readonly string[]): NoteThing[][] {
  const buckets = new Map<string, NoteThing[]>();
  for (const thing of things)
    for (const key of keysOf(thing)) {
      const bucket = buckets.get(key);
      if (bucket === undefined) buckets.set(key, [thing]);
      else bucket.push(thing);
    }
  return [...buckets.values()].filter(({ length }) => length > 1);
}

/** One slug is one name in the graph already; then one owner and one name, where no note has several of those. */
export function joinByRule(things: readonly NoteThing[], groups: Groups): void {
  const join = (bucket: readonly NoteThing[]): void =>
    bucket.forEach((thing, n) => {
      const partner = bucket.slice(0, n).find((other) => areSame(thing, other));
      if (partner !== undefined) groups.join(partner, thing);
    });
  for (const bucket of bucketsOf(things, ({ entity }) => [keyOf(entity)])) join(bucket);
  const named = ({ entity, owners, names }: NoteThing): string[] =>
    byName.has(entity.type)
      ? [...owners].flatMap((owner) => [...names].map((name) => `${entity.type} ${owner} ${name}`))
      : [];
  for (const bucket of bucketsOf(things, named))
    if (new Set(bucket.map(({ note }) => note)).size === bucket.length) join(bucket);
}
