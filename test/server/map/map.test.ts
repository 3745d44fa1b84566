/** The map over HTTP: its figures are those of queries, each corridor has its arc, what cannot be understood is said in a line. */
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import { packageRoot } from '../../../src/config.js';
import { type Served, serve } from '../serve.js';

const graph = (name: string): string => join(packageRoot, 'test', 'fixtures', 'graphs', name);
const prefixes = `PREFIX dcat: <http://www.w3.org/ns/dcat#> PREFIX dct: <http://purl.org/dc/terms/>
PREFIX mig: <https://w3id.org/migraph/ontology#> `;

type Row = Record<string, string>;

const table = async (origin: string, path: string): Promise<Row[]> =>
  parse(await (await fetch(origin + path)).text(), { columns: true }) as Row[];
const asked = (origin: string, query: string): Promise<Row[]> =>
  table(origin, `/sparql?${new URLSearchParams({ format: 'csv', query: prefixes + query })}`);
const page = async (origin: string, path: string): Promise<string> =>
  (await fetch(origin + path, { headers: { accept: 'text/html' } })).text();

describe('/map', () => {
  for (const name of ['map.trig', 'answers.trig'])
    describe(`of ${name}`, () => {
      let server: Served;
      before(async () => {
        server = await serve(graph(name));
      });
      after(() => server.close());

      it('counts the datasets that name each country as a query does', async () => {
        const rows = await table(server.origin, '/map.csv');
        const expected = await asked(
          server.origin,
          'SELECT ?place (COUNT(DISTINCT ?d) AS ?n) { ?d a dcat:Dataset ; dct:spatial ?place } GROUP BY ?place',
        );
        expect(expected.length).to.be.above(0);
        const named = rows.filter(({ kind, datasets }) => kind !== 'corridor' && datasets !== '0');
        const pairs = (list: Row[], [key, count]: [string, string]) => list.map((row) => [row[key], row[count]]).sort();
        expect(pairs(named, ['iri', 'datasets'])).to.deep.equal(pairs(expected, ['place', 'n']));
      });
      it('has every country of the graph, drawn with its figure', async () => {
        const countries = await asked(server.origin, 'SELECT ?place { ?place a mig:Country }');
        const rows = await table(server.origin, '/map.csv');
        const text = await page(server.origin, '/map');
        expect(countries.length).to.be.above(0);
        for (const { place = '' } of countries) {
          const row = rows.find(({ iri }) => iri === place);
          expect(row?.['kind'], place).to.equal('country');
          const figure = row?.['datasets'] === '0' ? 'no dataset names it' : `${row?.['datasets']} dataset`;
          expect(text).to.match(new RegExp(`<title>${row?.['name']}: ${figure}`));
        }
      });
    });

  describe('of datasets and projects', () => {
    let server: Served;
    before(async () => {
      server = await serve(graph('map.trig'));
    });
    after(() => server.close());
    const named = async (query: string): Promise<Row> =>
      Object.fromEntries(
        (await table(server.origin, `/map.csv${query}`))
          .filter(
            ({ kind, datasets, datasets_without_years: undated }) =>
              kind !== 'corridor' && (datasets !== '0' || undated !== '0'),
          )
          .map((row) => [row['name'], `${row['datasets']}+${row['datasets_without_years']}`]),
      );

    it('has an arc for each corridor', async () => {
      const text = await page(server.origin, '/map');
      expect(text.match(/class="way"/g)).to.have.length(2);
      expect(text)
        .to.include('<a href="/corridor/TUV-MCO"><path class="reach"')
        .and.include('<title>Tuvalu → Monaco: 1 dataset or project</title>')
        .and.include('<title>Monaco → Tuvalu: 2 datasets or projects</title>');
    });
    it('is narrowed by who holds the data, units among them', async () => {
      expect(await named('?agency=mow')).to.deep.equal({ Tuvalu: '2+0', Monaco: '1+0', Europe: '1+0' });
      expect(await named('?agency=agency/mow-tides')).to.deep.equal({ Tuvalu: '1+0' });
      expect(await page(server.origin, '/map?agency=mow-tides')).to.not.include('class="way"');
    });
    it('is narrowed by years, and tells what states none apart', async () => {
      expect(await named('?from=1990&to=1999')).to.deep.equal({ Tuvalu: '1+1', Monaco: '0+1', Europe: '1+0' });
      expect(await page(server.origin, '/map?from=1990')).to.include(
        '<title>Tuvalu: 1 dataset names it, 1 without years</title>',
      );
    });
    it('is narrowed by a dataset and by a subject', async () => {
      expect(await named('?dataset=gulls')).to.deep.equal({ Tuvalu: '1+0', Monaco: '1+0' });
      expect(await named('?subject=theme/tides')).to.deep.equal({ Tuvalu: '1+0' });
      expect(await named('?dataset=none')).to.deep.equal({});
    });
    it('lists regions apart, and draws a border around one', async () => {
      const text = await page(server.origin, '/map?agency=mow');
      expect(text)
        .to.include('<a href="/region/150">Europe</a>: <a href="/?place=region/150&amp;agency=agency/mow">1</a>')
        .and.include('href="/map?agency=mow&amp;outline=region%2F150"')
        .and.not.include('class="border"');
      expect(await page(server.origin, '/map?outline=region/150')).to.include('class="border" d="M');
    });
    it('counts what names no place', async () => {
      expect(await page(server.origin, '/map')).to.include('4 datasets fit: 2 countries are named. 1 names no place.');
    });
    it('names countries in the language of the page', async () => {
      expect(await page(server.origin, '/map?lang=fr'))
        .to.include('<title>Principauté: 1 jeu de données le nomme</title>')
        .and.include('<title>Suède: aucun jeu de données ne le nomme</title>');
    });
    it('leads from each figure to as many datasets', async () => {
      for (const query of ['', '?agency=mow', '?from=1990&to=1999', '?agency=mow&from=1990&to=1999']) {
        const text = await page(server.origin, `/map${query}`);
        const links = [...text.matchAll(/<td><a href="(\/datasets[^"]+)">(\d+)<\/a><\/td>/g)];
        expect(links.length, query).to.be.above(0);
        for (const [, path = '', count] of links) {
          const rows = await table(server.origin, path.replaceAll('&amp;', '&').replace('/datasets', '/datasets.csv'));
          expect(rows.length, path).to.equal(Number(count));
        }
      }
    });
    it('is led to from the home page, under the same choice, and from a dataset', async () => {
      expect(await page(server.origin, '/')).to.include('<a href="/map">');
      const asked = await page(server.origin, '/?place=country/TUV&from=1990&agency=mow');
      expect(asked).to.include('<a href="/map?from=1990&amp;to=1990&amp;agency=agency/mow">');
      expect(await page(server.origin, '/dataset/gulls'))
        .to.include('<a href="/map?dataset=dataset%2Fgulls">')
        .and.include('<a href="/graph-view?iri=dataset%2Fgulls">');
      expect(await page(server.origin, '/country/TUV'))
        .to.include('<a href="/graph-view?iri=country%2FTUV">')
        .and.not.include('/map?dataset');
    });
    it('escapes what datasets are called', async () => {
      expect(await page(server.origin, '/map')).to.include('Gulls &amp; &lt;terns&gt;</option>');
    });
    it('is less than 100 kB packed, and without scripts or inline style', async () => {
      const response = await fetch(`${server.origin}/map`, {
        headers: { accept: 'text/html', 'accept-encoding': 'gzip' },
      });
      expect(Number(response.headers.get('content-length'))).to.be.within(1, 100_000);
      expect(await response.text()).to.not.match(/<script|style=|NaN|undefined/);
    });
    it('comes as CSV where that is asked for, and only where it has changed', async () => {
      for (const [path, accept] of [
        ['/map', 'text/csv'],
        ['/map?format=csv', 'text/html'],
        ['/map.csv', '*/*'],
      ] as const) {
        const response = await fetch(server.origin + path, { headers: { accept } });
        expect(response.headers.get('content-type')).to.equal('text/csv; charset=utf-8');
        const again = await fetch(server.origin + path, {
          headers: { accept, 'if-none-match': response.headers.get('etag') ?? '' },
        });
        expect(again.status).to.equal(304);
        await response.body?.cancel();
      }
    });
    for (const [query, line] of [
      ['from=19', /four digits/],
      ['agency=a b<>', /agency/],
      ['dataset=a b<>', /dataset: "a b<>" is no name and no IRI/],
      ['dataset=a&dataset=b', /dataset is there more than once/],
      ['subject=a%20b', /subject: "a b" is no IRI/],
      ['outline=x%20y', /outline: "x y" is no name/],
    ] as const)
      it(`says what is wrong with ${query}`, async () => {
        const response = await fetch(`${server.origin}/map?${query}`);
        expect(response.status).to.equal(400);
        expect(await response.text()).to.match(line);
      });
    it('is not to be had as what it is not', async () => {
      expect((await fetch(`${server.origin}/map`, { headers: { accept: 'image/png' } })).status).to.equal(406);
      expect((await fetch(`${server.origin}/map`, { method: 'POST' })).status).to.equal(405);
    });
  });

  describe('of a catalogue of others', () => {
    let server: Served;
    before(async () => {
      server = await serve(graph('foreign-dcat.ttl'));
    });
    after(() => server.close());
    it('shows what is there: a country of the table of the EU, places by their name, and that nothing leads from one to another', async () => {
      const rows = (await table(server.origin, '/map.csv')).filter(({ datasets }) => datasets !== '0');
      expect(rows.map(({ kind, code, name, datasets }) => [kind, code, name, datasets])).to.deep.equal([
        ['other', '', 'Everywhere', '1'],
        ['other', '', 'https://two.example/land', '1'],
      ]);
      expect(await page(server.origin, '/map'))
        .to.include('Nothing is stated to look from one country to another.')
        .and.include('<title>Sweden: no dataset names it</title>');
    });
  });

  it('takes a country of the table of the EU for that of the same code', async () => {
    const server = await serve(graph('eu-places.ttl'));
    const rows = (await table(server.origin, '/map.csv')).filter(({ datasets }) => datasets !== '0');
    expect(rows.map(({ iri, code, datasets }) => [iri, code, datasets])).to.deep.equal([
      ['https://w3id.org/migraph/country/SWE', 'SWE', '2'],
    ]);
    expect(await page(server.origin, '/map?lang=es')).to.include(
      '<title>Suecia: 2 conjuntos de datos lo nombran</title>',
    );
    await server.close();
  });
});
