/** Remembers what the headings of every level announce, so that a lower one knows under what it stands. The first is the title of all. */
import type { EntityType } from './claim.js';

export interface HeadingLevels {
  /** What the next higher heading announces; where the level is not told, what one above announced that goes before a list. */
  under(level: number): EntityType | undefined;
  /** A heading begins; those of its level and lower ones are over. */
  open(level: number, says: EntityType | undefined, text: string): void;
}

/** "Data room: surveys that can be used here", "Registers on foreign workers: what they hold": each heading beneath is one. */
const announcesList =
  /\b(?:surveys|data\s?sets|data\s?bases|registers|collections|sources|files)\s(?:(?:that|which|we|you)\s(?:can|may|are|hold|keep|have)\b|(?:held|kept|available|on offer)\b)/i;

export function createHeadingLevels(): HeadingLevels {
  const open: { readonly level: number; readonly says: EntityType | undefined }[] = [];
  let any = false;
  let announced: EntityType | undefined;
  const close = (level: number): void => {
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
  };
  return {
    under(level) {
      if (level === 0) return announced;
      close(level);
      return open.at(-1)?.says;
    },
    open(level, says, text) {
      if (level === 0) {
        if (announcesList.test(text)) announced = says;
        else if (says !== undefined && says !== 'Dataset') announced = undefined;
        return;
      }
      close(level);
      open.push({ level, says: any ? says : undefined });
      any = true;
    },
  };
}
