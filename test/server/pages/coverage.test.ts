/** The coverage matrix as it is asked for: page, CSV and JSON, over invented graphs, one of them somebody else's. */
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import { packageRoot } from '../../../src/config.js';
import { type Served, serve } from '../serve.js';

const graph = (name: string): string => join(packageRoot, 'test', 'fixtures', 'graphs', name);

interface Told {
  readonly columns: readonly { readonly name?: string; readonly from?: number; readonly kind: string }[];
  readonly rows: readonly {
    readonly name?: string;
    readonly cells: readonly (Readonly<Record<string, number>> & { readonly answer?: string })[];
  }[];
}

describe('/coverage', () => {
  let server: Served;
  let foreign: Served;
  before(async () => {
    [server, foreign] = [await serve(graph('answers.trig')), await serve(graph('foreign-dcat.ttl'))];
  });
  after(async () => {
    await server.close();
    await foreign.close();
  });

  const get = (path: string, accept = 'text/html', of = server): Promise<Response> =>
    fetch(of.origin + path, { headers: { accept } });
  const page = async (path: string, of = server): Promise<string> => (await get(path, 'text/html', of)).text();
  const told = async (query: string, of = server): Promise<Told> =>
    (await (await get(`/coverage?${query}`, 'application/json', of)).json()) as Told;

  it('tells by name, by region and not stated apart, by shape and word, and leads to the sentences', async () => {
    const text = await page('/coverage?place=country/NLD');
    expect(text)
      .to.include('<h2>Agencies by years: Netherlands</h2>')
      .and.include(
        '<a href="/?place=country/NLD&amp;from=1990&amp;to=1999&amp;agency=agency/mow"><span class="how-name"><svg class="mark" aria-hidden="true"><use href="#mark-name"/></svg> 1 by name</span></a>',
      )
      .and.include('<use href="#mark-whole"/></svg> 1 by region</span>')
      .and.include('<use href="#mark-unstated"/></svg> 1 not stated</span>');
    for (const kind of ['name', 'whole', 'part', 'unstated', 'undated'])
      expect(text, kind).to.include(`<symbol id="mark-${kind}"`);
    expect(text).to.not.include('style=').and.not.include('<script');
  });
  it('has a row for what nobody is said to hold, which cannot be asked for', async () => {
    const { rows } = await told('place=country/NLD');
    expect(rows.map(({ name }) => name)).to.deep.equal(['Ministry of Waves', 'Piers Section', undefined]);
    expect(rows[2]?.cells.every(({ answer }) => answer === undefined)).to.equal(true);
    expect(await page('/coverage?place=country/NLD')).to.include('No owner is stated');
  });
  it('leads from a cell to an answer with as many datasets, and those without years after them', async () => {
    const { columns, rows } = await told('place=country/NLD');
    const [cell, undated] = ([1990, undefined] as const).map(
      (year) => rows[0]?.cells[columns.findIndex(({ from, kind }) => from === year && kind !== 'all')],
    );
    expect([cell?.byName, undated?.byName]).to.deep.equal([1, 1]);
    const answer = await page(cell?.answer ?? '');
    expect([...answer.matchAll(/<li class="match">/g)]).to.have.length(2);
    expect(answer).to.include('By name').and.include('counts passengers in the Netherlands');
  });
  it('shows what has the gaps, or what has not', async () => {
    const rowsOf = async (rows: string): Promise<(string | undefined)[]> =>
      (await told(`show=place-period&level=countries&agency=mow&rows=${rows}`)).rows.map(({ name }) => name);
    expect(await rowsOf('all')).to.deep.equal(['Iceland', 'Netherlands']);
    expect(await rowsOf('stating')).to.deep.equal(['Netherlands']);
    expect(await rowsOf('gaps')).to.deep.equal(['Iceland']);
  });
  it('opens a region to its parts, and a decade to its years', async () => {
    const text = await page('/coverage?show=place-period');
    expect(text)
      .to.include('<a href="/coverage?show=place-period&amp;place=region%2F150">Europe</a>')
      .and.include('<a href="/coverage?show=place-period&amp;from=1990&amp;to=1999">1990–1999</a>');
    const years = await told('from=1990&to=1994');
    expect(years.columns.slice(0, 2).map(({ from }) => from)).to.deep.equal([1990, 1991]);
  });
  it('keeps apart what states no years', async () => {
    const { columns, rows } = await told('show=place-period&level=countries');
    const [last, all] = [columns.length - 2, columns.length - 1];
    expect([columns[last]?.kind, columns[all]?.kind]).to.deep.equal(['none', 'all']);
    const netherlands = rows.find(({ name }) => name === 'Netherlands');
    expect(netherlands?.cells[last]).to.include({ byName: 1, byRegion: 0 });
    expect(netherlands?.cells[all]).to.include({ byName: 2, byRegion: 1, notStated: 1 });
    const asked = await told('show=place-period&level=countries&from=1990&to=1990');
    expect(asked.rows.find(({ name }) => name === 'Netherlands')?.cells.at(-1)).to.include({ byName: 1, noYears: 1 });
  });

  it('is CSV with a row for each cell, by extension, Accept or format', async () => {
    const addresses: [string, string][] = [
      ['/coverage.csv?place=country/NLD', '*/*'],
      ['/coverage?place=country/NLD', 'text/csv'],
      ['/coverage?place=country/NLD&format=csv', 'text/html'],
    ];
    const texts = await Promise.all(addresses.map(async ([path, accept]) => (await get(path, accept)).text()));
    expect(new Set(texts).size).to.equal(1);
    const rows = parse(texts[0] ?? '', { columns: true }) as Record<string, string>[];
    const { columns, rows: named } = await told('place=country/NLD');
    expect(rows).to.have.length(named.length * (columns.length - 1));
    expect(rows.find(({ agencyName, from }) => agencyName === 'Ministry of Waves' && from === '1990')).to.include({
      agency: 'https://w3id.org/migraph/agency/mow',
      placeName: 'Netherlands',
      to: '1999',
      years: 'stated',
      byName: '1',
      notStated: '0',
    });
  });
  it('speaks three languages, and names places in six', async () => {
    expect(await page('/coverage?lang=fr&place=country/NLD'))
      .to.include('nommé')
      .and.include('Pays-Bas');
    expect(await page('/coverage?lang=es')).to.include('no indicado');
    expect(await page('/coverage?show=place-period&level=countries&lang=zh')).to.include(
      'lang="zh" dir="ltr">荷兰</a>',
    );
  });
  it('has a tag, a head, and no other formats', async () => {
    const response = await get('/coverage');
    const again = await fetch(`${server.origin}/coverage`, {
      headers: { accept: 'text/html', 'if-none-match': response.headers.get('etag') ?? '' },
    });
    expect(again.status).to.equal(304);
    const head = await fetch(`${server.origin}/coverage`, { method: 'HEAD', headers: { accept: 'text/html' } });
    expect([head.status, (await head.text()).length]).to.deep.equal([200, 0]);
    expect((await get('/coverage', 'image/png')).status).to.equal(406);
    expect((await get('/coverage.xlsx')).status).to.equal(406);
  });

  for (const [query, line] of [
    ['show=all', 'show is one of agency-period, agency-place, place-period.'],
    ['level=x', 'level is one of parts, countries, stated.'],
    ['rows=x', 'rows is one of all, stating, gaps.'],
    ['page=0', 'A page is a whole number above zero.'],
    ['from=soon', 'A year has four digits, as in 1990.'],
    ['place=country/XXX', 'Nothing here is called https://w3id.org/migraph/country/XXX.'],
    ['place=%3Cb%3E', 'Nothing here is called <b>.'],
    ['agency=nobody', 'Nothing here is called https://w3id.org/migraph/agency/nobody.'],
  ] as const)
    it(`is 400 in one line for ${query}`, async () => {
      const response = await get(`/coverage?${query}`, 'application/json');
      expect([response.status, ((await response.json()) as { detail: string }).detail]).to.deep.equal([400, line]);
      const html = await get(`/coverage?${query}`);
      expect(html.status).to.equal(400);
      expect(await html.text())
        .to.include(`<p class="failure" role="alert">${line.replace('<b>', '&lt;b&gt;')}</p>`)
        .and.include('<form class="ask" action="/coverage"')
        .and.not.include('<table>');
    });

  describe("over somebody else's catalogue", () => {
    it('counts by who publishes it, named or not', async () => {
      const { rows } = await told('', foreign);
      const [named, unnamed] = ['Second office', 'First office'].map((wanted) =>
        rows.find(({ name }) => name === wanted),
      );
      expect(named?.cells.at(-1)?.answer).to.equal('/?agency=https%3A//two.example/office');
      expect(unnamed?.cells.at(-1)).to.include({ byName: 1 }).and.not.have.property('answer');
    });
    it('shows the places that are stated, where no regions are known, and says so', async () => {
      const { rows } = await told('show=place-period', foreign);
      expect(rows.map(({ name }) => name)).to.deep.equal(['land']);
      const text = await page('/coverage?show=place-period', foreign);
      expect(text)
        .to.include('This graph names no regions')
        .and.include('<a href="/about?iri=https%3A%2F%2Ftwo.example%2Fland">land</a>');
    });
    it('says what it cannot count', async () => {
      expect(await page('/coverage', foreign)).to.include('1 dataset has no IRI and cannot be counted here.');
    });
  });
});
