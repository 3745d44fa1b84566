/** The other ways to spell an English name: British and American, `United Nations` and `UN`. */

const pairs: readonly (readonly [RegExp, string])[] = [
  [/rganiz(?=ation|ed)/g, 'rganis'],
  [/rganis(?=ation|ed)/g, 'rganiz'],
  [/(?<=[Ll])abour\b/g, 'abor'],
  [/(?<=[Pp])rogramme/g, 'rogram'],
  [/(?<=[Cc])entre\b/g, 'enter'],
  [/(?<=[Cc])enter\b/g, 'entre'],
  [/^United Nations /, 'UN '],
  [/^United Nations /, 'U.N. '],
];

/** The name itself first, then each spelling once; a name with several such words is given in all their combinations. */
export function spellings(name: string): string[] {
  const all = new Set([name]);
  for (const [pattern, other] of pairs) for (const known of [...all]) all.add(known.replace(pattern, other));
  return [...all];
}
