/** Patterns of triple terms with variables, over ids. */
import { expect } from 'chai';
import { openTriG } from '../ask-rows.js';

const data = `:r :reifies <<( :a :p 1 )>> . :s :reifies <<( :b :q <<( :a :p :b )>> )>> . :t :reifies <<( :c :p :c )>> , 1 .
  :a :v 1 . :b :v 2 .`;

describe('triple terms in patterns', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['are taken apart', '?r :reifies <<( ?x :p ?y )>>', ['r=r x=a y="1"^^<xsd:integer>', 'r=t x=c y=c']],
    ['name a variable twice', '?r :reifies <<( ?x ?p ?x )>>', ['p=p r=t x=c']],
    ['stand within each other', '?r :reifies <<( ?x ?p <<( ?y :p ?x )>> )>>', ['p=q r=s x=b y=a']],
    ['are joined', '?r :reifies <<( ?x :p ?y )>> . ?x :v ?y', ['r=r x=a y="1"^^<xsd:integer>']],
    ['are joined with what comes before', 'VALUES ?x { :c } ?r :reifies <<( ?x :p ?y )>>', ['r=t x=c y=c']],
    ['are optional', '?x :v 2 OPTIONAL { ?r :reifies <<( ?x :p ?y )>> }', ['x=b']],
    ['are filtered', '?r :reifies <<( ?x :p ?y )>> FILTER (isIRI(?y))', ['r=t x=c y=c']],
    [
      'are looked for',
      '?x :v ?v FILTER EXISTS { ?r :reifies <<( ?x ?p ?y )>> } FILTER (?v > 1)',
      ['v="2"^^<xsd:integer> x=b'],
    ],
  ];
  for (const [title, pattern, rows] of cases)
    it(title, async () => {
      const { rows: ask } = await openTriG(data);
      expect(await ask(`SELECT * { ${pattern} }`)).to.deep.equal(rows);
    });

  it('are counted by the rows that fit them', async () => {
    const { rows } = await openTriG(data);
    expect(await rows('SELECT (COUNT(*) AS ?n) { ?r :reifies <<( ?x :p ?y )>> }')).to.deep.equal([
      'n="2"^^<xsd:integer>',
    ]);
  });
});
