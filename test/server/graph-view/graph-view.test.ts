/** The surroundings of a thing over HTTP: its bonds are those of a query, what is not drawn is counted, faults are one line. */
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import { packageRoot } from '../../../src/config.js';
import { type Served, serve } from '../serve.js';

const graph = (name: string): string => join(packageRoot, 'test', 'fixtures', 'graphs', name);

describe('/graph-view', () => {
  let server: Served;
  before(async () => {
    server = await serve(graph('answers.trig'));
  });
  after(() => server.close());

  const get = (query: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${server.origin}/graph-view${query}`, { headers: { accept: 'text/html', ...headers } });
  const page = async (query: string): Promise<string> => (await get(query)).text();
  /** What the table says: property, direction, count. */
  const rows = (text: string): string[][] =>
    [...text.matchAll(/<tr><th scope="row">([^<]*)<\/th><td>([^<]*)<\/td><td>(\d+)<\/td>/g)].map((found) =>
      found.slice(1, 4),
    );

  it('draws what a dataset leads to, and what leads to it, with names and links', async () => {
    const text = await page('?iri=dataset/passengers');
    expect(text)
      .to.include('<h1>Around Passenger counts</h1>')
      .and.include('<a href="/graph-view?iri=country%2FNLD"><rect')
      .and.include('<title>Netherlands</title>')
      .and.include('<title>Places</title>')
      .and.include('<title>Ministry of Waves</title>')
      .and.include('<a href="/dataset/passengers">All that is said of it</a>');
    expect(text).to.not.match(/style=|NaN|undefined|<script/);
  });

  it('counts by each property as a query does, what is not drawn among them', async () => {
    for (const path of ['dataset/passengers', 'country/NLD', 'agency/mow', 'note/tides']) {
      const iri = `https://w3id.org/migraph/${path}`;
      const query = `SELECT ?d (COUNT(*) AS ?n) { { SELECT DISTINCT ?d ?p ?o { { <${iri}> ?p ?o FILTER(ISIRI(?o)) BIND("it leads to" AS ?d) }
        UNION { ?o ?p <${iri}> BIND("leads to it" AS ?d) } } } } GROUP BY ?d`;
      const csv = await (
        await fetch(`${server.origin}/sparql?${new URLSearchParams({ query, format: 'csv' })}`)
      ).text();
      const expected = Object.fromEntries(
        (parse(csv, { columns: true }) as { d: string; n: string }[]).map(({ d, n }) => [d, Number(n)]),
      );
      const told: Record<string, number> = {};
      for (const [properties = '', direction = '', count] of rows(await page(`?iri=${path}`)))
        told[direction] = (told[direction] ?? 0) + Number(count) * properties.split(', ').length;
      expect(told, path).to.deep.equal(expected);
    }
  });

  it('does not draw evidence and kinds, but counts them', async () => {
    const text = await page('?iri=dataset/passengers');
    expect(text)
      .to.include('4 more statements bind it, as evidence, records and kinds')
      .and.not.include('<title>rdf:subject</title>');
    expect(rows(text)).to.deep.include(['rdf:subject', 'leads to it', '2']);
  });

  it('ends a long list with how many more there are', async () => {
    const many = await serve(graph('many-neighbours.ttl'));
    const text = await (
      await fetch(`${many.origin}/graph-view?iri=https://e.example/hub`, { headers: { accept: 'text/html' } })
    ).text();
    await many.close();
    expect(text)
      .to.include('<title>and 15 more</title>')
      .and.include('<a href="/about?iri=https%3A%2F%2Fe.example%2Fhub"><rect class="rest"')
      .and.include('and 8 more</td>');
    expect(text.match(/<rect class="node"/g)).to.have.length(1 + 5 + 1 + 1);
  });

  it('shows one bond where two properties lead to the same', async () => {
    const many = await serve(graph('many-neighbours.ttl'));
    const text = await (
      await fetch(`${many.origin}/graph-view?iri=https://e.example/hub`, { headers: { accept: 'text/html' } })
    ).text();
    await many.close();
    expect(text).to.include('<title>Places, Reporting countries</title>');
  });

  it('speaks the language of the page', async () => {
    expect(await page('?iri=country/NLD&lang=fr'))
      .to.include('<h1>Autour de Pays-Bas</h1>')
      .and.include('<title>Europe occidentale</title>');
  });

  it('is sent only where it has changed', async () => {
    const first = await get('?iri=country/NLD');
    expect((await get('?iri=country/NLD', { 'if-none-match': first.headers.get('etag') ?? '' })).status).to.equal(304);
  });

  for (const [query, status, line] of [
    ['', 400, /say once of what/],
    ['?iri=a&iri=b', 400, /say once of what/],
    ['?iri=a%20b', 400, /"a b" is no path and no IRI/],
    ['?iri=%3Cscript%3E', 400, /is no path and no IRI/],
    ['?iri=dataset/none', 404, /nothing is known here of/],
  ] as const)
    it(`says what is wrong with "${query}"`, async () => {
      const response = await get(query, { accept: 'text/plain' });
      expect([400, 404, 406]).to.include(response.status);
      const plain = await get(query, { accept: '*/*' });
      expect(plain.status).to.equal(status);
      expect(await plain.text()).to.match(line);
    });
  it('is a page and nothing else', async () => {
    expect((await get('?iri=country/NLD', { accept: 'image/png' })).status).to.equal(406);
  });
});
