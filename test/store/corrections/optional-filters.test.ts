/** OPTIONAL whose FILTER speaks of what is outside of it, over parts that values cannot be put into. */
import { expect } from 'chai';
import { openTriG } from '../ask-rows.js';

const data = ':a :v 1 . :b :v 2 . :c :v 3 . :a :p :b , :c . :b :p :c .';
const cases: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'plain',
    'SELECT ?s ?o { ?s :v ?v OPTIONAL { ?s :p ?o . ?o :v ?w FILTER(?w > ?v + 1) } }',
    ['o=c s=a', 's=b', 's=c'],
  ],
  [
    'over BIND',
    'SELECT ?s ?y { ?s :v ?v OPTIONAL { ?s :p/:v ?w BIND(?w * 10 AS ?y) FILTER(?w > ?v + 1) } }',
    ['s=a y="30"^^<xsd:integer>', 's=b', 's=c'],
  ],
  [
    'over a count',
    'SELECT ?s ?n { ?s :v ?v OPTIONAL { { SELECT ?s (COUNT(*) AS ?n) { ?s :p ?o } GROUP BY ?s } FILTER(?n > ?v) } }',
    ['n="2"^^<xsd:integer> s=a', 's=b', 's=c'],
  ],
  [
    'over MINUS',
    'SELECT ?s ?o { ?s :v ?v OPTIONAL { ?s :p ?o MINUS { ?s :p :b } FILTER(?v = 2) } }',
    ['o=c s=b', 's=a', 's=c'],
  ],
  [
    'over another OPTIONAL',
    'SELECT ?s ?o ?q { ?s :v ?v OPTIONAL { ?s :p ?o OPTIONAL { ?o :p ?q } FILTER(?v = 1 && BOUND(?q)) } }',
    ['o=b q=c s=a', 's=b', 's=c'],
  ],
  [
    'an error of the filter is a no',
    'SELECT ?s ?y { ?s :v ?v OPTIONAL { BIND(1 AS ?y) FILTER(?v + :a > 1) } }',
    ['s=a', 's=b', 's=c'],
  ],
  [
    'values that do not go together',
    'SELECT ?s ?y { ?s :v ?v OPTIONAL { ?s :p ?o BIND(1 AS ?y) FILTER(?v > 0 && ?o = :c) } }',
    ['s=a y="1"^^<xsd:integer>', 's=b y="1"^^<xsd:integer>', 's=c'],
  ],
];

describe('OPTIONAL with a FILTER', () => {
  for (const [what, query, wanted] of cases)
    it(what, async () => {
      const { rows: ask } = await openTriG(data);
      expect(await ask(query)).to.deep.equal(wanted);
    });
});
