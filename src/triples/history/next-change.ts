/** What a build changes against all that were recorded before it. */
import type { ChangeRecord, Version } from './change-record.js';

/** What there is after these builds. */
export function thingsAfter(records: readonly ChangeRecord[]): Map<string, Version> {
  const things = new Map<string, Version>();
  for (const record of records) {
    for (const [path, version] of Object.entries({ ...record.new, ...record.changed })) things.set(path, version);
    for (const path of Object.keys(record.gone)) things.delete(path);
  }
  return things;
}

/** The number of the build that first described each thing, whether it is there still or not. */
export function publishedAt(records: readonly ChangeRecord[]): Map<string, number> {
  const builds = new Map<string, number>();
  for (const record of records)
    for (const path of Object.keys(record.new)) if (!builds.has(path)) builds.set(path, record.build);
  return builds;
}

const kindOf = (path: string): string => path.slice(0, path.indexOf('/'));

/** What is called alike, of one kind: where just one is gone and just one is new, this one has another path, no other being. */
function findReplaced(gone: Readonly<Record<string, string>>, added: Readonly<Record<string, Version>>) {
  const keyOf = (path: string, name: string): string => `${kindOf(path)} ${name.toLowerCase()}`;
  const paths = new Map<string, { gone: string[]; added: string[] }>();
  const sidesOf = (key: string) => {
    const sides = paths.get(key) ?? { gone: [], added: [] };
    paths.set(key, sides);
    return sides;
  };
  for (const [path, name] of Object.entries(gone)) sidesOf(keyOf(path, name)).gone.push(path);
  for (const [path, { name }] of Object.entries(added)) sidesOf(keyOf(path, name)).added.push(path);
  const pairs = [...paths.values()].flatMap((sides): [string, string][] => {
    const [[old, ...olds], [now, ...nows]] = [sides.gone, sides.added];
    return old === undefined || now === undefined || olds.length + nows.length > 0 ? [] : [[old, now]];
  });
  return Object.fromEntries(pairs);
}

/** Of what is gone, what was put together with another thing. */
const followed = (gone: Readonly<Record<string, string>>, replaced: ReadonlyMap<string, string>) =>
  Object.fromEntries([...replaced].filter(([path]) => Object.hasOwn(gone, path)));

/**
 * The record of a build that describes these things; undefined where it changes nothing.
 * @param replaced path → path of what was put together with another thing of the notes
 * @param date when it is built, as in a record; a clock that was put back does not make it older than the last one
 */
export function findChange(
  records: readonly ChangeRecord[],
  things: ReadonlyMap<string, Version>,
  date: string,
  replaced: ReadonlyMap<string, string> = new Map(),
): ChangeRecord | undefined {
  const known = thingsAfter(records);
  const isNew = ([path]: readonly [string, Version]): boolean => !known.has(path);
  const isChanged = ([path, { hash }]: readonly [string, Version]): boolean =>
    known.has(path) && known.get(path)?.hash !== hash;
  const added = Object.fromEntries([...things].filter(isNew));
  const changed = Object.fromEntries([...things].filter(isChanged));
  const lost = [...known].filter(([path]) => !things.has(path)).sort(([a], [b]) => (a < b ? -1 : 1));
  const gone = Object.fromEntries(lost.map(([path, { name }]) => [path, name]));
  if ([added, changed, gone].every((side) => Object.keys(side).length === 0)) return undefined;
  const last = records.at(-1);
  return {
    build: (last?.build ?? 0) + 1,
    date: last !== undefined && last.date > date ? last.date : date,
    new: added,
    changed,
    gone,
    replaced: { ...findReplaced(gone, added), ...followed(gone, replaced) },
  };
}
