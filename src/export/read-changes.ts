/** What the graph says of its own history: which thing was new, changed or gone, and when. */
import type { GraphStore } from '../store/graph-store.js';
import { as } from '../vocabularies.js';
import { createMomentReader, type Moment } from './moment.js';
import type { Dated } from './read-dated.js';
import { readRows } from './read-rows.js';

export type ChangeKind = 'Create' | 'Update' | 'Delete';

export interface Change {
  /** Its own IRI; undefined where the graph has no history and only says when a thing was changed. */
  readonly iri: string | undefined;
  readonly kind: ChangeKind;
  readonly thing: string;
  readonly at: Moment;
}

const kinds = new Map<string, ChangeKind>([
  [as.Create.value, 'Create'],
  [as.Update.value, 'Update'],
  [as.Delete.value, 'Delete'],
]);

/** Oldest first; of one moment in the order of the things. */
const inOrder = (changes: readonly Change[]): readonly Change[] =>
  [...changes].sort((a, b) => (a.at === b.at ? (a.thing < b.thing ? -1 : 1) : a.at < b.at ? -1 : 1));

/** None where the graph says nothing of its history. */
export async function readChanges(store: GraphStore): Promise<readonly Change[]> {
  const changes = new Map<string, Change>();
  const read = createMomentReader();
  for await (const row of readRows(store, 'feeds/changes')) {
    const iri = row.get('change')?.value ?? '';
    const kind = kinds.get(row.get('kind')?.value ?? '');
    const at = read(row.get('published'));
    if (kind === undefined || at === undefined) continue;
    changes.set(iri, { iri, kind, thing: row.get('thing')?.value ?? '', at });
  }
  return inOrder([...changes.values()]);
}

/** What can be said where there is no history: that a thing was changed, or is as it was, since the date it gives. */
export const changesOf = (things: readonly Dated[]): readonly Change[] =>
  inOrder(
    things.flatMap(({ iri, modified }): Change[] =>
      modified === undefined ? [] : [{ iri: undefined, kind: 'Update', thing: iri, at: modified }],
    ),
  );

/** Of each thing the last change. */
export const lastChanges = (changes: readonly Change[]): ReadonlyMap<string, Change> =>
  new Map(changes.map((change) => [change.thing, change]));
