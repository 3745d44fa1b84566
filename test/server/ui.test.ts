/** The files that pages are shown with: ours, those of the editor that a browser needs, and no others. */
import { expect } from 'chai';
import { mig, prefixes } from '../../src/vocabularies.js';
import { type Served, serve } from './serve.js';

describe('/ui', () => {
  let server: Served;
  before(async () => {
    server = await serve();
  });
  after(() => server.close());

  for (const [path, type] of [
    ['style.css', 'text/css'],
    ['editor.css', 'text/css'],
    ['editor.js', 'text/javascript'],
    ['yasqe/yasqe.esm.js', 'text/javascript'],
    ['yasqe/yasqe.min.css', 'text/css'],
    ['vocabulary.json', 'application/json'],
  ] as const)
    it(`has ${path}`, async () => {
      const response = await fetch(`${server.origin}/ui/${path}`);
      expect([response.status, response.headers.get('content-type')?.split(';')[0]]).to.deep.equal([200, type]);
      await response.body?.cancel();
    });

  for (const path of ['none.js', 'yasqe/package.json', 'yasqe/..%2Fpackage.json', 'yasqe/yasqe.min.js', '..%2Fcli.ts'])
    it(`has no ${path}`, async () => {
      expect((await fetch(`${server.origin}/ui/${path}`)).status).to.equal(404);
    });

  it('has what the editor completes: every term of the ontology, classes apart from properties', async () => {
    const vocabulary = (await (await fetch(`${server.origin}/ui/vocabulary.json`)).json()) as {
      prefixes: Record<string, string>;
      classes: string[];
      properties: string[];
    };
    expect(vocabulary.prefixes).to.deep.equal({ ...prefixes });
    expect([...vocabulary.classes, ...vocabulary.properties]).to.include.members(
      Object.values(mig).map(({ value }) => value),
    );
    expect(vocabulary.classes).to.include(mig.Dataset.value).and.not.include(mig.startYear.value);
    expect(vocabulary.properties).to.include(mig.startYear.value);
  });

  it('sends the editor only to the page that has it', async () => {
    const page = async (path: string) =>
      (await fetch(server.origin + path, { headers: { accept: 'text/html' } })).text();
    expect(await page('/sparql'))
      .to.include('/ui/editor.js')
      .and.include('/ui/yasqe/yasqe.min.css');
    expect(await page('/')).to.not.include('yasqe');
  });
});
