/** The suites of the RDF syntaxes, over the parser of uploads and files, and of the canonical forms, over our writers. */
import { serialiseQuads } from '../../../src/serialise/quads.js';
import { parseRdf } from '../../../src/store/rdf/parse-rdf.js';
import { RdfSyntaxError } from '../../../src/store/rdf/rdf-syntax-error.js';
import { isIsomorphic } from '../compare/isomorphic.js';
import { readDocument } from '../documents.js';
import { type Entry, readManifest } from '../manifest.js';
import type { Suite } from '../suite.js';
import { readText } from '../w3c-folder.js';

/** Format, as the names of the tests' types call it. */
const formats: readonly (readonly [RegExp, string])[] = [
  [/^TestTurtle/, 'turtle'],
  [/^TestTrig/, 'trig'],
  [/^TestNTriples/, 'ntriples'],
  [/^TestNQuads/, 'nquads'],
  [/^TestXML/, 'rdfxml'],
];

/** The canonical form says how a line looks, not in what order lines come or what blank nodes are called. */
const linesOf = (text: string): string =>
  text
    .replace(/_:[\w.-]+/g, '_:')
    .split('\n')
    .sort()
    .join('\n');

async function runEntry({ type, input, result }: Entry): Promise<void> {
  const format = formats.find(([pattern]) => pattern.test(type))?.[1] ?? '';
  const parsed = parseRdf(readText(input), format, input);
  if (type.includes('Negative')) {
    const outcome = await parsed.catch((error: unknown) => error);
    if (!(outcome instanceof RdfSyntaxError)) throw new Error('should not parse');
    return;
  }
  const quads = await parsed;
  if (result === undefined) return;
  if (type.endsWith('C14N')) {
    let text = '';
    for await (const part of serialiseQuads(quads, format)) text += part;
    const [got, wanted] = [text, readText(result)].map(linesOf);
    if (got !== wanted) throw new Error(`${JSON.stringify(got)} instead of ${JSON.stringify(wanted)}`);
  } else if (!isIsomorphic(quads, await readDocument(result))) throw new Error('another graph');
}

const suiteOf = (version: '1.1' | '1.2', name: string, folder: string): Suite => ({
  name: `RDF ${version} ${name}`,
  standard: `http://www.w3.org/TR/${version === '1.1' ? '' : 'rdf12-'}${folder}/`,
  async open() {
    const entries = await readManifest(`rdf/rdf${version.replace('.', '')}/rdf-${folder}/manifest.ttl`);
    return entries.map((entry) => ({ iri: entry.iri, run: () => runEntry(entry) }));
  },
});

const syntaxes = [
  ['Turtle', 'turtle'],
  ['TriG', 'trig'],
  ['N-Triples', 'n-triples'],
  ['N-Quads', 'n-quads'],
  ['XML', 'xml'],
] as const;

export const rdfSuites: readonly Suite[] = (['1.1', '1.2'] as const).flatMap((version) =>
  syntaxes.map(([name, folder]) => suiteOf(version, name, folder)),
);
