/** OAI-PMH: six verbs, lists in parts, sets, dates, what is gone, and every error of the protocol. */
import { expect } from 'chai';
import { parseRdf } from '../../../src/store/rdf/parse-rdf.js';
import { base, foreignCatalogue, moments, serveChronicle, serveText, writeChronicle } from '../feeds/chronicle.js';
import type { Served } from '../serve.js';
import { errorOf, Harvester, headersOf, textsOf } from './harvester.js';

const dc = { metadataPrefix: 'oai_dc' };

describe('/oai', () => {
  let server: Served;
  let harvester: Harvester;
  before(async () => {
    server = await serveChronicle(230);
    harvester = new Harvester(`${server.origin}/oai`);
  });
  after(() => server.close());

  it('says who it is', async () => {
    const document = await harvester.ask({ verb: 'Identify' });
    expect(textsOf(document, 'repositoryName')).to.deep.equal(['Registers & more']);
    expect(textsOf(document, 'baseURL')).to.deep.equal([`${server.origin}/oai`]);
    expect(textsOf(document, 'adminEmail')).to.deep.equal(['registers@waves.example']);
    expect(textsOf(document, 'earliestDatestamp')).to.deep.equal([moments[0]]);
    expect(textsOf(document, 'deletedRecord')).to.deep.equal(['persistent']);
  });

  it('gives all datasets, each once, and those that are gone', async () => {
    for (const verb of ['ListIdentifiers', 'ListRecords']) {
      const headers = [];
      const cursors: string[] = [];
      for await (const part of harvester.list({ verb, ...dc })) {
        headers.push(...headersOf(part));
        const [, size, cursor] = /<resumptionToken completeListSize="(\d+)" cursor="(\d+)">/.exec(part) ?? [];
        expect(size).to.equal('232');
        cursors.push(cursor ?? '');
      }
      expect(cursors).to.deep.equal(['0', '100', '200']);
      expect(new Set(headers.map(({ identifier }) => identifier)).size)
        .to.equal(headers.length)
        .and.to.equal(232);
      const gone = headers.filter(({ isGone }) => isGone).map(({ identifier, datestamp }) => [identifier, datestamp]);
      expect(gone).to.deep.equal([
        [`${base}dataset/old`, moments[1]],
        [`${base}dataset/older`, moments[2]],
      ]);
      expect(headers.find(({ identifier }) => identifier === `${base}dataset/d1`)?.datestamp).to.equal(moments[2]);
      expect(headers.find(({ identifier }) => identifier === `${base}dataset/d0`)?.sets).to.deep.equal([
        'ministry',
        'ministry-arrivals',
      ]);
    }
  });

  it('describes a record in Dublin Core', async () => {
    const identifier = `${base}dataset/d0`;
    const document = await harvester.ask({ verb: 'GetRecord', identifier, ...dc });
    expect(textsOf(document, 'dc:title')).to.deep.equal(['Register 0 of ferries']);
    expect(textsOf(document, 'dc:description')).to.deep.equal(['Number <0> & what it counts.']);
    expect(textsOf(document, 'dc:publisher')).to.deep.equal(['Arrivals Section']);
    expect(textsOf(document, 'dc:coverage')).to.have.members(['1990/1992', 'Kenya']);
    expect(textsOf(document, 'dc:subject')).to.deep.equal(['arrivals']);
    expect(textsOf(document, 'dc:identifier')).to.deep.equal([identifier]);
  });

  it('describes a record in DCAT, as the RDF of that dataset alone', async () => {
    const document = await harvester.ask({
      verb: 'GetRecord',
      identifier: `${base}dataset/d0`,
      metadataPrefix: 'dcat',
    });
    const [rdfXml] = /<rdf:RDF[\s\S]*<\/rdf:RDF>/.exec(document) ?? [];
    const quads = await parseRdf(rdfXml ?? '', 'rdfxml', base);
    const datasets = quads.filter(({ object }) => object.value === 'http://www.w3.org/ns/dcat#Dataset');
    expect(datasets.map(({ subject }) => subject.value)).to.deep.equal([`${base}dataset/d0`]);
    expect(quads.some(({ subject }) => subject.value === `${base}agency/ministry`)).to.equal(true);
    const list = await harvester.ask({ verb: 'ListRecords', metadataPrefix: 'dcat', set: 'ministry-arrivals' });
    expect(list.match(/<rdf:RDF/g)).to.have.length(77);
  });

  it('of what is gone gives the header alone', async () => {
    const document = await harvester.ask({ verb: 'GetRecord', identifier: `${base}dataset/old`, ...dc });
    expect(headersOf(document)).to.deep.equal([
      { identifier: `${base}dataset/old`, datestamp: moments[1], sets: [], isGone: true },
    ]);
    expect(document).not.to.include('<metadata>');
  });

  it('has a set for each owner, with what its units hold', async () => {
    const sets = await harvester.ask({ verb: 'ListSets' });
    expect(textsOf(sets, 'setSpec')).to.deep.equal(['!C3!B8ya', 'ministry', 'ministry-arrivals']);
    expect(textsOf(sets, 'setName')).to.deep.equal(['Øya Institute', 'Ministry of Waves', 'Arrivals Section']);
    const sizes = [];
    for (const set of textsOf(sets, 'setSpec')) {
      let size = 0;
      for await (const part of harvester.list({ verb: 'ListIdentifiers', set, ...dc })) size += headersOf(part).length;
      sizes.push(size);
    }
    expect(sizes).to.deep.equal([76, 154, 77]);
  });

  it('gives what has changed since, and until', async () => {
    const ask = async (range: Record<string, string>) =>
      headersOf(await harvester.ask({ verb: 'ListIdentifiers', ...dc, ...range })).map(({ identifier }) =>
        identifier.slice(`${base}dataset/`.length),
      );
    expect(await ask({ from: '2021-03-02T08:00:00Z' })).to.deep.equal(['d0', 'd1', 'old', 'older']);
    expect(await ask({ from: '2021-03-02T08:00:01Z' })).to.deep.equal(['d1', 'older']);
    expect(await ask({ from: '2021-03-02', until: '2021-03-02' })).to.deep.equal(['d0', 'old']);
    expect(await ask({ from: moments[1], until: moments[2], set: '!C3!B8ya' }).catch((error) => error)).to.deep.equal(
      [],
    );
  });

  it('takes a form as well', async () => {
    const given = { verb: 'ListIdentifiers', ...dc, from: moments[1] };
    const [byGet, byPost] = [await harvester.ask(given), await harvester.ask(given, 'POST')];
    expect(headersOf(byPost)).to.deep.equal(headersOf(byGet));
    const wrong = await fetch(`${server.origin}/oai`, { method: 'POST', body: 'verb=Identify' });
    expect(wrong.status).to.equal(415);
    expect((await fetch(`${server.origin}/oai`, { method: 'DELETE' })).status).to.equal(405);
  });

  const d0 = `${base}dataset/d0`;
  const token = (parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
  for (const [code, given] of [
    ['badVerb', {}],
    ['badVerb', { verb: 'Delete' }],
    ['badArgument', { verb: 'Identify', set: 'x' }],
    ['badArgument', { verb: 'ListRecords' }],
    ['badArgument', { verb: 'GetRecord', ...dc }],
    ['badArgument', { verb: 'ListRecords', ...dc, from: '2021' }],
    ['badArgument', { verb: 'ListRecords', ...dc, from: '2021-02-30' }],
    ['badArgument', { verb: 'ListRecords', ...dc, from: '2021-03-01', until: moments[2] }],
    ['badArgument', { verb: 'ListRecords', ...dc, from: '2021-03-02', until: '2021-03-01' }],
    ['badArgument', { verb: 'ListRecords', ...dc, resumptionToken: 'x' }],
    ['badArgument', { verb: 'GetRecord', identifier: d0, ...dc, resumptionToken: 'x' }],
    ['cannotDisseminateFormat', { verb: 'GetRecord', identifier: d0, metadataPrefix: 'marc' }],
    ['cannotDisseminateFormat', { verb: 'ListRecords', metadataPrefix: 'marc' }],
    ['idDoesNotExist', { verb: 'GetRecord', identifier: `${base}dataset/none`, ...dc }],
    ['idDoesNotExist', { verb: 'GetRecord', identifier: `${base}dataset/candidate`, ...dc }],
    ['idDoesNotExist', { verb: 'ListMetadataFormats', identifier: 'urn:none' }],
    ['noRecordsMatch', { verb: 'ListRecords', ...dc, from: '2030-01-01' }],
    ['noRecordsMatch', { verb: 'ListRecords', ...dc, set: 'nobody' }],
    ['badResumptionToken', { verb: 'ListRecords', resumptionToken: 'x' }],
    [
      'badResumptionToken',
      {
        verb: 'ListRecords',
        resumptionToken: token(['ListRecords', 'an older state', 100, 'metadataPrefix', 'oai_dc']),
      },
    ],
    ['badResumptionToken', { verb: 'ListSets', resumptionToken: token(['ListSets', '', 1e9]) }],
  ] as const)
    it(`answers ${code} to ${JSON.stringify(given)}`, async () => {
      expect(errorOf(await harvester.ask(given))).to.equal(code);
    });

  it('refuses an argument that is there twice', async () => {
    const response = await fetch(`${server.origin}/oai?verb=Identify&verb=Identify`);
    expect(errorOf(await response.text())).to.equal('badVerb');
    const twice = await fetch(`${server.origin}/oai?verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=dcat`);
    expect(errorOf(await twice.text())).to.equal('badArgument');
  });

  it('is not sent again to who has it, though it says what time it is', async () => {
    const url = `${server.origin}/oai?verb=ListIdentifiers&metadataPrefix=oai_dc`;
    for (const coding of ['identity', 'gzip']) {
      const first = await fetch(url, { headers: { 'accept-encoding': coding } });
      const tag = first.headers.get('etag') ?? '';
      expect(tag).to.match(/^W\/"/);
      await first.text();
      const again = await fetch(url, { headers: { 'accept-encoding': coding, 'if-none-match': tag } });
      expect(again.status, coding).to.equal(304);
    }
    const since = { 'if-modified-since': new Date(moments[2]).toUTCString() };
    expect((await fetch(url, { headers: since })).status).to.equal(304);
    expect((await fetch(url, { method: 'HEAD' })).status).to.equal(200);
  });
});

describe('/oai over a graph that was written to', () => {
  it('does not go on with a list that it began before', async () => {
    const settings = { MIGRAPH_WRITE_TOKEN: '0123456789abcdef' };
    const server = await serveChronicle(150, settings);
    const harvester = new Harvester(`${server.origin}/oai`);
    const [resumptionToken = ''] = textsOf(await harvester.ask({ verb: 'ListIdentifiers', ...dc }), 'resumptionToken');
    await fetch(`${server.origin}/sparql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${settings.MIGRAPH_WRITE_TOKEN}`, 'content-type': 'application/sparql-update' },
      body: 'INSERT DATA { <urn:d> a <http://www.w3.org/ns/dcat#Dataset> }',
    });
    expect(errorOf(await harvester.ask({ verb: 'ListIdentifiers', resumptionToken }))).to.equal('badResumptionToken');
    const added = await harvester.ask({ verb: 'GetRecord', identifier: 'urn:d', ...dc });
    expect(headersOf(added)[0]?.datestamp).to.equal('1970-01-01T00:00:00Z');
    await server.close();
  });
});

describe('/oai over a graph without a history', () => {
  it('dates things as they date themselves, and what nobody dates long ago', async () => {
    const server = await serveText(foreignCatalogue, 'ttl');
    const harvester = new Harvester(`${server.origin}/oai`);
    expect(headersOf(await harvester.ask({ verb: 'ListRecords', ...dc }))).to.deep.equal([
      { identifier: 'https://other.example/d/1', datestamp: '2020-06-02T08:00:00Z', sets: [], isGone: false },
      { identifier: 'https://other.example/d/2', datestamp: '1970-01-01T00:00:00Z', sets: [], isGone: false },
    ]);
    const identity = await harvester.ask({ verb: 'Identify' });
    expect(textsOf(identity, 'deletedRecord')).to.deep.equal(['no']);
    expect(textsOf(identity, 'adminEmail')).to.deep.equal(['nobody@migraph.invalid']);
    expect(errorOf(await harvester.ask({ verb: 'ListSets' }))).to.equal('noSetHierarchy');
    await server.close();
  });

  it('leaves out of a format what it cannot say', async () => {
    const dataset = 'a <http://www.w3.org/ns/dcat#Dataset>';
    const server = await serveText(`<urn:a> ${dataset} . <urn:b> ${dataset} ; <urn:odd/> 1 .`, 'ttl');
    const harvester = new Harvester(`${server.origin}/oai`);
    const listed = await harvester.ask({ verb: 'ListRecords', metadataPrefix: 'dcat' });
    expect(headersOf(listed).map(({ identifier }) => identifier)).to.deep.equal(['urn:a']);
    const asked = { verb: 'GetRecord', identifier: 'urn:b', metadataPrefix: 'dcat' };
    expect(errorOf(await harvester.ask(asked))).to.equal('cannotDisseminateFormat');
    await server.close();
  });

  it('is there over a graph without datasets', async () => {
    const server = await serveText(writeChronicle(0, false), 'trig', { MIGRAPH_ADMIN_EMAIL: 'ops@waves.example' });
    const harvester = new Harvester(`${server.origin}/oai`);
    expect(textsOf(await harvester.ask({ verb: 'Identify' }), 'adminEmail')).to.deep.equal(['ops@waves.example']);
    expect(errorOf(await harvester.ask({ verb: 'ListRecords', ...dc }))).to.equal('noRecordsMatch');
    await server.close();
  });
});
