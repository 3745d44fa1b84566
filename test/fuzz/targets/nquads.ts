/** N-Quads, spoilt: as RDF that is sent, and as a graph file, which is read line by line. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serialiseNQuads } from '../../../src/serialise/quads.js';
import { labelBlankNodes } from '../../../src/store/rdf/blank-nodes.js';
import { collectLines } from '../../../src/store/rdf/collect-lines.js';
import { parseRdf } from '../../../src/store/rdf/parse-rdf.js';
import { createQuadIndexes } from '../../../src/store/snapshot/quad-indexes.js';
import type { FuzzSession, FuzzTarget } from '../fuzz-target.js';
import { createSpoiler } from '../spoil.js';
import { baseIri, readAndWrite } from './rdf/read-and-write.js';

const samples = [
  '<http://e/s> <http://e/p> <http://e/o> .\n<http://e/s> <http://e/p> "x" <http://e/g> .\n',
  '_:a <http://e/p> _:b.c-d .\n_:b.c-d <http://e/p> _:a _:g .\r\n\r\n# a comment\n<urn:x> <urn:y> "1"^^<http://www.w3.org/2001/XMLSchema#integer> . # more\n',
  '<http://e/s> <http://e/p> "a\\tb\\n\\"c\\\\ \\u00E9\\U0001F600é😀"@en-GB <http://e/g> .\n<http://e/s> <http://e/p> ""@EN .\n<http://e/s> <http://e/p> "x"@ar--rtl .',
  '<http://e/s> <http://e/p> <<( _:a <http://e/p> <<( <http://e/s> <http://e/p> "z" )>> )>> .\n<http://e/s>\t<http://e/p>\t"x"^^<http://www.w3.org/2001/XMLSchema#string>.\n',
  'VERSION "1.2"\n<http://e/\\u00E9> <http://e/é> "x"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#langString> .\n',
];

async function parsed(text: string): Promise<string | undefined> {
  try {
    return serialiseNQuads(labelBlankNodes(await parseRdf(text, 'nquads', baseIri, { keepLabels: true })));
  } catch {
    return undefined;
  }
}

/** What is read line by line is what a parser of the whole reads; or it is left to that. */
async function linesFault(file: string, input: Uint8Array): Promise<string | undefined> {
  writeFileSync(file, input);
  const columns = collectLines(file);
  if (columns === undefined) return undefined;
  const byLines = serialiseNQuads(createQuadIndexes(columns, () => true).quads.readQuads());
  const byParser = await parsed(Buffer.from(input).toString());
  return byLines === byParser ? undefined : `by lines\n${byLines}by the parser\n${byParser}`;
}

async function open(): Promise<FuzzSession> {
  const folder = mkdtempSync(join(tmpdir(), 'migraph-fuzz-'));
  const file = join(folder, 'graph.nq');
  return {
    async probe(input) {
      const outcome = await readAndWrite(input, 'nquads', ['nquads', 'trig']);
      return { ...outcome, fault: outcome.fault ?? (await linesFault(file, input)) };
    },
    async close() {
      rmSync(folder, { recursive: true });
      return undefined;
    },
  };
}

export const nquads: FuzzTarget = {
  name: 'nquads',
  share: 30,
  generate: createSpoiler({
    samples,
    tokens: /<<\(|\)>>|<[^<>\s]*>|"(?:[^"\\\n]|\\.)*"|_:[\w.-]+|@[\w-]+|\^\^|#[^\n]*|\s|[\s\S]/g,
    more: ['<rel>', '<http://e/a b>', '"\\ud800"', '_:1', '_:-', '\ufeff', '.', '@', '--ltr', '\\u0000', 'a'],
    kinds: [/^<http/, /^"/, /^_:/, /^@/, /^\s$/, /^[.]$/],
    brackets: [['<<( <http://e/s> <http://e/p> ', ' )>>']],
  }),
  open,
};
