/** Content negotiation (RFC 9110, section 12.5.1). Parameters of media ranges are ignored but for `q` and `profile`. */

export interface Offer {
  readonly id: string;
  readonly mediaType: string;
  /** Names that are offered only after all proper media types. */
  readonly alsoKnownAs: readonly string[];
}

export interface Choice {
  readonly id: string;
  /** As asked for: a client that knows a format by another name gets it under that name. */
  readonly mediaType: string;
  /** The `profile` parameter of the range that decided. */
  readonly profile?: string;
}

interface Range {
  readonly type: string;
  readonly q: number;
  readonly profile: string | undefined;
}

/** Splits at a separator, but not within quoted strings. */
const splitOutsideQuotes = (text: string, separator: ',' | ';'): string[] =>
  text.match(separator === ',' ? /(?:"(?:[^"\\]|\\.)*"|[^,])+/g : /(?:"(?:[^"\\]|\\.)*"|[^;])+/g) ?? [];

function parseRange(text: string): Range {
  const [type = '', ...parameters] = splitOutsideQuotes(text, ';').map((part) => part.trim());
  let q = 1;
  let profile: string | undefined;
  for (const parameter of parameters) {
    const [, name = '', value = ''] = /^([^=\s]+)\s*=\s*(.*)$/.exec(parameter) ?? [];
    if (name.toLowerCase() === 'q') q = /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(value) ? Number(value) : 1;
    if (name.toLowerCase() === 'profile') profile = value.replace(/^"(.*)"$/, '$1');
  }
  return { type: type.toLowerCase(), q, profile };
}

/** How exactly a range names a media type: 0 not at all, 1 by `*`/`*`, 2 by its main type, 3 by name. */
function precision(range: string, mediaType: string): number {
  if (range === mediaType) return 3;
  if (range === '*/*' || range === '*') return 1;
  return range.endsWith('/*') && mediaType.startsWith(range.slice(0, -1)) ? 2 : 0;
}

/** The range that decides about a media type: the most exact one. */
function decisive(ranges: readonly Range[], mediaType: string): Range | undefined {
  const matching = ranges.filter((range) => precision(range.type, mediaType) > 0);
  return matching.sort((a, b) => precision(b.type, mediaType) - precision(a.type, mediaType))[0];
}

/** The best offer; among equals the first. Without an Accept header that is the first of all; undefined: none will do. */
export function negotiate(accept: string | undefined, offers: readonly Offer[]): Choice | undefined {
  const ranges = splitOutsideQuotes(accept?.trim() || '*/*', ',').map(parseRange);
  const candidates = [
    ...offers.map(({ id, mediaType }) => ({ id, mediaType })),
    ...offers.flatMap(({ id, alsoKnownAs }) => alsoKnownAs.map((mediaType) => ({ id, mediaType }))),
  ];
  let best: Choice | undefined;
  let bestQ = 0;
  for (const candidate of candidates) {
    const range = decisive(ranges, candidate.mediaType);
    if (range === undefined || range.q <= bestQ) continue;
    bestQ = range.q;
    best = { ...candidate, ...(range.profile === undefined ? {} : { profile: range.profile }) };
  }
  return best;
}
