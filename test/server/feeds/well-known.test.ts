/** The catalogue of our interfaces (RFC 9727): found from the home page, and leading to what is there. */
import { expect } from 'chai';
import type { Served } from '../serve.js';
import { serveChronicle } from './chronicle.js';

type Link = { readonly href: string; readonly type?: string };
type Context = { readonly anchor: string } & Readonly<Record<string, readonly Link[]>>;

describe('/.well-known/api-catalog', () => {
  let server: Served;
  before(async () => {
    server = await serveChronicle(3);
  });
  after(() => server.close());

  it('is announced by the home page, and by itself to who asks for the headers alone', async () => {
    for (const [path, method] of [
      ['/', 'GET'],
      ['/.well-known/api-catalog', 'HEAD'],
    ] as const) {
      const { headers } = await fetch(server.origin + path, { method });
      expect(headers.get('link'), path).to.include('</.well-known/api-catalog>; rel="api-catalog"');
    }
  });

  it('is a linkset of that profile, each of whose links leads to what it says', async () => {
    const response = await fetch(`${server.origin}/.well-known/api-catalog`);
    expect(response.headers.get('content-type')).to.equal(
      'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"',
    );
    const { linkset } = (await response.json()) as { linkset: Context[] };
    const [self, ...apis] = linkset;
    expect(self?.['item']?.map(({ href }) => href)).to.deep.equal(apis.map(({ anchor }) => anchor));
    expect(apis.length).to.be.at.least(4);
    for (const { anchor, ...relations } of apis) {
      expect(Object.keys(relations), anchor).to.include.members(['service-desc', 'service-doc', 'status']);
      for (const { href, type } of Object.values(relations).flat()) {
        const found = await fetch(href);
        expect(found.status, href).to.equal(200);
        expect(found.headers.get('content-type'), href).to.match(new RegExp(`^${type?.replace('+', '\\+')}(;|$)`));
      }
    }
  });
});
