/** Content negotiation by RFC 9110. */
import { expect } from 'chai';
import { negotiate } from '../../src/server/negotiate.js';

const offers = [
  { id: 'turtle', mediaType: 'text/turtle', alsoKnownAs: ['application/x-turtle'] },
  { id: 'jsonld', mediaType: 'application/ld+json', alsoKnownAs: ['application/json'] },
  { id: 'html', mediaType: 'text/html', alsoKnownAs: [] },
];

describe('negotiate', () => {
  const cases: [string | undefined, string | undefined][] = [
    [undefined, 'turtle'],
    ['', 'turtle'],
    ['*/*', 'turtle'],
    ['application/ld+json', 'jsonld'],
    ['APPLICATION/LD+JSON', 'jsonld'],
    ['application/*', 'jsonld'],
    ['application/json', 'jsonld'],
    ['text/turtle; charset=utf-8', 'turtle'],
    ['application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"', 'jsonld'],
    ['application/ld+json;profile="a,b;q=0";q=0.9, text/turtle;q=0.8', 'jsonld'],
    ['text/turtle;q=0.5, application/ld+json;q=0.9', 'jsonld'],
    ['text/turtle;q=0.5,application/ld+json;Q=0.9', 'jsonld'],
    ['text/turtle;q=0, */*', 'jsonld'],
    ['text/*;q=0.3, text/html;q=0.7, */*;q=0.5', 'html'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'html'],
    ['image/png', undefined],
    ['*/*;q=0', undefined],
    ['text/turtle;q=0', undefined],
    ['text/html;level=1;q=0.3, text/html;q=0.7, */*;q=0.1', 'html'],
    ['text/html;level=1, text/html;q=0.1, text/turtle;q=0.5', 'turtle'],
    ['text/*, text/turtle;q=0.1', 'html'],
    ['*/*;q=0.1, text/turtle;q=0', 'jsonld'],
    ['text/turtle;q=0.1, application/x-turtle', 'turtle'],
    [',', 'turtle'],
    ['nonsense', undefined],
    [',,;;q=', undefined],
  ];
  for (const [accept, id] of cases)
    it(`${accept ?? 'no header'} → ${id ?? 'nothing'}`, () => {
      expect(negotiate(accept, offers)?.id).to.equal(id);
    });

  it('answers under the name that was asked for, and keeps the profile', () => {
    expect(negotiate('application/json', offers)?.mediaType).to.equal('application/json');
    expect(negotiate('application/ld+json; profile="http://p/"; q=1', offers)).to.deep.equal({
      id: 'jsonld',
      mediaType: 'application/ld+json',
      profile: 'http://p/',
    });
  });
});
