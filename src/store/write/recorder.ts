/** Writes to a graph and keeps what that changed, so that an update is undone whole, or told to others. */
import type { Quad } from '../../rdf.js';
import { writeQuad } from '../../serialise/terms.js';
import type { Change } from '../change.js';
import type { Graphs } from '../graphs.js';

export interface Recorder {
  /** Adds what is not there yet. */
  add(quad: Quad): void;
  /** Removes what is there. */
  remove(quad: Quad): void;
  /** What all writes so far come to: what was added and removed again is in neither list. */
  change(): Change;
  /** Puts the graph back as it was. */
  undo(): void;
}

export function createRecorder(graphs: Pick<Graphs, 'add' | 'remove'>): Recorder {
  const added = new Map<string, Quad>();
  const removed = new Map<string, Quad>();
  return {
    add(quad) {
      if (!graphs.add(quad)) return;
      const key = writeQuad(quad);
      if (!removed.delete(key)) added.set(key, quad);
    },
    remove(quad) {
      if (!graphs.remove(quad)) return;
      const key = writeQuad(quad);
      if (!added.delete(key)) removed.set(key, quad);
    },
    change: () => ({ removed: [...removed.values()], added: [...added.values()] }),
    undo() {
      for (const quad of added.values()) graphs.remove(quad);
      for (const quad of removed.values()) graphs.add(quad);
      added.clear();
      removed.clear();
    },
  };
}
