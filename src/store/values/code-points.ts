/** Order of texts by Unicode code point, as XPath's default collation has it. */

/** UTF-16 puts the characters beyond the first plane before some within it; this moves them behind. */
const inPlace = (unit: number): number => (unit >= 0xe000 ? unit - 0x800 : unit >= 0xd800 ? unit + 0x2000 : unit);

/** Below zero where `a` comes first, zero where they are the same text. */
export function compareCodePoints(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const [x, y] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (x !== y) return inPlace(x) - inPlace(y);
  }
  return a.length - b.length;
}
