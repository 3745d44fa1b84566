/** What every GraphStore must do when it is written to; run it with a function that opens the store under test. */
import { expect } from 'chai';
import { type Quad, rdf } from '../../src/rdf.js';
import { writeTriple } from '../../src/serialise/terms.js';
import {
  type GraphName,
  type GraphStore,
  QueryFault,
  type RdfText,
  type UpdateOptions,
} from '../../src/store/graph-store.js';
import { parseRdf } from '../../src/store/rdf/parse-rdf.js';
import { itBut, type Skipped } from './skipped.js';

export interface WriteSettings {
  readonly base: string;
  readonly unionDefaultGraph: boolean;
}

type Open = (quads: Iterable<Quad>, settings: WriteSettings) => Promise<GraphStore>;

const base = 'http://data.example/';
const data = `@prefix ex: <http://e/> .
ex:u ex:p 1 .
<http://g/a> { ex:a ex:p 2 . _:x ex:name "held" }
<http://g/b> { ex:b ex:p 3 }`;

const everything =
  'SELECT ?g ?s ?p ?o { { GRAPH ?g { ?s ?p ?o } } UNION { ?s ?p ?o FILTER NOT EXISTS { GRAPH ?x { ?s ?p ?o } } } }';
const graph = (name: string) => rdf.namedNode(`http://g/${name}`);
const turtle = (...texts: string[]) => ({ parts: texts.map((text) => ({ format: 'turtle', text })), baseIri: base });

function groupByGraph(quads: readonly Quad[]): Quad[][] {
  const groups = new Map<string, Quad[]>();
  for (const quad of quads) groups.set(quad.graph.value, [...(groups.get(quad.graph.value) ?? []), quad]);
  return [...groups.values()];
}

/** All rows of a query, as text in order; blank nodes as they are labelled. */
async function rows(store: GraphStore, query: string): Promise<string[]> {
  const result = await store.query(query);
  if (result.kind !== 'bindings') throw new Error(`rows were expected, not a ${result.kind}`);
  const all: string[] = [];
  for await (const row of result.rows)
    all.push(result.variables.map((name) => row.get(name)?.value.replace(/^http:\/\/e\//, '') ?? '-').join(' '));
  return all.sort();
}

async function fault(promise: Promise<unknown>): Promise<QueryFault> {
  const outcome = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(outcome).to.be.instanceOf(QueryFault);
  return outcome as QueryFault;
}

/** Registers the suite with mocha; `skipped`: title of a test → why this store cannot do it. */
export function writeSuite(name: string, open: Open, skipped: Skipped = {}): void {
  describe(`${name}, written to`, () => {
    const it = itBut(skipped);
    let store: GraphStore;
    /** Without the union. */
    let plain: GraphStore;
    const fill = async (empty: GraphStore): Promise<void> => {
      await empty.update('DROP ALL');
      for (const quads of groupByGraph(await parseRdf(data, 'trig', base))) {
        const text = quads.map(writeTriple).join('');
        const name = quads[0]?.graph as GraphName;
        await empty.writeGraph(name, { parts: [{ format: 'ntriples', text }], baseIri: base }, 'add');
      }
    };
    // Starting takes some stores longer than all that is tested here.
    before(async () => {
      store = await open([], { base, unionDefaultGraph: true });
      plain = await open([], { base, unionDefaultGraph: false });
    });
    beforeEach(() => Promise.all([fill(store), fill(plain)]));
    after(() => Promise.all([store.close(), plain.close()]));

    describe('the dataset of an update', () => {
      const mark = 'INSERT { GRAPH <http://g/new> { ?s <http://e/seen> true } }';
      const seen = (of: GraphStore) => rows(of, 'SELECT ?s { GRAPH <http://g/new> { ?s ?p ?o } }');
      const cases: [string, string, UpdateOptions, string[]][] = [
        ['is what a query sees', `${mark} WHERE { ?s <http://e/p> ?o }`, {}, ['a', 'b', 'u']],
        ['is USING', `${mark} USING <http://g/a> WHERE { ?s <http://e/p> ?o }`, {}, ['a']],
        [
          'is the merge of several',
          `${mark} USING <http://g/a> USING <http://g/b> WHERE { ?s <http://e/p> ?o }`,
          {},
          ['a', 'b'],
        ],
        [
          'has no named graph but those of USING NAMED',
          `${mark} USING NAMED <http://g/b> WHERE { GRAPH ?g { ?s <http://e/p> ?o } }`,
          {},
          ['b'],
        ],
        [
          'has an empty default graph with USING NAMED alone',
          `${mark} USING NAMED <http://g/b> WHERE { ?s <http://e/p> ?o }`,
          {},
          [],
        ],
        [
          'has an empty graph where one is not held',
          `${mark} USING <http://g/none> WHERE { ?s <http://e/p> ?o }`,
          {},
          [],
        ],
        ['is what the protocol says', `${mark} WHERE { ?s <http://e/p> ?o }`, { defaultGraphs: ['http://g/b'] }, ['b']],
        [
          'is what the protocol says of named graphs',
          `${mark} WHERE { GRAPH ?g { ?s <http://e/p> ?o } }`,
          { namedGraphs: ['http://g/a'] },
          ['a'],
        ],
        [
          'is WITH for all that has no graph',
          `WITH <http://g/a> INSERT { GRAPH <http://g/new> { ?s <http://e/seen> ?o } } WHERE { ?s <http://e/p> ?o }`,
          {},
          ['a'],
        ],
      ];
      for (const [what, update, options, wanted] of cases)
        it(what, async () => {
          await store.update(update, options);
          expect(await seen(store)).to.deep.equal(wanted);
        });
      it('is the unnamed graph where the union is off', async () => {
        await plain.update(`${mark} WHERE { ?s <http://e/p> ?o }`);
        expect(await seen(plain)).to.deep.equal(['u']);
      });
      it('is refused where both the protocol and the update name it', async () => {
        const options = { namedGraphs: ['http://g/a'] };
        for (const update of [
          `WITH <http://g/a> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }`,
          `${mark} USING <http://g/a> WHERE {}`,
        ])
          expect((await fault(store.update(update, options))).kind).to.equal('malformed');
        await store.update('CLEAR GRAPH <http://g/a> ; DELETE WHERE { ?s ?p ?o }', options);
      });
      it('has in it what the operations before have written', async () => {
        await store.update(
          `DROP ALL ; INSERT DATA { GRAPH <http://g/1> { <http://e/x> <http://e/p> 1 } } ;
           ${mark} WHERE { ?s <http://e/p> ?o } ; DELETE DATA { GRAPH <http://g/1> { <http://e/x> <http://e/p> 1 } } ;
           INSERT { <http://e/last> <http://e/p> ?n } WHERE { SELECT (COUNT(*) AS ?n) { ?s <http://e/p> ?o } }`,
          { defaultGraphs: ['http://g/1'] },
        );
        expect(await rows(store, everything)).to.deep.equal(['- last p 0', 'http://g/new x seen true']);
      });
    });

    describe('an update', () => {
      it('finds all before it writes anything', async () => {
        await plain.update('INSERT DATA { <http://e/n> <http://e/p> 1, 2, 3 }');
        await plain.update('INSERT { ?s <http://e/p> ?more } WHERE { ?s <http://e/p> ?o BIND(?o + 1 AS ?more) }');
        expect(await rows(plain, 'SELECT ?o { <http://e/n> ?p ?o }')).to.deep.equal(['1', '2', '3', '4']);
        await plain.update('DELETE { ?s ?p ?o } INSERT { ?s ?p ?more } WHERE { ?s ?p ?o BIND(?o + 1 AS ?more) }');
        expect(await rows(plain, 'SELECT ?o { <http://e/n> ?p ?o }')).to.deep.equal(['2', '3', '4', '5']);
      });
      it('leaves out what would be no RDF, and what has no value', async () => {
        await store.update(`INSERT { GRAPH <http://g/new> { ?bad <http://e/p> 1 . ?s ?bad 1 . ?s <http://e/p> ?none, ?ok } }
          WHERE { VALUES (?s ?bad ?ok) { (<http://e/s> "text" "ok") } }`);
        await store.update(`INSERT { GRAPH <http://g/new> { <http://e/s> <http://e/p> ?o } }
          WHERE { VALUES ?i { 1 } BIND(IF(?i = 1, STRLANG("x", "no tag"), 1) AS ?o) }`);
        await store.update('INSERT { GRAPH <http://g/new> { ?i <http://e/p> 1 } } WHERE { BIND(IRI("a b>c") AS ?i) }', {
          baseIri: base,
        });
        expect(await rows(store, 'SELECT ?s ?p ?o { GRAPH <http://g/new> { ?s ?p ?o } }')).to.deep.equal(['s p ok']);
      });
      it('is refused where its data is no RDF', async () => {
        for (const update of ['INSERT DATA { <relative> <http://e/p> 1 }', 'DELETE DATA { <http://e/s> <relative> 1 }'])
          expect((await fault(store.update(update))).kind).to.equal('malformed');
      });
      it('may carry much data', async () => {
        const triples = Array.from({ length: 5000 }, (_, n) => `<http://e/s> <http://e/n> ${n} .`);
        await store.update(`INSERT DATA { ${triples.join('\n')} }`);
        expect(await rows(store, 'SELECT (COUNT(*) AS ?n) { ?s <http://e/n> ?o }')).to.deep.equal(['5000']);
      });
      it('is refused with too much of it, or too many operations', async () => {
        expect(
          (await fault(store.update(`INSERT DATA { <http://e/s> <http://e/p> "${'x'.repeat(1_000_000)}" }`))).kind,
        ).to.equal('too-long');
        expect((await fault(store.update('CLEAR DEFAULT;\n'.repeat(1001)))).kind).to.equal('too-long');
      });
      it('keeps every kind of term', async () => {
        const terms =
          '"x"@en, "x"@en--rtl, "\\u0001\\n\\r\\"\\\\", "😀", "1"^^<http://e/own>, <<( <http://e/s> <http://e/p> "o" )>>, <http://e/ä>';
        await store.update(`INSERT DATA { GRAPH <http://g/t> { <http://e/s> <http://e/p> ${terms} } }`);
        for (const term of terms.split(', '))
          await store.update(`DELETE DATA { GRAPH <http://g/t> { <http://e/s> <http://e/p> ${term} } }`);
        expect(await rows(store, 'SELECT * { GRAPH <http://g/t> { ?s ?p ?o } }')).to.deep.equal([]);
      });
      it('keeps triples that still stand in another graph in the union', async () => {
        await store.update('INSERT DATA { GRAPH <http://g/a> { <http://e/b> <http://e/p> 3 } }');
        await store.update('DROP GRAPH <http://g/b>');
        expect(await rows(store, 'SELECT ?s { ?s <http://e/p> 3 }')).to.deep.equal(['b']);
        await store.update('DELETE DATA { GRAPH <http://g/a> { <http://e/b> <http://e/p> 3 } }');
        expect(await rows(store, 'SELECT ?s { ?s <http://e/p> 3 }')).to.deep.equal([]);
      });
    });

    describe('operations on whole graphs', () => {
      const named = (of: GraphStore) => rows(of, 'SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g');
      const cases: [string, string[]][] = [
        ['CLEAR DEFAULT', ['http://g/a 2', 'http://g/b 1']],
        ['CLEAR NAMED', []],
        ['DROP GRAPH <http://g/a>', ['http://g/b 1']],
        ['DROP SILENT GRAPH <http://g/none>', ['http://g/a 2', 'http://g/b 1']],
        ['CLEAR GRAPH <http://g/none>', ['http://g/a 2', 'http://g/b 1']],
        ['COPY <http://g/b> TO <http://g/a>', ['http://g/a 1', 'http://g/b 1']],
        ['COPY DEFAULT TO <http://g/a>', ['http://g/a 1', 'http://g/b 1']],
        ['MOVE <http://g/b> TO <http://g/a>', ['http://g/a 1']],
        ['MOVE <http://g/a> TO DEFAULT', ['http://g/b 1']],
        ['ADD <http://g/b> TO <http://g/a>', ['http://g/a 3', 'http://g/b 1']],
        ['ADD SILENT <http://g/none> TO <http://g/a>', ['http://g/a 2', 'http://g/b 1']],
        ['COPY <http://g/a> TO <http://g/a>', ['http://g/a 2', 'http://g/b 1']],
        ['CREATE GRAPH <http://g/new>', ['http://g/a 2', 'http://g/b 1']],
      ];
      for (const [update, wanted] of cases)
        it(update, async () => {
          await plain.update(update);
          expect(await named(plain)).to.deep.equal(wanted);
        });
      it('copy the unnamed graph, not the union', async () => {
        await store.update('COPY DEFAULT TO <http://g/new>');
        expect(await rows(store, 'SELECT ?s { GRAPH <http://g/new> { ?s ?p ?o } }')).to.deep.equal(['u']);
      });
      it('fail on a graph that is not there, and change nothing', async () => {
        const before = await rows(store, everything);
        for (const update of [
          'DROP GRAPH <http://g/none>',
          'COPY <http://g/none> TO <http://g/a>',
          'MOVE <http://g/none> TO DEFAULT',
          'CREATE GRAPH <http://g/a>',
        ])
          expect((await fault(store.update(`CLEAR GRAPH <http://g/b>; ${update}`))).kind, update).to.equal('refused');
        expect(await rows(store, everything)).to.deep.equal(before);
      });
    });

    describe('an update of one graph alone', () => {
      const own = (of: GraphStore) => rows(of, 'SELECT ?s ?o { GRAPH <http://g/a> { ?s <http://e/p> ?o } }');
      const within = 'http://g/a';
      it('has it as its default graph', async () => {
        await store.update('DELETE { ?s ?p ?o } INSERT { ?s ?p 9 } WHERE { ?s ?p ?o FILTER(isIRI(?s)) }', { within });
        expect(await own(store)).to.deep.equal(['a 9']);
        await store.update('INSERT DATA { <http://e/c> <http://e/p> 4 }', { within });
        expect(await own(store)).to.deep.equal(['a 9', 'c 4']);
        await store.update('CLEAR DEFAULT', { within });
        expect([await own(store), await rows(store, 'SELECT ?s { ?s <http://e/p> ?o }')]).to.deep.equal([
          [],
          ['b', 'u'],
        ]);
      });
      it('may call it by its name', async () => {
        await store.update(
          'WITH <http://g/a> DELETE { ?s ?p 2 } INSERT { GRAPH <http://g/a> { ?s ?p 8 } } WHERE { GRAPH <http://g/a> { ?s ?p 2 } }',
          { within },
        );
        expect(await own(store)).to.deep.equal(['a 8']);
        await store.update('DROP GRAPH <http://g/a>', { within });
        expect(await own(store)).to.deep.equal([]);
      });
      it('may be of the unnamed one', async () => {
        await store.update('DELETE { ?s ?p ?o } INSERT { ?s ?p 7 } WHERE { ?s ?p ?o }', { within: '' });
        expect(await rows(store, 'SELECT ?s ?o { ?s <http://e/p> ?o }')).to.deep.equal(['a 2', 'b 3', 'u 7']);
      });
      it('sees no other, and writes to none', async () => {
        await store.update('INSERT { ?s ?p 5 } WHERE { GRAPH ?g { ?s ?p ?o } FILTER(?g != <http://g/a>) }', { within });
        expect(await own(store)).to.deep.equal(['a 2']);
        const other = [
          'INSERT DATA { GRAPH <http://g/b> { <http://e/x> <http://e/p> 1 } }',
          'CLEAR ALL',
          'DROP GRAPH <http://g/b>',
          'INSERT { ?s ?p ?o } USING <http://g/b> WHERE { ?s ?p ?o }',
          'COPY <http://g/b> TO DEFAULT',
          'WITH <http://g/b> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }',
          'INSERT { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } }',
        ];
        for (const update of other)
          expect((await fault(store.update(update, { within }))).kind, update).to.equal('refused');
      });
    });

    describe('blank nodes', () => {
      const names = (of: GraphStore) => rows(of, 'SELECT ?b { ?b <http://e/name> ?o }');
      it('are new ones in every update and every upload, whatever they are called', async () => {
        await store.update('INSERT DATA { _:x <http://e/name> "one" . _:x <http://e/name> "two" }');
        await store.update('INSERT DATA { _:x <http://e/name> "three" }');
        for (const format of ['turtle', 'ntriples'])
          await store.writeGraph(
            graph('c'),
            { parts: [{ format, text: '_:x <http://e/name> "up" .' }], baseIri: base },
            'add',
          );
        const json = { format: 'jsonld', text: '{ "@id": "_:x", "http://e/name": "up" }' };
        const xml = {
          format: 'rdfxml',
          text: '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/"><r:Description r:nodeID="x"><e:name>up</e:name></r:Description></r:RDF>',
        };
        await store.writeGraph(graph('c'), { parts: [json, xml], baseIri: base }, 'add');
        expect(await rows(store, 'SELECT (COUNT(DISTINCT ?b) AS ?n) { ?b <http://e/name> ?o }')).to.deep.equal(['7']);
      });
      it('are one within a text, and another for each solution', async () => {
        await store.writeGraph(
          graph('c'),
          turtle('_:x <http://e/k> 1 ; <http://e/l> 2 .', '_:x <http://e/k> 1 .'),
          'add',
        );
        expect(await rows(store, 'SELECT (COUNT(*) AS ?n) { ?b <http://e/k> 1 }')).to.deep.equal(['2']);
        expect(await rows(store, 'SELECT (COUNT(*) AS ?n) { ?b <http://e/k> 1 ; <http://e/l> 2 }')).to.deep.equal([
          '1',
        ]);
        await store.update('INSERT { _:n <http://e/of> ?s ; <http://e/at> ?o } WHERE { ?s <http://e/p> ?o }');
        expect(
          await rows(store, 'SELECT (COUNT(DISTINCT ?n) AS ?c) { ?n <http://e/of> ?s ; <http://e/at> ?o }'),
        ).to.deep.equal(['3']);
      });
      it('that are held stay what they are', async () => {
        const before = await names(store);
        await store.update('INSERT { ?b <http://e/again> ?o } WHERE { ?b <http://e/name> ?o }');
        expect(await rows(store, 'SELECT ?b { ?b <http://e/name> ?o ; <http://e/again> ?o }')).to.deep.equal(before);
        await store.update('DELETE { GRAPH ?g { ?b ?p ?o } } WHERE { GRAPH ?g { ?b ?p ?o } FILTER(isBlank(?b)) }');
        expect(await names(store)).to.deep.equal([]);
      });
      it('of BNODE are new, and the same in all that a solution says', async () => {
        await store.update(
          'INSERT { ?b <http://e/k> ?s . <http://e/s> <http://e/l> ?b } WHERE { ?s <http://e/p> ?o BIND(BNODE("g.1") AS ?b) }',
        );
        await store.update('INSERT { ?b <http://e/k> ?s } WHERE { ?s <http://e/p> ?o BIND(BNODE("g.1") AS ?b) }');
        expect(await rows(store, 'SELECT (COUNT(DISTINCT ?b) AS ?n) { ?b <http://e/k> ?s }')).to.deep.equal(['6']);
        expect(
          await rows(store, 'SELECT (COUNT(*) AS ?n) { <http://e/s> <http://e/l> ?b . ?b <http://e/k> ?s }'),
        ).to.deep.equal(['3']);
      });
      it('within triple terms are renamed too', async () => {
        await store.update('INSERT DATA { _:r <http://e/says> <<( _:x <http://e/p> _:r )>> . _:x <http://e/k> 1 }');
        expect(
          await rows(
            store,
            'SELECT (COUNT(*) AS ?n) { ?r <http://e/says> ?t . ?x <http://e/k> 1 FILTER(SUBJECT(?t) = ?x && OBJECT(?t) = ?r) }',
          ),
        ).to.deep.equal(['1']);
      });
    });

    describe('an upload', () => {
      it('says whether the graph is a new one', async () => {
        expect(await store.writeGraph(graph('c'), turtle('<x> <y> 1 .'), 'replace')).to.equal(true);
        expect(await store.writeGraph(graph('c'), turtle('<x> <y> 1 .'), 'replace')).to.equal(false);
        expect(await store.writeGraph(graph('c'), turtle(''), 'replace')).to.equal(false);
        expect(await store.dropGraph(graph('c'))).to.equal(false);
        expect(await store.writeGraph(graph('c'), turtle(''), 'add')).to.equal(false);
      });
      it('goes to the unnamed graph as well', async () => {
        await plain.writeGraph(rdf.defaultGraph(), turtle('<http://e/new> <http://e/p> 9 .'), 'replace');
        expect(await rows(plain, 'SELECT ?s { ?s ?p ?o }')).to.deep.equal(['new']);
        expect(await plain.dropGraph(rdf.defaultGraph())).to.equal(true);
        expect(await rows(plain, 'SELECT ?s { ?s ?p ?o }')).to.deep.equal([]);
      });
      it('resolves relative IRIs', async () => {
        await store.writeGraph(graph('c'), turtle('<x> <y> <#z> .'), 'add');
        expect(await rows(store, 'SELECT ?s ?p ?o { GRAPH <http://g/c> { ?s ?p ?o } }')).to.deep.equal([
          `${base}x ${base}y ${base}#z`,
        ]);
      });

      const deep = (open: string, close: string, levels = 5000) => open.repeat(levels) + close.repeat(levels);
      const rdfXml = (inner: string) =>
        `<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/">\n${inner}</r:RDF>`;
      const bad: [string, RdfText, RegExp][] = [
        ['broken Turtle', { format: 'turtle', text: '<a> <b> 1 .\n<c> <d> .' }, /^line 2: /],
        [
          'broken N-Triples',
          { format: 'ntriples', text: '<http://a/> <http://b/> "1" .\n<http://a/> <http://b/>' },
          /^line 2: /,
        ],
        ['broken JSON', { format: 'jsonld', text: '{\n"@id": }' }, /^line 2: /],
        ['broken XML', { format: 'rdfxml', text: rdfXml('<e:x>') }, /^line 2: /],
        ['a relative IRI in N-Triples', { format: 'ntriples', text: '<a> <http://b/> "1" .' }, /IRI/],
        [
          'an IRI that is none',
          { format: 'turtle', text: '<http://a/> <http://b/> <http://c/\\u0020d> .' },
          /IRI|line 1/,
        ],
        [
          'a language tag that is none',
          { format: 'jsonld', text: '{ "@id": "http://a/", "http://b/": { "@value": "x", "@language": "no tag" } }' },
          /language tag/,
        ],
        [
          'half a character',
          { format: 'jsonld', text: '{ "@id": "http://a/", "http://b/": "\\ud800" }' },
          /half a character/,
        ],
        [
          'deep JSON-LD',
          { format: 'jsonld', text: deep('{"http://b/":\n', '}') },
          /^line 101: nested more than 100 levels deep$/,
        ],
        [
          'deep RDF/XML',
          { format: 'rdfxml', text: rdfXml(deep('<e:p><r:Description>', '</r:Description></e:p>')) },
          /nested more than 100 levels/,
        ],
        ['deep Turtle', { format: 'turtle', text: `<a> <b> ${deep('[ <b> ', ' ]')} .` }, /nested more than 100 levels/],
        [
          'deep triple terms',
          { format: 'turtle', text: `<a> <b> ${deep('<<( <a> <b> ', '1 )>>')} .` },
          /nested more than 100 levels/,
        ],
        ['a graph of its own', { format: 'trig', text: '<http://g/a> { <a> <b> 1 }' }, /names a graph/],
        [
          'a graph of its own',
          { format: 'jsonld', text: '{ "@id": "http://g/x", "@graph": { "@id": "http://a/", "http://b/": 1 } }' },
          /names a graph/,
        ],
        ['graphs in a syntax for triples', { format: 'turtle', text: '<http://g/a> { <a> <b> 1 }' }, /^line 1: /],
        [
          'a remote context',
          { format: 'jsonld', text: '{ "@context": "http://127.0.0.1:9/", "@id": "http://a/", "b": 1 }' },
          /./,
        ],
      ];
      for (const [what, part, reason] of bad)
        it(`with ${what} changes nothing and says why in a line`, async () => {
          const before = await rows(store, everything);
          const good = { format: 'turtle', text: '<http://e/x> <http://e/p> 1 .' };
          const { kind, message } = await fault(
            store.writeGraph(graph('a'), { parts: [good, part], baseIri: base }, 'replace'),
          );
          expect(kind).to.equal('malformed');
          expect(message).to.match(reason).and.not.to.include('\n');
          expect(await rows(store, everything)).to.deep.equal(before);
        });
    });

    describe('a write under a precondition', () => {
      const none = 'ASK { FILTER NOT EXISTS { <http://e/n> ?p ?o } }';
      const unless = async (): Promise<void> => {
        const { kind, value } = (await store.query(none)) as { kind: string; value: boolean };
        if (kind !== 'boolean' || !value) throw new Error('it is there');
      };
      it('is carried out where it holds, and else is not and says why', async () => {
        await store.update('INSERT DATA { <http://e/n> <http://e/p> 1 }', { precondition: unless });
        const before = await rows(store, everything);
        for (const write of [
          () => store.update('CLEAR ALL', { precondition: unless }),
          () => store.writeGraph(graph('a'), turtle(''), 'replace', { precondition: unless }),
          () => store.dropGraph(graph('a'), { precondition: unless }),
        ])
          expect(await write().catch(({ message }) => message)).to.equal('it is there');
        expect(await rows(store, everything)).to.deep.equal(before);
        expect(await store.dropGraph(graph('a'), { precondition: async () => {} })).to.equal(true);
      });
      it('sees every write before it, and none comes between', async () => {
        const writes = Array.from({ length: 30 }, (_, n) =>
          store.update(`INSERT DATA { <http://e/n> <http://e/p> ${n} }`, { precondition: unless }),
        );
        const outcomes = (await Promise.allSettled(writes)).map(({ status }) => status);
        expect(outcomes).to.deep.equal(['fulfilled', ...Array.from({ length: 29 }, () => 'rejected')]);
      });
    });
  });
}
