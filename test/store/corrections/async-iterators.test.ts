/** Unions whose parts end while they are read come to an end. */
import { expect } from 'chai';
import { openTriG } from '../ask-rows.js';

const data = ':a :v 1 , :b . :b :r :a ; :v 2 ; :p :b . :c :r :b ; :v :c .';
const parts = ['{ ?a ?c ?d . ?a :v ?c . ?c :p ?c . ?a ?a ?a }', '{ ?b :v ?c . ?b :v :d . ?c :r ?a }'];

describe('a union of what is there at once', () => {
  const union = parts.join(' UNION ');
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['that is empty', `SELECT * { ${union} ?c :r ?a . ?a :v ?c }`, []],
    ['in an OPTIONAL', `SELECT ?a ?c { OPTIONAL { ${union} } ?c :r ?a . ?a :v ?c }`, ['a=a c=b']],
    ['with a part that is not', `SELECT ?a ?c { ${union} UNION { ?c :r ?a } ?a :v ?c }`, ['a=a c=b']],
    [
      'of many',
      `SELECT ?a ?c { ${Array(9).fill(union).join(' UNION ')} UNION { ?c :r ?a } ?c :r ?a . ?a :v ?c }`,
      ['a=a c=b'],
    ],
  ];
  for (const [what, query, wanted] of cases)
    it(what, async () => {
      const { rows } = await openTriG(data);
      expect(await rows(query)).to.deep.equal(wanted);
    }).timeout(5_000);
});

describe('the order of rows', () => {
  it('is the same each time', async () => {
    const { list } = await openTriG(`${data} :d :v :a , :b , :c ; :p :a .`);
    const inner = '{ SELECT DISTINCT ?x { ?s :v ?v . ?s :p/(:p|:r)* ?x } } ?x ?p ?y';
    const query = `SELECT * { { ${inner} } UNION { ?x :r ?s . ?x ?p ?y } UNION { ?x :v ?s . ?x ?p ?y } }`;
    const first = await list(query);
    for (let time = 0; time < 20; time += 1) expect(await list(query)).to.deep.equal(first);
  });
});
