/** What the map shows as a table for programs (RFC 4180). */
import type { Coverage } from './read-coverage.js';

const quote = (value: string | number | undefined): string => {
  const text = String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A row for each place, countries that nothing names among them, and one for each corridor. */
export function writeCsv({ places, corridors }: Coverage): string {
  const rows = [
    ['kind', 'iri', 'code', 'name', 'datasets', 'datasets_without_years', 'origin', 'destination', 'looked_at_by'],
    ...places.map(({ kind, iri, code, name, datasets, undated }) => [kind, iri, code, name, datasets, undated]),
    ...corridors.map(({ iri, from, to, count }) => ['corridor', iri, '', `${from}-${to}`, '', '', from, to, count]),
  ];
  return rows.map((row) => `${Array.from({ length: 9 }, (_, n) => quote(row[n])).join(',')}\r\n`).join('');
}
