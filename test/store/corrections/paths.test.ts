/** Property paths: how far they lead, how often, in which graph, and where those of no steps begin. */
import { expect } from 'chai';
import { openTriG } from '../ask-rows.js';

const data = `:a :p :b . :b :p :c . :c :p :a . :c :q :d . :a :q :d . :d :r "x" . _:n :s _:m . _:m :s _:n .
:g { :a :p :d . :d :q :e } :h { :d :p :f }`;
const cases: readonly (readonly [string, string, readonly string[]])[] = [
  ['+ goes round a circle once', 'SELECT ?o { :a :p+ ?o }', ['o=a', 'o=b', 'o=c']],
  ['* begins where it stands', 'SELECT ?o { :b :p* ?o }', ['o=a', 'o=b', 'o=c']],
  ['? is one step or none', 'SELECT ?o { :a :p? ?o }', ['o=a', 'o=b']],
  ['backwards', 'SELECT ?s { ?s :p+/:q :d }', ['s=a', 's=b', 's=c', 's=a', 's=b', 's=c'].sort()],
  ['a sequence again and again, both ends open', 'SELECT ?s ?o { ?s (:p/:q)+ ?o }', ['o=d s=b', 'o=d s=c']],
  ['an alternative again and again', 'SELECT ?o { :b (:p|:q)+ ?o }', ['o=a', 'o=b', 'o=c', 'o=d']],
  ['inside of another', 'SELECT ?o { :a ((:p+)/:q)* ?o }', ['o=a', 'o=d']],
  ['anything but', 'SELECT ?o { :c (!:p)+ ?o }', ['o="x"', 'o=d']],
  ['both ends one variable', 'SELECT ?x { ?x :p+ ?x }', ['x=a', 'x=b', 'x=c']],
  ['through blank nodes', 'SELECT (COUNT(*) AS ?n) { ?x :s+ ?x . ?x :s ?y . ?y :s ?x }', ['n="2"^^<xsd:integer>']],
  ['stays in its graph', 'SELECT ?g ?o { GRAPH ?g { :a (:p|:q)+ ?o } }', ['g=g o=d', 'g=g o=e']],
  ['in a named graph', 'SELECT ?o { GRAPH :g { :a (:p|:q)* ?o } }', ['o=a', 'o=d', 'o=e']],
  ['ends that are written need not be there', 'SELECT ?o { "new" :p* ?o }', ['o="new"']],
  ['both written', 'SELECT (1 AS ?x) { :new :p? :new }', ['x="1"^^<xsd:integer>']],
  ['the last step of nothing', 'SELECT ?s { ?s :p* "new" }', ['s="new"']],
  [
    'a variable is a node of the graph, whatever value is put in',
    'SELECT ?x ?o { VALUES ?x { "new" :b } ?x :q* ?o }',
    ['o=b x=b'],
  ],
  ['also within a sequence', 'SELECT ?o { VALUES ?x { "new" :b } ?x (:q*/:r*)|:none ?o }', ['o=b']],
  ['also inverted', 'SELECT ?x ?o { VALUES ?o { "new" :d } ?x ^(:r*) ?o }', ['o=d x="x"', 'o=d x=d']],
  ['in the graph that it is asked in', 'SELECT ?g ?x { VALUES ?x { :b :f } GRAPH ?g { ?x :q* ?x } }', ['g=h x=f']],
  ['no variable of its own gets in the way of ?b', 'SELECT ?b { GRAPH :g { ?a ?c ?b . ?a !:v :e } }', ['b=e']],
  ['nor of ?b0', 'SELECT ?b ?b0 { ?b0 :q ?b . ?b ((:none/:p)|:r) "x" }', ['b0=a b=d', 'b0=c b=d']],
];

describe('property paths', () => {
  for (const [what, query, wanted] of cases)
    it(what, async () => {
      const { rows: ask } = await openTriG(data);
      expect(await ask(query)).to.deep.equal(wanted);
    });
});
