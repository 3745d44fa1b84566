/** The marks of footnotes, whichever way they are set: "¹", "[1]", "[^1]", "^a", "3/", "(a)". */
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** The mark as one writes it in a line: "¹²" is 12. */
export const plainMark = (mark: string): string =>
  [...mark].map((sign) => (superscripts.includes(sign) ? superscripts.indexOf(sign) : sign)).join('');

/** The mark that a note at the foot begins with. */
export function markOfNote(text: string): string | undefined {
  const found =
    /^(?:([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})|\[\^?(\w{1,3})\]:?|\^(\w{1,2})\b|(\d{1,3})\/|\(([a-z]|\d{1,2}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})\))/.exec(
      text,
    );
  const mark = found?.slice(1).find((group) => group !== undefined);
  return mark === undefined ? undefined : plainMark(mark);
}
