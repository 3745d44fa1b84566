/** No path of ours leads a browser to another server, whatever the name of a thing is. */
import { expect } from 'chai';
import { localPath } from '../../src/server/local-path.js';
import { type Served, serve } from './serve.js';

const base = 'https://w3id.org/migraph/';
const odd = [
  '/elsewhere.invalid/x',
  '\\elsewhere.invalid/x',
  '\t/elsewhere.invalid/x',
  '//elsewhere.invalid',
  '/',
  '\\',
];

describe('the path of a thing', () => {
  it('is the rest of its name', () => {
    expect(localPath(base, `${base}country/NLD`)).to.equal('/country/NLD');
    expect(localPath(base, 'https://one.example/x')).to.equal('https://one.example/x');
    expect(localPath(base, 'javascript:alert(1)')).to.equal(undefined);
  });
  for (const rest of odd)
    it(`stays here: ${JSON.stringify(rest)}`, () => {
      const address = new URL(localPath(base, base + rest) ?? '', 'http://here.invalid/a/b');
      expect(address.host).to.equal('here.invalid');
    });

  describe('over HTTP', () => {
    let server: Served;
    before(async () => {
      server = await serve();
    });
    after(() => server.close());
    it('is where /about leads, and nowhere else', async () => {
      for (const rest of ['/elsewhere.invalid/x', '//elsewhere.invalid']) {
        const target = `${server.origin}/about?${new URLSearchParams({ iri: base + rest })}`;
        const location = (await fetch(target, { redirect: 'manual' })).headers.get('location') ?? '';
        expect(new URL(location, target).origin, location).to.equal(server.origin);
      }
    });
  });
});
