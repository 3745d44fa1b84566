/** What things are called, in the language of the page where the graph has such a name. */
import { rdf, type Term } from '../../rdf.js';
import type { Asking } from '../asking.js';
import { readRows } from '../read-rows.js';
import type { Services } from '../services.js';
import { type Language, languages } from './language.js';

export interface Name {
  readonly text: string;
  /** The language it is in; undefined where nobody says so, or where it is none that pages speak. */
  readonly language: Language | undefined;
}

const languageOf = (term: Term): Language | undefined =>
  term.termType === 'Literal'
    ? languages.find((language) => language === term.language.split('-')[0]?.toLowerCase())
    : undefined;

export const toName = (term: Term): Name => ({ text: term.value, language: languageOf(term) });

/** 0 is best: the language of the page, then English, then no language, then any. */
function rank({ language }: Name, wanted: Language): number {
  if (language === wanted) return 0;
  if (language === 'en') return 1;
  return language === undefined ? 2 : 3;
}

/** The first of the best. */
export function bestName(names: readonly Name[], wanted: Language): Name | undefined {
  let best: Name | undefined;
  for (const name of names) if (best === undefined || rank(name, wanted) < rank(best, wanted)) best = name;
  return best;
}

/** Names by IRI; what has none is not there. */
export async function readNames(
  services: Services,
  iris: readonly string[],
  { language, asking }: { readonly language: Language; readonly asking: Asking },
): Promise<ReadonlyMap<string, Name>> {
  if (iris.length === 0) return new Map();
  const all = new Map<string, Name[]>();
  const bindings = { thing: iris.map((iri) => rdf.namedNode(iri)) };
  for (const row of await readRows(services, 'pages/names', { ...asking, bindings }, 20 * iris.length)) {
    const [thing, name] = [row.get('thing')?.value ?? '', row.get('name')];
    if (name !== undefined) all.set(thing, [...(all.get(thing) ?? []), toName(name)]);
  }
  return new Map([...all].flatMap(([iri, names]) => (names[0] ? [[iri, bestName(names, language) ?? names[0]]] : [])));
}
