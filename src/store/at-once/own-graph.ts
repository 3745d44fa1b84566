/**
 * The graph once more, in the server's own process, for as long as keeping it is little work: it is opened in parts, changes
 * are taken in as they are told, and where that would take long it is given up until there is another checkpoint.
 */
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { Config } from '../../config.js';
import { createGraphs, type Graphs, reviewGraphs } from '../graphs.js';
import { readJournal } from '../journal/journal.js';
import { readPatch } from '../journal/patch.js';
import type { GraphFiles } from '../pool/messages.js';
import type { Columns } from '../snapshot/columns.js';
import { readSnapshotInParts } from '../snapshot/read-snapshot.js';

export interface OwnGraph {
  /** With all of every change so far; undefined while it is opened or is behind, and after it was given up. */
  current(): Graphs | undefined;
  /** A change that queries see from now on. */
  apply(patch: Uint8Array): void;
  /** Opens what lies there, with changes over it that stand in no file; those that are told meanwhile come after. Never rejects. */
  open(files: GraphFiles, unrecorded?: readonly Uint8Array[]): Promise<void>;
  close(): void;
}

/** Bytes of a change that is taken in without a pause: some milliseconds. */
const shortPatch = 16 * 1024;
/** Lines of a longer one that are. */
const linesAtOnce = 200;
/** Bytes of changes that may wait to be taken in. */
const mostBehind = 2 ** 20;
/** Bytes of a journal that may lie beyond the snapshot it is opened with, of which most may have been changed again since. */
const mostBeyond = 16 * 2 ** 20;
/** Bytes of it that are read without a pause. */
const bytesAtOnce = 256 * 1024;
/** Quads that lie over the columns: they are in no order. */
const mostChanges = 10_000;
/** Bytes of a term: to compare one or to write it must be no work. */
const longestTerm = 64 * 1024;
/** Terms that are looked at without a pause. */
const termsAtOnce = 500_000;

async function hasLongTerms({ ends }: Columns): Promise<boolean> {
  for (let id = 1; id < ends.length; id += 1) {
    if ((ends[id] as number) - (ends[id - 1] as number) > longestTerm) return true;
    if (id % termsAtOnce === 0) await yieldToOthers();
  }
  return false;
}

/** What a journal holds beyond a snapshot; undefined where that is too much. */
async function readBeyond({ journal }: GraphFiles): Promise<string[] | undefined> {
  const patches: string[] = [];
  if (journal === undefined) return patches;
  const { file, byteLength, from } = journal;
  if (byteLength - from > mostBeyond) return undefined;
  let read = 0;
  for (const patch of readJournal(file, byteLength, from)) {
    patches.push(patch);
    read += patch.length;
    if (read < bytesAtOnce) continue;
    read = 0;
    await yieldToOthers();
  }
  return patches;
}

/** Changes in their order, of which the first ones are taken in already. */
interface Queue {
  readonly patches: string[];
  taken: number;
  /** Bytes of those that were told since it was opened, and wait. */
  told: number;
}

export function createOwnGraph({ base, unionDefaultGraph }: Pick<Config, 'base' | 'unionDefaultGraph'>): OwnGraph {
  let graphs: Graphs | undefined;
  /** Changes to be taken in; undefined where there is nothing to take them into. */
  let behind: Queue | undefined;
  /** Counts up: who waited for something looks whether it is still wanted. */
  let openings = 0;

  const isBehind = ({ patches, taken }: Queue): boolean => taken < patches.length;

  function giveUp(): void {
    openings += 1;
    graphs = undefined;
    behind = undefined;
  }

  const giveUpThat = (own: number): void => {
    if (own === openings) giveUp();
  };

  /** In parts, with time for others between them. */
  async function catchUp(own: number): Promise<void> {
    for (let patch = behind?.patches[behind.taken]; patch !== undefined; patch = behind?.patches[behind.taken]) {
      for (const change of readPatch(patch, linesAtOnce)) {
        graphs?.apply(change);
        // Looked at in the midst of it: far beyond this the columns would be made anew, without a pause.
        if (graphs === undefined || graphs.changes() > 2 * mostChanges) return giveUp();
        await yieldToOthers();
        if (own !== openings) return;
      }
      if (graphs === undefined || graphs.changes() > mostChanges) return giveUp();
      if (behind !== undefined) behind.taken += 1;
    }
    if (behind !== undefined) behind = { patches: [], taken: 0, told: 0 };
  }

  async function load(files: GraphFiles, unrecorded: readonly string[], own: number): Promise<void> {
    const changes = await readBeyond(files);
    const { columns } = changes === undefined ? {} : await readSnapshotInParts(files.snapshot);
    const isFit = columns !== undefined && !(await hasLongTerms(columns));
    if (own !== openings) return;
    if (!isFit || changes === undefined) return giveUp();
    behind = { patches: [...changes, ...unrecorded, ...(behind?.patches ?? [])], taken: 0, told: behind?.told ?? 0 };
    graphs = createGraphs(columns, reviewGraphs(base), unionDefaultGraph);
    await catchUp(own);
  }

  return {
    current: () => (behind === undefined || isBehind(behind) ? undefined : graphs),
    apply(patch) {
      if (behind === undefined) return;
      const text = Buffer.from(patch.buffer, patch.byteOffset, patch.byteLength).toString();
      const isShort = !isBehind(behind) && patch.length <= shortPatch;
      if (graphs === undefined || !isShort) {
        behind.told += patch.length;
        if (behind.told > mostBehind) return giveUp();
        const isFirst = !isBehind(behind);
        behind.patches.push(text);
        const own = openings;
        if (graphs !== undefined && isFirst) catchUp(own).catch(() => giveUpThat(own));
        return;
      }
      for (const change of readPatch(text)) graphs.apply(change);
      if (graphs.changes() > mostChanges) giveUp();
    },
    async open(files, unrecorded = []) {
      giveUp();
      behind = { patches: [], taken: 0, told: 0 };
      const own = openings;
      // Where it cannot be read the query processes say so.
      const texts = unrecorded.map((patch) => Buffer.from(patch.buffer, patch.byteOffset, patch.byteLength).toString());
      await load(files, texts, own).catch(() => giveUpThat(own));
    },
    close: giveUp,
  };
}
