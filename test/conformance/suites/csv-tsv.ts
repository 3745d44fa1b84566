/** CSV and TSV, compared as they are written. */
import { rdf, type Term } from '../../../src/rdf.js';
import { openPlain, readDocuments } from '../documents.js';
import type { Entry } from '../manifest.js';
import { expectSame } from '../results/answer.js';
import { mapColumns } from '../results/columns.js';
import { readCsv, readTsv } from '../results/delimited.js';
import { readText } from '../w3c-folder.js';
import { askForText } from './ask.js';

/** A label is of no account; where labels stand must agree, which the tables show. */
const withoutLabels = (text: string): string => text.replace(/_:\w+/g, '_:');

/** The rows in order, each as it stands in the text; CSV may end lines with CRLF or LF. */
const linesOf = (text: string): string[] => withoutLabels(text).split(/\r?\n/);

/** A double may be written with `e` or `E` (SPARQL grammar, rule DOUBLE). */
const foldExponent = (_column: string, term: Term): Term =>
  term.termType === 'Literal' && term.datatype.value.endsWith('#double')
    ? rdf.literal(term.value.toUpperCase(), term.datatype)
    : term;

export async function runDelimitedEntry({ input, before, result }: Entry): Promise<void> {
  if (result === undefined) throw new Error('the manifest names no result');
  const format = result.endsWith('.csv') ? 'csv' : 'tsv';
  const store = openPlain(await readDocuments(before));
  try {
    const { text } = await askForText(store, readText(input), format, { baseIri: input });
    const wanted = readText(result);
    const read = format === 'csv' ? readCsv : readTsv;
    expectSame(mapColumns(await read(text), foldExponent), mapColumns(await read(wanted), foldExponent));
    const [got, expected] = [linesOf(text), linesOf(wanted)].map((lines) => lines.join('\n').toUpperCase());
    if (got !== expected) throw new Error(`not as it should be written:\n${text}`);
  } finally {
    await store.close();
  }
}
