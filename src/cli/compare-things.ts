/** Compares two readings of the same notes, thing by thing: what is new, changed and lost. */
import type { EntityType } from '../extract/claim.js';
import { labelKey } from '../extract/label-key.js';
import type { Thing, Values } from './thing.js';

/** What of one property is no longer said, and what is said now. */
export interface Change {
  readonly property: string;
  readonly lost: readonly string[];
  readonly added: readonly string[];
}

/** A thing of both readings of which other things are said. */
export interface Changed {
  readonly before: Thing;
  readonly after: Thing;
  readonly changes: readonly Change[];
}

/** Of one note and one type. */
export interface Difference {
  readonly note: string;
  readonly type: EntityType;
  readonly added: readonly Thing[];
  readonly changed: readonly Changed[];
  readonly lost: readonly Thing[];
}

const order: readonly EntityType[] = ['Agency', 'Unit', 'Dataset', 'Publication', 'Series', 'Project', 'Event'];

const byId = ({ note, type, id }: Thing): string => `${note} ${type} ${id}`;
/** A thing whose owner changed has another name in the graph, and is the same thing. */
const byLabel = ({ note, type, label }: Thing): string => `${note} ${type} ${labelKey(label)}`;

/** Pairs what has the same key, in order; what finds no partner is left over. */
function pair(before: readonly Thing[], after: readonly Thing[], key: (thing: Thing) => string) {
  const waiting = new Map<string, Thing[]>();
  for (const thing of after) waiting.set(key(thing), [...(waiting.get(key(thing)) ?? []), thing]);
  const pairs: { before: Thing; after: Thing }[] = [];
  const unpaired = before.filter((thing) => {
    const partner = waiting.get(key(thing))?.shift();
    if (partner !== undefined) pairs.push({ before: thing, after: partner });
    return partner === undefined;
  });
  const taken = new Set(pairs.map((one) => one.after));
  return { pairs, before: unpaired, after: after.filter((thing) => !taken.has(thing)) };
}

const missingIn = (values: Values, others: Values): string[] =>
  [...values].flatMap(([key, shown]) => (others.has(key) ? [] : [shown])).sort();

function changesOf(before: Thing, after: Thing): Change[] {
  const none: Values = new Map();
  const changes = [...new Set([...before.said.keys(), ...after.said.keys()])].sort().map((property) => {
    const [old, now] = [before.said.get(property) ?? none, after.said.get(property) ?? none];
    return { property, lost: missingIn(old, now), added: missingIn(now, old) };
  });
  if (before.id !== after.id) changes.push({ property: 'id', lost: [`<${before.id}>`], added: [`<${after.id}>`] });
  return changes.filter(({ lost, added }) => lost.length + added.length > 0);
}

/** The differences, by note and type; a note and type without any has none. */
export function compareThings(before: readonly Thing[], after: readonly Thing[]): Difference[] {
  const first = pair(before, after, byId);
  const second = pair(first.before, first.after, byLabel);
  const differences = new Map<
    string,
    { added: Thing[]; changed: Changed[]; lost: Thing[] } & Pick<Difference, 'note' | 'type'>
  >();
  const of = ({ note, type }: Thing) => {
    const key = `${note} ${type}`;
    const known = differences.get(key) ?? { note, type, added: [], changed: [], lost: [] };
    differences.set(key, known);
    return known;
  };
  for (const one of [...first.pairs, ...second.pairs]) {
    const changes = changesOf(one.before, one.after);
    if (changes.length > 0) of(one.after).changed.push({ ...one, changes });
  }
  for (const thing of second.after) of(thing).added.push(thing);
  for (const thing of second.before) of(thing).lost.push(thing);
  const byName = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
  return [...differences.values()].sort(
    (a, b) => byName(a.note, b.note) || order.indexOf(a.type) - order.indexOf(b.type),
  );
}
