/** Datasets and publications are cited in three formats, by extension, by Accept and by `?format=`. */
import '@citation-js/plugin-bibtex';
import { Cite } from '@citation-js/core';
import { expect } from 'chai';
import { readConfig } from '../../src/config.js';
import { citationFormats } from '../../src/formats.js';
import { createApp } from '../../src/server/app.js';
import { createBoundedServer } from '../../src/server/connections.js';
import { openStore } from '../../src/store/open.js';
import { parseRdf } from '../../src/store/rdf/parse-rdf.js';
import { listen, type Served } from './serve.js';

const graph = `@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix mig: <https://w3id.org/migraph/ontology#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<dataset/tides> a dcat:Dataset ; dct:title "Tides & tables"@en, "Gezeiten"@de ; dct:publisher <agency/a> ;
  dct:creator [ foaf:name "Office of\\r\\nTides" ] ; dcat:landingPage <https://tides.example/> .
<publication/yearbook> a mig:Publication ; dct:title "Yearbook" ; dct:issued "1992"^^xsd:gYear ; dct:publisher <agency/a> ;
  dct:isPartOf <series/s> ; mig:seriesNumber "7" .
<agency/a> foaf:name "Ministry of Waves"@en . <series/s> dct:title "Waves" .
<dataset/old> dct:isReplacedBy <dataset/tides> . <dataset/gone> a foaf:Document .
<event/e> a mig:Event ; dct:title "A meeting" .`;

describe('citations', () => {
  let server: Served;
  before(async () => {
    const config = readConfig({});
    const store = await openStore({ quads: await parseRdf(graph, 'turtle', config.base), config });
    server = await listen(createBoundedServer(createApp({ store, config }), config), store);
  });
  after(() => server.close());

  const get = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> =>
    fetch(server.origin + path, { headers, method });
  const typeOf = (response: Response) => response.headers.get('content-type')?.split(';')[0];

  for (const { id, extension, mediaType } of citationFormats)
    it(`${id}: by .${extension}, by Accept, by ?format=`, async () => {
      for (const thing of ['/dataset/tides', '/publication/yearbook']) {
        const byExtension = await get(`${thing}.${extension}`);
        expect([byExtension.status, typeOf(byExtension)], thing).to.deep.equal([200, mediaType]);
        const text = await byExtension.text();
        const byAccept = await get(thing, { accept: `${mediaType}, text/turtle;q=0.5` });
        expect(byAccept.headers.get('vary')).to.include('Accept');
        expect([typeOf(byAccept), await byAccept.text()], thing).to.deep.equal([mediaType, text]);
        expect(await (await get(`${thing}?format=${id}`)).text(), thing).to.equal(text);
        const head = await get(`${thing}.${extension}`, {}, 'HEAD');
        const etag = head.headers.get('etag') ?? '';
        expect((await get(`${thing}.${extension}`, { 'if-none-match': etag })).status).to.equal(304);
      }
    });

  it('say what is stated, in one line each', async () => {
    const [dataset] = new Cite(await (await get('/dataset/tides.csl.json')).text()).data;
    expect(dataset).to.deep.include({
      type: 'dataset',
      title: 'Tides & tables',
      author: [{ literal: 'Office of Tides' }],
      publisher: 'Ministry of Waves',
      URL: 'https://tides.example/',
    });
    expect(dataset).not.to.have.property('issued');
    const [yearbook] = new Cite(await (await get('/publication/yearbook.bib')).text()).data;
    expect(yearbook?.['issued']).to.deep.equal({ 'date-parts': [[1992]] });
  });

  it('are on the page of a thing that is cited, and of no other', async () => {
    const page = await (await get('/dataset/tides', { accept: 'text/html' })).text();
    for (const { extension } of citationFormats) expect(page).to.include(`href="/dataset/tides.${extension}"`);
    expect(await (await get('/event/e', { accept: 'text/html' })).text()).not.to.include('To cite it');
  });

  it('lead from a name that there was to the one that there is', async () => {
    const moved = await fetch(`${server.origin}/dataset/old.bib`, { redirect: 'manual' });
    expect([moved.status, moved.headers.get('location')]).to.deep.equal([301, '/dataset/tides.bib']);
    expect(await (await get('/dataset/old.bib')).text()).to.include('Tides');
    expect((await get('/dataset/gone.bib')).status).to.equal(404);
  });

  it('404 for what is not there, or is none; whoever wants something else gets that', async () => {
    for (const path of ['/dataset/none.bib', '/publication/none.ris', '/dataset/%zz.bib', '/event/e.bib'])
      expect((await get(path)).status, path).to.be.oneOf([400, 404]);
    expect(typeOf(await get('/dataset/tides', { accept: 'text/turtle, application/x-bibtex;q=0.5' }))).to.equal(
      'text/turtle',
    );
    expect((await get('/dataset/tides', { accept: 'image/png' })).status).to.equal(406);
    expect(typeOf(await get('/dataset/tides'))).to.equal('text/turtle');
  });
});
