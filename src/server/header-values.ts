/** Lists, media types and their parameters as headers hold them (RFC 9110, section 5.6). Linear in the text, whatever it is. */

/** The parts between separators, trimmed; a separator within a quoted string is none. */
function splitOutsideQuotes(text: string, separator: ',' | ';'): string[] {
  const parts: string[] = [];
  let start = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i];
    if (quoted && character === '\\') i += 1;
    else if (character === '"') quoted = !quoted;
    else if (character === separator && !quoted) {
      parts.push(text.slice(start, i).trim());
      start = i + 1;
    }
  }
  return [...parts, text.slice(start).trim()];
}

/** The members of a list; empty ones are none (section 5.6.1.2). */
export const splitList = (text: string): string[] => splitOutsideQuotes(text, ',').filter((part) => part !== '');

/** `text/turtle; q=0.5`, `gzip;q=1`: a value in lower case, and its parameters by their names in lower case. */
export interface Parameterised {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const unquote = (text: string): string =>
  text.startsWith('"') ? text.replace(/^"|"$/g, '').replace(/\\(.)/g, '$1') : text;

export function parseParameterised(text: string): Parameterised {
  const [value = '', ...rest] = splitOutsideQuotes(text, ';');
  const parameters = new Map<string, string>();
  for (const part of rest) {
    const at = part.indexOf('=');
    if (at > 0) parameters.set(part.slice(0, at).trim().toLowerCase(), unquote(part.slice(at + 1).trim()));
  }
  return { value: value.toLowerCase(), parameters };
}

/** The weight of a range (section 12.4.2); what is no weight counts as 1. */
export function weightOf({ parameters }: Parameterised): number {
  const q = parameters.get('q') ?? '';
  return /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(q) ? Number(q) : 1;
}
