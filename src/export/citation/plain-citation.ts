/** A citation as a line of text, to be copied into a list of references. */
import type { Citation } from './citation.js';

/** In the language of whoever copies it. */
export interface CitationWords {
  readonly undated: string;
  readonly forthcoming: string;
  /** What kind of thing it is, where that is not a document. */
  readonly dataset: string;
  /** Where it is described. */
  readonly described: string;
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** Who (year). Title [kind]. Publisher. Series, number. Address. Where it is described. What is not stated is left out. */
export function writePlainCitation(citation: Citation, words: CitationWords): string {
  const { authors, publishers, title, issued, isForthcoming, kind, series, number, identifier, url } = citation;
  const who = (authors.length === 0 ? publishers : authors).join('; ');
  const when = issued?.slice(0, 4) ?? (isForthcoming ? words.forthcoming : words.undated);
  const what = `${title ?? citation.iri}${kind === 'dataset' ? ` [${words.dataset}]` : ''}`;
  const parts = [
    who === '' ? sentence(what) : `${who} (${when}). ${sentence(what)}`,
    ...(who === '' ? [`(${when}).`] : []),
    ...(authors.length > 0 && publishers.length > 0 ? [sentence(publishers.join('; '))] : []),
    ...(series === undefined ? [] : [sentence([series, number].flatMap((part) => part ?? []).join(', '))]),
    ...(identifier === undefined ? [] : [sentence(identifier)]),
    ...(url === undefined ? [] : [url]),
    words.described,
  ];
  return parts.join(' ');
}
