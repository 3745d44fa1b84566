/** From a thing to the entry of the catalogue that it is part of, and what that is called. */
import type { Quad, Term } from '../../rdf.js';
import { dcat, dct, foaf, rdfs, rdfTerms, skos } from '../../vocabularies.js';

const entryClasses: ReadonlySet<string> = new Set([dcat.Dataset.value, dcat.Catalog.value]);
const nameProperties = [dct.title, foaf.name, skos.prefLabel, rdfs.label].map(({ value }) => value);

export interface Entries {
  /** The nearest dataset or catalogue that leads to the thing; itself where none does. Datasets go before catalogues. */
  entryOf(thing: Term): Term;
  /** English or first; undefined where it has none. */
  titleOf(thing: Term): string | undefined;
  /** How many there are. */
  readonly datasets: number;
}

/** Things that are looked at to find one: what leads to a country is all that there is. */
const mostSteps = 2000;

export function createEntries(quads: Iterable<Quad>): Entries {
  const entries = new Map<string, 'dataset' | 'catalogue'>();
  const referring = new Map<string, Term[]>();
  const titles = new Map<string, { readonly text: string; readonly rank: number }>();

  function addTitle(subject: Term, rank: number, text: string): void {
    const known = titles.get(subject.value);
    if (known === undefined || rank < known.rank) titles.set(subject.value, { text, rank });
  }

  for (const { subject, predicate, object } of quads) {
    if (predicate.equals(rdfTerms.type)) {
      if (!entryClasses.has(object.value)) continue;
      if (object.equals(dcat.Dataset) || !entries.has(subject.value))
        entries.set(subject.value, object.equals(dcat.Dataset) ? 'dataset' : 'catalogue');
    } else if (object.termType !== 'Literal') {
      const known = referring.get(object.value);
      if (known === undefined) referring.set(object.value, [subject]);
      else known.push(subject);
    } else if (nameProperties.includes(predicate.value)) {
      const isForeign = object.language !== '' && !/^en\b/i.test(object.language);
      addTitle(subject, 2 * nameProperties.indexOf(predicate.value) + Number(isForeign), object.value);
    }
  }

  function entryOf(thing: Term): Term {
    const seen = new Set<string>();
    for (let layer: readonly Term[] = [thing]; layer.length > 0 && seen.size < mostSteps; ) {
      const found = layer.filter(({ value }) => entries.has(value));
      const dataset = found.find(({ value }) => entries.get(value) === 'dataset');
      if (found[0] !== undefined) return dataset ?? found[0];
      for (const { value } of layer) seen.add(value);
      layer = layer.flatMap(({ value }) => referring.get(value) ?? []).filter(({ value }) => !seen.has(value));
    }
    return thing;
  }

  return {
    entryOf,
    titleOf: ({ value }) => titles.get(value)?.text,
    datasets: [...entries.values()].filter((kind) => kind === 'dataset').length,
  };
}
