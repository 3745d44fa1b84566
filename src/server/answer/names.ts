/** What places and subjects are called, in the language of the page; read once for each graph and language. */
import { rdf } from '../../rdf.js';
import { readRows } from '../read-rows.js';
import type { Services } from '../services.js';
import type { Language } from '../view/language.js';

export interface NamedPlace {
  readonly iri: string;
  readonly kind: 'country' | 'region' | 'group';
  readonly name: string;
  /** The language the name is in. */
  readonly language: Language;
  /** How many datasets cover it under its own name. */
  readonly datasets: number;
}

export interface NamedSubject {
  readonly iri: string;
  readonly kind: 'theme' | 'measure';
  readonly name: string;
  readonly datasets: number;
}

/** More than there are on earth, with room for groups. */
const mostPlaces = 10_000;

async function readPlaces(services: Services, language: Language): Promise<Map<string, NamedPlace>> {
  const bindings = { language: rdf.literal(language) };
  const counts = new Map<string, number>();
  for (const row of await readRows(services, 'pages/places-covered', {}, mostPlaces))
    counts.set(row.get('place')?.value ?? '', Number(row.get('count')?.value ?? 0));
  const places = new Map<string, NamedPlace>();
  for (const row of await readRows(services, 'pages/places', { bindings }, 2 * mostPlaces)) {
    const [iri, kind, name] = [row.get('place')?.value ?? '', row.get('kind')?.value, row.get('name')];
    if (name?.termType !== 'Literal') continue;
    const isWanted = name.language === language;
    if (!isWanted && places.has(iri)) continue;
    places.set(iri, {
      iri,
      kind: kind as NamedPlace['kind'],
      name: name.value,
      language: isWanted ? language : 'en',
      datasets: counts.get(iri) ?? 0,
    });
  }
  const { compare } = new Intl.Collator(language);
  return new Map([...places].sort(([, a], [, b]) => compare(a.name, b.name)));
}

/** By IRI, in the order of the language's alphabet. */
export const placeNames = (services: Services, language: Language): Promise<ReadonlyMap<string, NamedPlace>> =>
  services.memory(`places ${language}`, () => readPlaces(services, language));

async function readSubjects(services: Services): Promise<NamedSubject[]> {
  const rows = await readRows(services, 'pages/subjects', {});
  return rows.map((row) => {
    const text = (name: string): string => row.get(name)?.value ?? '';
    const kind = text('kind') as NamedSubject['kind'];
    return { iri: text('subject'), kind, name: text('name'), datasets: Number(text('count')) };
  });
}

/** Those that some dataset has, by name. */
export const subjectNames = (services: Services): Promise<readonly NamedSubject[]> =>
  services.memory('subjects', () => readSubjects(services));
