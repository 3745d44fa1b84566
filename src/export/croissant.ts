/** The tables of a dump as Croissant 1.0 (https://docs.mlcommons.org/croissant/docs/croissant-spec.html), which tools for machine learning read. */
import { createIris } from '../iris.js';
import { tableFile } from './csvw.js';
import type { GraphAbout, ListedFile } from './dump/manifest.js';
import { type Column, type Table, tables } from './tables.js';

const croissant = 'http://mlcommons.org/croissant/';

/** As the specification gives it (appendix 1), as far as terms are used here. */
const context = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  column: 'cr:column',
  conformsTo: 'dct:conformsTo',
  cr: croissant,
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  dct: 'http://purl.org/dc/terms/',
  extract: 'cr:extract',
  field: 'cr:field',
  fileObject: 'cr:fileObject',
  key: 'cr:key',
  recordSet: 'cr:recordSet',
  references: 'cr:references',
  sc: 'https://schema.org/',
  source: 'cr:source',
} as const;

const dataTypes = { anyURI: 'sc:URL', integer: 'sc:Integer' } as const;

const fieldId = (table: string, column: string): string => `${table}/${column}`;

function describeField({ id }: Table, column: Column): object {
  const { name, title, description, datatype, references } = column;
  return {
    '@type': 'cr:Field',
    '@id': fieldId(id, name),
    name,
    description: description === undefined ? title : `${title}. ${description}`,
    dataType: datatype === undefined ? 'sc:Text' : dataTypes[datatype],
    source: { fileObject: { '@id': tableFile({ id }) }, extract: { column: name } },
    ...(references && { references: { field: { '@id': fieldId(...references) } } }),
  };
}

const describeRecords = (table: Table): object => ({
  '@type': 'cr:RecordSet',
  '@id': table.id,
  name: table.id,
  description: table.title,
  key: table.primaryKey.map((column) => ({ '@id': fieldId(table.id, column) })),
  field: table.columns.map((column) => describeField(table, column)),
});

const describeFile = ({ name, title, mediaType, byteLength, sha256 }: ListedFile, url: string): object => ({
  '@type': 'cr:FileObject',
  '@id': name,
  name,
  description: title,
  contentUrl: url,
  contentSize: `${byteLength} B`,
  encodingFormat: mediaType,
  sha256,
});

/** What the graph does not say of itself is left out. The tables are those among the files, as they are, not packed. */
export function describeCroissant(
  { title, description, publisher, licence, modified }: GraphAbout,
  files: readonly ListedFile[],
  base: string,
): string {
  const iris = createIris(base);
  const described = files.filter(({ holds, packs }) => holds === 'table' && packs === undefined);
  const document = {
    '@context': context,
    '@type': 'sc:Dataset',
    '@id': iris.wholeGraph().value,
    conformsTo: `${croissant}1.0`,
    ...(title !== undefined && { name: title }),
    ...(description !== undefined && { description }),
    ...(publisher !== undefined && { creator: { '@type': 'sc:Organization', name: publisher } }),
    ...(licence !== undefined && { license: licence }),
    ...(modified !== undefined && { datePublished: modified }),
    url: iris.catalogue().value,
    distribution: described.map((file) => describeFile(file, iris.dump(file.name).value)),
    recordSet: tables.map(describeRecords),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}
