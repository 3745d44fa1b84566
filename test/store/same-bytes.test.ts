/** What is written from the bytes of the dictionary is what is written from terms, to the byte. */
import { expect } from 'chai';
import { type Quad, rdf, type Term } from '../../src/rdf.js';
import { serialiseQuads } from '../../src/serialise/quads.js';
import { serialiseBindings } from '../../src/serialise/results.js';
import { type EmbeddedStore, openEmbedded } from '../../src/store/embedded.js';
import { toWritten } from '../../src/store/journal/patch.js';
import { nestedQuads, oddQuads, tripleTerm } from './odd-quads.js';

const config = { base: 'http://e/', unionDefaultGraph: false, queryDeadline: 20, maxAnswerBytes: 2 ** 28 };
const open = (quads: Iterable<Quad>, overIds = true): EmbeddedStore => openEmbedded(quads, { ...config, overIds });

const e = (name: string) => rdf.namedNode(`http://e/${name}`);
const whole = 'CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }';
const graphFormats = ['ntriples', 'nquads', 'turtle', 'trig', 'jsonld', 'rdfxml'];
const tableFormats = ['json', 'xml', 'csv', 'tsv'];

/** The answer as it is sent; no chunk ends within a character. */
async function sent(store: EmbeddedStore, query: string, format: string): Promise<string> {
  const wanted = { bindings: format, boolean: format, graph: format };
  const parts: string[] = [];
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  for await (const chunk of (await store.respond(query, wanted)).body) parts.push(decoder.decode(chunk));
  return parts.join('');
}

/** The same from its quads or its rows. */
async function fromTerms(store: EmbeddedStore, query: string, format: string): Promise<string> {
  const result = await store.query(query);
  let text = '';
  if (result.kind === 'bindings') for await (const part of serialiseBindings(result, format)) text += part;
  if (result.kind !== 'graph') return text;
  const quads: Quad[] = [];
  for await (const quad of result.quads) quads.push(quad);
  for await (const part of serialiseQuads(quads, format)) text += part;
  return text;
}

async function compare(store: EmbeddedStore, query: string, formats: readonly string[]): Promise<void> {
  for (const format of formats) {
    const text = await sent(store, query, format);
    expect(text, format).to.equal(await fromTerms(store, query, format));
    expect(text, format).to.not.equal('');
  }
}

/** With changes since the columns were made: terms without bytes, rows that are gone. */
function change(store: EmbeddedStore, quads: readonly Quad[]): EmbeddedStore {
  const made = {
    removed: quads.filter((_, n) => n % 7 === 3),
    added: [
      rdf.quad(e('s1'), e('p0'), rdf.literal('later "one"')),
      rdf.quad(e('s1'), e('p9'), rdf.literal('same', 'eN')),
      rdf.quad(e('rr'), e('p0'), rdf.literal('same', 'EN')),
      rdf.quad(e('rr'), e('p0'), rdf.literal('same', 'en')),
      rdf.quad(e('a'), e('a'), e('a')),
    ],
  };
  store.apply(toWritten(made));
  return store;
}

const isNode = ({ termType }: Term): boolean => termType === 'BlankNode';

const many = (count: number): Quad[] =>
  Array.from({ length: count }, (_, n) => rdf.quad(e(`n${n % 5000}`), e(`p${n % 7}`), rdf.literal(`中文 ${n} é`)));

describe('a graph, from bytes and from quads', () => {
  const cases: readonly (readonly [string, () => EmbeddedStore, readonly string[]])[] = [
    ['with odd terms', () => open(oddQuads(false)), graphFormats],
    ['with terms that XML cannot hold', () => open(oddQuads(true)), graphFormats.slice(0, -1)],
    ['with lists and triple terms', () => open([...oddQuads(false), ...nestedQuads()]), graphFormats],
    ['after changes', () => change(open(oddQuads(false)), oddQuads(false)), graphFormats],
    ['without triples', () => open([]), graphFormats],
    ['of many triples', () => open([...many(25_000), ...oddQuads(false)]), graphFormats],
    ['of many triples, after changes', () => change(open(many(25_000)), many(25_000)), graphFormats],
  ];
  for (const [title, create, formats] of cases)
    it(title, async () => {
      const store = create();
      for (const format of formats) {
        const text = await sent(store, whole, format);
        expect(text, format).to.equal(await fromTerms(store, whole, format));
      }
    });

  it('with texts longer than a chunk', async () => {
    const store = open(
      ['é', '中', '𝄞', 'a'].map((each, n) => rdf.quad(e('s'), e('p'), rdf.literal(each.repeat(90_000 + n)))),
    );
    await compare(store, whole, graphFormats);
  });

  const queries = [
    'CONSTRUCT { ?o ?p ?s ; <http://e/k> ?o } WHERE { ?s ?p ?o }',
    'CONSTRUCT { [] ?p ?o , _:a . _:a <http://e/k> ?s } WHERE { ?s ?p ?o }',
    'CONSTRUCT { ?s <http://e/k> ?t } WHERE { ?s ?p ?o BIND(STRLANG(STR(?o), "EN-gb") AS ?t) }',
    'CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } ORDER BY DESC(?o) ?s ?p',
    'CONSTRUCT { ?s <http://e/k> <<( ?s ?p ?o )>> } WHERE { ?s ?p ?o }',
    'DESCRIBE ?s { ?s ?p ?o }',
    'DESCRIBE <http://e/s> <http://e/nowhere>',
  ];
  for (const query of queries)
    it(`of ${query}`, async () => {
      await compare(open(oddQuads(true)), query, graphFormats.slice(0, -1));
      await compare(change(open(oddQuads(true)), oddQuads(true)), query, graphFormats.slice(0, -1));
    });
});

describe('a table, from bytes and from rows', () => {
  const table = 'SELECT ?s ?p ?o ?none { ?s ?p ?o }';
  it('with odd terms', () => compare(open(oddQuads(false)), table, tableFormats));
  it('with terms that XML cannot hold', async () => {
    await compare(open(oddQuads(true)), table, ['json', 'csv', 'tsv']);
    for (const query of ['SELECT ?o { ?s ?p ?o FILTER(CONTAINS(?o, "\uFFFE")) }', table])
      expect(await sent(open(oddQuads(true)), query, 'xml').catch((error: Error) => error.name)).to.equal(
        'NotExpressible',
      );
  });
  it('with triple terms', () => compare(open(nestedQuads()), table, tableFormats));
  it('after changes', () => compare(change(open(oddQuads(false)), oddQuads(false)), table, tableFormats));
  it('of many rows', () => compare(open(many(25_000)), table, tableFormats));
  it('of terms of its own', () =>
    compare(open(oddQuads(false)), 'SELECT ?o (CONCAT("x, ", STR(?o)) AS ?x) (1 AS ?n) { ?s ?p ?o }', tableFormats));
  it('with unbound values, first and last', () =>
    compare(open(oddQuads(false)), 'SELECT ?a ?s ?b { ?s ?p ?o OPTIONAL { ?o ?a ?b } }', tableFormats));
  it('without rows, and without variables', async () => {
    await compare(open([]), table, tableFormats);
    await compare(open(many(3)), 'SELECT * { <http://e/n0> <http://e/p0> "中文 0 é" }', tableFormats);
  });
  it('with texts longer than a chunk', () =>
    compare(open([rdf.quad(e('s'), e('p'), rdf.literal('中"'.repeat(70_000)))]), table, tableFormats));
});

describe('CONSTRUCT over ids', () => {
  const linesOf = async (quads: Quad[], query: string, overIds: boolean): Promise<string[]> =>
    (await sent(open(quads, overIds), query, 'ntriples')).split('\n').filter(Boolean);

  const triples = [
    rdf.quad(e('a'), e('p'), rdf.literal('x', 'EN')),
    rdf.quad(e('b'), e('p'), rdf.literal('x', 'en')),
    rdf.quad(e('c'), e('q'), tripleTerm as Quad['object']),
  ];
  const expected: readonly (readonly [string, string, readonly string[]])[] = [
    ['has a triple once, whatever its tags are in', 'CONSTRUCT { :k :p ?o } { ?s :p ?o }', ['<k> <p> "x"@en .']],
    ['leaves out what is no triple', 'CONSTRUCT { ?o :p ?s . ?s ?o ?s } { ?s :p ?o }', []],
    [
      'leaves out what has no value',
      'CONSTRUCT { ?s :p ?none , <<( :a :p ?none )>> , <<( ?s ?p ?s )>> } { ?s :p ?o }',
      [],
    ],
    [
      'leaves out triple terms that are none',
      'CONSTRUCT { :k :p <<( ?o :p 1 )>> , <<( ?s ?o 1 )>> , <<( :a :p <<( ?o :p 1 )>> )>> } { ?s :p ?o }',
      [],
    ],
    [
      'fills triple terms',
      'CONSTRUCT { :k :p <<( ?s :p <<( :i :p ?o )>> )>> } { ?s :p ?o FILTER(?s = :a) }',
      ['<k> <p> <<( <a> <p> <<( <i> <p> "x"@en )>> )>> .'],
    ],
    ['hands triple terms on', 'CONSTRUCT { :k :p ?o } { ?s :q ?o }', ['<k> <p> <<( <s> <p> "inner"@en-gb )>> .']],
  ];
  for (const [title, query, lines] of expected)
    it(title, async () => {
      const found = await linesOf(triples, `PREFIX : <http://e/> ${query}`, true);
      expect(found.map((line) => line.replaceAll('http://e/', ''))).to.deep.equal(lines);
      expect(await linesOf(triples, `PREFIX : <http://e/> ${query}`, false), 'by Comunica').to.deep.equal(found);
    });

  it('makes other blank nodes for each row, the same within one', async () => {
    const lines = await linesOf(
      triples,
      'CONSTRUCT { _:n <http://e/s> ?s ; <http://e/t> <<( _:n <http://e/p> _:m )>> } { ?s <http://e/p> ?o }',
      true,
    );
    const nodes = lines.map((line) => line.split(' ')[0]);
    expect(new Set(nodes).size).to.equal(2);
    for (const line of lines.filter((each) => each.includes('<<(')))
      expect(line).to.include(`<<( ${line.split(' ')[0]} `);
    expect(new Set(lines.flatMap((line) => line.match(/_:[\w-]+/g) ?? [])).size).to.equal(4);
  });

  it('is what Comunica makes', async () => {
    for (const query of [
      'CONSTRUCT { ?o ?p ?s ; <http://e/k> ?o } WHERE { ?s ?p ?o }',
      'CONSTRUCT { ?s <http://e/k> ?t } WHERE { ?s ?p ?o BIND(STRLANG(STR(?o), "EN-gb") AS ?t) }',
      'DESCRIBE ?s { ?s ?p ?o }',
    ]) {
      // It labels blank nodes anew.
      const quads = oddQuads(false).filter((quad) => ![quad.subject, quad.object].some(isNode));
      expect(await linesOf(quads, query, true)).to.deep.equal(await linesOf(quads, query, false));
    }
  });
});
