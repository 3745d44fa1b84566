/** The pages of things, as people read them: what each kind tells first, on which sentence, what is not stated, how an error is reported. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { packageRoot } from '../../../src/config.js';
import { temporaryFolder } from '../../cli/run-migraph.js';
import { type Served, serve } from '../serve.js';

const fixture = (name: string): string => join(packageRoot, 'test', 'fixtures', 'graphs', name);

/** Pages of a server over a file. */
function pagesOver(file: () => string) {
  let server: Served;
  before(async () => {
    server = await serve(file());
  });
  after(() => server.close());
  const get = (path: string): Promise<Response> =>
    fetch(server.origin + path, { headers: { accept: 'text/html' }, redirect: 'manual' });
  const page = async (path: string): Promise<string> => (await get(path)).text();
  return { get, page };
}

/** What a reader sees: without tags, spaces drawn together. */
const wordsOf = (text: string): string =>
  text
    .replace(/<style[\s\S]*?<\/style>|<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([,.;])/g, '$1');

describe('pages of things', () => {
  const { get, page } = pagesOver(() => fixture('entity.trig'));
  const words = async (path: string): Promise<string> => wordsOf(await page(path));

  describe('a dataset', () => {
    it('tells where it fits in, whose it is, where and when', async () => {
      const text = await page('/dataset/boats');
      expect(text)
        .to.include(
          '<li><a href="/agency/mow">Ministry of Waves</a></li><li><a href="/agency/mow-piers">Piers Section</a></li>',
        )
        .and.include('<li class="kind">Dataset</li>');
      expect(wordsOf(text)).to.include('Piers Section · Netherlands · 1970 to no stated end');
    });
    it('tells each fact once, in words, on its sentence, with the rule and how the owner was found', async () => {
      const text = await page('/dataset/boats');
      expect(text)
        .to.include('<dt>Held by</dt>')
        .and.include('<dt>Reporting countries</dt>')
        .and.include('<summary>The sentence · owner stated · the sentence names the holder</summary>')
        .and.include('<blockquote cite="https://w3id.org/migraph/note/tides#char=29,79" lang="en">The Piers Section')
        .and.include(
          '<a href="/note/tides#char=29,79">show in the note</a> · <a href="/claim/owner">this statement</a> · <a href="/claim/owner#report">Report an error</a>',
        )
        // What the reporting country says is not said again as a place, nor the title as a label.
        .and.not.include('<dt>Places</dt>')
        .and.not.include('<dt>Also called</dt>');
    });
    it('names a rule that there are no words for', async () => {
      expect(await page('/dataset/boats')).to.include('by the rule “a-rule-of-others”');
    });
    it('opens a sentence where it comes first, and no second time', async () => {
      const evidence = (await page('/dataset/boats')).split('<details class="why"').slice(1);
      expect(evidence.map((text) => text.startsWith(' open'))).to.deep.equal([true, false]);
    });
    it('has its rounds as a table: the words of a number, else the number', async () => {
      const table = /<table>[\s\S]*?<\/table>/.exec(await page('/dataset/boats'))?.[0] ?? '';
      expect([...table.matchAll(/<tr>[\s\S]*?<\/tr>/g)].map(([row]) => wordsOf(row).trim())).to.deep.equal([
        'Years Number of countries Sentence',
        '1970 three countries show in the note',
        '1980– 4',
      ]);
    });
    it('says what is not stated, and nothing else', async () => {
      const missing = async (path: string) =>
        [
          ...(/<section class="missing"[\s\S]*?<\/section>/.exec(await page(path))?.[0] ?? '').matchAll(/<li>([^<]+)/g),
        ].map(([, text]) => text);
      expect(await missing('/dataset/boats')).to.deep.equal(['No subject is stated.']);
      expect(await missing('/dataset/tides')).to.deep.equal([
        'No years are stated.',
        'No subject is stated.',
        'This graph quotes no sentences for what it says here.',
      ]);
    });
    it('tells what a curator took back, who, when and why, escaped', async () => {
      const text = await page('/dataset/boats');
      expect(text).to.include('<q>Iceland is &lt;not&gt; named.</q>');
      expect(wordsOf(text)).to.include('Places: Iceland – taken back by Ada Pilot on 2026-11-23');
      expect(/<dl class="facts">[\s\S]*?<\/dl>/.exec(text)?.[0]).to.not.include('Iceland');
    });
    it('is cited in a line to copy, and by every format and profile', async () => {
      const text = await page('/dataset/boats');
      expect(text).to.include(
        '<p class="citation">Piers Section (n.d.). Boats [dataset]. Described at https://w3id.org/migraph/dataset/boats</p>',
      );
      for (const [, href = ''] of text.matchAll(/<dd>?.*?href="(\/dataset\/boats\.[^"]+)"/g))
        expect((await get(href)).status, href).to.equal(200);
      expect(text).to.include('/dataset/boats.ttl?profile=dcat-ap').and.include('/dataset/boats.bib');
    });
  });

  describe('a place', () => {
    it('tells which datasets name it, which only a region around it, and what is about it', async () => {
      expect(await words('/country/NLD')).to.include(
        '1 dataset names it; 1 covers a region around it without naming it. 1 publication is about it.',
      );
      expect(await words('/country/ISL')).to.include(
        'No dataset names it; 1 covers a region around it without naming it. No publication is about it.',
      );
      expect(await words('/region/150')).to.include('1 dataset names it; 1 names a part of it.');
    });
    it('lists them, each with whose it is, its years, and by way of which region', async () => {
      const text = await words('/country/NLD');
      expect(text)
        .to.include('1 dataset covering it by name Boats Piers Section · 1970 to no stated end')
        .and.include('Tides Ministry of Waves · by way of Europe · no years are stated');
      expect(await page('/country/NLD')).to.include('<a href="/?place=country%2FNLD">');
    });
  });

  describe('an agency', () => {
    it('tells what it holds itself, and what its units do', async () => {
      expect(await words('/agency/mow')).to.include('Holds 1 dataset itself, and 1 more by a unit of it.');
      expect(await words('/agency/mow')).to.include('held or published by a unit of it Boats by way of Piers Section');
      expect(await words('/agency/mow-piers')).to.include('Ministry of Waves Unit of an agency Piers Section');
    });
  });

  it('a series tells what is in it, with its number', async () => {
    expect(await words('/series/air')).to.include('1 publication in it Wind Ministry of Waves · no. 7');
    expect(await words('/publication/wind')).to.include('Ministry of Waves Air Publication Wind');
  });

  describe('a statement', () => {
    it('is shown in its sentence, with the words around, the rule, the owner and its subject and value', async () => {
      const text = await page('/claim/owner');
      expect(text).to.include('<mark>The Piers Section counts boats in the Netherlands.</mark>');
      const said = wordsOf(text);
      expect(said)
        .to.include('A statement on Boats')
        .and.include('What is said Held by Value Piers Section')
        .and.include('The sentence itself says whose it is.')
        .and.include('As it was read; no curator has changed it.');
    });
    it('says that a curator took it back', async () => {
      expect(await words('/claim/iceland')).to.include('taken back by Ada Pilot on 2026-11-23');
    });
    it('is reported by mail to whom the catalogue names, with its IRI and the sentence', async () => {
      const href = /href="(mailto:[^"]+)"/.exec(await page('/claim/owner'))?.[1]?.replaceAll('&amp;', '&') ?? '';
      const address = new URL(href);
      expect(address.pathname).to.equal('sea@example.org');
      expect(address.searchParams.get('body'))
        .to.include('https://w3id.org/migraph/claim/owner')
        .and.include('The Piers Section counts boats');
    });
    it('has curators’ files, with as many words as stand in the note once', async () => {
      expect(await page('/claim/round'))
        .to.include('quote: Netherlands. It counts boats.')
        .and.include('predicate: mig:hasCoverage')
        .and.include('object: &lt;coverage/boats/1&gt;');
    });
  });

  describe('lists', () => {
    it('have pages of their own', async () => {
      expect(wordsOf(await page('/agency/mow?list=of-units.Dataset'))).to.include('Back to the whole page');
      expect(await page('/catalog?list=catalogued.Dataset')).to.include('href="/dataset/tides"');
    });
    it('are 404 where there is none, or no such page, and 400 for a page that is no number', async () => {
      expect((await get('/agency/mow?list=nothing')).status).to.equal(404);
      expect(await page('/agency/mow?list=%3Cscript%3E')).to.not.include('<script>');
      expect((await get('/agency/mow?list=of-units.Dataset&page=2')).status).to.equal(404);
      expect((await get('/agency/mow?list=of-units.Dataset&page=x')).status).to.equal(400);
    });
  });

  it('speak the three languages, and mark what is in another', async () => {
    expect(await page('/country/NLD?lang=fr'))
      .to.include('<h1>Pays-Bas</h1>')
      .and.include('Ce qui en est dit')
      .and.include('1 jeu de données le nomme');
    const spanish = await page('/dataset/boats?lang=es');
    expect(spanish).to.include('<dt>En poder de</dt>').and.include('<h1 lang="en" dir="ltr">Boats</h1>');
  });
});

describe('pages of many things', () => {
  const folder = temporaryFolder();
  const { page } = pagesOver(() => {
    const file = join(folder, 'many.trig');
    const datasets = Array.from(
      { length: 120 },
      (_, n) =>
        `<dataset/d${n}> a dcat:Dataset ; dct:title "Dataset ${String(n).padStart(3, '0')}" ; dct:spatial <country/NLD> .`,
    );
    writeFileSync(
      file,
      `@base <https://w3id.org/migraph/> . @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
@prefix mig: <https://w3id.org/migraph/ontology#> .
<country/NLD> a mig:Country . ${datasets.join('\n')}`,
    );
    return file;
  });
  const titles = (text: string): string[] =>
    [...text.matchAll(/<a href="\/dataset\/[^"]+">(Dataset \d+)<\/a>/g)].map(([, title = '']) => title);

  it('show the first of a list, count all, and lead through all by pages, each once', async () => {
    const text = await page('/country/NLD');
    expect(titles(text)).to.have.length(10);
    expect(text).to.include('<b>120</b> datasets');
    const all: string[] = [];
    let next: string | undefined = /href="([^"]*list=[^"]*)"/.exec(text)?.[1];
    while (next !== undefined) {
      const shown = await page(next.replaceAll('&amp;', '&'));
      all.push(...titles(shown));
      next = /href="([^"]*)" rel="next"/.exec(shown)?.[1];
    }
    expect(all).to.have.length(120);
    expect(all).to.deep.equal([...new Set(all)].sort());
  });
});

describe('pages of things of another catalogue', () => {
  const { get, page } = pagesOver(() => fixture('foreign-dcat.ttl'));
  const about = (iri: string): string => `/about?iri=${encodeURIComponent(iri)}`;

  it('tell what is there, without terms of ours, and say what is missing', async () => {
    const said = wordsOf(await page(about('https://one.example/data/arrivals')));
    expect(said)
      .to.include('First office, somebody · Everywhere · 2010–2019')
      .and.include('Help desk help@one.example')
      .and.include('https://one.example/arrivals.csv')
      .and.include('This graph quotes no sentences for what it says here.')
      .and.not.include('each statement');
  });
  it('lead to the pages of what is described here, outside to what is not, and nowhere from a blank node', async () => {
    const text = await page(about('https://two.example/data/visas'));
    expect(text)
      .to.include(`<a href="${about('https://two.example/office')}"`)
      .and.include('<a href="https://two.example/land">');
    const catalogue = await page(about('https://one.example/catalog'));
    expect(catalogue).to.include('<span>Departures</span>').and.not.include('iri=_');
    expect(wordsOf(catalogue)).to.include('2 datasets in it');
  });
  it('answer in the language that is chosen', async () => {
    expect(await page(`${about('https://one.example/data/arrivals')}&lang=fr`)).to.include('Détenu par');
  });
  it('lead to every format and profile', async () => {
    const text = await page(about('https://one.example/data/arrivals'));
    const links = [...text.matchAll(/href="(\/about\?[^"]*format=[^"]*)"/g)].map(([, href = '']) => href);
    expect(links.length).to.be.greaterThan(8);
    for (const link of links) expect((await get(link.replaceAll('&amp;', '&'))).status, link).to.equal(200);
  });
});
