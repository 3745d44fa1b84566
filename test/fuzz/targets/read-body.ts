/** Reads an answer as its media type says it is to be read; throws where it cannot be. */
import { findFormat } from '../../../src/formats.js';
import { parseRdf } from '../../../src/store/rdf/parse-rdf.js';
import type { FullAnswer } from '../../conformance/results/answer.js';
import { readCsv, readTsv } from '../../conformance/results/delimited.js';
import { readJsonResults } from '../../conformance/results/json.js';
import { readXmlResults } from '../../conformance/results/xml.js';

async function readResults(text: string, format: string): Promise<FullAnswer> {
  if (format === 'json') return readJsonResults(text);
  if (format === 'xml') return readXmlResults(text);
  return format === 'csv' ? readCsv(text) : readTsv(text);
}

/** No row has a value for a variable that the head does not name. */
function checkColumns(answer: FullAnswer): void {
  if (answer.kind !== 'bindings') return;
  const known = new Set(answer.variables);
  for (const row of answer.rows)
    for (const name of row.keys()) if (!known.has(name)) throw new Error(`a value for ?${name}, which is no column`);
}

/** Under which the fuzzed server has its names, its JSON-LD context among them. */
export const fuzzedBase = 'http://e/';

export async function readBody(text: string, contentType: string): Promise<void> {
  if (contentType.startsWith('text/html')) {
    if (!/^<!doctype html>[\s\S]*<\/html>\s*$/.test(text)) throw new Error('a page that is not whole');
    return;
  }
  const format = findFormat(contentType);
  if (format === undefined) throw new Error(`an unknown media type, "${contentType}"`);
  if (format.carries.includes('bindings')) checkColumns(await readResults(text, format.id));
  else await parseRdf(text, format.id, `${fuzzedBase}answer`);
}
