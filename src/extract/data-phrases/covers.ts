/** Tells whether the sentence says for when a data phrase has data, or that they can be had. */
import type { DataPhrase } from './data-phrase.js';
import { coverageVerbs } from './data-verbs.js';
import { lowerOf, type Sentence } from './sentence.js';

const window = 120;
const timeAhead = /^[^.;]{0,90}?\b(?:1[89]|20)\d\d\b/;

/** "can be tabulated online": data that somebody can get at. */
const canBe = /^\s(?:can|may)\s(?:also\s)?be\s(?:had|tabulated|obtained|downloaded|consulted|ordered|found)\b/;

/** "a file of crews from Kenya, Togo and Chile, covering 1990 to 2000": behind what else is said of them. */
const further =
  /^(?:,|\s(?:from|in|of|for|and))\s[^.;:()]{0,150},\s(?:covering|spanning|complete|available|going back|ranging)\s[^.;:()]{0,50}?\b(?:1[89]|20)\d\d\b/;

/** "tables of crews | derived from the returns of the Board | begin in 1990": past what they are made of. */
const madeOf =
  /^,?\s(?:derived|compiled|drawn|taken|made|extracted|produced|prepared|obtained|built)\s(?:from|out of|with)\s[^.;:,]{3,80}?,?\s(?:go(?:es)? back|reach(?:es)? back|runs? from|covers?|spans?|exists?|begins?|starts?|(?:is|are) available)\s[^.;:]{0,50}?\b(?:1[89]|20)\d\d/;

const askedIn =
  /^,\s(?:in|of|held in|taken in|carried out in)\s(?:\p{Lu}\p{Ll}+\s)?(?:1[89]|20)\d\d(?:\s?(?:[-–,]|and|to)\s?(?:1[89]|20)\d\d)*,\s(?:(?:also|has|had)\s)?(?:asked|covered|counted|recorded|included|interviewed|found|asks|covers|counts|records|includes)\b/u;

/** "covers 1990 to 2000", "available for 2005–2010", "(2001)", ", 1990–2000". */
export function covers({ tokens, text }: Sentence, phrase: DataPhrase): boolean {
  const ahead = (from: number): boolean => timeAhead.test(text.slice(from, from + window));
  const token = tokens[phrase.last + 1];
  if (token === undefined) return false;
  if (further.test(text.slice(phrase.end, phrase.end + 2 * window))) return true;
  if (madeOf.test(text.slice(phrase.end, phrase.end + 2 * window))) return true;
  // "the last census, | in 2022, | asked for …"
  if (askedIn.test(text.slice(phrase.end, phrase.end + window))) return true;
  if (token.text === '(' || token.text === ',') {
    const next = tokens[phrase.last + 2];
    if (next?.kind === 'number' && /^(?:1[89]|20)\d\d/.test(next.text)) return true;
    if (
      !/^(?:available|complete|beginning|starting|spanning|running|dating|covering|going|reaching|from|for|since|which|that)$/.test(
        lowerOf(next),
      )
    )
      return false;
    return ahead(next?.end ?? phrase.end);
  }
  const word = lowerOf(token);
  if (/^(?:which|that)$/.test(word)) return coverageVerbs.has(lowerOf(tokens[phrase.last + 2])) && ahead(token.end);
  if (canBe.test(text.slice(phrase.end, phrase.end + window))) return true;
  if (!coverageVerbs.has(word) && !/^(?:available|dating|covering|since|for|from|between)$/.test(word)) return false;
  return ahead(token.end);
}
