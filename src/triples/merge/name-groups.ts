/** Gives each group of things that are one its name: a curator's, else the one that was published first, else the first note's. */
import type { NoteThing } from './note-things.js';
import type { Named } from './rename.js';
import { type Groups, keyOf } from './same-things.js';
import type { Verdict } from './verdict.js';

export interface Naming {
  readonly verdicts: readonly Verdict[];
  pathOf(thing: Pick<NoteThing, 'entity'>): string;
  ageOf(path: string): number | undefined;
  /** Whether some note calls a thing so. */
  isThere(path: string): boolean;
}

/** The thing whose name the group bears: of lower rank, and then older. */
function bearerOf(group: readonly [NoteThing, ...NoteThing[]], { verdicts, pathOf, ageOf }: Naming): NoteThing {
  const same = verdicts.filter(({ are }) => are === 'same');
  const isKept = (path: string): boolean =>
    same.some(({ things }) => things[0] === path) && !same.some(({ things }) => things[1] === path);
  const rankOf = (thing: NoteThing): number => {
    const path = pathOf(thing);
    return isKept(path) ? -1 : (ageOf(path) ?? Number.POSITIVE_INFINITY);
  };
  return group.reduce((best, thing) => (rankOf(thing) < rankOf(best) ? thing : best));
}

/** What a curator calls a thing that is not what others call so; undefined where that is the name of another one. */
function givenSlug(group: readonly NoteThing[], { verdicts, pathOf, isThere }: Naming): string | undefined {
  const given = verdicts.find(
    ({ are, note, things: [path, name] }) =>
      are === 'different' && !isThere(name) && group.some((thing) => thing.note === note && pathOf(thing) === path),
  );
  return given?.things[1].replace(/^[a-z]+\//, '');
}

/** Thing → how the graph calls it. Two that are not one never have one name. */
export function nameGroups(groups: Groups, naming: Naming): ReadonlyMap<NoteThing, Named> {
  const names = new Map<NoteThing, Named>();
  const taken = new Set<string>();
  const free = (thing: NoteThing, wished: readonly string[]): string => {
    const isFree = (slug: string): boolean => !taken.has(keyOf({ ...thing.entity, slug }));
    for (let n = 2; ; n++) {
      const slug = [...wished, `${wished.at(-1)}-${n}`].find(isFree);
      if (slug !== undefined) return slug;
    }
  };
  for (const set of groups.all()) {
    const [first, ...others] = set;
    if (first === undefined) continue;
    const bearer = bearerOf([first, ...others], naming);
    const { entity, note, language } = bearer;
    const given = givenSlug([...set], naming);
    const slug = free(bearer, [...(given === undefined ? [] : [given]), entity.slug, `${entity.slug}-${note}`]);
    taken.add(keyOf({ ...entity, slug }));
    for (const thing of set)
      names.set(thing, { entity: { type: thing.entity.type, slug, label: entity.label }, language });
  }
  return names;
}
