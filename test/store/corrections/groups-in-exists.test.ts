/** A group of nothing does not exist, whatever the row says that EXISTS is asked for. */
import { expect } from 'chai';
import { openTriG } from '../ask-rows.js';

describe('GROUP BY in EXISTS', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['by a variable of the row', 'EXISTS { SELECT ?a (COUNT(*) AS ?n) { ?a :none ?b } GROUP BY ?a }', []],
    ['where there is one', 'EXISTS { SELECT ?a (COUNT(*) AS ?n) { ?a :q ?b } GROUP BY ?a }', ['a=a']],
    ['NOT EXISTS', 'NOT EXISTS { SELECT ?a (COUNT(*) AS ?n) { ?a :q ?b } GROUP BY ?a }', ['a=b']],
    ['with HAVING', 'EXISTS { SELECT ?a { ?a :p ?b } GROUP BY ?a HAVING (COUNT(*) > 1) }', ['a=a']],
    ['without keys there is always one', 'EXISTS { SELECT (COUNT(*) AS ?n) { ?a :none ?b } }', ['a=a', 'a=b']],
  ];
  for (const [what, test, rows] of cases)
    it(what, async () => {
      const { rows: ask } = await openTriG(':a :p :b , :c ; :q :d . :b :p :c .');
      expect(await ask(`SELECT DISTINCT ?a { ?a :p ?x FILTER ${test} }`)).to.deep.equal(rows);
    });
});
