/** The local part of a prefixed name, to its last character. */
import { expect } from 'chai';
import { parseQuery } from '../../../src/store/parse/parse-query.js';
import { openTriG } from '../ask-rows.js';

const names: readonly (readonly [string, string])[] = [
  ['e:a:b:c', 'http://e/a:b:c'],
  [':b::', 'http://d/b::'],
  ["e:it\\'s", "http://e/it's"],
  ['e:a\\/b\\,\\(c\\)', 'http://e/a/b,(c)'],
  ['e:a%20b', 'http://e/a%20b'],
  ['e:a.b', 'http://e/a.b'],
  ['e:', 'http://e/'],
];

describe('prefixed names', () => {
  for (const [name, iri] of names)
    it(name, async () => {
      const { rows } = await openTriG('');
      const prefixes = 'PREFIX e: <http://e/> PREFIX : <http://d/>';
      expect(await rows(`${prefixes} SELECT (STR(${name}) AS ?iri) {}`)).to.deep.equal([`iri=${JSON.stringify(iri)}`]);
    });
  it('a prefix that there is not is told', () => {
    expect(() => parseQuery('ASK { e:a:b ?p ?o }')).to.throw('Unknown prefix: e');
  });
});
