/** Writes an extraction as JSON piece by piece: the whole may be too long for a string. */

/** A member of a list as it is written, with the comma before it; the same as `JSON.stringify(…, undefined, 1)` has it. */
export const toItem = (member: object): string =>
  // Two lists around it set it in by two; theirs are the first four and the last five characters.
  `,${JSON.stringify([[member]], undefined, 1).slice(4, -5)}`;

/** Items in a row: as text, or as the UTF-8 of it. */
export type Items = Iterable<string | Uint8Array>;

/** The text that `JSON.stringify({ doc, entities, damaged }, undefined, 1)` makes, and a line end. */
export function* writeJson(doc: string, entities: Items, damaged: Items): Generator<string | Uint8Array> {
  yield `{\n "doc": ${JSON.stringify(doc)},\n "entities": `;
  yield* writeList(entities);
  yield ',\n "damaged": ';
  yield* writeList(damaged);
  yield '\n}\n';
}

/** Long enough that writing it is worth a call. */
const longestPiece = 65_536;

function* writeList(items: Items): Generator<string | Uint8Array> {
  let [piece, empty] = ['', true];
  for (const item of items) {
    // The bracket stands in the place of the first comma.
    const rest = empty ? (typeof item === 'string' ? item.slice(1) : item.subarray(1)) : item;
    if (empty) piece = '[';
    empty = false;
    if (typeof rest === 'string') piece += rest;
    if (typeof rest === 'string' && piece.length < longestPiece) continue;
    if (piece !== '') yield piece;
    piece = '';
    if (typeof rest !== 'string') yield rest;
  }
  yield empty ? '[]' : `${piece}\n ]`;
}

/** The members that items stand for. */
export function parseItems<T>(items: Items): T[] {
  const members: T[] = [];
  for (const item of items)
    for (const member of JSON.parse(`[${Buffer.from(item).toString().slice(1)}]`) as T[]) members.push(member);
  return members;
}
