/** The views by facets as readers use them: counts that are true, chips, what is not stated, orders, pages, and every format. */
import { join } from 'node:path';
import { expect } from 'chai';
import { packageRoot } from '../../../src/config.js';
import { kindIds } from '../../../src/server/browse/kinds.js';
import { parseRdf } from '../../../src/store/rdf/parse-rdf.js';
import { prefixes } from '../../../src/vocabularies.js';
import { createRandom } from '../../random.js';
import { getView, type ShownView } from '../browse/views.js';
import { base, foreignCatalogue, serveChronicle, serveText } from '../feeds/chronicle.js';
import { type Served, serve, serveByPool } from '../serve.js';

const harbour = join(packageRoot, 'test', 'fixtures', 'graphs', 'browse.trig');
const counted = ({ values }: ShownView): Record<string, number> =>
  Object.fromEntries(values.map(({ name, count }) => [name, count]));

/** All that the view leads to has as many things as it says; then on from one of them, as by chance. */
async function walk(origin: string, start: string, steps: number): Promise<number> {
  const random = createRandom(steps);
  let [path, checked] = [start, 0];
  for (let step = 0; step < steps; step += 1) {
    const view = await getView(origin, path);
    for (const { address, count, name, isChosen } of view.values) {
      const there = isChosen ? view : await getView(origin, address);
      expect(there.total, `${path} → ${name}`).to.equal(count);
      checked += 1;
    }
    for (const { text, address } of [...view.leftOut])
      expect((await getView(origin, address)).total, `${path} → ${text}`).to.equal(Number(/^\d+/.exec(text)?.[0]));
    const next = view.values.filter(({ isChosen }) => !isChosen);
    if (next.length === 0) break;
    path = random.pick(next).address;
  }
  return checked;
}

describe('views by facets', () => {
  let server: Served;
  let registers: Served;
  before(async () => {
    server = await serve(harbour);
    registers = await serveChronicle(25);
  });
  after(() => Promise.all([server.close(), registers.close()]));
  const view = (path: string) => getView(server.origin, path);

  for (const id of kindIds)
    it(`/${id}: each count is what is found there, whatever is chosen besides`, async () => {
      const checked = (await walk(server.origin, `/${id}`, 4)) + (await walk(registers.origin, `/${id}`, 4));
      expect(checked).to.be.greaterThan(1);
    });

  it('lists all, with what each says, and says what it does not', async () => {
    const { total, titles, text } = await view('/datasets');
    expect(total).to.equal(5);
    expect(titles).to.deep.equal(['Boats of <Europe>', 'Crews', 'Ferries', 'Geysers', 'Passenger counts']);
    expect(text)
      .to.include('<dt>Held by</dt><dd><a href="/agency/mow">Ministry of Waves</a></dd>')
      .and.include('<dt>Years</dt><dd>1990–1995</dd>')
      .and.include('<dt>Years</dt><dd>1980–</dd>')
      .and.include('<span class="unstated">no years</span>')
      .and.include('Boats of &lt;Europe&gt;');
  });
  it('counts a region by its parts and countries, an agency by its units, a decade by overlap', async () => {
    const { World, Europe, Netherlands, ...others } = counted(await view('/datasets'));
    expect([World, Europe, Netherlands]).to.deep.equal([4, 3, 2]);
    expect(others).to.include({ '1960–1969': 1, '1980–1989': 1, '1990–1999': 3, 'no years': 1, 'nobody named': 4 });
    const units = counted(await getView(registers.origin, '/datasets'));
    expect(units).to.include({ 'Ministry of Waves': 17, 'Arrivals Section': 9, 'Øya Institute': 8 });
  });
  it('knows each other kind by what it says itself', async () => {
    expect(counted(await view('/publications'))).to.include({
      'Ministry of Waves': 2,
      'Buoys Section': 1,
      Netherlands: 1,
      Europe: 1,
      Charts: 1,
      '2000–2009': 1,
      'no place': 1,
    });
    expect(counted(await view('/events'))).to.include({ 'Ministry of Waves': 1, Netherlands: 1, '1960–1969': 1 });
    expect(counted(await view('/projects'))).to.include({ 'Ministry of Waves': 1, 'Buoys Section': 1, Iceland: 1 });
    expect((await view('/agencies?agency=mow')).titles).to.deep.equal(['Buoys Section']);
    expect((await view('/publications?series=charts&year=2006')).titles).to.deep.equal(['Charts of the Netherlands']);
    expect((await view('/agencies?theme=sea-crossings')).titles).to.deep.equal(['Buoys Section']);
  });
  it('says how an owner was found, but not of what was taken back', async () => {
    expect((await view('/datasets?owner=inferred')).titles).to.deep.equal(['Passenger counts']);
    expect((await view('/datasets?owner=stated')).total).to.equal(0);
    expect(counted(await view('/datasets')))
      .to.include({ 'inferred: the heading is lost': 1 })
      .and.not.have.property('stated');
  });
  it('leaves out of a facet’s counts its own choice alone', async () => {
    const chosen = await view('/datasets?country=NLD');
    expect(chosen.titles).to.deep.equal(['Crews', 'Passenger counts']);
    expect(counted(chosen))
      .to.include({ Netherlands: 2, Iceland: 1, Europe: 2, '1990–1999': 1 })
      .and.not.have.property('1960–1969');
    expect(chosen.values.filter(({ isChosen }) => isChosen).map(({ name }) => name)).to.deep.equal(['Netherlands']);
  });
  it('shows what is chosen as chips that take it back, and all at once', async () => {
    const { chips } = await view('/datasets?country=NLD&q=passenger&from=1990&to=1991&sort=-first');
    expect(chips.map(({ text }) => text)).to.deep.equal([
      '“passenger” ×',
      'Country: Netherlands ×',
      'Years: 1990–1991 ×',
      'Show all',
    ]);
    expect(chips[0]?.address).to.equal('/datasets?country=NLD&from=1990&to=1991&sort=-first');
    expect(chips[2]?.address).to.equal('/datasets?country=NLD&q=passenger&sort=-first');
    expect(chips[3]?.address).to.equal('/datasets?sort=-first');
    expect((await view('/datasets?country=NLD')).text).to.include(
      '<title>Datasets · Country: Netherlands – migraph</title>',
    );
  });
  it('says how many more state no years or name no place, and leads to them', async () => {
    const dated = await view('/datasets?country=NLD&from=1990&to=1999');
    expect(dated.titles).to.deep.equal(['Passenger counts']);
    expect(dated.leftOut).to.deep.equal([
      { text: '1 more states no years', address: '/datasets?country=NLD&without=years' },
    ]);
    expect((await view('/datasets?country=NLD&without=years')).titles).to.deep.equal(['Crews']);
    expect((await view('/datasets?agency=mow')).leftOut).to.deep.equal([
      { text: '4 more name nobody', address: '/datasets?without=agency' },
    ]);
  });
  it('keeps the other choices in its form', async () => {
    const { text } = await view('/datasets?country=NLD&q=crews&sort=last&page=1');
    expect(text)
      .to.include('<input type="hidden" name="country" value="NLD">')
      .and.include('<input type="hidden" name="sort" value="last">')
      .and.include('name="q" type="search" maxlength="200" value="crews"')
      .and.not.include('name="page"');
  });
  it('knows words in titles, and in names and acronyms of who holds it; empty fields are as good as none', async () => {
    expect((await view('/datasets?q=MOW')).titles).to.deep.equal(['Passenger counts']);
    expect((await view('/datasets?q=boats+europe&from=&to=&agency=')).titles).to.deep.equal(['Boats of <Europe>']);
    expect((await view('/countries?q=islande')).titles).to.deep.equal(['Iceland']);
    expect((await view('/agencies?q=mow')).titles).to.deep.equal(['Ministry of Waves']);
  });
  it('has them in each order, what says nothing last', async () => {
    const titles = async (sort: string) => (await view(`/datasets?sort=${sort}`)).titles;
    expect(await titles('first')).to.deep.equal([
      'Geysers',
      'Boats of <Europe>',
      'Ferries',
      'Passenger counts',
      'Crews',
    ]);
    expect(await titles('-first')).to.deep.equal([
      'Ferries',
      'Passenger counts',
      'Boats of <Europe>',
      'Geysers',
      'Crews',
    ]);
    expect((await titles('-title'))[0]).to.equal('Passenger counts');
    expect((await titles('agency'))[0]).to.equal('Passenger counts');
    expect((await view('/countries?sort=-datasets')).titles).to.deep.equal(['Netherlands', 'Iceland']);
    const { titles: newest } = await getView(registers.origin, '/datasets?sort=-changed&limit=2');
    expect(newest).to.deep.equal(['Register 1 of tides', 'Register 0 of ferries']);
    expect((await getView(registers.origin, '/datasets?limit=3')).titles[1]).to.equal('Register 1 of tides');
  });
  it('is in pages that together are the whole, and says where they are', async () => {
    const seen: string[] = [];
    for (const page of [1, 2, 3])
      seen.push(...(await getView(registers.origin, `/datasets?limit=10&page=${page}`)).titles);
    expect([seen.length, new Set(seen).size]).to.deep.equal([25, 25]);
    const link = (await fetch(`${registers.origin}/datasets?limit=10&page=2`)).headers.get('link') ?? '';
    expect(link)
      .to.include(`<${registers.origin}/datasets?limit=10>; rel="prev"`)
      .and.include(`<${registers.origin}/datasets?limit=10&page=3>; rel="next"`)
      .and.include(`<${registers.origin}/datasets.csv>; rel="alternate"; type="text/csv"`);
  });
  it('leads from an agency, a country or a region to its datasets', async () => {
    expect((await view('/agencies')).text).to.include('<a href="/datasets?agency=mow">1 dataset</a>');
    expect((await view('/countries')).text).to.include('<a href="/datasets?country=NLD">2 datasets</a>');
    expect((await view('/regions')).text).to.include('<a href="/datasets?region=150">3 datasets</a>');
    expect((await view('/regions?without=datasets')).total).to.equal(0);
  });
  it('has names in the reader’s language, marked where the words are another’s', async () => {
    expect((await view('/countries?lang=fr')).titles).to.deep.equal(['Islande', 'Pays-Bas']);
    expect((await view('/countries?lang=ar')).text).to.include(
      '<span lang="ar" dir="rtl"><h2><a href="/country/NLD">هولندا</a>',
    );
  });
  it('is found from every page', async () => {
    expect(await (await fetch(`${server.origin}/search`)).text()).to.include('<a href="/datasets">Browse</a>');
  });

  describe('as files', () => {
    const get = (path: string, headers: Record<string, string> = {}) => fetch(server.origin + path, { headers });
    const members = async (path: string, format: string, headers = {}): Promise<string[]> => {
      const response = await get(path, headers);
      const text = await response.text();
      expect(response.status, text.slice(0, 200)).to.equal(200);
      const quads = await parseRdf(text, format, base);
      const total = quads.find(({ predicate }) => predicate.value === `${prefixes.hydra}totalItems`)?.object.value;
      const found = quads.filter(({ predicate }) => predicate.value === `${prefixes.hydra}member`);
      expect(Number(total), path).to.equal(found.length);
      return found.map(({ object }) => object.value.slice(base.length)).sort();
    };

    it('is a table of the whole view, in its order', async () => {
      const response = await get('/datasets.csv?region=150&sort=first&limit=1&page=1');
      expect(response.headers.get('content-type')).to.equal('text/csv; charset=utf-8; header=present');
      const lines = (await response.text()).trimEnd().split('\r\n');
      expect(lines[0]).to.equal(
        'iri,title,agency,agency_iri,country,country_iri,region,region_iri,theme,theme_iri,measure,measure_iri,series,series_iri,owner,owner_iri,years,first_year,last_year,changed',
      );
      expect(lines.slice(1)).to.deep.equal([
        `${base}dataset/boats,Boats of <Europe>,,,,,Europe,${base}region/150,,,,,,,,,1980–,1980,1980,`,
        `${base}dataset/passengers,Passenger counts,Ministry of Waves,${base}agency/mow,Netherlands,${base}country/NLD,,,sea crossings,${base}theme/sea-crossings,,,,,Inferred,${prefixes.mig}Inferred,1990–1995,1990,1995,`,
        `${base}dataset/crews,Crews,,,Netherlands,${base}country/NLD,,,,,,,,,,,,,,`,
      ]);
      expect(await (await get('/countries.csv?lang=fr')).text()).to.include(`${base}country/NLD,Pays-Bas,`);
      expect(await (await get('/datasets?region=150', { accept: 'text/csv' })).text()).to.include('Crews');
    });
    for (const [extension, format] of [
      ['ttl', 'turtle'],
      ['nt', 'ntriples'],
      ['jsonld', 'jsonld'],
      ['rdf', 'rdfxml'],
      ['trig', 'trig'],
      ['nq', 'nquads'],
    ] as const)
      it(`is ${extension}: the same members`, async () => {
        expect(await members(`/datasets.${extension}?country=NLD&limit=1`, format)).to.deep.equal([
          'dataset/crews',
          'dataset/passengers',
        ]);
        expect(await members(`/countries.${extension}`, format)).to.deep.equal(['country/ISL', 'country/NLD']);
        expect(await members(`/events.${extension}?q=none`, format)).to.deep.equal([]);
      });
    it('is had by Accept and by profile, and tells its statements', async () => {
      expect(await members('/datasets?q=crews', 'turtle', { accept: 'text/turtle' })).to.deep.equal(['dataset/crews']);
      expect(await members('/datasets.nt?q=crews&profile=dcat-ap', 'ntriples')).to.deep.equal(['dataset/crews']);
      const text = await (await get('/datasets.nt?q=crews')).text();
      expect(text)
        .to.include(`<${base}catalog> <${prefixes.dcat}dataset> <${base}dataset/crews>`)
        .and.not.include(`${base}dataset/boats>`);
      expect(await (await get('/countries.nt?q=NLD')).text()).to.include(
        `<${base}country/NLD> <${prefixes.skos}prefLabel> "Netherlands"@en`,
      );
    });
    it('is not sent again to who has it', async () => {
      for (const path of ['/datasets', '/datasets.csv', '/datasets.ttl?country=NLD', '/agencies.jsonld']) {
        const { headers } = await get(path);
        expect((await get(path, { 'if-none-match': headers.get('etag') ?? '' })).status, path).to.equal(304);
      }
      const head = await fetch(`${server.origin}/datasets.csv`, { method: 'HEAD' });
      expect([head.status, await head.text()]).to.deep.equal([200, '']);
    });
  });

  for (const [path, status, message] of [
    ['/datasets?country=Kenya', 400, /^country: "Kenya" is not an ISO 3166/],
    ['/datasets?country=KEN&country=UGA', 400, /^country is there more than once$/],
    ['/datasets?from=90', 400, /^from: "90" is not a year of four digits$/],
    ['/datasets?from=1990&to=1980', 400, /^from: 1990 is after to: 1980$/],
    ['/datasets?owner=guessed', 400, /^owner: "guessed" is not one of stated, heading, inferred$/],
    ['/datasets?without=everything', 400, /^without: "everything" is not one of agency, place, years, /],
    ['/datasets?sort=colour', 400, /^sort: "colour" is not one of title, /],
    ['/datasets?sort=-', 400, /^sort: "-" is not one of /],
    ['/datasets?q=a+b+c+d+e+f+g+h+i+j+k', 400, /^q: more than 10 words$/],
    [`/datasets?q=${'x'.repeat(201)}`, 400, /^q: "x+" is not a text of 1 to 200 characters$/],
    ['/datasets?q=%01', 400, /^q: /],
    ['/datasets?q=%FF', 400, /not UTF-8/],
    ['/datasets?limit=501', 400, /^limit is at most 500$/],
    ['/datasets?page=0', 400, /^page is to be one whole number above zero$/],
    ['/datasets?page=2', 404, /^there is no page 2: the last is 1$/],
    ['/countries?theme=sea-crossings', 400, /^countries are not narrowed by theme, but by q, without, region$/],
    ['/datasets.exe', 406, /^this is available as /],
    ['/agencies.ttl?profile=dcat-ap', 406, /^profiles are of datasets, and not of agencies$/],
  ] as const)
    it(`says in a line what is wrong with ${path.slice(0, 50)}`, async () => {
      const response = await fetch(server.origin + path);
      const text = (await response.text()).trimEnd();
      expect([response.status, text.includes('\n')], text).to.deep.equal([status, false]);
      expect(text).to.match(message);
    });

  it('shows nothing of what is sent but as text', async () => {
    for (const value of ['"><script>', 'javascript:alert(1)', 'urn:x:"><b>', 'https://x.example/"><script>']) {
      const response = await fetch(
        `${server.origin}/datasets?q=${encodeURIComponent(value)}&series=${encodeURIComponent('urn:x:y')}`,
      );
      expect(response.status).to.equal(200);
      expect(await response.text())
        .to.not.include('<script>')
        .and.not.include('href="javascript:');
    }
  });
});

describe('views by facets, elsewhere', () => {
  it('are had over query processes', async () => {
    const server = await serveByPool();
    const { total } = await getView(server.origin, '/datasets');
    expect(total).to.equal(2);
    expect(await walk(server.origin, '/datasets', 2)).to.be.greaterThan(0);
    await server.close();
  });
  it('are had of the catalogues of others, which know none of our terms', async () => {
    const server = await serveText(
      `${foreignCatalogue}
<https://other.example/d/3> a dcat:Dataset ; dct:title "Eel"@en ; dct:publisher <https://other.example/board> ;
  dct:spatial <https://places.example/iceland> ; dcat:theme <https://other.example/themes#fish> ;
  dct:temporal <https://other.example/p> .
<https://other.example/p> dcat:startDate "1991-05-01"^^xsd:date ; dcat:endDate "2003-01-01"^^xsd:date .
<https://other.example/board> a foaf:Agent ; foaf:name "Board of Fish" .
`,
      'ttl',
    );
    const { total, values, titles } = await getView(server.origin, '/datasets');
    expect([total, titles]).to.deep.equal([3, ['Cod', 'Eel', 'Herring']]);
    expect(Object.fromEntries(values.map(({ name, count }) => [name, count]))).to.include({
      'Board of Fish': 1,
      iceland: 1,
      fish: 1,
      '1990–1999': 1,
      'no years': 2,
    });
    expect(await walk(server.origin, '/datasets', 3)).to.be.greaterThan(5);
    const agencies = await getView(server.origin, '/agencies');
    expect(agencies.titles).to.deep.equal(['Board of Fish']);
    expect(agencies.text).to.include(`/datasets?agency=${encodeURIComponent('https://other.example/board')}`);
    expect((await getView(server.origin, '/events')).text).to.include('This graph has none.');
    await server.close();
  });
});
