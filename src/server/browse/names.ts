/** What things are called, in the languages that there are, and which of the names is shown. */
import type { Term } from '../../rdf.js';

/** Language tag, in lower case and empty where there is none → name. */
export type Names = ReadonlyMap<string, string>;

export interface Name {
  readonly text: string;
  /** Its language tag; empty where it has none. */
  readonly language: string;
}

/** The last part of an IRI, for what nobody names. */
export function lastPart(iri: string): string {
  const part =
    iri
      .replace(/[/#]+$/, '')
      .split(/[/#]/)
      .at(-1) ?? '';
  try {
    return decodeURIComponent(part) || iri;
  } catch {
    return part || iri;
  }
}

/** Of several names in a language the first is kept, in the order of the alphabet: each time the same. */
export function addName(names: Map<string, string>, term: Term | undefined): void {
  if (term?.termType !== 'Literal') return;
  const language = term.language.toLowerCase();
  const known = names.get(language);
  if (known === undefined || term.value < known) names.set(language, term.value);
}

/** The one in the wanted language or a variety of it, else the English one, the one without a language, or any. */
export function nameIn(names: Names | undefined, language: string, iri: string): Name {
  for (const wanted of [language, 'en'])
    for (const [tag, text] of names ?? [])
      if (tag === wanted || tag.startsWith(`${wanted}-`)) return { text, language: tag };
  const plain = names?.get('');
  if (plain !== undefined) return { text: plain, language: '' };
  for (const [tag, text] of names ?? []) return { text, language: tag };
  return { text: lastPart(iri), language: '' };
}
