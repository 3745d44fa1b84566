/** Datasets as DataCite describes them (metadata schema 4), as far as what it demands is stated; what is not stated is listed. */
import type { Binding } from '../serialise/results.js';
import type { JsonWriter } from './json-profile.js';

interface Value {
  readonly text: string;
  readonly language: string;
  readonly more: string | undefined;
}

/** Field → its values. */
type Fields = ReadonlyMap<string, readonly Value[]>;

const schemaVersion = 'http://datacite.org/schema/kernel-4';

const textsOf = (fields: Fields, name: string): string[] => (fields.get(name) ?? []).map(({ text }) => text);

/** `{ lang }` where a text has a language. */
const inLanguage = ({ language }: Value): object => (language === '' ? {} : { lang: language });

/** A name for each agent, in English or the first. */
function agentsOf(fields: Fields, name: string): { name: string; id: string }[] {
  const agents = new Map<string, Value>();
  for (const value of fields.get(name) ?? []) {
    const id = value.more ?? value.text;
    if (!agents.has(id) || value.language === 'en') agents.set(id, value);
  }
  return [...agents].map(([id, { text }]) => ({ name: text, id }));
}

/** DataCite's creators are those who produced the data: whom a note names as joint owners, else the owner. */
function creatorsOf(fields: Fields): object[] {
  const joint = agentsOf(fields, 'creator');
  const creators = joint.length > 0 ? joint : agentsOf(fields, 'publisher');
  return creators.map(({ name }) => ({ name, nameType: 'Organizational' }));
}

function datesOf(fields: Fields): object[] {
  const kinds = { issued: 'Issued', created: 'Created', modified: 'Updated' };
  const dates = Object.entries(kinds).flatMap(([field, dateType]) =>
    textsOf(fields, field).map((date) => ({ date, dateType })),
  );
  const periods = (fields.get('period') ?? []).map(({ text, more }) => ({
    date: more === text ? text : `${text}/${more ?? ''}`,
    dateType: 'Coverage',
  }));
  return [...dates, ...periods];
}

const related = (fields: Fields, field: string, relationType: string): object[] =>
  textsOf(fields, field).map((relatedIdentifier) => ({
    relatedIdentifier,
    relatedIdentifierType: 'URL',
    relationType,
  }));

/** What it demands; a list that is empty is not stated. */
const demanded = (fields: Fields) => ({
  creators: creatorsOf(fields),
  titles: (fields.get('title') ?? []).map((value) => ({ title: value.text, ...inLanguage(value) })),
  publisher: agentsOf(fields, 'publisher').slice(0, 1),
  publicationYear: textsOf(fields, 'issued').flatMap((date) => /^\d{4}/.exec(date) ?? []),
});

function describe(id: string, fields: Fields): object {
  const { creators, titles, publisher, publicationYear } = demanded(fields);
  return {
    id,
    url: id,
    schemaVersion,
    types: { resourceTypeGeneral: 'Dataset', resourceType: 'Dataset' },
    identifiers: [id, ...textsOf(fields, 'identifier')].map((identifier) => ({
      identifier,
      identifierType: URL.canParse(identifier) ? 'URL' : 'Other',
    })),
    creators,
    titles: [
      ...titles,
      ...(fields.get('otherTitle') ?? []).map((value) => ({
        title: value.text,
        titleType: 'AlternativeTitle',
        ...inLanguage(value),
      })),
    ],
    publisher: { name: publisher[0]?.name },
    publicationYear: Number(publicationYear[0]),
    subjects: textsOf(fields, 'subject').map((subject) => ({ subject })),
    dates: datesOf(fields),
    descriptions: (fields.get('description') ?? []).map((value) => ({
      description: value.text,
      descriptionType: 'Abstract',
      ...inLanguage(value),
    })),
    geoLocations: textsOf(fields, 'place').map((geoLocationPlace) => ({ geoLocationPlace })),
    rightsList: textsOf(fields, 'licence').map((rightsUri) => ({ rightsUri })),
    relatedIdentifiers: [...related(fields, 'page', 'IsDescribedBy'), ...related(fields, 'issuedAs', 'IsPublishedIn')],
  };
}

/** Rows that come together, as the fields of one dataset. */
async function* groupRows(rows: AsyncIterable<Binding>): AsyncGenerator<{ id: string; fields: Fields }> {
  let [id, fields] = ['', new Map<string, Value[]>()];
  for await (const row of rows) {
    const [dataset, field, value] = [row.get('dataset'), row.get('field'), row.get('value')];
    if (dataset?.termType !== 'NamedNode' || field === undefined || value === undefined) continue;
    if (dataset.value !== id) {
      if (fields.size > 0) yield { id, fields };
      [id, fields] = [dataset.value, new Map()];
    }
    const language = value.termType === 'Literal' ? value.language : '';
    const known = fields.get(field.value) ?? [];
    fields.set(field.value, [...known, { text: value.value, language, more: row.get('more')?.value }]);
  }
  if (fields.size > 0) yield { id, fields };
}

const indent = (value: object): string => JSON.stringify(value, null, 1).replaceAll('\n', '\n  ');

async function* write(rows: AsyncIterable<Binding>): AsyncGenerator<string> {
  const leftOut: object[] = [];
  let count = 0;
  yield '{\n "data": [';
  for await (const { id, fields } of groupRows(rows)) {
    const missing = Object.entries(demanded(fields)).flatMap(([name, values]) => (values.length === 0 ? [name] : []));
    if (missing.length > 0) {
      leftOut.push({ id, title: textsOf(fields, 'title')[0] ?? null, notStated: missing });
      continue;
    }
    yield `${count === 0 ? '' : ','}\n  ${indent(describe(id, fields))}`;
    count += 1;
  }
  const rest = leftOut.map((one) => `\n  ${JSON.stringify(one)}`).join(',');
  yield `\n ],\n "leftOut": [${rest}\n ]\n}\n`;
}

export const dataCite: JsonWriter = { mediaType: 'application/vnd.datacite.datacite+json', write };
