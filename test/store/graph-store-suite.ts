/** What every GraphStore must do; run it with a function that opens the store under test. */
import { expect } from 'chai';
import { type Quad, rdf, type Term } from '../../src/rdf.js';
import { type GraphStore, QueryFault, type QueryOptions } from '../../src/store/graph-store.js';
import { parseRdf } from '../../src/store/rdf/parse-rdf.js';
import { itBut, type Skipped } from './skipped.js';

export interface StoreSettings {
  readonly base: string;
  readonly unionDefaultGraph: boolean;
  /** Seconds. */
  readonly queryDeadline: number;
  readonly maxAnswerBytes: number;
}

type Open = (quads: Iterable<Quad>, settings: StoreSettings) => Promise<GraphStore>;

const base = 'http://data.example/';
const settings: StoreSettings = { base, unionDefaultGraph: true, queryDeadline: 5, maxAnswerBytes: 1_000_000 };

const data = `@prefix ex: <http://e/> .
ex:u ex:p 1 .
<${base}graph/a> { ex:s ex:p "x"@en, "x", 3 ; ex:q ex:t . ex:t a ex:Thing }
<${base}graph/b> { ex:s ex:p "x" . ex:t ex:q ex:v }
<${base}graph/review/r> { ex:s ex:p "candidate" }`;

/** Rows as text, in order: `s=<http://e/s> o="x"`. */
async function rows(store: GraphStore, query: string, options?: QueryOptions): Promise<string[]> {
  const result = await store.query(query, options);
  if (result.kind !== 'bindings') throw new Error(`rows were expected, not a ${result.kind}`);
  const all: string[] = [];
  for await (const row of result.rows)
    all.push(
      [...row]
        .map(([name, term]) => `${name}=${short(term)}`)
        .sort()
        .join(' '),
    );
  return all.sort();
}

const short = (term: Term): string => term.value.replace('http://e/', '').replace(base, '');

async function ask(store: GraphStore, query: string, options?: QueryOptions): Promise<boolean> {
  const result = await store.query(query, options);
  if (result.kind !== 'boolean') throw new Error(`a boolean was expected, not a ${result.kind}`);
  return result.value;
}

async function triples(store: GraphStore, query: string, options?: QueryOptions): Promise<string[]> {
  const result = await store.query(query, options);
  if (result.kind !== 'graph') throw new Error(`a graph was expected, not a ${result.kind}`);
  const all: string[] = [];
  for await (const { subject, predicate, object } of result.quads)
    all.push([subject, predicate, object].map(short).join(' '));
  return all.sort();
}

/** The fault that a promise is rejected with. */
async function fault(promise: Promise<unknown>): Promise<QueryFault> {
  const outcome = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(outcome).to.be.instanceOf(QueryFault);
  return outcome as QueryFault;
}

async function read(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** Registers the suite with mocha; `skipped`: title of a test → why this store cannot do it. */
export function graphStoreSuite(name: string, open: Open, skipped: Skipped = {}): void {
  describe(`${name}, as a GraphStore`, () => {
    const it = itBut(skipped);
    let store: GraphStore;
    const openWith = async (changes: Partial<StoreSettings> = {}) =>
      open(await parseRdf(data, 'trig', base), { ...settings, ...changes });

    // Shared by all that only read: opening may take a while.
    before(async () => {
      store = await openWith();
    });
    after(() => store.close());

    describe('the dataset', () => {
      it('is the union of all graphs but those under review, each triple once', async () => {
        expect(await rows(store, 'SELECT ?s ?o { ?s <http://e/p> ?o }')).to.deep.equal([
          'o=1 s=u',
          'o=3 s=s',
          'o=x s=s',
          'o=x s=s',
        ]);
        expect(await rows(store, 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }')).to.deep.equal(['n=7']);
        expect(await ask(store, 'ASK { ?s ?p "candidate" }')).to.equal(false);
      });
      it('keeps the graphs apart under GRAPH, where a review is found by its name', async () => {
        expect(await rows(store, 'SELECT ?g { GRAPH ?g { ?s ?p "x" } }')).to.deep.equal(['g=graph/a', 'g=graph/b']);
        expect(await ask(store, `ASK { GRAPH <${base}graph/review/r> { ?s ?p "candidate" } }`)).to.equal(true);
      });
      it('is the unnamed graph where the union is off', async () => {
        const plain = await openWith({ unionDefaultGraph: false });
        expect(await rows(plain, 'SELECT * { ?s ?p ?o }')).to.deep.equal(['o=1 p=p s=u']);
        await plain.close();
      });
      it('is the merge of the FROM graphs, for paths too', async () => {
        const from = `FROM <${base}graph/a> FROM <${base}graph/b>`;
        expect(await rows(store, `SELECT ?o ${from} { <http://e/s> <http://e/p> ?o }`)).to.deep.equal([
          'o=3',
          'o=x',
          'o=x',
        ]);
        expect(await rows(store, `SELECT ?o ${from} { <http://e/s> <http://e/q>+ ?o }`)).to.deep.equal(['o=t', 'o=v']);
        expect(await ask(store, `ASK ${from} { GRAPH ?g { ?s ?p ?o } }`)).to.equal(false);
      });
      it('has an empty default graph with FROM NAMED alone', async () => {
        const from = `FROM NAMED <${base}graph/b>`;
        expect(await rows(store, `SELECT ?g ?o ${from} { GRAPH ?g { ?s <http://e/q> ?o } }`)).to.deep.equal([
          'g=graph/b o=v',
        ]);
        expect(await ask(store, `ASK ${from} { ?s ?p ?o }`)).to.equal(false);
      });
      it('is what the protocol says, over what the query says', async () => {
        const options = { defaultGraphs: [`${base}graph/b`] };
        expect(await rows(store, `SELECT ?s FROM <${base}graph/a> { ?s <http://e/q> ?o }`, options)).to.deep.equal([
          's=t',
        ]);
      });
    });

    describe('queries', () => {
      it('describes by the outgoing statements, each once', async () => {
        expect(await triples(store, 'DESCRIBE <http://e/t>')).to.deep.equal([
          't http://www.w3.org/1999/02/22-rdf-syntax-ns#type Thing',
          't q v',
        ]);
        expect(await triples(store, 'DESCRIBE ?x { ?x <http://e/p> 1 }')).to.deep.equal(['u p 1']);
        expect(await triples(store, 'DESCRIBE <http://e/nowhere>')).to.deep.equal([]);
      });
      it('constructs a set', async () => {
        expect(await triples(store, 'CONSTRUCT { ?s <http://e/k> 1 } WHERE { ?s ?p ?o }')).to.deep.equal([
          's k 1',
          't k 1',
          'u k 1',
        ]);
      });
      it('counts solutions by LIMIT and OFFSET, not triples', async () => {
        const values = 'VALUES ?s { <urn:1> <urn:2> <urn:3> }';
        const construct = `CONSTRUCT { ?s <http://e/one> 1 ; <http://e/two> 2 } WHERE { ${values} }`;
        expect(await triples(store, `${construct} LIMIT 2`)).to.have.length(4);
        expect(await triples(store, `${construct} ORDER BY ?s OFFSET 2`)).to.have.length(2);
      });
      it('constructs the whole of a graph, the unnamed one by an empty name', async () => {
        const all = (options?: QueryOptions) => triples(store, 'CONSTRUCT { ?a ?b ?c } WHERE { ?a ?b ?c }', options);
        expect(await all()).to.have.length(7);
        expect(await all({ defaultGraphs: [''] })).to.deep.equal(['u p 1']);
        expect(await all({ defaultGraphs: [`${base}graph/b`] })).to.deep.equal(['s p x', 't q v']);
        expect(await all({ defaultGraphs: [`${base}graph/a`, `${base}graph/b`] })).to.have.length(6);
        expect(
          await triples(store, 'CONSTRUCT { ?c ?b ?a } WHERE { ?a ?b ?c }', { defaultGraphs: [`${base}graph/b`] }),
        ).to.deep.equal(['v q t']);
      });
      it('puts terms in the place of variables, without any text being joined', async () => {
        const evil = rdf.literal('x" } ; DROP ALL #');
        expect(await ask(store, 'ASK { ?s ?p ?value }', { bindings: { value: evil } })).to.equal(false);
        expect(
          await rows(store, 'SELECT ?o { ?s <http://e/q> ?o }', { bindings: { s: rdf.namedNode('http://e/t') } }),
        ).to.deep.equal(['o=v']);
      });
      it('puts several terms in the place of a default, one, or none', async () => {
        const query = 'SELECT ?s ?o { VALUES ?s { UNDEF } ?s <http://e/q> ?o }';
        const bound = (names: readonly string[]) =>
          rows(store, query, { bindings: { s: names.map((n) => rdf.namedNode(`http://e/${n}`)) } });
        expect(await rows(store, query)).to.include('o=v s=t');
        expect(await bound(['none', 't'])).to.deep.equal(['o=v s=t']);
        expect(await bound([])).to.deep.equal([]);
      });
      it('names the columns in the order of the query', async () => {
        const result = await store.query('SELECT ?o ?s ?p { ?s ?p ?o }');
        expect(result.kind === 'bindings' && result.variables).to.deep.equal(['o', 's', 'p']);
      });
      it('resolves relative IRIs', async () => {
        expect(await rows(store, 'SELECT (<x> AS ?x) (IRI("y") AS ?y) {}', { baseIri: 'http://e/a/' })).to.deep.equal([
          'x=a/x y=a/y',
        ]);
      });
    });

    describe('answers', () => {
      it('come in the format wanted for their kind', async () => {
        const wanted = { bindings: 'csv', boolean: 'json', graph: 'ntriples' };
        const answer = await store.respond('SELECT ?o { <http://e/u> ?p ?o }', wanted);
        expect([answer.kind, answer.format]).to.deep.equal(['bindings', 'csv']);
        expect(await read(answer.body)).to.equal('o\r\n1\r\n');
        expect(answer.byteLength).to.equal(6);
      });
      it('have the same tag for the same bytes, and another for others', async () => {
        const digest = async (query: string) => (await store.respond(query, { boolean: 'json' })).tag;
        expect(await digest('ASK {}')).to.equal(await digest('ASK { ?s ?p ?o }'));
        expect(await digest('ASK {}')).to.not.equal(await digest('ASK { ?s ?p "none" }'));
      });
      it('are refused in a format not wanted', async () => {
        expect((await fault(store.respond('ASK {}', { bindings: 'csv' }))).kind).to.equal('not-acceptable');
      });
      it('are refused when too long, never cut short', async () => {
        const small = await openWith({ maxAnswerBytes: 40 });
        expect((await fault(small.respond('SELECT * { ?s ?p ?o }', { bindings: 'csv' }))).kind).to.equal('too-long');
        await small.close();
      });
    });

    describe('what it does not do', () => {
      const cases: [string, string, string][] = [
        ['an update sent as a query', 'INSERT DATA { <http://e/x> <http://e/y> 1 }', 'malformed'],
        ['nothing', '', 'malformed'],
        ['SERVICE', 'SELECT * { SERVICE <http://other.example/> { ?s ?p ?o } }', 'refused'],
        [
          'SERVICE SILENT within EXISTS',
          'ASK { ?s ?p ?o FILTER EXISTS { SERVICE SILENT ?s { ?a ?b ?c } } }',
          'refused',
        ],
        ['SERVICE written with escapes', 'ASK { \\u0053ERVICE <http://other.example/> { ?s ?p ?o } }', 'malformed'],
        ['a FROM outside', 'ASK FROM <http://other.example/g> { ?s ?p ?o }', 'refused'],
        ['two queries', 'ASK {} ASK {}', 'malformed'],
        [
          'a second binding that only shows when it runs',
          'ASK { { ?s ?p ?o BIND(1 AS ?x) VALUES ?y { 2 } ?s ?q ?r BIND(2 AS ?x) } }',
          'malformed',
        ],
      ];
      for (const [what, query, kind] of cases)
        it(`${what}: ${kind}`, async () => {
          expect((await fault(store.query(query))).kind).to.equal(kind);
        });
      it('LOAD: refused, or with SILENT passed over', async () => {
        expect((await fault(store.update('LOAD <http://other.example/g>'))).kind).to.equal('refused');
        const before = await rows(store, 'SELECT * { GRAPH ?g { ?s ?p ?o } }');
        await store.update('LOAD SILENT <http://other.example/g> INTO GRAPH <http://e/g>');
        expect(await rows(store, 'SELECT * { GRAPH ?g { ?s ?p ?o } }')).to.deep.equal(before);
      });
      it('says the line and the column of what is malformed', async () => {
        const at = async (query: string) => {
          const { line, column } = await fault(store.query(query));
          return [line, column];
        };
        expect(await at('SELECT *\nWHERE { ?s ?p }')).to.deep.equal([2, 15]);
        expect(await at('SELECT * { ?s ?p ?o')).to.deep.equal([1, 20]);
        expect(await at('SELECT *\n{ ?s nowhere:p ?o }')).to.deep.equal([2, 6]);
        expect(await at('SELECT * {\n\n ?s ?p "open }')).to.deep.equal([3, 8]);
      });
    });

    describe('an end before time', () => {
      const endless =
        'SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o . ?q ?r ?s . ?t ?u ?v . ?w ?x ?y }';
      it('comes at the deadline', async () => {
        const hasty = await openWith({ queryDeadline: 1, maxAnswerBytes: 1e9 });
        const started = performance.now();
        // At once, or while the answer is read.
        const whole = hasty.respond(endless, { bindings: 'csv' }).then(({ body }) => read(body));
        expect((await fault(whole)).kind).to.equal('timeout');
        expect(performance.now() - started).to.be.lessThan(3000);
        await hasty.close();
      });
      it('comes when the answer is no longer wanted', async () => {
        const leaving = new AbortController();
        setTimeout(() => leaving.abort(), 100);
        const answer = store.respond(endless, { bindings: 'csv' }, { signal: leaving.signal });
        expect((await fault(answer)).kind).to.be.oneOf(['aborted', 'too-long']);
      });
      it('comes when the reader breaks off, and the next query is answered', async () => {
        const result = await store.query(endless);
        if (result.kind === 'bindings') for await (const row of result.rows) if (row.size > 0) break;
        expect(await ask(store, 'ASK {}')).to.equal(true);
      });
    });

    describe('writes', () => {
      let shared: GraphStore;
      beforeEach(async () => {
        shared = store;
        store = await openWith();
      });
      afterEach(async () => {
        await store.close();
        store = shared;
      });
      it('go to the unnamed graph, and change the version', async () => {
        const before = store.version();
        await store.update('INSERT DATA { <http://e/new> <http://e/p> 9 }');
        expect(store.version()).to.not.equal(before);
        expect(await ask(store, 'ASK { <http://e/new> ?p 9 }')).to.equal(true);
        expect(await ask(store, 'ASK { GRAPH ?g { <http://e/new> ?p 9 } }')).to.equal(false);
      });
      it('leave nothing behind where a later part fails', async () => {
        const failing = `INSERT DATA { <http://e/new> <http://e/p> 9 } ; DELETE WHERE { <http://e/u> ?p ?o } ; CREATE GRAPH <${base}graph/a>`;
        let failed = false;
        await store.update(failing).catch(() => {
          failed = true;
        });
        expect(failed).to.equal(true);
        expect(await ask(store, 'ASK { <http://e/new> ?p ?o }')).to.equal(false);
        expect(await ask(store, 'ASK { <http://e/u> ?p 1 }')).to.equal(true);
      });
      it('add to a graph, make one, and remove one', async () => {
        const upload = { parts: [{ text: '<http://e/z> <http://e/p> "z", "z" .', format: 'turtle' }], baseIri: base };
        const graph = (name: string) => rdf.namedNode(`${base}graph/${name}`);
        expect(await store.writeGraph(graph('b'), upload, 'add')).to.equal(false);
        expect(await store.writeGraph(graph('c'), upload, 'add')).to.equal(true);
        expect(await rows(store, 'SELECT ?g { GRAPH ?g { ?s ?p "z" } }')).to.deep.equal(['g=graph/b', 'g=graph/c']);
        expect([await store.dropGraph(graph('c')), await store.dropGraph(graph('c'))]).to.deep.equal([true, false]);
        expect(await rows(store, 'SELECT ?g { GRAPH ?g { ?s ?p "z" } }')).to.deep.equal(['g=graph/b']);
      });
      it('replace one graph and leave the others', async () => {
        const graph = rdf.namedNode(`${base}graph/a`);
        const upload = { parts: [{ text: '<http://e/z> <http://e/p> "z" .', format: 'turtle' }], baseIri: base };
        expect(await store.writeGraph(graph, upload, 'replace')).to.equal(false);
        expect(await rows(store, `SELECT ?s { GRAPH <${base}graph/a> { ?s ?p ?o } }`)).to.deep.equal(['s=z']);
        expect(await rows(store, 'SELECT ?o { <http://e/s> ?p ?o }')).to.deep.equal(['o=x']);
      });
    });
  });
}
