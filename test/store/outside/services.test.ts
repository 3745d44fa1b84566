/** SERVICE, LOAD and FROM beyond the store: what is asked, and what becomes of the answers. */
import { expect } from 'chai';
import type { Term } from '../../../src/rdf.js';
import { writeTerm } from '../../../src/serialise/terms.js';
import { openEmbedded } from '../../../src/store/embedded.js';
import { type GraphStore, QueryFault } from '../../../src/store/graph-store.js';
import type { FetchText, OutsideRequest } from '../../../src/store/outside/fetch-text.js';
import { openOutside } from '../../../src/store/outside/outside.js';
import { parseRdf } from '../../../src/store/rdf/parse-rdf.js';

const base = 'http://e/';
const settings = { base, unionDefaultGraph: false, queryDeadline: 10, maxAnswerBytes: 1_000_000 };
const prologue = 'PREFIX : <http://e/>';

const openStore = async (data: string, outside?: ReturnType<typeof openOutside>) =>
  openEmbedded(await parseRdf(`${prologue} ${data}`, 'trig', base), settings, outside);

const documents: Readonly<Record<string, string>> = {
  '/graph.ttl': '<http://e/ke> <http://e/capital> "Nairobi" ; <http://e/near> _:b .',
  '/broken.ttl': '<http://e/ke> <http://e/capital>',
};

async function askJson(store: GraphStore, query: string): Promise<string> {
  const { body } = await store.respond(query, { bindings: 'json' });
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** `http://e/ke` → `ke`; labels of blank nodes do not matter. */
function short(term: Term): string {
  if (term.termType === 'BlankNode') return '_:';
  return writeTerm(term)
    .replace(/^<http:\/\/e\/(.*)>$/, '$1')
    .replace(/\^\^.*$/, '');
}

/** A store with two others outside: `there.example` knows populations, `down.example` is not there. */
async function open(data: string) {
  const asked: OutsideRequest[] = [];
  const there = await openStore(':ke :people 50 . :ug :people 40 . :tz :people 60 ; :near _:x . _:x :people 1 .');
  const fetch: FetchText = async (request) => {
    asked.push(request);
    const { hostname, pathname } = new URL(request.url);
    const document = documents[pathname];
    if (document !== undefined) return { status: 200, mediaType: 'text/turtle', text: document, url: request.url };
    if (hostname !== 'there.example') throw new QueryFault('unreachable', 'nobody there');
    const text = await askJson(there, request.form?.['query'] ?? '');
    return { status: 200, mediaType: 'application/sparql-results+json', text, url: request.url };
  };
  const store = await openStore(data, openOutside(['there.example', 'down.example'], fetch));
  async function rows(query: string): Promise<string[]> {
    const result = await store.query(`${prologue} ${query}`);
    if (result.kind !== 'bindings') throw new Error('rows were expected');
    const found: string[] = [];
    for await (const row of result.rows) {
      const cells = [...row].map(([name, term]) => `${name}=${short(term)}`);
      found.push(cells.sort().join(' '));
    }
    return found.sort();
  }
  return { store, rows, asked, queries: () => asked.map(({ form }) => form?.['query'] ?? '') };
}

const fault = async (promise: Promise<unknown>): Promise<string> => {
  const error = await promise.catch((reason: unknown) => reason);
  expect(error).to.be.instanceOf(QueryFault);
  return (error as QueryFault).kind;
};

const countries =
  ':d1 :on :ke . :d2 :on :ug . :d3 :on :xx . :g { :d4 :on :tz } :w :ask <http://there.example/sparql> .';
const people = 'SERVICE <http://there.example/sparql> { ?c :people ?n }';

describe('SERVICE', () => {
  it('is asked about the values that it is joined with', async () => {
    const { rows, queries } = await open(countries);
    expect(await rows(`SELECT * { ?d :on ?c . ${people} }`)).to.deep.equal(['c=ke d=d1 n="50"', 'c=ug d=d2 n="40"']);
    expect(queries()).to.have.length(1);
    expect(queries()[0]).to.match(/VALUES \?c \{\s+(<http:\/\/e\/(ke|ug|xx)>\s+){3}\}/);
  });
  it('is asked a hundred values at a time', async () => {
    const many = Array.from({ length: 250 }, (_, n) => `:d${n} :on :c${n} .`).join(' ');
    const { rows, queries } = await open(`${many} :d :on :ke .`);
    expect(await rows(`SELECT * { ?d :on ?c . ${people} }`)).to.deep.equal(['c=ke d=d n="50"']);
    expect(queries()).to.have.length(3);
  });
  it('stands alone', async () => {
    const { rows } = await open('');
    expect(await rows(`SELECT ?n { ${people} }`)).to.have.members(['n="1"', 'n="40"', 'n="50"', 'n="60"']);
  });
  it('stands in an OPTIONAL', async () => {
    const { rows } = await open(countries);
    const optional = `SELECT ?d ?n { ?d :on ?c OPTIONAL { ${people} } }`;
    expect(await rows(optional)).to.deep.equal(['d=d1 n="50"', 'd=d2 n="40"', 'd=d3']);
    expect(await rows(`${optional} VALUES ?n { 50 }`)).to.deep.equal(['d=d1 n="50"', 'd=d3 n="50"']);
  });
  it('stands in MINUS, UNION, EXISTS, a subquery and GRAPH', async () => {
    const { rows } = await open(countries);
    const known = `?d :on ?c . ${people}`;
    expect(await rows(`SELECT ?d { ?d :on ?c MINUS { ${people} } }`)).to.deep.equal(['d=d3']);
    expect(await rows(`SELECT ?n { { ${known} } UNION { BIND(0 AS ?n) } }`)).to.deep.equal([
      'n="0"',
      'n="40"',
      'n="50"',
    ]);
    expect(await rows(`SELECT ?d { ?d :on ?c FILTER NOT EXISTS { ${people} } }`)).to.deep.equal(['d=d3']);
    expect(await rows(`SELECT ?s { { SELECT (SUM(?n) AS ?s) { ${known} } } }`)).to.deep.equal(['s="90"']);
    expect(await rows(`SELECT ?g ?n { GRAPH ?g { ${known} } }`)).to.deep.equal(['g=g n="60"']);
  });
  it('stands in the WHERE of an update', async () => {
    const { store, rows } = await open(countries);
    await store.update(`${prologue} INSERT { ?c :people ?n } WHERE { ?d :on ?c . ${people} }`);
    expect(await rows('SELECT * { ?c :people ?n }')).to.deep.equal(['c=ke n="50"', 'c=ug n="40"']);
  });
  it('may be one that the data names', async () => {
    const { rows } = await open(countries);
    expect(await rows('SELECT ?n { :w :ask ?x . SERVICE ?x { :ke :people ?n } }')).to.deep.equal(['n="50"']);
    expect(await fault(rows('SELECT ?n { SERVICE ?x { :ke :people ?n } }'))).to.equal('refused');
  });
  it('gives blank nodes that are nobody else’s, and is told of none', async () => {
    const { rows, queries } = await open(':a :near _:x . _:x :people 7 .');
    const there = 'SERVICE <http://there.example/>';
    expect(await rows(`SELECT ?n { :a :near ?x . ${there} { ?x :people ?n } }`)).to.deep.equal([]);
    expect(queries()).to.deep.equal([]);
    expect(await rows(`SELECT ?x ?n { ${there} { :tz :near ?x . ?x :people ?n } }`)).to.deep.equal(['n="1" x=_:']);
  });
  it('is told of no IRI that is none', async () => {
    const { rows, queries } = await open(countries);
    const evil = 'BIND(IRI("http://e/x> } . ?s ?p ?o { <http://e/y") AS ?c)';
    expect(await rows(`SELECT ?n { ${evil} ${people} }`)).to.deep.equal([]);
    expect(queries().join()).to.not.include('?s ?p ?o');
  });
  it('fails the query where it gives no answer, unless it is SILENT', async () => {
    const { rows } = await open(countries);
    const down = 'SERVICE SILENT <http://down.example/> { ?c :people ?n }';
    expect(await fault(rows(`SELECT * { ?d :on ?c . ${down.replace('SILENT ', '')} }`))).to.equal('unreachable');
    expect(await rows(`SELECT ?d { ?d :on ?c . ${down} }`)).to.deep.equal(['d=d1', 'd=d2', 'd=d3']);
  });
  it('is refused where it is not listed, SILENT or not, before anything is asked', async () => {
    const { rows, asked } = await open(`${countries} :v :ask <http://other.example/> .`);
    for (const query of [
      'SELECT * { SERVICE <http://other.example/> { ?s ?p ?o } }',
      'SELECT * { SERVICE SILENT <http://other.example/> { ?s ?p ?o } }',
      'SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <http://other.example/> { ?s ?p ?o } } }',
      'SELECT * { :v :ask ?x SERVICE SILENT ?x { ?s ?p ?o } }',
      'SELECT * { SERVICE <file:///etc/passwd> { ?s ?p ?o } }',
    ])
      expect(await fault(rows(query)), query).to.equal('refused');
    expect(asked).to.deep.equal([]);
  });
});

describe('LOAD', () => {
  it('puts the triples of a document into the graph that is named', async () => {
    const { store, rows } = await open('');
    const load = 'LOAD <http://there.example/graph.ttl>';
    await store.update(`${prologue} ${load} ; ${load} INTO GRAPH :h`);
    expect(await rows('SELECT ?c { ?s :capital ?c }')).to.deep.equal(['c="Nairobi"']);
    expect(await rows('SELECT ?g ?c { GRAPH ?g { ?s :capital ?c } }')).to.deep.equal(['c="Nairobi" g=h']);
    expect(await rows('SELECT ?x { ?s :near ?x . GRAPH :h { ?s :near ?x } }')).to.deep.equal([]);
  });
  it('gives blank nodes names that are nobody else’s, as USING does and what a service says', async () => {
    const { store } = await open('');
    const document = '<http://there.example/graph.ttl>';
    for (const update of [
      `LOAD ${document}`,
      `INSERT { ?s ?p ?o } USING ${document} WHERE { ?s ?p ?o }`,
      'INSERT { ?s :of ?o } WHERE { SERVICE <http://there.example/> { ?o :near ?s } }',
    ]) {
      const { added } = await store.evaluateUpdate(`${prologue} ${update}`);
      const labels = added
        .flatMap(({ subject, object }) => [subject, object])
        .filter((term) => term.termType === 'BlankNode');
      expect(
        labels.map(({ value }) => /^u\.[0-9a-f]{24}\.\d+$/.test(value)),
        update,
      ).to.deep.equal([true]);
    }
  });
  it('is all or nothing, and passes over what fails where it is SILENT', async () => {
    const { store, rows } = await open('');
    const both = (silent: string) =>
      `${prologue} INSERT DATA { :a :b 1 } ; LOAD ${silent} <http://there.example/broken.ttl>`;
    expect(await fault(store.update(both('')))).to.equal('unreachable');
    expect(await rows('SELECT * { ?s ?p ?o }')).to.deep.equal([]);
    await store.update(both('SILENT'));
    expect(await rows('SELECT * { ?s ?p ?o }')).to.deep.equal(['o="1" p=b s=a']);
  });
  it('is refused of a host that is not listed', async () => {
    const { store, asked } = await open('');
    expect(await fault(store.update('LOAD <http://other.example/graph.ttl>'))).to.equal('refused');
    expect(asked).to.deep.equal([]);
  });
});

describe('FROM', () => {
  it('a listed host is fetched for the one query', async () => {
    const { rows } = await open(':ke :capital "unknown" .');
    const graph = '<http://there.example/graph.ttl>';
    expect(await rows(`SELECT ?c FROM ${graph} { ?s :capital ?c }`)).to.deep.equal(['c="Nairobi"']);
    expect(await rows(`SELECT ?c FROM NAMED ${graph} { GRAPH ?g { ?s :capital ?c } }`)).to.deep.equal(['c="Nairobi"']);
    expect(await rows('SELECT ?c { ?s :capital ?c }')).to.deep.equal(['c="unknown"']);
    expect(await rows('SELECT ?g { GRAPH ?g {} }')).to.deep.equal([]);
  });
  it('or of the protocol: where it is not listed it is an empty graph', async () => {
    const { store, asked } = await open('');
    const query = `${prologue} ASK { ?s :capital ?c }`;
    const ask = async (graph: string) => {
      const result = await store.query(query, { defaultGraphs: [graph], notHeld: 'empty' });
      return result.kind === 'boolean' && result.value;
    };
    expect(await ask('http://there.example/graph.ttl')).to.equal(true);
    expect(await ask('http://other.example/graph.ttl')).to.equal(false);
    expect(asked).to.have.length(1);
  });
  it('another is refused', async () => {
    const { rows } = await open('');
    expect(await fault(rows('SELECT * FROM <http://other.example/graph.ttl> { ?s ?p ?o }'))).to.equal('refused');
  });
});
