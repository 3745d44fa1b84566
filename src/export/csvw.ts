/** What the tables say, column by column, as CSV on the Web (Metadata Vocabulary for Tabular Data). */
import { tables as allTables, type Column, type Table } from './tables.js';

/** Where it lies, beside the tables. */
export const tablesMetadata = 'tables-metadata.json';

/** Of CSVW: beyond it only media types of its own are known. */
export const csvwMediaType = 'application/csvm+json';

export const tableFile = ({ id }: Pick<Table, 'id'>): string => `${id}.csv`;

/** A property as a URI template (RFC 6570); what says nothing of what the row is about stands for itself. */
function describeProperty({ property, propertyFrom }: Column): object {
  if (property !== undefined) return { propertyUrl: property.value };
  return propertyFrom === undefined ? { suppressOutput: true } : { propertyUrl: `{+${propertyFrom}}` };
}

const describeColumn = (column: Column): object => ({
  name: column.name,
  // The first is the one that the table has in its head.
  titles: [column.name, column.title],
  ...(column.description !== undefined && { 'dc:description': column.description }),
  datatype: column.datatype ?? 'string',
  ...(column.required && { required: true }),
  ...describeProperty(column),
  ...(column.datatype === 'anyURI' && { valueUrl: `{+${column.name}}` }),
});

const describeReference = ({ name, references: [table, column] = ['', ''] }: Column): object => ({
  columnReference: name,
  reference: { resource: tableFile({ id: table }), columnReference: column },
});

const describeTable = (table: Table): object => ({
  url: tableFile(table),
  'dc:title': table.title,
  tableSchema: {
    columns: table.columns.map(describeColumn),
    primaryKey: table.primaryKey,
    aboutUrl: `{+${table.about}}`,
    rowTitles: table.columns.flatMap(({ name }) => (name === 'title' || name === 'name' ? [name] : [])),
    foreignKeys: table.columns.filter(({ references }) => references !== undefined).map(describeReference),
  },
});

/** A group of all tables; `url`s are relative to it. `licence`: where one is stated. */
export function describeTables({ licence }: { readonly licence?: string | undefined }, tables = allTables): string {
  const group = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    ...(licence !== undefined && { 'dc:license': { '@id': licence } }),
    tables: tables.map(describeTable),
  };
  return `${JSON.stringify(group, null, 1)}\n`;
}
