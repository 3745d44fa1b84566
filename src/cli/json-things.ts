/** The things of what `extract --json` or `extract --jsonl` wrote. */
import type { EntityJson, ExtractionJson } from '../extract/to-json.js';
import type { Thing, Things, Values } from './thing.js';

const range = (start: number, end: number | null): string => (end === start ? `${start}` : `${start}–${end ?? ''}`);

/** Property → its values, as the output calls them. */
function valuesOf(entity: EntityJson): Readonly<Record<string, readonly (string | null)[]>> {
  const { temporal, countryRoles } = entity;
  return {
    name: [entity.label],
    'other names': entity.aliases,
    owner: entity.agencies,
    'owner found': [entity.inferred ? 'inferred' : null],
    years: temporal === null ? [] : [range(temporal.start, temporal.end)],
    'single years': (temporal?.years ?? []).map(String),
    'years are': [temporal?.qualifier ?? null],
    rounds: entity.rounds.map(
      ({ start, end, countryCount }) =>
        `${range(start, end)}${countryCount === null ? '' : `, ${countryCount} countries`}`,
    ),
    places: [
      ...entity.countries.map((code) => `${code}${countryRoles[code] === undefined ? '' : ` (${countryRoles[code]})`}`),
      ...entity.regions,
    ],
    corridors: entity.corridors.map(([from, to]) => `${from}–${to}`),
    'number of countries': [entity.countryCount?.text ?? null],
    date: [entity.published],
    series: [entity.series],
    'number in series': [entity.seriesNumber],
    themes: entity.themes,
    // What an older extraction was written without says nothing.
    'landing page': [entity.landingPage ?? null],
    contact: [entity.contact ?? null],
    status: [entity.status ?? null],
  };
}

function toThing(doc: string, entity: EntityJson): Thing {
  const said = new Map<string, Values>();
  for (const [name, values] of Object.entries(valuesOf(entity))) {
    const own = values.flatMap((value) => (value === null ? [] : [[value, value] as const]));
    if (own.length > 0) said.set(name, new Map(own));
  }
  return { note: doc, type: entity.type, id: entity.id, label: entity.label, said };
}

/** The extractions that a text holds: one, or one a line. Undefined where it holds anything else. */
export function parseExtractions(text: string): ExtractionJson[] | undefined {
  const parse = (part: string): unknown => {
    try {
      return JSON.parse(part);
    } catch {
      return undefined;
    }
  };
  const whole = parse(text);
  const values =
    whole === undefined
      ? text
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map(parse)
      : [whole];
  const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
    typeof value === 'object' && value !== null;
  // A line that could not be read names nothing.
  const read = values.filter((value) => !(isObject(value) && 'error' in value && 'line' in value));
  const isExtraction = (value: unknown): boolean =>
    isObject(value) && typeof value['doc'] === 'string' && Array.isArray(value['entities']);
  return values.length > 0 && read.every(isExtraction) ? (read as ExtractionJson[]) : undefined;
}

/** The things of extractions; `source` is what the first line of a comparison calls them. */
export function readJsonThings(extractions: readonly ExtractionJson[], source: string): Things {
  const things = extractions.flatMap(({ doc, entities }) => entities.map((entity) => toThing(doc, entity)));
  return { source, kind: 'extraction', things, notes: extractions.map(({ doc }) => doc) };
}
