/** Graphs of the W3C suites go into the store and out of it in every syntax, and are read back the same, or refused. */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { expect } from 'chai';
import { readContext } from '../../src/export/json-ld-context.js';
import { findFormat } from '../../src/formats.js';
import { type Quad, rdf } from '../../src/rdf.js';
import { NotExpressible } from '../../src/serialise/not-expressible.js';
import { serialiseQuads } from '../../src/serialise/quads.js';
import { reifyClassically } from '../../src/serialise/reify-classically.js';
import { writeQuad } from '../../src/serialise/terms.js';
import type { EmbeddedStore } from '../../src/store/embedded.js';
import { toWritten } from '../../src/store/journal/patch.js';
import { parseRdf } from '../../src/store/rdf/parse-rdf.js';
import { isIsomorphic } from '../conformance/compare/isomorphic.js';
import { openPlain } from '../conformance/documents.js';
import { readDataset } from '../conformance/suites/update.js';
import { iriOf, w3cFolder, whyWithout } from '../conformance/w3c-folder.js';

const context = readContext();
const formatsOfGraphs = ['turtle', 'trig', 'ntriples', 'nquads', 'jsonld', 'rdfxml'];
const formatsOfDatasets = ['trig', 'nquads', 'jsonld'];
const folders = ['rdf/rdf11', 'rdf/rdf12'];

/** What the file holds; undefined for one that is wrong on purpose. */
async function readQuads(folder: string, file: string): Promise<readonly Quad[] | undefined> {
  const format = findFormat(extname(file).slice(1))?.id ?? '';
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(join(folder, file)));
    const quads = await parseRdf(text, format, iriOf(file));
    return [...new Map(quads.map((quad) => [writeQuad(quad), quad])).values()];
  } catch {
    return undefined;
  }
}

const isDataset = (quads: readonly Quad[]): boolean => quads.some(({ graph }) => graph.termType !== 'DefaultGraph');

/** Into the store and out of it; of a dataset no query gives the graphs, and it is taken as it was read. */
async function passThrough(store: EmbeddedStore, quads: readonly Quad[]): Promise<readonly Quad[]> {
  if (isDataset(quads)) return quads;
  store.apply(toWritten({ removed: [], added: quads }));
  const result = await store.query('CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }');
  const found: Quad[] = [];
  if (result.kind === 'graph') for await (const quad of result.quads) found.push(quad);
  store.apply(toWritten({ removed: quads, added: [] }));
  return found;
}

async function write(quads: readonly Quad[], format: string): Promise<string> {
  let text = '';
  // With the context that the server compacts with.
  for await (const part of serialiseQuads(quads, format, { context })) text += part;
  return text;
}

/** JSON-LD has no triple terms: it gets statements in their place. */
const expected = (quads: readonly Quad[], format: string): Iterable<Quad> =>
  format === 'jsonld' ? reifyClassically(quads) : quads;

/** How it went: `same`, or why not. */
async function outcomeOf(quads: readonly Quad[], answered: readonly Quad[], format: string): Promise<string> {
  try {
    const back = await parseRdf(await write(answered, format), format, 'http://elsewhere.example/');
    return isIsomorphic(expected(quads, format), back) ? 'same' : 'not the same';
  } catch (error) {
    if (error instanceof NotExpressible) return error.message.replace(/U\+\w+|<.*>/, '…');
    return String(error);
  }
}

describe('round trips', function () {
  this.timeout(600_000);

  const folder = w3cFolder;
  if (folder === undefined) return it(`are made only with the suites at hand: ${whyWithout}`);

  const store = openPlain([]);
  after(() => store.close());

  for (const under of folders)
    it(`${under}: every graph that can be read survives each syntax that can hold it`, async () => {
      const outcomes = new Map<string, string[]>();
      const files = readdirSync(join(folder, under), { recursive: true, encoding: 'utf8' });
      let read = 0;
      for (const file of files.filter((name) => /\.(ttl|nt|nq|trig|rdf)$/.test(name)).sort()) {
        const quads = await readQuads(folder, join(under, file));
        if (quads === undefined) continue;
        read += 1;
        const answered = await passThrough(store, quads);
        for (const format of isDataset(quads) ? formatsOfDatasets : formatsOfGraphs) {
          const outcome = `${format}: ${await outcomeOf(quads, answered, format)}`;
          outcomes.set(outcome, [...(outcomes.get(outcome) ?? []), file]);
        }
      }
      expect(read).to.be.above(300);
      const others = [...outcomes].filter(([outcome]) => !outcome.endsWith(': same'));
      const unforeseen = others.filter(([outcome]) => !/^rdfxml: (XML cannot hold|RDF\/XML has no name)/.test(outcome));
      expect(Object.fromEntries(unforeseen)).to.deep.equal({});
    });

  for (const under of folders)
    it(`${under}: every graph survives a query by GRAPH, in each syntax of results`, async () => {
      const files = readdirSync(join(folder, under), { recursive: true, encoding: 'utf8' });
      const faults: string[] = [];
      let compared = 0;
      for (const file of files.filter((name) => /\.(ttl|nt|nq|trig|rdf)$/.test(name)).sort()) {
        const quads = await readQuads(folder, join(under, file));
        if (quads === undefined || quads.length === 0) continue;
        store.apply(toWritten({ removed: [], added: quads }));
        for (const format of ['json', 'xml', 'tsv'] as const) {
          const outcome = await readDataset(store, format).then(
            (back) => (isIsomorphic(quads, back) ? 'same' : 'not the same'),
            (error: unknown) => (error instanceof NotExpressible ? 'refused' : String(error)),
          );
          compared += 1;
          // What XML 1.0 has no character for it refuses.
          if (outcome !== 'same' && !(outcome === 'refused' && format === 'xml'))
            faults.push(`${file} ${format}: ${outcome}`);
        }
        store.apply(toWritten({ removed: quads, added: [] }));
      }
      expect(compared).to.be.above(900);
      expect(faults).to.deep.equal([]);
    });

  it('the same with directions and triple terms that no file of theirs holds together', async () => {
    const e = (name: string) => rdf.namedNode(`http://e.example/${name}`);
    const word = rdf.literal('كلمة', { language: 'ar', direction: 'rtl' } as unknown as string);
    const inner = rdf.quad(rdf.blankNode('x'), e('p'), word) as unknown as Quad['object'];
    const outer = rdf.quad(e('s'), e('q'), inner) as unknown as Quad['object'];
    const quads = [rdf.quad(e('s'), e('says'), outer), rdf.quad(e('s'), e('word'), word)];
    const answered = await passThrough(store, quads);
    for (const format of formatsOfGraphs) expect(await outcomeOf(quads, answered, format), format).to.equal('same');
  });
});
