/** The timeline as it is asked for: bars, dots and arrows, the same in words, CSV and JSON, also over somebody else's graph. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import { packageRoot } from '../../../src/config.js';
import { temporaryFolder } from '../../cli/run-migraph.js';
import { type Served, serve } from '../serve.js';

const graph = (name: string): string => join(packageRoot, 'test', 'fixtures', 'graphs', name);

/** Years that are about right, and rounds that overlap. */
const rounds = `
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix mig: <https://w3id.org/migraph/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<urn:rounds> a dcat:Dataset ; dct:title "Rounds" ; dct:temporal <urn:a>, <urn:b>, <urn:c> .
<urn:a> mig:startYear 1980 ; mig:endYear 1990 .
<urn:b> mig:startYear 1985 ; mig:endYear 1995 ; mig:yearQualifier "about"@en ; rdfs:label "about 1985–1995" .
<urn:c> mig:startYear 1996 ; mig:endYear 1996 ; mig:yearQualifier "about"@en ; rdfs:label "about 1996" .
<urn:words> a dcat:Dataset ; dct:title "Words" ; dct:temporal "since the war" .
`;

describe('/timeline', () => {
  let server: Served;
  let foreign: Served;
  let round: Served;
  before(async () => {
    const file = join(temporaryFolder(), 'rounds.ttl');
    writeFileSync(file, rounds);
    [server, foreign, round] = [
      await serve(graph('answers.trig')),
      await serve(graph('foreign-dcat.ttl')),
      await serve(file),
    ];
  });
  after(async () => {
    for (const one of [server, foreign, round]) await one.close();
  });

  const get = (path: string, accept = 'text/html', of = server): Promise<Response> =>
    fetch(of.origin + path, { headers: { accept } });
  const page = async (path: string, of = server): Promise<string> => (await get(path, 'text/html', of)).text();
  /** The rows of the drawing, by title. */
  async function rows(query: string, of = server): Promise<Map<string, string>> {
    const [, chart = ''] = (await page(`/timeline?${query}`, of)).split('<div class="timeline"');
    const [body = ''] = chart.split('</table>');
    return new Map(
      body
        .split('<tr><th scope="row">')
        .slice(1)
        .map((row) => [/<a href="[^"]+">([^<]+)</.exec(row)?.[1] ?? '', row]),
    );
  }
  const titles = async (query: string): Promise<string[]> => [...(await rows(query)).keys()];

  it('draws a range as a bar, a single year as a dot, and what has no end with an arrow', async () => {
    const drawn = await rows('');
    expect(drawn.get('Passenger counts')).to.match(/<rect x="[\d.]+%" y="4" width="[\d.]+%" height="12"\/>/);
    expect(drawn.get('Passenger counts')).to.not.include('class="arrow"').and.not.include('<circle');
    expect(drawn.get('Geysers')).to.match(/<circle cx="[\d.]+%" cy="10" r="5"\/>/);
    expect(drawn.get('Boats of &lt;Europe&gt;')).to.include('class="arrow"');
  });
  it('names each drawing for who does not see it, links each row, and says the same in words', async () => {
    const text = await page('/timeline');
    expect(text)
      .to.include('role="img" aria-label="1980 to no stated end"')
      .and.include('<a href="/dataset/passengers">Passenger counts</a> <small>Ministry of Waves</small>')
      .and.include('<details><summary>The same in words</summary>')
      .and.include('<td>Ministry of Waves</td><td>1990–1995</td>');
    expect(text).to.not.include('style=').and.not.include('<script');
  });
  it('lists what states no years apart', async () => {
    const [, below = ''] = (await page('/timeline')).split('<h2>Years are not stated</h2>');
    expect(below).to.include('<a href="/dataset/crews">Crews</a>');
    expect(await titles('')).to.not.include('Crews');
  });
  it('is in the order that is asked for', async () => {
    expect(await titles('')).to.deep.equal(['Geysers', 'Boats of &lt;Europe&gt;', 'Ferries', 'Passenger counts']);
    expect(await titles('order=last')).to.deep.equal([
      'Geysers',
      'Ferries',
      'Passenger counts',
      'Boats of &lt;Europe&gt;',
    ]);
    expect((await titles('order=title'))[0]).to.equal('Boats of &lt;Europe&gt;');
    expect((await titles('order=agency'))[0]).to.equal('Passenger counts');
  });
  it('is of a place, an agency, a subject, years', async () => {
    expect(await titles('place=country/NLD')).to.deep.equal(['Boats of &lt;Europe&gt;', 'Passenger counts']);
    expect(await page('/timeline?place=country/NLD&from=1980&to=1999'))
      .to.include('Of 1 other dataset it is not stated')
      .and.include('<h2>Netherlands, 1980–1999</h2>');
    expect(await titles('agency=mow')).to.deep.equal(['Passenger counts']);
    expect(await titles('subject=theme/sea-crossings')).to.deep.equal(['Passenger counts']);
    expect(await titles('from=1960&to=1970')).to.deep.equal(['Geysers']);
    expect(await page('/timeline?from=1900&to=1901')).to.include('No dataset states years that fit.');
  });

  it('hatches what is about right, and lays rounds that overlap beneath each other', async () => {
    const drawn = (await rows('', round)).get('Rounds') ?? '';
    expect(drawn)
      .to.include('aria-label="1980–1990, about 1985–1995, about 1996" width="100%" height="40"')
      .and.match(/<rect x="0%" y="4" [^>]*height="12"\/>/)
      .and.match(/<rect x="[\d.]+%" y="24" [^>]*fill="url\(#about\)" class="about"\/>/)
      .and.match(/<circle [^>]*fill="url\(#about\)" class="about"\/>/);
  });
  it('says years in the words they are stated in, where they cannot be drawn', async () => {
    expect(await page('/timeline', round)).to.include('>Words</a> (since the war)');
  });

  it("shows somebody else's datasets by the dates of their periods", async () => {
    const drawn = (await rows('', foreign)).get('Arrivals by port');
    expect(drawn).to.include('aria-label="2010–2019"');
    const text = await page('/timeline', foreign);
    expect(text)
      .to.include('>Visas granted</a>')
      .and.include('1 dataset has no IRI and cannot be counted here.')
      .and.include('href="/about?iri=https%3A%2F%2Ftwo.example%2Fdata%2Fvisas"');
  });

  it('is CSV with a row for each period, and JSON', async () => {
    const table = parse(await (await get('/timeline.csv')).text(), { columns: true }) as Record<string, string>[];
    expect(table.find(({ title }) => title === 'Boats of <Europe>')).to.include({ start: '1980', end: '' });
    expect(table.find(({ title }) => title === 'Crews')).to.include({ start: '', label: '' });
    const { datasets } = (await (await get('/timeline', 'application/json')).json()) as {
      datasets: { title: string }[];
    };
    expect(datasets.map(({ title }) => title)).to.deep.equal(table.map(({ title }) => title));
  });
  it('is 400 in one line for what is nothing', async () => {
    for (const [query, line] of [
      ['order=x', 'order is one of first, last, title, agency.'],
      ['from=x', 'A year has four digits, as in 1990.'],
      ['place=country/XXX', 'Nothing here is called https://w3id.org/migraph/country/XXX.'],
    ] as const) {
      const response = await get(`/timeline.csv?${query}`, 'text/csv');
      expect([response.status, await response.text()], query).to.deep.equal([400, `${line}\n`]);
      expect(await page(`/timeline?${query}`)).to.include(`role="alert">${line}</p>`);
    }
  });
});
