/** Keeps what shows who says "we" in a text: where he is named, and the first words that speak of him so. */
import type { Passage } from '../notes/note.js';
import type { Directory, Organisation } from './organisations.js';

/** What one passage of the first walk tells. */
export interface Heard {
  readonly passage: Passage;
  readonly author: Organisation | undefined;
  readonly signature: Organisation | undefined;
  readonly firstPersons: number;
}

export interface SelfClues {
  hear(heard: Heard): void;
  /** Once the directory has settled who it is. */
  settle(): readonly Passage[];
}

export function createSelfClues(directory: Directory): SelfClues {
  /** Each of those that may turn out to be the author, where he is named as such. */
  const named = new Map<Organisation, Passage>();
  let speaks: Passage | undefined;
  let signed: { readonly by: Organisation; readonly passage: Passage } | undefined;
  return {
    hear({ passage, author, signature, firstPersons }) {
      if (firstPersons > 0) speaks ??= passage;
      if (signature !== undefined) signed = { by: signature, passage };
      for (const organisation of [author, directory.self, directory.first])
        if (organisation !== undefined && !named.has(organisation)) named.set(organisation, passage);
    },
    settle() {
      const { self } = directory;
      if (self === undefined) return [];
      const where = signed?.by === self ? signed.passage : named.get(self);
      return [...new Set([where, speaks])].filter((passage) => passage !== undefined);
    },
  };
}
