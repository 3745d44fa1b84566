/** The home page as an analyst asks it: what answers, how, on which sentence; and what is not stated. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { packageRoot } from '../../../src/config.js';
import { dct } from '../../../src/vocabularies.js';
import { type Served, serve } from '../serve.js';

const file = join(packageRoot, 'test', 'fixtures', 'graphs', 'answers.trig');

describe('the home page', () => {
  let server: Served;
  before(async () => {
    server = await serve(file);
  });
  after(() => server.close());

  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(server.origin + path, { headers: { accept: 'text/html', ...headers } });
  const page = async (path: string, headers?: Record<string, string>): Promise<string> =>
    (await get(path, headers)).text();
  /** Titles of datasets under each heading of the answer, in order. */
  async function groups(query: string): Promise<Record<string, string[]>> {
    const sections = (await page(`/?${query}`)).split('<section><h2>').slice(1);
    return Object.fromEntries(
      sections.map((text) => [
        text.slice(0, text.indexOf('<')),
        [...text.matchAll(/<h3><a href="[^"]+">([^<]+)<\/a>/g)].map(([, title = '']) => title),
      ]),
    );
  }

  it('tells by name, as part of a whole and not stated apart, in the years asked for, undated ones after', async () => {
    expect(await groups('place=country/NLD&from=1990&to=1999')).to.deep.equal({
      'By name': ['Passenger counts', 'Crews'],
      'As part of a whole: Netherlands is not named itself': ['Boats of &lt;Europe&gt;'],
      'Not stated': ['Ferries'],
    });
  });
  it('says so where it has not counted all that fits', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'migraph-'));
    const datasets = (count: number) =>
      Array.from(
        { length: count },
        (_, n) => `<urn:x-d:${n}> a <http://www.w3.org/ns/dcat#Dataset> ; <${dct.spatial.value}> <urn:x-place> .`,
      );
    const notice = 'of the first 1,000 matches only';
    for (const count of [1000, 1001]) {
      const file = join(folder, `${count}.ttl`);
      writeFileSync(file, datasets(count).join('\n'));
      const many = await serve(file);
      const text = await (
        await fetch(`${many.origin}/?place=urn:x-place`, { headers: { accept: 'text/html' } })
      ).text();
      await many.close();
      expect(text).to.include('1,000 datasets name');
      expect(text.includes(notice), String(count)).to.equal(count > 1000);
    }
    rmSync(folder, { recursive: true });
  });
  it('tells of a region what covers parts of it', async () => {
    const found = await groups('place=region/155');
    expect(found['By its parts']).to.deep.equal(['Passenger counts', 'Crews']);
    expect(found['As part of a whole: Western Europe is not named itself']).to.deep.equal(['Boats of &lt;Europe&gt;']);
  });
  it('takes any year, any place, and a subject', async () => {
    expect((await groups('from=1960&to=1960'))['Datasets']).to.deep.equal(['Geysers', 'Crews']);
    expect((await groups('subject=theme/sea-crossings'))['Datasets']).to.deep.equal(['Passenger counts']);
    expect((await groups('place=country/ISL&subject=theme/sea-crossings'))['By name']).to.equal(undefined);
  });
  it('tells of an agency alone what it holds, also by a unit, and how that is lifted', async () => {
    for (const agency of ['mow', 'agency/mow', 'https://w3id.org/migraph/agency/mow'])
      expect(await groups(`place=country/NLD&agency=${agency}`), agency).to.deep.equal({
        'By name': ['Passenger counts', 'Crews'],
      });
    expect(await groups('agency=mow-piers')).to.deep.equal({ Datasets: ['Crews'] });
    const text = await page('/?place=country/NLD&agency=mow');
    expect(text)
      .to.include('Data on Netherlands – Ministry of Waves</h2>')
      .and.include('Only what <a href="/agency/mow">Ministry of Waves</a> holds')
      .and.include('<a href="/?place=country%2FNLD">Show all agencies</a>')
      .and.include('<input type="hidden" name="agency" value="agency/mow">');
  });
  it('says that an agency is not known, or is none', async () => {
    expect(await groups('agency=nobody')).to.deep.equal({});
    expect(await page('/?agency=nobody')).to.include('Nothing here is called https://w3id.org/migraph/agency/nobody.');
    const response = await get('/?agency=%3Cb%3E');
    expect(response.status).to.equal(400);
    expect(await response.text()).to.include('An agency is named by the last part of its address');
  });
  it('shows the sentence, leads to it in the note, and says how the owner was found', async () => {
    const text = await page('/?place=country/NLD&from=1990');
    expect(text)
      .to.include('counts passengers in the Netherlands, 1990-1995.</blockquote>')
      .and.include('href="/note/tides#char=0,77">show in the note</a> · owner by the heading above')
      .and.include('Held by <a href="/agency/mow">Ministry of Waves</a>')
      .and.include('1980 to no stated end');
  });
  it('says what comes nearest where nothing is said', async () => {
    const text = await page('/?place=country/ISL&from=1970&to=1975');
    expect(text)
      .to.include('No dataset is said to cover Iceland in 1970–1975.')
      .and.include('Geysers</a>: <a href="/country/ISL">Iceland</a>, 1960 (10 years away)')
      .and.include('<a href="/?place=country%2FISL">Ask without the years</a>');
  });
  it('answers nonsense in one line, with 400, and keeps what was picked', async () => {
    const response = await get('/?place=country/NLD&from=soon');
    expect(response.status).to.equal(400);
    expect(await response.text())
      .to.include('<p class="failure" role="alert">A year has four digits, as in 1990.</p>')
      .and.include('value="country/NLD" selected');
    for (const place of ['country/XXX', '"><script>', 'urn:nothing', '%00', 'javascript:alert(1)']) {
      const text = await page(`/?place=${encodeURIComponent(place)}`);
      expect(text, place).not.to.include('<script>').and.not.include('href="javascript:');
    }
  });

  describe('languages', () => {
    it('follow the address, the choice before, and the browser', async () => {
      expect(await page('/?lang=fr'))
        .to.include('<html lang="fr">')
        .and.include('Pays-Bas');
      expect(await page('/', { 'accept-language': 'de, es;q=0.9, en;q=0.1' })).to.include('<html lang="es">');
      const cookie = (await get('/?lang=fr')).headers.get('set-cookie') ?? '';
      expect(cookie).to.match(/^language=fr;.*HttpOnly; SameSite=Lax/);
      expect(await page('/', { cookie: 'a=b; language=fr', 'accept-language': 'es' })).to.include('<html lang="fr">');
      expect(await page('/?lang=xx')).to.include('<html lang="en">');
      expect((await get('/')).headers.get('vary')).to.include('Accept-Language');
    });
    it('have names of places of their own, marked where the words around them are English', async () => {
      expect(await page('/?lang=ar&place=country/NLD'))
        .to.include('lang="ar" dir="rtl"')
        .and.include('هولندا');
      expect(await page('/?lang=zh')).to.include('<option value="country/NLD" lang="zh" dir="ltr">荷兰</option>');
    });
  });

  describe('/search', () => {
    const found = async (q: string): Promise<string[]> => {
      const response = await fetch(`${server.origin}/search?q=${encodeURIComponent(q)}`, {
        headers: { accept: 'application/json' },
      });
      const { results } = (await response.json()) as { results: { title: string }[] };
      return results.map(({ title }) => title);
    };
    it('knows names, acronyms, codes, other languages, and typing errors', async () => {
      for (const q of ['netherlands', 'Nethrelands', 'NLD', 'pays bas', 'هولندا', '荷兰'])
        expect((await found(q))[0], q).to.equal('Netherlands');
      for (const q of ['MOW', 'ministry waves', 'Minstry of Waves'])
        expect((await found(q))[0], q).to.equal('Ministry of Waves');
    });
    it('finds nothing for what is nothing, and says so', async () => {
      expect(await found('xyzzyq')).to.deep.equal([]);
      expect(await page('/search?q=xyzzyq')).to.include('Nothing here is called anything like “xyzzyq”.');
      expect(await page('/search?q=%3Cb%3E'))
        .to.include('&lt;b&gt;')
        .and.not.include('<b>');
    });
    it('leads from a place to who holds data on it', async () => {
      expect(await page('/search?q=Iceland')).to.include('<a href="/?place=country%2FISL">who holds data on it</a>');
    });
    it('is 400 for a text without end', async () => {
      expect((await get(`/search?q=${'a'.repeat(300)}`)).status).to.equal(400);
    });
  });

  describe('the note', () => {
    it('is shown whole, each sentence under the name that its fragment has, with a way to what it states', async () => {
      const text = await page('/note/tides.html');
      expect(text)
        .to.include('<span id="char=0,77" class="stating">🌊 The Ministry of Waves')
        .and.include('<a class="count" href="#states-0-77" aria-label="2 statements">2</a>')
        .and.include('<section id="states-0-77"><p><a href="#char=0,77">the sentence</a></p>')
        .and.include('&lt;b&gt;also&lt;/b&gt;');
    });
    it('has its damaged places marked', async () => {
      expect(await page('/note/tides.html')).to.include('class="damaged" title="cut off"');
    });
  });
});
