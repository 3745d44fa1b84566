/** What is written down of a request's target and of texts: what it asks for, and no secret. */
import { expect } from 'chai';
import { createMask, maskTarget } from '../../../src/server/observe/mask.js';
import { routeOf } from '../../../src/server/observe/route-of.js';

const token = 'a-token-for-the-tests';
const mask = createMask(token);

describe('a target that is written down', () => {
  for (const [target, told] of [
    ['/catalog?page=2&limit=50', '/catalog?page=2&limit=50'],
    ['/sparql?query=ASK%20%7B%7D&format=json', '/sparql?query=…&format=json'],
    ['/catalog?access_token=abc&page=2', '/catalog?access_token=…&page=2'],
    ['/catalog?%74oken=abc', '/catalog?%74oken=…'],
    ['/catalog?unheard=of', '/catalog?unheard=…'],
    ['/graphs?default', '/graphs?default'],
    [`/${token}/x?q=${token}`, '/…/x?q=…'],
    ['http://me:secret@host.example/catalog?page=1', '/catalog?page=1'],
    ['/search?q=a=b', '/search?q=a=b'],
  ] as const)
    it(`of ${target} is ${told}`, () => {
      expect(maskTarget(target, mask)).to.equal(told);
    });

  it('is short', () => {
    expect(maskTarget(`/x?q=${'a'.repeat(20_000)}`, mask).length).to.equal(400);
    expect(maskTarget(`/x?${'a=b&'.repeat(20_000)}`, mask).length).to.equal(400);
  });

  it('leaves texts as they are where there is no secret', () => {
    expect(createMask(undefined)('a text')).to.equal('a text');
    expect(mask(`one ${token} two ${token}`)).to.equal('one … two …');
  });
});

describe('a route that is counted', () => {
  for (const [target, route] of [
    ['/', '/'],
    ['/?place=x', '/'],
    ['', '/'],
    ['/sparql?query=x', '/sparql'],
    ['/catalog.ttl?page=2', '/catalog'],
    ['/openapi.json', '/openapi.json'],
    ['/.well-known/void', '/.well-known'],
    ['/api/who-holds-data?country=SWE', '/api'],
    ['/graphs/people/1', '/graphs'],
    ['/country/SWE', '/{kind}/{key}'],
    ['/wp-admin/x.php', '/{kind}/{key}'],
    ['http://host.example/dump/index.json', '/dump'],
    ['*', '/'],
  ] as const)
    it(`of ${target || 'nothing'} is ${route}`, () => {
      expect(routeOf(target)).to.equal(route);
    });

  it('is one of few, whatever is asked for', () => {
    const routes = new Set(Array.from({ length: 500 }, (_, n) => routeOf(`/made-up-${n}/x.${n}?y`)));
    expect(routes.size).to.equal(1);
  });
});
