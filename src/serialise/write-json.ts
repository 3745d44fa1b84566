/** JSON piece by piece, laid out as `JSON.stringify` lays it out with an indent of one. */

/** What has an end that nobody waits for: a list whose items are made while it is written. */
export type Items = Iterable<object>;

const indent = (value: unknown, depth: number): string =>
  JSON.stringify(value, null, 1).replaceAll('\n', `\n${' '.repeat(depth)}`);

export function* writeArray(items: Items, depth = 0): Generator<string> {
  const margin = `\n${' '.repeat(depth + 1)}`;
  let before = `[${margin}`;
  for (const item of items) {
    yield before + indent(item, depth + 1);
    before = `,${margin}`;
  }
  yield before.startsWith('[') ? '[]' : `\n${' '.repeat(depth)}]`;
}

/** A member whose value is a list may be given its items. */
export type JsonMember = { readonly name: string } & ({ readonly value: unknown } | { readonly parts: Items });

export function* writeObject(members: Iterable<JsonMember>): Generator<string> {
  let before = '{\n ';
  for (const member of members) {
    yield `${before}${JSON.stringify(member.name)}: `;
    if ('parts' in member) yield* writeArray(member.parts, 1);
    else yield indent(member.value, 1);
    before = ',\n ';
  }
  yield before.startsWith('{') ? '{}' : '\n}';
}
