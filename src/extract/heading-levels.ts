/** Remembers what the headings of every level announce, so that a lower one knows under what it stands. The first is the title of all. */
import type { EntityType } from './claim.js';

export interface HeadingLevels {
  /** What the next higher heading announces; nothing where the level is not told. */
  under(level: number): EntityType | undefined;
  /** A heading begins; those of its level and lower ones are over. */
  open(level: number, says: EntityType | undefined): void;
}

export function createHeadingLevels(): HeadingLevels {
  const open: { readonly level: number; readonly says: EntityType | undefined }[] = [];
  let any = false;
  const close = (level: number): void => {
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
  };
  return {
    under(level) {
      if (level === 0) return undefined;
      close(level);
      return open.at(-1)?.says;
    },
    open(level, says) {
      if (level === 0) return;
      close(level);
      open.push({ level, says: any ? says : undefined });
      any = true;
    },
  };
}
