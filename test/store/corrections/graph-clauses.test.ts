/** GRAPH means: the whole group, in one graph after the other. */
import { expect } from 'chai';
import { QueryFault } from '../../../src/store/graph-store.js';
import { openTriG } from '../ask-rows.js';

const data = `
  :d :p 0 .
  :g1 { :a :p 1 , 2 . :a :q :b . :b :q :c }
  :g2 { :a :p 3 . :c :q :g2 }`;

describe('GRAPH', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['gives all graphs to an empty group', '{ GRAPH ?g {} }', ['g=g1', 'g=g2']],
    ['finds nothing in a graph that is not there', '{ GRAPH :none {} }', []],
    ['finds an empty group in one that is', 'SELECT ?x { GRAPH :g1 { BIND(1 AS ?x) } }', ['x="1"^^<xsd:integer>']],
    ['gives all graphs to a group of optional parts', '{ GRAPH ?g { OPTIONAL { :b :q ?x } } }', ['g=g1 x=c', 'g=g2']],
    [
      'keeps OPTIONAL within the graph',
      '{ GRAPH ?g { ?s :q ?x OPTIONAL { :a :p 3 , ?n } } }',
      ['g=g1 s=a x=b', 'g=g1 s=b x=c', 'g=g2 n="3"^^<xsd:integer> s=c x=g2'],
    ],
    [
      'counts in each graph',
      '{ GRAPH ?g { SELECT (COUNT(*) AS ?n) { ?s :p ?o } } }',
      ['g=g1 n="2"^^<xsd:integer>', 'g=g2 n="1"^^<xsd:integer>'],
    ],
    [
      'counts none in a graph that has none',
      '{ GRAPH ?g { SELECT (COUNT(*) AS ?n) { :b ?p ?o } } }',
      ['g=g1 n="1"^^<xsd:integer>', 'g=g2 n="0"^^<xsd:integer>'],
    ],
    [
      'cuts off in each graph',
      '{ GRAPH ?g { SELECT ?o { :a :p ?o } ORDER BY DESC(?o) LIMIT 1 } }',
      ['g=g1 o="2"^^<xsd:integer>', 'g=g2 o="3"^^<xsd:integer>'],
    ],
    ['joins a subquery with its graph', '{ GRAPH ?g { SELECT DISTINCT ?s { ?s :p ?o } } }', ['g=g1 s=a', 'g=g2 s=a']],
    [
      'leaves a subquery its own variable',
      '{ GRAPH ?g { SELECT ?s { ?s :q ?g } } }',
      ['g=g1 s=a', 'g=g1 s=b', 'g=g2 s=c'],
    ],
    ['is met by its name inside', '{ GRAPH ?g { ?s :q ?g } }', ['g=g2 s=c']],
    ['has no value inside yet', '{ GRAPH ?g { :a :p ?o FILTER(BOUND(?g)) } }', []],
    ['has one outside', '{ GRAPH ?g { :a :p ?o } FILTER(?g = :g2) }', ['g=g2 o="3"^^<xsd:integer>']],
    ['keeps MINUS within the graph', '{ GRAPH ?g { ?s :p ?o MINUS { ?s :q :b } } }', ['g=g2 o="3"^^<xsd:integer> s=a']],
    [
      'lets MINUS take nothing for the graph alone',
      'SELECT ?g ?o { GRAPH ?g { :a :p ?o MINUS { ?x :q ?y } } }',
      ['g=g1 o="1"^^<xsd:integer>', 'g=g1 o="2"^^<xsd:integer>', 'g=g2 o="3"^^<xsd:integer>'],
    ],
    [
      'keeps EXISTS within the graph',
      'SELECT ?g { GRAPH ?g { ?s :p ?o FILTER EXISTS { :b :q :c } } }',
      ['g=g1', 'g=g1'],
    ],
    [
      'takes a path of no step for one in every graph',
      '{ GRAPH ?g { :c :q* ?x } }',
      ['g=g1 x=c', 'g=g2 x=c', 'g=g2 x=g2'],
    ],
    ['follows a path in one graph', '{ GRAPH ?g { :a :q+ ?x } }', ['g=g1 x=b', 'g=g1 x=c']],
    ['stands within GRAPH', '{ GRAPH ?g { :b :q ?x GRAPH ?h { :c :q ?y } } }', ['g=g1 h=g2 x=c y=g2']],
    [
      'gives no row where there is no graph to count in',
      'SELECT ?n FROM :g1 { GRAPH ?g { SELECT (COUNT(*) AS ?n) { ?s ?p ?o } } }',
      [],
    ],
    ['sees FROM NAMED alone', 'SELECT ?g FROM NAMED :g2 { GRAPH ?g {} }', ['g=g2']],
    [
      'gives rows of a union that both have and have no pattern',
      '{ GRAPH ?g { { :b :q ?x } UNION { BIND(1 AS ?x) } } }',
      ['g=g1 x="1"^^<xsd:integer>', 'g=g1 x=c', 'g=g2 x="1"^^<xsd:integer>'],
    ],
    ['joins with VALUES', '{ GRAPH ?g { VALUES ?g { :g2 :none } } }', ['g=g2']],
  ];
  for (const [what, query, rows] of cases)
    it(what, async () => {
      const { rows: ask } = await openTriG(data);
      expect(await ask(query.startsWith('{') ? `SELECT * ${query}` : query)).to.deep.equal(rows);
    });

  it('counts an empty union as none, and in one row', async () => {
    const { rows } = await openTriG(data);
    const none = '{ GRAPH :none { ?s ?p ?o } } UNION { GRAPH ?g { ?s :none ?o } }';
    expect(await rows(`SELECT (COUNT(*) AS ?n) { ${none} }`)).to.deep.equal(['n="0"^^<xsd:integer>']);
  });

  it('is refused where it would mean a plan for each of very many graphs', async () => {
    const many = Array.from({ length: 2_100 }, (_, n) => `:g${n} { :a :p ${n} }`).join('\n');
    const { rows } = await openTriG(many);
    const answer = await rows('SELECT * { GRAPH ?g { SELECT (COUNT(*) AS ?n) { ?s :p ?o } } }').catch(
      (e: unknown) => e,
    );
    expect(answer).to.be.instanceOf(QueryFault);
    expect(await rows('SELECT (COUNT(?g) AS ?n) { GRAPH ?g {} }')).to.deep.equal(['n="2100"^^<xsd:integer>']);
  });

  it('stands in an update, and WITH does', async () => {
    const { store, rows } = await openTriG(data);
    await store.update(
      `PREFIX : <http://e/> INSERT { GRAPH ?g { :graph :has ?n } } WHERE { GRAPH ?g { SELECT (COUNT(*) AS ?n) { ?s :p ?o } } } ;
       WITH :g1 INSERT { :sub :is ?s } WHERE { { SELECT ?s { ?s :q :c } } GRAPH :g2 { :c :q ?y } } ;
       WITH :none INSERT { :made :by :with } WHERE {}`,
    );
    expect(await rows('SELECT ?g ?n { GRAPH ?g { :graph :has ?n } }')).to.deep.equal([
      'g=g1 n="2"^^<xsd:integer>',
      'g=g2 n="1"^^<xsd:integer>',
    ]);
    expect(await rows('SELECT ?g ?s { GRAPH ?g { :sub :is ?s } }')).to.deep.equal(['g=g1 s=b']);
    expect(await rows('SELECT ?g { GRAPH ?g { :made :by :with } }')).to.deep.equal(['g=none']);
  });
});
