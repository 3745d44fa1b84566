/** The catalogue in pages, as Hydra has them, and what facets leave of it: the pages together are the whole. */
import { expect } from 'chai';
import { joinConstructs } from '../../src/export/join-constructs.js';
import { profiles } from '../../src/export/profiles.js';
import { readQueryText } from '../../src/export/query-text.js';
import type { Quad } from '../../src/rdf.js';
import { writeTriple } from '../../src/serialise/terms.js';
import { templated } from '../../src/server/browse/choice.js';
import { parseRdf } from '../../src/store/rdf/parse-rdf.js';
import { prefixes } from '../../src/vocabularies.js';
import { base, foreignCatalogue, moments, serveChronicle, serveText } from './feeds/chronicle.js';
import { type Served, serveByPool } from './serve.js';

const hydra = (name: string): string => prefixes.hydra + name;
const isHydra = ({ predicate, object }: Quad): boolean => `${predicate.value} ${object.value}`.includes(prefixes.hydra);
const nextOf = (quads: readonly Quad[]): string | undefined =>
  quads.find(({ predicate }) => predicate.value === hydra('next'))?.object.value;
const totalOf = (quads: readonly Quad[]): string | undefined =>
  quads.find(({ predicate }) => predicate.value === hydra('totalItems'))?.object.value;
const membersOf = (quads: readonly Quad[]): string[] =>
  quads
    .filter(({ predicate }) => predicate.value === hydra('member'))
    .map(({ object }) => object.value)
    .sort();

describe('/catalog in pages', () => {
  let server: Served;
  before(async () => {
    server = await serveChronicle(25);
  });
  after(() => server.close());

  const get = (path: string, headers: Record<string, string> = {}) => fetch(server.origin + path, { headers });
  const quadsOf = async (url: string, format = 'ntriples'): Promise<readonly Quad[]> => {
    const response = await fetch(url.startsWith('/') ? server.origin + url : url);
    const text = await response.text();
    expect(response.status, text).to.equal(200);
    return parseRdf(text, format, base);
  };
  const short = (iris: readonly string[]): string =>
    iris
      .map((iri) => iri.slice(`${base}dataset/d`.length))
      .sort((a, b) => Number(a) - Number(b))
      .join(' ');
  const found = async (query: string): Promise<string> =>
    short(membersOf(await quadsOf(`/catalog.nt?limit=100&${query}`)));

  for (const { id } of profiles.filter((profile) => profile.of === 'datasets' && profile.json === undefined))
    it(`is the whole together, by ${id}`, async () => {
      const whole = new Set((await quadsOf(`/catalog.nt?profile=${id}`)).map((quad) => writeTriple(quad)));
      const together = new Set<string>();
      const members: string[] = [];
      let url: string | undefined = `/catalog.nt?profile=${id}&limit=10`;
      let pages = 0;
      while (url !== undefined) {
        const quads: readonly Quad[] = await quadsOf(url);
        expect(totalOf(quads)).to.equal('25');
        members.push(...membersOf(quads));
        for (const quad of quads) if (!isHydra(quad)) together.add(writeTriple(quad));
        url = nextOf(quads);
        pages += 1;
      }
      expect([pages, new Set(members).size, members.length]).to.deep.equal([3, 25, 25]);
      // What the catalogue is called as a collection may be all that it is not called as a whole.
      expect([...together].filter((line) => !whole.has(line))).to.deep.equal([]);
      expect([...whole].filter((line) => !together.has(line))).to.deep.equal([]);
    });

  it('says the same in every format, and the same again', async () => {
    const lengths = [];
    for (const [extension, format] of [
      ['ttl', 'turtle'],
      ['rdf', 'rdfxml'],
      ['jsonld', 'jsonld'],
      ['trig', 'trig'],
    ] as const)
      lengths.push((await quadsOf(`/catalog.${extension}?page=2&limit=10`, format)).length);
    expect(new Set(lengths).size).to.equal(1);
    const texts = [
      await (await get('/catalog?page=2')).text().catch(String),
      await (await get('/catalog?page=2')).text(),
    ];
    expect(texts[0]).to.equal(texts[1]);
  });

  it('says where it stands, in the document and in its headers', async () => {
    const response = await get('/catalog.nt?page=2&limit=10');
    const link = response.headers.get('link') ?? '';
    for (const [relation, page] of [
      ['first', 1],
      ['prev', 1],
      ['next', 3],
      ['last', 3],
    ] as const)
      expect(link).to.include(`<${server.origin}/catalog.nt?limit=10&page=${page}>; rel="${relation}"`);
    const quads = await parseRdf(await response.text(), 'ntriples', base);
    const view = quads.find(({ object }) => object.value === hydra('PartialCollectionView'))?.subject.value;
    expect(view).to.equal(`${server.origin}/catalog.nt?limit=10&page=2`);
    expect(quads.find(({ predicate }) => predicate.value === hydra('view'))?.subject.value).to.equal(`${base}catalog`);
    expect(
      quads.filter(({ predicate }) => predicate.value === hydra('next')).map(({ object }) => object.value),
    ).to.deep.equal([`${server.origin}/catalog.nt?limit=10&page=3`]);
    expect((await get('/catalog.nt?page=3&limit=10')).headers.get('link')).not.to.include('rel="next"');
  });

  it('describes its form by what it takes, and no more', async () => {
    const quads = await quadsOf('/catalog.nt?limit=1');
    const variables = quads
      .filter(({ predicate }) => predicate.value === hydra('variable'))
      .map(({ object }) => object.value);
    expect(variables).to.have.members([...templated, 'modified_since', 'limit', 'page']);
    const template = quads.find(({ predicate }) => predicate.value === hydra('template'))?.object.value ?? '';
    for (const name of variables) expect(template).to.match(new RegExp(`[?,]${name}[,}]`));
  });

  it('is narrowed by each facet, and by several at once', async () => {
    const even = '0 2 4 6 8 10 12 14 16 18 20 22 24';
    expect(await found('agency=ministry-arrivals')).to.equal('0 3 6 9 12 15 18 21 24');
    expect(await found('agency=ministry&country=KEN')).to.equal('0 4 6 10 12 16 18 22 24');
    expect(await found(`agency=${encodeURIComponent(`${base}agency/%C3%B8ya`)}&country=ken`)).to.equal('2 8 14 20');
    expect(await found('country=KEN')).to.equal(even);
    expect(await found('region=002')).to.equal(even);
    expect(await found('theme=arrivals')).to.equal(even);
    expect(await found('year=1990')).to.equal('0 5 10 15 20');
    expect(await found('from=1995&to=2000')).to.equal('3 4 8 9 13 14 18 19 23 24');
    expect(await found('from=1996')).to.equal('4 9 14 19 24');
    expect(await found('q=FERRIES')).to.equal(even);
    expect(await found('q=mow+number')).to.equal('0 1 3 4 6 7 9 10 12 13 15 16 18 19 21 22 24');
    expect(await found('q=ferries&year=1990&agency=ministry')).to.equal('0 10');
    expect(await found(`modified_since=${moments[1]}`)).to.equal('0 1');
    expect(await found('modified_since=2021-03-05T10:30:00%2B01:00')).to.equal('1');
    expect(await found('modified_since=2021-03-03&country=KEN')).to.equal('');
    expect(await found('q=lighthouse')).to.equal('');
  });

  it('keeps the facets in its links', async () => {
    const quads = await quadsOf('/catalog.nt?country=KEN&limit=5');
    expect(totalOf(quads)).to.equal('13');
    expect(nextOf(quads)).to.equal(`${server.origin}/catalog.nt?country=KEN&limit=5&page=2`);
    expect(quads.find(({ predicate }) => predicate.value === hydra('view'))?.subject.value).to.equal(
      `${server.origin}/catalog.nt?country=KEN`,
    );
  });

  it('is not sent again to who has it', async () => {
    for (const path of ['/catalog.ttl?page=1&limit=10', '/catalog.ttl?q=tides', '/catalog.ttl']) {
      const { headers } = await get(path);
      expect((await get(path, { 'if-none-match': headers.get('etag') ?? '' })).status, path).to.equal(304);
      expect((await get(path, { 'if-modified-since': headers.get('last-modified') ?? '' })).status, path).to.equal(304);
    }
  });

  for (const [query, status, message] of [
    ['modified_since=yesterday', 400, /^modified_since is to be a date or a time, /],
    ['modified_since=1990', 400, /^modified_since/],
    ['year=90', 400, /^year: "90" is not a year of four digits$/],
    ['country=Kenya', 400, /^country: "Kenya" is not an ISO 3166/],
    ['q=a&q=b', 400, /^q is there more than once$/],
    ['q=a+b+c+d+e+f+g+h+i+j+k', 400, /^q: more than 10 words$/],
    ['limit=501', 400, /^limit is at most 500$/],
    ['limit=0', 400, /^limit is to be one whole number above zero$/],
    ['page=-1', 400, /^page is to be one whole number above zero$/],
    ['page=9', 404, /^there is no page 9: the last is 1$/],
    ['page=1&profile=none', 406, /^the profiles are /],
  ] as const)
    it(`says in a line what is wrong with ${query}`, async () => {
      const response = await get(`/catalog.nt?${query}`);
      expect(response.status).to.equal(status);
      expect((await response.text()).trimEnd())
        .to.match(message)
        .and.not.to.include('\n');
    });
});

describe('/catalog in pages, elsewhere', () => {
  it('is had over query processes', async () => {
    const server = await serveByPool();
    const text = await (await fetch(`${server.origin}/catalog.nt?limit=1`)).text();
    expect(totalOf(await parseRdf(text, 'ntriples', base))).to.equal('2');
    await server.close();
  });
  it('is had of the catalogues of others', async () => {
    const server = await serveText(foreignCatalogue, 'ttl');
    const members = async (query: string) =>
      membersOf(await parseRdf(await (await fetch(`${server.origin}/catalog.nt?${query}`)).text(), 'ntriples', base));
    expect(await members('q=herring')).to.deep.equal(['https://other.example/d/1']);
    // What nobody dates may have changed.
    expect(await members('modified_since=2021-01-01')).to.deep.equal(['https://other.example/d/2']);
    await server.close();
  });
});

describe('joinConstructs', () => {
  it('takes every profile of datasets, whose variables are not those of the page', () => {
    const page = readQueryText('feeds/page');
    const variables = (text: string) => new Set(text.replace(/#.*/g, '').match(/\?\w+/g));
    for (const { query, id } of profiles.filter((profile) => profile.of === 'datasets' && profile.json === undefined)) {
      const text = readQueryText(query);
      expect(joinConstructs(text, page), id).to.match(/^PREFIX /);
      const shared = [...variables(page)].filter((name) => variables(text).has(name));
      expect(shared, id).to.deep.equal([]);
    }
  });
  it('refuses what it would join wrongly', () => {
    expect(() => joinConstructs('SELECT * { ?s ?p ?o }', 'CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }')).to.throw(
      'is to be joined',
    );
  });
});
