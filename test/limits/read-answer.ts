/** Answers as programs of others read them: each row or triple as a line, sorted. What is no whole document throws. */
import { Readable } from 'node:stream';
import { parse as parseTable } from 'csv-parse/sync';
import oxigraph from 'oxigraph';
import { SparqlXmlParser } from 'sparqlxml-parse';

type Term = { readonly type: string; readonly value: string; readonly 'xml:lang'?: string; readonly datatype?: string };
type Row = Record<string, { value: string; termType: string; language?: string; datatype?: { value: string } }>;

const names = ['s', 'n', 'o'];

function readJson(text: string): string[] {
  const { head, results } = JSON.parse(text) as {
    head: { vars: string[] };
    results: { bindings: Record<string, Term>[] };
  };
  if (head.vars.join() !== names.join()) throw new Error(`the variables are ${head.vars.join()}`);
  return results.bindings.map((row) => JSON.stringify(names.map((name) => row[name] ?? null)));
}

async function readXml(text: string): Promise<string[]> {
  const rows: string[] = [];
  const stream = new SparqlXmlParser().parseXmlResultsStream(Readable.from([text]));
  for await (const row of stream as unknown as AsyncIterable<Row>)
    rows.push(
      JSON.stringify(
        names.map((name) => {
          const term = row[name];
          return term === undefined ? null : [term.termType, term.value, term.language, term.datatype?.value];
        }),
      ),
    );
  if (!text.trimEnd().endsWith('</sparql>')) throw new Error('the document does not end');
  return rows;
}

function readTable(text: string, delimiter: ',' | '\t'): string[] {
  // TSV escapes what would end a cell, and quotes nothing but terms.
  const quote = delimiter === ',' ? '"' : null;
  const [head, ...rows] = parseTable(text, {
    delimiter,
    quote,
    record_delimiter: quote === null ? '\n' : '\r\n',
  }) as string[][];
  if (head?.map((name) => name.replace('?', '')).join() !== names.join()) throw new Error(`the head is ${head}`);
  return rows.map((row) => JSON.stringify(row));
}

function readTriples(text: string, format: string): string[] {
  return oxigraph.parse(text, { format }).map((quad) => quad.toString());
}

export async function readAnswer(text: string, format: string): Promise<string[]> {
  const rows = await (format === 'json'
    ? readJson(text)
    : format === 'xml'
      ? readXml(text)
      : format === 'csv'
        ? readTable(text, ',')
        : format === 'tsv'
          ? readTable(text, '\t')
          : readTriples(text, format === 'turtle' ? 'text/turtle' : 'application/n-triples'));
  return rows.sort();
}
