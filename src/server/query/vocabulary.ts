/** What the editor of the query page completes: our prefixes, and the classes and properties that the data are written in. */
import * as vocabularies from '../../vocabularies.js';

interface Vocabulary {
  readonly prefixes: Readonly<Record<string, string>>;
  readonly classes: readonly string[];
  readonly properties: readonly string[];
}

export function readVocabulary(): Vocabulary {
  const { prefixes, ...records } = vocabularies;
  const names = Object.values(records).flatMap((terms) =>
    typeof terms === 'object' ? Object.values(terms).map(({ value }) => value) : [],
  );
  const isClass = (iri: string): boolean => /[#/][A-Z][^#/]*$/.test(iri);
  return { prefixes, classes: names.filter(isClass), properties: names.filter((iri) => !isClass(iri)) };
}
