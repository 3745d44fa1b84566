/** What can be chosen as the value of a parameter: what the graph has of its type, by name. */
import type { Parameter } from '../../questions/question.js';
import { valueTypes } from '../../questions/value-types.js';
import { placeNames } from '../answer/names.js';
import { readRows } from '../read-rows.js';
import type { Services } from '../services.js';
import type { Language } from '../view/language.js';

export interface Choice {
  readonly value: string;
  readonly name: string;
  /** Of the name; undefined where there is none. */
  readonly language?: Language | undefined;
}

/** More than this nobody looks through. */
const mostChoices = 1000;

/** What stands behind the path of its kind in an IRI; undefined for a thing that is named elsewhere. */
function keyOf(iri: string, start: string): string | undefined {
  const key = iri.startsWith(start) ? iri.slice(start.length) : '';
  return key === '' ? undefined : decodeURIComponent(key);
}

async function placesOf(services: Services, path: string, language: Language): Promise<Choice[]> {
  const places = await placeNames(services, language);
  return [...places.values()].flatMap(({ iri, kind, name, language: own }) => {
    const value = (kind === 'country') === (path === 'country/') ? keyOf(iri, services.config.base + path) : undefined;
    return value === undefined ? [] : [{ value, name, language: own }];
  });
}

async function thingsOf(services: Services, query: string, path: string): Promise<Choice[]> {
  const rows = await services.memory(query, () => readRows(services, query, {}, mostChoices + 1));
  return rows.flatMap((row) => {
    const value = keyOf(row.get('thing')?.value ?? '', services.config.base + path);
    return value === undefined ? [] : [{ value, name: row.get('name')?.value ?? value, language: 'en' as const }];
  });
}

function readChoices(services: Services, { type }: Parameter, language: Language): Promise<Choice[]> | Choice[] {
  if (type === 'country' || type === 'region') return placesOf(services, `${type}/`, language);
  if (type === 'agency') return thingsOf(services, 'pages/agencies', 'agency/');
  if (type === 'theme') return thingsOf(services, 'pages/themes', 'theme/');
  return (valueTypes[type].schema.enum ?? []).map((value) => ({ value, name: value }));
}

/** Empty where there is nothing to choose from, or too much. */
export async function choicesFor(services: Services, parameter: Parameter, language: Language): Promise<Choice[]> {
  const choices = await readChoices(services, parameter, language);
  return choices.length > mostChoices ? [] : choices;
}
