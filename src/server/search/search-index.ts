/** An index of everything that has a page, by all its names: typing errors and other languages find it too. */
import MiniSearch from 'minisearch';
import { readQueryText } from '../../export/query-text.js';
import type { Services } from '../services.js';

export interface Found {
  readonly iri: string;
  /** The last part of its class: Dataset, Agency, Country. */
  readonly kind: string;
  /** What it is mostly called, in English where it has an English name. */
  readonly title: string;
  /** All that it is called, one a line. */
  readonly names: string;
}

interface Entry {
  readonly iri: string;
  readonly kind: string;
  title: string;
  isEnglish: boolean;
  readonly names: Set<string>;
}

/** Without accents and in lower case: "Suède" is found by "suede". */
const fold = (term: string): string => term.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const words = (text: string): string[] => text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');

async function readEntries({ store }: Services): Promise<Entry[]> {
  const entries = new Map<string, Entry>();
  const result = await store.query(readQueryText('pages/searchable'), { isOurs: true });
  if (result.kind !== 'bindings') return [];
  for await (const row of result.rows) {
    const [thing, kind, name] = [row.get('thing'), row.get('kind')?.value ?? '', row.get('name')];
    if (thing?.termType !== 'NamedNode' || name?.termType !== 'Literal') continue;
    const entry = entries.get(thing.value) ?? { iri: thing.value, kind, title: '', isEnglish: false, names: new Set() };
    entries.set(thing.value, entry);
    entry.names.add(name.value);
    const isEnglish = name.language.startsWith('en');
    // The longest English name is the whole one; codes and acronyms are names too.
    if (entry.title === '' || (isEnglish && (!entry.isEnglish || name.value.length > entry.title.length))) {
      entry.title = name.value;
      entry.isEnglish = isEnglish;
    }
  }
  return [...entries.values()];
}

async function buildIndex(services: Services): Promise<MiniSearch<Found>> {
  const index = new MiniSearch<Found>({
    idField: 'iri',
    fields: ['title', 'names'],
    storeFields: ['iri', 'kind', 'title', 'names'],
    tokenize: words,
    processTerm: fold,
  });
  const documents = (await readEntries(services)).map(({ iri, kind, title, names }) => ({
    iri,
    kind,
    title,
    names: [...names].join('\n'),
  }));
  // In parts: between them others are served.
  await index.addAllAsync(documents, { chunkSize: 100 });
  return index;
}

/** Letters that may be wrong, or two that have changed places; what is right comes first all the same. */
const tolerance = (term: string): number | false => (term.length < 3 ? false : term.length < 5 ? 1 : 2);

/** What is called so, the best first: by all of the words, or where nothing is, by any. */
export async function search(services: Services, text: string): Promise<Found[]> {
  const index = await services.memory('search', () => buildIndex(services));
  const options = { prefix: (term: string) => term.length > 1, fuzzy: tolerance, boost: { title: 2 } };
  const all = index.search(text, { ...options, combineWith: 'AND' });
  const found = (all.length > 0 ? all : index.search(text, options)) as unknown as Found[];
  // Whoever types an acronym or a whole name means what is called just so.
  const isMeant = ({ names }: Found): boolean => names.split('\n').some((name) => fold(name) === fold(text));
  return [...found.filter(isMeant), ...found.filter((one) => !isMeant(one))];
}
