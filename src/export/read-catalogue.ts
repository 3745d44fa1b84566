/** What a feed says of the catalogue that it is of. */
import { createIris } from '../iris.js';
import type { Term } from '../rdf.js';
import type { GraphStore } from '../store/graph-store.js';
import { type Moment, momentOf } from './moment.js';
import { readRows } from './read-rows.js';

export interface CatalogueFacts {
  readonly title: string;
  readonly description: string | undefined;
  readonly license: string | undefined;
  readonly publisher: string | undefined;
  /** Address of its contact point. */
  readonly mail: string | undefined;
  readonly modified: Moment | undefined;
}

const isEnglish = (term: Term): boolean => term.termType === 'Literal' && /^en\b/i.test(term.language);

/** Of several values the English or first. */
export async function readCatalogue(store: GraphStore, base: string): Promise<CatalogueFacts> {
  const best = new Map<string, Term>();
  for await (const row of readRows(store, 'feeds/catalogue', { bindings: { own: createIris(base).catalogue() } }))
    for (const [name, term] of row) {
      const known = best.get(name);
      if (known === undefined || (isEnglish(term) && !isEnglish(known))) best.set(name, term);
    }
  const text = (name: string): string | undefined => best.get(name)?.value;
  return {
    title: text('title') ?? 'Catalogue',
    description: text('description'),
    license: best.get('license')?.termType === 'NamedNode' ? text('license') : undefined,
    publisher: text('publisher'),
    mail: text('mail')?.replace(/^mailto:/i, ''),
    modified: momentOf(best.get('modified')),
  };
}

/** What things are called; the English or first of several names. */
export async function readNames(store: GraphStore, things: readonly Term[]): Promise<ReadonlyMap<string, string>> {
  const best = new Map<string, Term>();
  for await (const row of readRows(store, 'feeds/names', { bindings: { thing: things } })) {
    const [thing, name] = [row.get('thing')?.value ?? '', row.get('name')];
    const known = best.get(thing);
    if (name !== undefined && (known === undefined || (isEnglish(name) && !isEnglish(known)))) best.set(thing, name);
  }
  return new Map([...best].map(([thing, name]) => [thing, name.value]));
}
