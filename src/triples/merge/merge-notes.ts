/** Puts together what several notes say of one thing, under one name; each note keeps its own claims and quotes. */
import type { Extraction } from '../../extract/claim.js';
import type { Iris } from '../../iris.js';
import { entityIri } from '../entity.js';
import { nameGroups } from './name-groups.js';
import { type NoteThing, thingsOf } from './note-things.js';
import { rename } from './rename.js';
import { Groups, joinByRule } from './same-things.js';
import type { Verdict } from './verdict.js';

export interface MergeInput {
  /** In their order: of two that are one thing the first gives the name. */
  readonly extractions: readonly Extraction[];
  readonly verdicts: readonly Verdict[];
  readonly iris: Iris;
  /** How early a path was published; undefined: it was not. Who links to it is to find it still. */
  ageOf(path: string): number | undefined;
}

export interface MergedNotes {
  readonly extractions: readonly Extraction[];
  /** Path → the path of what stands in its place. */
  readonly replaced: ReadonlyMap<string, string>;
}

type PathOf = (thing: Pick<NoteThing, 'entity'>) => string;

export function mergeNotes({ extractions, verdicts, iris, ageOf }: MergeInput): MergedNotes {
  const things = extractions.flatMap(thingsOf);
  const pathOf: PathOf = ({ entity }) => entityIri(entity, iris).value.slice(iris.base.length);
  const byPath = new Map<string, NoteThing[]>();
  for (const thing of things) byPath.set(pathOf(thing), [...(byPath.get(pathOf(thing)) ?? []), thing]);
  const apart = verdicts.filter(({ are }) => are === 'different');
  const groups = new Groups(things, (one, other) => apart.some((verdict) => holdsApart(verdict, one, other, pathOf)));
  joinByRule(things, groups);
  for (const verdict of verdicts) carryOut(verdict, byPath, groups);
  const names = nameGroups(groups, { verdicts, pathOf, ageOf, isThere: (path) => byPath.has(path) });
  const used = new Set([...names.values()].map(pathOf));
  const moved = [...names].map(([thing, its]) => [pathOf(thing), pathOf(its)] as const);
  return {
    extractions: extractions.map((extraction) => rename(extraction, names)),
    replaced: new Map(moved.filter(([old]) => !used.has(old))),
  };
}

/** "Different" has been heeded by then; all that is left to do is to say where it speaks of nothing. */
function carryOut(verdict: Verdict, byPath: ReadonlyMap<string, readonly NoteThing[]>, groups: Groups): void {
  const { are, note, things } = verdict;
  const fail: Verdict['fail'] = verdict.fail;
  const [kept = [], gone = []] = things.map((path) => byPath.get(path));
  const [first] = kept;
  if (first === undefined) fail(`nothing in the notes is called <${things[0]}>`);
  if (are === 'different') {
    if (!kept.some((thing) => thing.note === note)) fail(`the note "${note}" does not speak of <${things[0]}>`);
    return;
  }
  if (gone.length === 0) fail(`nothing in the notes is called <${things[1]}>`);
  for (const other of [...kept, ...gone]) groups.unite(groups.of(first), groups.of(other));
}

/** Two things, or what one note calls as others call something else. */
function holdsApart({ note, things: [first, second] }: Verdict, a: NoteThing, b: NoteThing, pathOf: PathOf): boolean {
  const [one, other] = [pathOf(a), pathOf(b)];
  if ((one === first && other === second) || (one === second && other === first)) return true;
  return one === first && other === first && (a.note === note) !== (b.note === note);
}
