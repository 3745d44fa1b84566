/** Keeps track of where an edited text stands in the text it was made from. */

/** Offsets of an edited text → offsets of its original; made by `OffsetMapBuilder`. */
export interface OffsetMap {
  toOriginal(offset: number): number;
}

/** Collects the places where lengths differ; only those cost memory. */
export class OffsetMapBuilder {
  private readonly edited: number[] = [];
  private readonly shift: number[] = [];

  /** From `edited` on, an offset lies `shift` units further in the original. Calls come in rising order. */
  add(edited: number, shift: number): void {
    if (this.edited.at(-1) === edited) this.shift[this.shift.length - 1] = shift;
    else {
      this.edited.push(edited);
      this.shift.push(shift);
    }
  }

  build(): OffsetMap {
    const { edited, shift } = this;
    return {
      toOriginal(offset) {
        let low = 0;
        let high = edited.length;
        while (low < high) {
          const middle = (low + high) >>> 1;
          if ((edited[middle] ?? 0) <= offset) low = middle + 1;
          else high = middle;
        }
        return offset + (low === 0 ? 0 : (shift[low - 1] ?? 0));
      },
    };
  }
}

/** Replaces every match; gives the new text and the way back. The pattern must carry the flag `g`. */
export function replaceMapped(
  text: string,
  pattern: RegExp,
  replace: (match: string) => string,
): { text: string; map: OffsetMap } {
  const map = new OffsetMapBuilder();
  let length = 0;
  const edited = text.replace(pattern, (match: string, ...rest: unknown[]) => {
    const offset = rest.find((part): part is number => typeof part === 'number') ?? 0;
    const replacement = replace(match);
    length += replacement.length - match.length;
    if (replacement.length !== match.length) map.add(offset + match.length + length, -length);
    return replacement;
  });
  return { text: edited, map: map.build() };
}
