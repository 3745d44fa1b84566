/** The questions over HTTP: values, parts, formats, their pages, and their description in RDF. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { readQuestions } from '../../../src/questions/read.js';
import { parseRdf } from '../../../src/store/rdf/parse-rdf.js';
import { prefixes } from '../../../src/vocabularies.js';
import { temporaryFolder } from '../../cli/run-migraph.js';
import { type Served, serve } from '../serve.js';

const base = 'https://w3id.org/migraph/';
const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

/** Countries of one name and of many, so that an order by name alone leaves rows equal. */
function writeGraph(folder: string): string {
  const file = join(folder, 'countries.ttl');
  const countries = Array.from({ length: 26 }, (_, i) => `AA${String.fromCharCode(65 + i)}`);
  const lines = countries.map(
    (code, i) =>
      `<${base}country/${code}> a mig:Country ; dct:identifier "${code}" ; skos:prefLabel "${i < 10 ? 'Land' : `Land ${code}`}"@en .`,
  );
  const used = ['mig', 'dct', 'skos'] as const;
  const head = used.map((prefix) => `@prefix ${prefix}: <${prefixes[prefix]}> .`);
  const about = `<${base}publication/x> a mig:Publication ; <${prefixes.rdfs}label> "On <b>AAC</b>" ; mig:about <${base}country/AAC> .`;
  writeFileSync(file, [...head, ...lines, about].join('\n'));
  return file;
}

describe('questions over HTTP', () => {
  const folder = temporaryFolder();
  let server: Served;
  before(async () => {
    server = await serve(writeGraph(folder));
  });
  after(() => server.close());

  const get = (path: string, accept = '*/*', headers: Record<string, string> = {}): Promise<Response> =>
    fetch(server.origin + path, { headers: { accept, ...headers } });
  const rowsOf = async (path: string): Promise<string[]> =>
    (await (await get(path, 'text/csv')).text()).trimEnd().split('\r\n').slice(1);

  it('give all rows unless a part is asked for', async () => {
    expect(await rowsOf('/api/countries-not-named')).to.have.length(26);
  });

  it('show the query with what was asked, not with the default', async () => {
    const text = await (await get('/api/datasets-on-country-and-year?country=AAC&year=1901', 'text/html')).text();
    expect(text).to.include(`VALUES ?country { &lt;${base}country/AAC&gt; }`).and.include('VALUES ?year { 1901 }');
  });

  it('give parts that are the whole, each leading to the next and the last to none', async () => {
    const all: string[] = [];
    let next: string | undefined = '/api/countries-not-named?limit=10';
    let parts = 0;
    while (next !== undefined) {
      const response = await get(next, 'text/csv');
      all.push(...(await response.text()).trimEnd().split('\r\n').slice(1));
      next = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1]?.replace(server.origin, '');
      parts += 1;
    }
    expect(parts).to.equal(3);
    expect(all.sort()).to.deep.equal((await rowsOf('/api/countries-not-named')).sort());
  });

  it('know pages and offsets, and no rows behind the last', async () => {
    const second = await rowsOf('/api/countries-not-named?limit=10&page=2');
    expect(await rowsOf('/api/countries-not-named?limit=10&offset=10'))
      .to.deep.equal(second)
      .and.have.length(10);
    const last = await get('/api/countries-not-named?limit=13&page=2');
    expect(last.headers.get('link')).to.include('rel="prev"').and.not.include('rel="next"');
    expect(await rowsOf('/api/countries-not-named?page=99')).to.deep.equal([]);
  });

  it('take values, of whatever case, or as IRIs', async () => {
    for (const value of ['AAC', 'aac', `${base}country/AAC`]) {
      const rows = await rowsOf(`/api/what-concerns-country?country=${encodeURIComponent(value)}`);
      expect(rows, value).to.have.length(1);
      expect(rows[0]).to.include('publication/x');
    }
    expect(await rowsOf('/api/what-concerns-country?country=AAB')).to.deep.equal([]);
  });

  it('come in the formats of the endpoint, once', async () => {
    for (const [format, type] of [
      ['json', 'application/sparql-results+json'],
      ['xml', 'application/sparql-results+xml'],
      ['csv', 'text/csv'],
      ['tsv', 'text/tab-separated-values'],
      ['html', 'text/html'],
    ] as const) {
      for (const response of [await get(`/api/corridors?format=${format}`), await get('/api/corridors', type)])
        expect(response.headers.get('content-type'), format).to.match(new RegExp(`^${type.replace('+', '\\+')}`));
    }
    const first = await get('/api/corridors');
    expect(first.headers.get('server-timing')).to.include('"ids"');
    const again = await get('/api/corridors', '*/*', { 'if-none-match': first.headers.get('etag') ?? '' });
    expect(again.status).to.equal(304);
    const head = await fetch(`${server.origin}/api/corridors`, { method: 'HEAD' });
    expect([head.status, await head.text()]).to.deep.equal([200, '']);
  });

  const refused: readonly (readonly [string, number, string])[] = [
    ['/api/who-hold-data', 404, 'is who-holds-data meant?'],
    ['/api/zzz', 404, 'there is no question "zzz"'],
    ['/api/who-holds-data?contry=SWE', 400, 'it has country, year'],
    ['/api/who-holds-data?contry=', 400, 'has no parameter "contry"'],
    ['/api/who-holds-data?country=Sweden', 400, 'country: "Sweden" is not an ISO 3166 alpha-3 code'],
    ['/api/who-holds-data?country=SWE&country=NOR', 400, 'country is given more than once'],
    ['/api/who-holds-data?year=85', 400, 'year: "85" is not a year of four digits'],
    ['/api/corridors?limit=0', 400, 'limit: "0" is not a number from 1 to 10000'],
    ['/api/corridors?limit=10001', 400, 'limit'],
    ['/api/corridors?offset=-1', 400, 'offset'],
    ['/api/corridors?page=1&offset=0', 400, 'either offset or page'],
    ['/api/corridors?format=turtle', 406, 'this is available as'],
  ];
  for (const [path, status, message] of refused)
    it(`${status} in one line for ${path}`, async () => {
      const response = await get(path);
      const text = await response.text();
      expect(response.status).to.equal(status);
      expect(text)
        .to.include(message)
        .and.match(/^[^\n]+\n$/);
    });

  describe('as pages', () => {
    it('have a field for each parameter, with what the graph has of its type', async () => {
      const page = await (await get('/api/what-concerns-country?country=AAC', browser)).text();
      expect(page).to.include('<option value="AAC" selected>Land</option>').and.include('value="AAZ"');
      expect(page).to.include('On &lt;b&gt;AAC&lt;/b&gt;').and.not.include('<script');
      expect(page).to.include('pandas.read_csv').and.include('country=AAC&amp;format=csv');
    });
    it('keep what was typed, with what is wrong with it', async () => {
      const response = await get('/api/who-holds-data?year=<85&country=AAC', browser);
      expect(response.status).to.equal(400);
      const page = await response.text();
      expect(page).to.include('value="&lt;85"').and.include('is not a year of four digits');
      expect(page).to.include('<option value="AAC" selected>');
    });
    it('show a hundred rows at once, and are in the language that is asked for', async () => {
      const page = await (await get('/api/countries-not-named?lang=fr', browser)).text();
      expect(page).to.include('26 lignes').and.include('La réponse entière en').and.not.include('rel="next"');
      const part = await (await get('/api/countries-not-named?limit=10&offset=10', browser)).text();
      expect(part).to.include('rel="next"').and.include('rel="prev"');
    });
    for (const { name } of readQuestions())
      it(name, async () => {
        const response = await get(`/api/${name}`, browser);
        expect([response.status, response.headers.get('content-type')?.split(';')[0]]).to.deep.equal([
          200,
          'text/html',
        ]);
        await response.body?.cancel();
      });
  });

  it('are described as executables of SHACL, whose queries run', async () => {
    const response = await get('/.well-known/sparql-examples', 'text/turtle');
    const quads = await parseRdf(await response.text(), 'turtle', base);
    const selects = quads.filter(({ predicate }) => predicate.value === `${prefixes.sh}select`);
    expect(selects.map(({ subject }) => subject.value).sort()).to.deep.equal(
      readQuestions().map(({ name }) => `${base}api/${name}`),
    );
    const targets = new Set(
      quads.filter(({ predicate }) => predicate.value === `${prefixes.schema}target`).map(({ object }) => object.value),
    );
    expect([...targets]).to.deep.equal([`${server.origin}/sparql`]);
    const [target = ''] = targets;
    const answer = await fetch(target, {
      method: 'POST',
      body: new URLSearchParams({ query: selects[0]?.object.value ?? '' }),
    });
    expect(answer.status).to.equal(200);
    expect((await get('/.well-known/sparql-examples', 'image/png')).status).to.equal(406);
  });
});
