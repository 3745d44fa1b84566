/** A sentence as the grammar of data reads it: its words, and which of them name an organisation. */
import type { Mention } from '../mention.js';
import type { Token } from '../tokens.js';

export interface Sentence {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** The organisation that a token is a part of. */
  organisationAt(token: Token | undefined): Mention<'organisation'> | undefined;
  /** The organisation that the sentence opens with. */
  readonly opener: Mention<'organisation'> | undefined;
  /** Whether the text speaks of data already, which "it" may mean. */
  readonly ofData: boolean;
}

/** Says of each token in which of the spans it stands; spans in the order of the text. Linear in both. */
export function spanAt<S extends { readonly start: number; readonly end: number }>(
  tokens: readonly Token[],
  spans: readonly S[],
): (token: Token | undefined) => S | undefined {
  const found = new Map<number, S>();
  let at = 0;
  for (const span of spans) {
    while (at > 0 && (tokens[at - 1]?.end ?? 0) > span.start) at--;
    while (at < tokens.length && (tokens[at]?.end ?? 0) <= span.start) at++;
    for (; at < tokens.length && (tokens[at]?.start ?? 0) < span.end; at++) {
      const token = tokens[at];
      if (token !== undefined && !found.has(token.start)) found.set(token.start, span);
    }
  }
  return (token) => (token === undefined ? undefined : found.get(token.start));
}

export function createSentence(
  { text, tokens }: { readonly text: string; readonly tokens: readonly Token[] },
  organisations: readonly Mention<'organisation'>[],
  ofData: boolean,
): Sentence {
  const [opener] = organisations;
  return {
    text,
    tokens,
    organisationAt: spanAt(tokens, organisations),
    opener: opener !== undefined && opener.start <= 4 ? opener : undefined,
    ofData,
  };
}

/** A token's word in small letters; the empty string where there is none. */
export const lowerOf = (token: Token | undefined): string => token?.text.toLowerCase() ?? '';
export const auxiliary = /^(?:is|are|was|were|be|been|being)$/;
export const perfect = /^(?:has|have|had)$/;
export const clauseEnd = /[.;:]/;
/** How far a verb may stand from its subject or object, in tokens. */
export const reach = 30;

/** Words that may stand between a verb and its object, or within a verb. */
export const isAdverb = (word: string): boolean =>
  /(?:[^i]ly|^(?:also|still|now|already|regularly|since|so|far|both|out|up|online|on|jointly|together))$/.test(word) &&
  !/^(?:monthly|quarterly|weekly|yearly|daily)$/.test(word);
