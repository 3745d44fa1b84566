/** The rounds of a dataset: which years, how many countries and which figures each has. */
import type { NamedNode, Term } from '../../rdf.js';
import type { Asking } from '../asking.js';
import { readRows } from '../read-rows.js';
import type { Services } from '../services.js';
import type { Language } from '../view/language.js';
import { readNames } from '../view/names.js';
import type { Value } from './read-values.js';

export interface Round {
  readonly iri: string;
  /** By property. */
  readonly said: ReadonlyMap<string, readonly Value[]>;
}

/** In the order of their IRIs, which is that of the note. */
export async function readRounds(
  services: Services,
  thing: NamedNode,
  { language, asking }: { readonly language: Language; readonly asking: Asking },
): Promise<Round[]> {
  const rounds = new Map<string, Map<string, Term[]>>();
  for (const row of await readRows(services, 'pages/entity-rounds', { ...asking, bindings: { thing } })) {
    const [round, property, value] = [
      row.get('round')?.value ?? '',
      row.get('property')?.value ?? '',
      row.get('value'),
    ];
    if (value === undefined) continue;
    const said = rounds.get(round) ?? new Map<string, Term[]>();
    rounds.set(round, said.set(property, [...(said.get(property) ?? []), value]));
  }
  const terms = [...rounds.values()].flatMap((said) => [...said.values()].flat());
  const iris = [...new Set(terms.flatMap((term) => (term.termType === 'NamedNode' ? [term.value] : [])))];
  const names = await readNames(services, iris, { language, asking });
  const toValue = (term: Term): Value => {
    const name = names.get(term.value);
    return { term, name, years: undefined, address: undefined, isDescribed: name !== undefined };
  };
  return [...rounds].map(([iri, said]) => ({
    iri,
    said: new Map([...said].map(([property, values]) => [property, values.map(toValue)])),
  }));
}
