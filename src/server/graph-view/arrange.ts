/** Where things stand in the picture: those that lead to the thing on its left, what it leads to on its right, by property. */

/** A list of things under the words of a property. */
export interface Placed {
  /** The line of the words. */
  readonly heading: number;
  /** The middle of each thing. */
  readonly items: readonly number[];
}

export interface Arrangement {
  readonly height: number;
  /** The middle of the thing itself. */
  readonly centre: number;
  readonly left: readonly Placed[];
  readonly right: readonly Placed[];
}

/** Of the picture, of the columns at its sides, and of the thing between them. */
export const [width, column, middle] = [960, 330, 210] as const;

/** So that lines on the border are seen whole. */
export const inset = 1;

/** A line with a thing, the line of a heading, room between lists, and around all. */
const [item, heading, gap, margin] = [32, 24, 14, 10];

/** The thing stands no lower, so that it is seen at once. */
const lowest = 140;

function stack(lengths: readonly number[]): { placed: Placed[]; height: number } {
  let y = margin;
  const placed = lengths.map((length) => {
    const top = y + heading;
    y = top + length * item + gap;
    return { heading: top - 8, items: Array.from({ length }, (_, n) => top + n * item + item / 2) };
  });
  return { placed, height: y + margin };
}

/** For lists of so many things; the same lists give the same picture. */
export function arrange(left: readonly number[], right: readonly number[]): Arrangement {
  const sides = [stack(left), stack(right)] as const;
  const height = Math.max(140, ...sides.map((side) => side.height));
  return { height, centre: Math.min(height / 2, lowest), left: sides[0].placed, right: sides[1].placed };
}
