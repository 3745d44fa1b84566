/** Takes the name of a thing out of the cell, field or heading that holds it: without marks, remarks and its acronym. */

/** "[Name](link)" is Name, "(no title) register of boats" is register of boats, "Name [incomplete]" is Name. */
export function cleanName(words: string): string {
  return (
    words
      .replace(/\[([^\]]*)\]\([^)]*\)/, '$1')
      .replace(/\*|[†‡]|(?<!\w)_|_(?!\w)/g, '')
      .replace(/^\((?:no|without)\s[^()]{1,40}\)\s/i, '')
      .replace(/\s\[[^\]]*\]$/, '')
      // "UPDATED ---- Raft Panel".
      .replace(/^\p{Lu}{3,12}\s[-–—]{2,6}\s/u, '')
      .replace(/^["“'„«]+|["”'»]+$/g, '')
      .trim()
  );
}

/** "Raft Survey (RS)", "Rafts by flag (raft_flag)": the name and its acronym or code. */
export function splitAcronym(words: string): { readonly label: string; readonly acronym: string | undefined } {
  const match =
    /^(.{4,}?)\s\(([A-Z][A-Za-z\d-]{1,11}(?:\s(?:[IVX]{1,4}|\d{1,2}))?|[a-z]\w*_\w{1,20})(?:,\s(?:v|version\s)\d[\d.]*)?\)$/.exec(
      words,
    );
  // "Raft Survey (Encuesta de Balsas, EB)": its name in its own language beside the acronym.
  const foreign = match === null ? /^(.{4,}?)\s\(\p{Lu}[^(),]{3,60},\s([A-Z]{2,10})\)$/u.exec(words) : null;
  return { label: (match ?? foreign)?.[1] ?? words, acronym: (match ?? foreign)?.[2] };
}

/** "A/ – Raft Survey", "USP-001 Raft Survey", "12: Raft Survey": the name without the mark of its record. */
export const withoutCode = (words: string): string =>
  words
    .replace(/^(\S{2,12}\s+)\[\p{Lu}{1,3}\]\s+/u, '$1')
    // "SN 4471 Raft Panel": letters, and a number of the catalogue.
    .replace(/^[A-Z]{2,5}\s(?!(?:19|20)\d\d\s)\d{3,6}[.:]?\s+(?=\p{Lu}\S*\s)/u, '')
    .replace(
      /^(?:(?:\S*\/|\w{1,3})\s[–—]\s|(?=\S*\d)(?!(?:1[5-9]|20)\d\d\s)[\p{L}\d./_-]{1,20}[.:]?\s+(?=\p{Lu}\S*\s))/u,
      '',
    );

/** "Raft Survey, the survey of crews, until 2003 called Deck Survey": what is said of it behind a comma is no part of its name. */
export const withoutRemark = (words: string): string =>
  words.replace(
    /^(.{6,}?),\s(?:(?:the|an?)\s\p{Ll}|(?:formerly|previously|until|earlier|now|also)\s(?:\S+\s){0,3}(?:called|known|named)\s).*$/u,
    '$1',
  );
