/** Every page speaks the three languages: each is asked for in all of them, failures too. */
import { expect } from 'chai';
import { type Served, serve } from '../serve.js';

describe('the languages of pages', () => {
  let server: Served;
  before(async () => {
    server = await serve();
  });
  after(() => server.close());

  const get = (path: string, accept = 'text/html'): Promise<Response> =>
    fetch(server.origin + path, { headers: { accept } });
  /** A heading or a line of each page, in each language. */
  const pages: readonly (readonly [path: string, english: string, french: string, spanish: string])[] = [
    ['/', 'For harvesters</a>', 'Pour les moissonneurs</a>', 'Para recolectores</a>'],
    ['/catalog', 'To take along', 'À emporter', 'Para llevar'],
    ['/harvest', 'For harvesters', 'Pour les moissonneurs', 'Para recolectores'],
    ['/validate', 'Validate a DCAT catalogue', 'Valider un catalogue DCAT', 'Validar un catálogo DCAT'],
    ['/profiles', 'the query that makes it', 'la requête qui le fait', 'la consulta que lo hace'],
    ['/ontology', 'What is bound to what', 'Ce qui est lié à quoi', 'Qué está unido a qué'],
    ['/void', 'The graph as a whole', 'Le graphe dans son ensemble', 'El grafo en conjunto'],
    ['/dump/', 'The whole graph, for download', 'Le graphe entier, à télécharger', 'El grafo entero, para descargar'],
    ['/api', 'Questions and other doors', 'Questions et autres accès', 'Preguntas y otros accesos'],
    ['/nothing', 'There is nothing here', 'Il n’y a rien ici', 'Aquí no hay nada'],
    ['/dataset/arrivals-register', 'Held by', 'Détenu par', 'En poder de'],
    [`/sparql?query=${encodeURIComponent('ASK {}')}`, '<b>Yes</b>', '<b>Oui</b>', '<b>Sí</b>'],
  ];
  for (const [path, ...texts] of pages)
    it(`are three on ${path.replace(/\?.*/, '')}`, async () => {
      for (const [n, language] of ['en', 'fr', 'es'].entries()) {
        const response = await get(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
        const text = await response.text();
        expect(text).to.include(`<html lang="${language}"`).and.include(texts[n]);
        expect(response.headers.get('vary')).to.include('Accept-Language');
      }
    });

  it('leave what the ontology and the shapes define in English, and say so', async () => {
    const text = await (await get('/ontology?lang=fr')).text();
    expect(text).to.match(/<p lang="en" dir="ltr">[A-Z]/);
    expect(await (await get('/ontology?lang=en')).text()).to.not.include('<p lang="en"');
  });

  describe('failures', () => {
    it('are a page for browsers, with the reason escaped and marked as English, and keep their status', async () => {
      const response = await get('/about?iri=%3Cb%3E&lang=fr');
      expect([response.status, response.headers.get('content-type')]).to.deep.equal([400, 'text/html; charset=utf-8']);
      expect(await response.text())
        .to.include('<h1>Cela ne peut être compris</h1>')
        .and.include('role="alert" lang="en" dir="ltr">&quot;&lt;b&gt;&quot; is not an absolute IRI</p>');
    });
    it('are a line of text for programs', async () => {
      for (const accept of ['*/*', 'text/turtle'])
        expect(await (await get('/nothing', accept)).text(), accept).to.match(/^[^<\n]+<[^>]+>\n$/);
    });
    it('are a page also where the parameters themselves are at fault', async () => {
      const response = await get('/search?q=%FF');
      expect(response.status).to.equal(400);
      expect(await response.text()).to.include('UTF-8');
    });
  });

  it('are not asked of programs: RDF without a wish', async () => {
    expect((await get('/void', '*/*')).headers.get('content-type')).to.match(/^text\/turtle/);
    expect((await get('/ontology', '*/*')).headers.get('content-type')).to.match(/^text\/turtle/);
  });
});
