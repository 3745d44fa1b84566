/** The query endpoint, asked over HTTP as its users ask: every kind of query in every format, and every misuse. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readQuestions } from '../../src/questions/read.js';
import { parseRdf } from '../../src/store/rdf/parse-rdf.js';
import { type Served, serve } from './serve.js';

const title = '<http://purl.org/dc/terms/title>';
const select = `SELECT ?d ?t WHERE { ?d a <http://www.w3.org/ns/dcat#Dataset> ; ${title} ?t } ORDER BY ?d`;
const construct = `CONSTRUCT WHERE { ?d ${title} ?t }`;
const describeQuery = 'DESCRIBE <dataset/arrivals-register>';

describe('/sparql', () => {
  let server: Served;
  before(async () => {
    server = await serve();
  });
  after(() => server.close());

  const get = (parameters: Record<string, string> | [string, string][], accept?: string): Promise<Response> =>
    fetch(
      `${server.origin}/sparql?${new URLSearchParams(parameters)}`,
      accept === undefined ? {} : { headers: { accept } },
    );
  const post = (
    body: string | Uint8Array<ArrayBuffer> | URLSearchParams,
    type?: string,
    path = '/sparql',
  ): Promise<Response> =>
    fetch(server.origin + path, { method: 'POST', body, headers: type === undefined ? {} : { 'content-type': type } });

  describe('formats', () => {
    const tables = [
      'application/sparql-results+json',
      'application/sparql-results+xml',
      'text/csv',
      'text/tab-separated-values',
    ];
    const graphs = [
      'text/turtle',
      'application/n-triples',
      'application/ld+json',
      'application/rdf+xml',
      'application/trig',
      'application/n-quads',
    ];
    const typeOf = (response: Response) => response.headers.get('content-type')?.split(';')[0];

    for (const type of tables)
      it(`SELECT and ASK as ${type}; CONSTRUCT is not acceptable`, async () => {
        for (const query of [select, 'ASK {}']) {
          const response = await get({ query }, type);
          expect([response.status, typeOf(response)]).to.deep.equal([200, type]);
          expect(await response.text()).to.match(/true|arrivals-register/);
        }
        expect((await get({ query: construct }, type)).status).to.equal(406);
      });
    for (const type of graphs)
      it(`CONSTRUCT and DESCRIBE as ${type}, readable; SELECT is not acceptable`, async () => {
        for (const [query, size] of [
          [construct, 4],
          [describeQuery, 11],
        ] as const) {
          const response = await get({ query }, type);
          expect([response.status, typeOf(response)]).to.deep.equal([200, type]);
          const format = { 'application/ld+json': 'jsonld', 'application/rdf+xml': 'rdfxml' }[type] ?? 'trig';
          expect(await parseRdf(await response.text(), format, 'http://base.example/')).to.have.length(size);
        }
        expect((await get({ query: select }, type)).status).to.equal(406);
      });
    it('?format= over Accept, by id, extension or media type', async () => {
      for (const format of ['csv', 'text/csv', 'CSV'])
        expect(typeOf(await get({ query: select, format }, 'application/sparql-results+json'))).to.equal('text/csv');
      expect(typeOf(await get({ query: construct, format: 'nt' }))).to.equal('application/n-triples');
      expect(typeOf(await get({ query: construct, format: 'json' }))).to.equal('application/ld+json');
      expect((await get({ query: select, format: 'nonsense' })).status).to.equal(406);
    });
    it('a client without a wish gets JSON for rows and Turtle for graphs', async () => {
      expect(typeOf(await get({ query: select }))).to.equal('application/sparql-results+json');
      expect(typeOf(await get({ query: construct }))).to.equal('text/turtle');
    });
    it('a mismatched Accept is 406, and the server lives on', async () => {
      for (const accept of ['image/png', 'text/turtle;q=0', ';;;', 'application/json;q=0, text/csv;q=0'])
        expect((await get({ query: select }, accept)).status, accept).to.equal(406);
      expect((await get({ query: 'ASK {}' })).status).to.equal(200);
    });
    it('what XML cannot hold is 406 with the reason', async () => {
      const response = await get({ query: 'SELECT ("\\u0001" AS ?x) {}', format: 'xml' });
      expect(response.status).to.equal(406);
      expect(await response.text()).to.include('U+0001');
    });
  });

  describe('the protocol', () => {
    it('POST as a form and directly, media types in any case', async () => {
      const form = await post(new URLSearchParams({ query: select }));
      const direct = await post(select, 'Application/SPARQL-Query; Charset=UTF-8');
      expect(await form.text()).to.equal(await direct.text());
      expect([form.status, direct.status]).to.deep.equal([200, 200]);
    });
    it('the dataset by parameters, in URL or form', async () => {
      const graph = 'https://w3id.org/migraph/graph/note/piers';
      const query = 'SELECT ?s { ?s a <http://www.w3.org/ns/dcat#Dataset> }';
      const byUrl = await (await get({ query, 'default-graph-uri': graph, format: 'csv' })).text();
      const byForm = await (
        await post(new URLSearchParams({ query, 'default-graph-uri': graph, format: 'csv' }))
      ).text();
      const direct = await post(
        query,
        'application/sparql-query',
        `/sparql?format=csv&default-graph-uri=${encodeURIComponent(graph)}`,
      );
      expect(byUrl).to.equal('s\r\nhttps://w3id.org/migraph/dataset/pier-counts\r\n');
      expect([byForm, await direct.text()]).to.deep.equal([byUrl, byUrl]);
      const named = await get({ query: 'ASK { GRAPH ?g { ?s ?p ?o } }', 'named-graph-uri': graph, format: 'csv' });
      expect(await named.text()).to.include('true');
    });
    it('a dataset of the protocol takes the place of FROM; a graph that is not held is empty there', async () => {
      const [piers, none] = ['https://w3id.org/migraph/graph/note/piers', 'http://other.example/'];
      const ask = async (query: string, graphs: Record<string, string>): Promise<boolean> =>
        ((await (await get({ query, ...graphs })).json()) as { boolean: boolean }).boolean;
      const query = `ASK FROM <${none}> { ?s ?p ?o }`;
      expect(await ask(query, { 'default-graph-uri': piers })).to.equal(true);
      expect(await ask(`ASK FROM <${piers}> { ?s ?p ?o }`, { 'default-graph-uri': none })).to.equal(false);
      expect(await ask('ASK { ?s ?p ?o }', { 'named-graph-uri': piers })).to.equal(false);
      expect(await ask('ASK { GRAPH ?g { ?s ?p ?o } }', { 'named-graph-uri': none })).to.equal(false);
      expect(await ask('ASK { ?s ?p ?o }', { 'default-graph-uri': '' })).to.equal(true);
    });
    it('the QUERY method, as a form and directly; what it takes is said with every answer', async () => {
      const send = (type: string, body: string) =>
        fetch(`${server.origin}/sparql`, { method: 'QUERY', body, headers: { 'content-type': type } });
      for (const [type, body] of [
        ['application/sparql-query', 'ASK {}'],
        ['application/x-www-form-urlencoded', 'query=ASK%7B%7D'],
      ] as const) {
        const response = await send(type, body);
        expect([response.status, await response.json()]).to.deep.equal([200, { head: {}, boolean: true }]);
        expect(response.headers.get('accept-query')).to.equal(
          'application/sparql-query, application/x-www-form-urlencoded',
        );
      }
      expect((await send('application/sparql-update', 'CLEAR ALL')).status).to.equal(415);
      expect((await send('application/x-www-form-urlencoded', 'update=CLEAR%20ALL')).status).to.equal(400);
      expect((await get({ query: 'ASK {' })).headers.get('accept-query')).to.include('sparql-query');
    });
    it('relative IRIs stand for our data', async () => {
      expect(await (await get({ query: 'ASK { <dataset/pier-counts> ?p ?o }' })).json()).to.deep.equal({
        head: {},
        boolean: true,
      });
    });
    const misuses: [string, number, () => Promise<Response>][] = [
      ['no such method', 405, () => fetch(`${server.origin}/sparql`, { method: 'PUT', body: select })],
      [
        'two queries',
        400,
        () =>
          get([
            ['query', 'ASK {}'],
            ['query', 'ASK {}'],
          ]),
      ],
      [
        'a query in URL and form',
        400,
        () => post(new URLSearchParams({ query: 'ASK {}' }), undefined, '/sparql?query=ASK%7B%7D'),
      ],
      ['an empty query', 400, () => get({ query: '' })],
      ['a form without a query', 400, () => post(new URLSearchParams({ x: 'y' }))],
      ['an update as a query', 400, () => get({ query: 'INSERT DATA { <a:b> <a:b> 1 }' })],
      ['an update by GET', 400, () => get({ update: 'CLEAR ALL' })],
      ['an update by form', 403, () => post(new URLSearchParams({ update: 'CLEAR ALL' }))],
      ['a direct update', 403, () => post('CLEAR ALL', 'application/sparql-update')],
      ['a body of another type', 415, () => post('{}', 'application/json')],
      ['a body without a type', 415, () => post(new TextEncoder().encode(select))],
      ['a body in Latin-1', 415, () => post(select, 'application/sparql-query; charset=iso-8859-1')],
      ['a body that is not UTF-8', 400, () => post(Uint8Array.from([0x41, 0xff]), 'application/sparql-query')],
      ['parameters that are not UTF-8', 400, () => fetch(`${server.origin}/sparql?query=%ff`)],
      ['a body that is too long', 413, () => post('a'.repeat(1_100_000), 'application/sparql-query')],
      ['a graph that is not held', 400, () => get({ query: 'ASK FROM <http://other.example/> {}' })],
      ['a graph without an absolute IRI', 400, () => get({ query: 'ASK {}', 'named-graph-uri': 'graph/note/piers' })],
      ['the dataset of an update', 400, () => get({ query: 'ASK {}', 'using-graph-uri': 'http://other.example/' })],
      ['thousands of parameters', 400, () => post(new URLSearchParams(`query=ASK{}${'&a=b'.repeat(2000)}`))],
      ['a query that is misspelt', 400, () => get({ qurey: 'ASK {}' })],
      ['SERVICE', 400, () => get({ query: 'ASK { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }' })],
    ];
    for (const [what, status, ask] of misuses)
      it(`${what}: ${status}, and one line that says so`, async () => {
        const response = await ask();
        expect(response.status).to.equal(status);
        expect(await response.text()).to.match(/^\S.*\n$/);
        if (status === 405) expect(response.headers.get('allow')).to.equal('GET, HEAD, POST, QUERY, OPTIONS');
      });
    it('a malformed query: 400 with line and column, as a problem where JSON is asked for', async () => {
      const query = 'SELECT *\nWHERE { ?s ?p }';
      const response = await get({ query });
      expect([response.status, await response.text()]).to.deep.equal([
        400,
        '"}" is not expected here (line 2, column 15)\n',
      ]);
      const problem = await get({ query }, 'application/sparql-results+json');
      expect(problem.headers.get('content-type')).to.include('application/problem+json');
      expect(await problem.json()).to.include({ status: 400, line: 2, column: 15 });
    });
    it('HEAD has the headers of GET and no body; OPTIONS says what is allowed', async () => {
      const url = `${server.origin}/sparql?query=ASK%7B%7D`;
      const [head, whole] = [await fetch(url, { method: 'HEAD' }), await fetch(url)];
      expect(await head.text()).to.equal('');
      for (const name of ['content-type', 'content-length', 'etag'])
        expect(head.headers.get(name)).to.equal(whole.headers.get(name));
      const options = await fetch(url, { method: 'OPTIONS' });
      expect([options.status, options.headers.get('access-control-allow-methods')]).to.deep.equal([
        204,
        'GET, HEAD, POST, QUERY, OPTIONS',
      ]);
    });
    it('may be read from any page, varies with Accept, and is not sent twice', async () => {
      const first = await get({ query: select });
      expect(first.headers.get('access-control-allow-origin')).to.equal('*');
      expect(first.headers.get('vary')).to.equal('Accept, Accept-Encoding');
      const again = await fetch(first.url, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
      expect(again.status).to.equal(304);
      const otherwise = await fetch(first.url, {
        headers: { 'if-none-match': first.headers.get('etag') ?? '', accept: 'text/csv' },
      });
      expect(otherwise.status).to.equal(200);
    });
  });

  describe('without a query', () => {
    it('describes itself, with its absolute address and its graphs', async () => {
      for (const [accept, format] of [
        ['*/*', 'turtle'],
        ['application/ld+json', 'jsonld'],
        ['application/rdf+xml', 'rdfxml'],
      ] as const) {
        const response = await fetch(`${server.origin}/sparql`, { headers: { accept } });
        const quads = await parseRdf(await response.text(), format, 'http://base.example/');
        const sd = 'http://www.w3.org/ns/sparql-service-description#';
        const endpoint = quads.find((q) => q.predicate.value === `${sd}endpoint`);
        expect(endpoint?.object.value).to.equal(`${server.origin}/sparql`);
        expect(quads.filter((q) => q.predicate.value === `${sd}name`)).to.have.length(5);
        expect(quads.filter((q) => q.predicate.value === `${sd}feature`).map((q) => q.object.value)).to.deep.equal([
          `${sd}UnionDefaultGraph`,
        ]);
      }
    });
    it('counts the triples of each graph, and of the default graph', async () => {
      const quads = await parseRdf(
        await (await fetch(`${server.origin}/sparql`)).text(),
        'turtle',
        'http://b.example/',
      );
      const objectOf = (subject: string, name: string) =>
        quads.find((q) => q.subject.value === subject && q.predicate.value.endsWith(`#${name}`))?.object.value ?? '';
      const piers = quads.find((q) => q.object.value.endsWith('graph/note/piers'))?.subject.value ?? '';
      expect(objectOf(objectOf(piers, 'graph'), 'triples')).to.equal('5');
      const unnamed = quads.find((q) => q.predicate.value.endsWith('#defaultGraph'))?.object.value ?? '';
      const all = await (await get({ query: 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }', format: 'csv' })).text();
      expect(`n\r\n${objectOf(unnamed, 'triples')}\r\n`).to.equal(all);
    });
    it('leaves its graphs out where to list them is too much for a query', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'migraph-graphs-'));
      const file = join(folder, 'graphs.nq');
      writeFileSync(
        file,
        Array.from({ length: 8000 }, (_, i) => `<urn:s> <urn:p> "${i}" <urn:graph:${i}> .\n`).join(''),
      );
      const crowded = await serve(file, { MIGRAPH_MAX_ANSWER_MB: '1' });
      const response = await fetch(`${crowded.origin}/sparql`);
      expect([response.status, (await response.text()).length < 5000]).to.deep.equal([200, true]);
      await crowded.close();
      rmSync(folder, { recursive: true });
    });
    it('names the languages, and those of updates where they are taken', async () => {
      const languagesOf = async ({ origin }: Served): Promise<string[]> => {
        const quads = await parseRdf(await (await fetch(`${origin}/sparql`)).text(), 'turtle', 'http://b.example/');
        const named = quads.filter((q) => /#(supportedLanguage|supportedVersion)$/.test(q.predicate.value));
        return named.map((q) => q.object.value.replace(/^.*#/, ''));
      };
      expect(await languagesOf(server)).to.include.members([
        'SPARQLQuery',
        'SPARQL11Query',
        'version-1.2',
        'version-1.1',
      ]);
      expect(await languagesOf(server)).to.not.include('SPARQLUpdate');
      const writable = await serve(undefined, {
        MIGRAPH_WRITE_TOKEN: 'a-token-for-the-tests',
        MIGRAPH_SERVICE_HOSTS: 'query.example.org',
      });
      expect(await (await fetch(`${writable.origin}/sparql`)).text()).to.include('sd:BasicFederatedQuery');
      expect(await languagesOf(writable)).to.include.members(['SPARQLUpdate', 'SPARQL11Update']);
      await writable.close();
    });
    it('shows a form where HTML is preferred', async () => {
      const page = await (await get({}, 'text/html,*/*;q=0.8')).text();
      expect(page).to.include('<form action="/sparql" method="get"').and.include('name="query"');
    });
  });

  describe('as a page', () => {
    const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
    it('shows a table whose links lead here, and escapes what it shows', async () => {
      const page = await (await get({ query: select, format: '' }, browser)).text();
      expect(page).to.include('<a href="/dataset/arrivals-register">').and.include('&lt;b&gt;').and.not.include('<b>"');
    });
    it('keeps a malformed query in the form and says what is wrong', async () => {
      const response = await get({ query: 'SELECT * { ?s "</textarea><script>" }' }, browser);
      expect(response.status).to.equal(400);
      expect(await response.text())
        .to.include('role="alert"')
        .and.include('&lt;/textarea&gt;')
        .and.not.include('<script>');
    });
  });

  describe('what was probably meant', () => {
    const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
    it('is said to programs in the same line', async () => {
      const response = await get({ query: 'SELECT * { ?s dct:title ?t }', format: '' });
      expect([response.status, await response.text()]).to.deep.equal([
        400,
        'Unknown prefix: dct (line 1, column 15): dct: is not declared; add PREFIX dct: <http://purl.org/dc/terms/>\n',
      ]);
      const problem = await get({ query: 'SELEC * {}', format: '' }, 'application/json');
      expect(await problem.json()).to.include({ line: 1, column: 1 });
    });
    it('is a link on the page, below the line that is wrong', async () => {
      const page = await (await get({ query: 'SELECT *\n{ ?s dct:title ?t }', format: '' }, browser)).text();
      expect(page).to.include('data-line="2" data-column="').and.include('\n     ^</pre>');
      const [, link = ''] = /<a href="(\/sparql\?query=PREFIX[^"]+)"/.exec(page) ?? [];
      const mended = await fetch(server.origin + link, { headers: { accept: browser } });
      expect([mended.status, (await mended.text()).includes('<table>')]).to.deep.equal([200, true]);
    });
    it('is said of a term that the ontology lacks, though the query is answered', async () => {
      const query = 'PREFIX mig: <https://w3id.org/migraph/ontology#> SELECT * { ?s a mig:Datset }';
      const response = await get({ query, format: '' }, browser);
      expect([response.status, (await response.text()).includes('is mig:Dataset meant?')]).to.deep.equal([200, true]);
    });
  });

  describe('a page without a query', () => {
    it('has every question to begin with, the prefixes, and lets its own scripts run alone', async () => {
      const response = await fetch(`${server.origin}/sparql`, { headers: { accept: 'text/html' } });
      const page = await response.text();
      for (const { title } of readQuestions()) expect(page).to.include(title.replaceAll("'", '&#39;'));
      expect(page)
        .to.include('PREFIX dcat:')
        .and.not.match(/<script(?! type="module" src="\/ui\/)|style=/);
      const policy = response.headers.get('content-security-policy');
      expect(policy).to.include("script-src 'self'").and.not.include('unsafe');
    });
    it('shows how programs ask the same, and the other formats', async () => {
      const response = await get({ query: select, format: '' }, 'text/html');
      const page = await response.text();
      expect(page).to.include('read.csv(text').and.include('format=csv').and.include(`${server.origin}/sparql`);
    });
  });

  describe('a heavy query', () => {
    const heavy = 'SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }';
    it('ends in 503 with a reason; others are answered meanwhile; the server lives on', async () => {
      const hasty = await serve(undefined, { MIGRAPH_QUERY_DEADLINE: '2' });
      const answer = fetch(`${hasty.origin}/sparql?query=${encodeURIComponent(heavy)}`);
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect((await fetch(`${hasty.origin}/healthz`)).status).to.equal(200);
      const response = await answer;
      expect([response.status, await response.text()]).to.deep.equal([
        503,
        'the query took longer than 2 s and was ended\n',
      ]);
      expect(response.headers.get('retry-after')).to.equal('10');
      expect((await fetch(`${hasty.origin}/healthz`)).status).to.equal(200);
      await hasty.close();
    });
  });
});
