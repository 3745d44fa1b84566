/** The file for `data/curation/` by which a curator would take a claim back, or put another statement in its place. */
import { Document } from 'yaml';
import type { Term } from '../../rdf.js';
import { prefixes, xsd } from '../../vocabularies.js';

/** Words that may be put before a quote, and letters of one. */
const [mostWords, longestWord] = [20, 100];

export interface Disputed {
  readonly claim: string;
  readonly note: string;
  readonly subject: Term;
  readonly predicate: Term;
  readonly object: Term;
  /** Words that stand in the note once. */
  readonly quote: string;
}

/** A term as Turtle writes it, with the base and the prefixes that decisions are read with. */
export function writeTerm(term: Term, base: string): string {
  if (term.termType === 'Literal') {
    const words = JSON.stringify(term.value);
    if (term.language !== '') return `${words}@${term.language}`;
    return term.datatype.equals(xsd.string) ? words : `${words}^^${writeTerm(term.datatype, base)}`;
  }
  for (const [prefix, namespace] of Object.entries(prefixes)) {
    const name = term.value.slice(namespace.length);
    if (term.value.startsWith(namespace) && /^[A-Za-z]\w*$/.test(name)) return `${prefix}:${name}`;
  }
  return `<${term.value.startsWith(base) ? term.value.slice(base.length) : term.value}>`;
}

/** What only the curator knows is left empty: the build says so, and nothing is decided by mistake. */
export function writeDecision(disputed: Disputed, action: 'retract' | 'correct', base: string): string {
  const { claim, note, quote, subject, predicate, object } = disputed;
  const [statement, replacement] = [
    { subject: writeTerm(subject, base), predicate: writeTerm(predicate, base), object: writeTerm(object, base) },
    action === 'correct' ? { replacement: { object: null } } : {},
  ];
  const document = new Document({
    id: `${action}-${claim
      .split('/')
      .at(-1)
      ?.toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')}`,
    note,
    action,
    who: null,
    when: null,
    why: null,
    quote,
    statement,
    ...replacement,
  });
  return document.toString({ lineWidth: 0, nullStr: '' });
}

/** The quote, with as many words before it as make it stand in the text once; undefined where it does not stand there. */
export function makeUnique(quote: string, at: number, text: string): string | undefined {
  if (!text.startsWith(quote, at)) return undefined;
  const isUnique = (words: string): boolean => text.indexOf(words) === text.lastIndexOf(words);
  let start = at;
  for (let words = 0; words <= mostWords; words += 1) {
    const longer = text.slice(start, at + quote.length);
    if (isUnique(longer)) return longer;
    if (start === 0) break;
    const from = Math.max(0, start - longestWord);
    const word = text.slice(from, start).trimEnd().search(/\S+$/);
    if (word < 0) break;
    start = from + word;
  }
  return undefined;
}
