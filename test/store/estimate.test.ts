/** Look-ups are told from products before either is carried out. */
import { expect } from 'chai';
import { readConfig } from '../../src/config.js';
import { rdf } from '../../src/rdf.js';
import { type EmbeddedStore, openEmbedded } from '../../src/store/embedded.js';
import { parseQuery } from '../../src/store/parse/parse-query.js';

describe('the cost of a query', () => {
  let store: EmbeddedStore;
  before(() => {
    const iri = (name: string) => rdf.namedNode(`http://e/${name}`);
    const quads = Array.from({ length: 1000 }, (_, i) => rdf.quad(iri(`s${i}`), iri(`p${i % 2}`), iri(`o${i % 10}`)));
    store = openEmbedded(quads, readConfig({}));
  });
  const cost = (query: string): number => store.estimate(parseQuery(query));

  it('of a look-up is small, whatever stands around it', () => {
    for (const query of [
      'ASK {}',
      'ASK { <http://e/s1> ?p ?o }',
      'SELECT * { <http://e/s1> ?p ?o . ?s ?p2 <http://e/s1> }',
      'SELECT (COUNT(*) AS ?n) { <http://e/s1> ?p ?o OPTIONAL { <http://e/s2> ?q ?r } } ORDER BY ?n',
    ])
      expect(cost(query), query).to.be.lessThan(3000);
  });
  it('grows with what the patterns match', () => {
    expect(cost('SELECT * { ?s <http://e/p0> ?o }')).to.be.lessThan(cost('SELECT * { ?s ?p ?o }'));
  });
  it('of a product is a product, wherever it stands', () => {
    for (const query of [
      'SELECT * { ?a ?b ?c . ?d ?e ?f }',
      'SELECT * { ?a ?b ?c { SELECT * { ?d ?e ?f } } }',
      'SELECT (COUNT(*) AS ?n) { { ?a ?b ?c } UNION { ?g ?h ?i . ?d ?e ?f } }',
      'SELECT * { ?a ?b ?c OPTIONAL { ?d ?e ?f } }',
      'CONSTRUCT { ?a ?b ?c } { ?a ?b ?c . ?d ?e ?f }',
    ])
      expect(cost(query), query).to.be.greaterThan(500_000);
  });
  it('of a join on a common variable is not', () => {
    expect(cost('SELECT * { ?a ?b ?c . ?a ?e ?f }')).to.be.lessThan(10_000);
  });
  it('of a path between any two things is high', () => {
    expect(cost('SELECT * { ?a <http://e/p0>+ ?b }')).to.be.greaterThan(
      cost('SELECT * { <http://e/s1> <http://e/p0>+ ?b }'),
    );
  });
  it('of FILTER EXISTS counts its inside', () => {
    expect(cost('SELECT * { ?a ?b ?c FILTER EXISTS { ?d ?e ?f . ?g ?h ?i } }')).to.be.greaterThan(500_000);
  });
  it('of a limit is that of the rows it lets through', () => {
    for (const query of [
      'SELECT * { ?a ?b ?c } LIMIT 10',
      'SELECT * { ?a ?b ?c . ?a ?d ?e . ?a ?f ?g } LIMIT 10',
      'ASK { ?a ?b ?c . ?d ?e ?f }',
    ])
      expect(cost(query), query).to.be.lessThan(500);
    for (const query of [
      'SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?a LIMIT 10',
      'SELECT DISTINCT * { ?a ?b ?c . ?d ?e ?f } LIMIT 10',
      'SELECT * { ?a ?b ?c . ?d ?e ?f FILTER(?a = ?f) } LIMIT 10',
      'ASK { ?a ?b ?c . ?d ?e ?f FILTER(?a = ?f) }',
    ])
      expect(cost(query), query).to.be.greaterThan(500_000);
  });
  it('of a join follows what the data links', () => {
    const one = '<http://e/o1> ^<http://e/p1> ?s';
    expect(cost(`SELECT * { ${one} . ?s <http://e/p1> ?o . ?s ?p ?x }`)).to.be.lessThan(3000);
    expect(
      cost(
        `SELECT * { ${one} . ?o ^<http://e/p1> ?s . ?o ^?p ?t . ?t ?q ?u . ?v ?w ?u }`.replaceAll(
          '^?p ?t',
          '^<http://e/p1> ?t',
        ),
      ),
    ).to.be.greaterThan(50_000);
    expect(cost('SELECT * { <http://e/none> ?a ?b . ?b ?c ?d . ?d ?e ?f }'), 'nothing leads to nothing').to.be.lessThan(
      500,
    );
  });
  it('of a path is that of the walk', () => {
    expect(cost('SELECT * { <http://e/s1> (<http://e/p1>/<http://e/none>)* ?b }')).to.be.lessThan(200);
    expect(cost('SELECT * { <http://e/s1> (<http://e/p1>|^<http://e/p1>)* ?b }')).to.be.greaterThan(1000);
  });
  it('of an expression without bound is beyond all bounds', () => {
    const grow = (n: number) =>
      Array.from({ length: n }, (_, i) => `BIND(CONCAT(?v${i}, ?v${i}) AS ?v${i + 1})`).join(' ');
    for (const query of [
      'ASK { FILTER(REGEX("a", "^(a+)+$")) }',
      'ASK { FILTER(REGEX("a", "(a|aa)*b")) }',
      'ASK { FILTER(REGEX("a", "(x+x+)+y")) }',
      'ASK { FILTER(REGEX("a", "(a*)\\\\1")) }',
      'SELECT (REPLACE("a", "(.*a){20}", "") AS ?x) {}',
      'SELECT * { ?s ?p ?o FILTER(REGEX(?o, STR(?s))) }',
      'ASK { FILTER EXISTS { FILTER(1 = IF(REGEX("a", "(a+)+"), 1, 2)) } }',
      `SELECT * { BIND("a" AS ?v0) ${grow(30)} }`,
      'SELECT * { BIND("aaaaaaaaaaaaaaaaaaaaaaaaa" AS ?a) BIND(REPLACE(?a, "a", ?a) AS ?b) BIND(REPLACE(?b, "a", ?b) AS ?c) BIND(REPLACE(?c, "a", ?c) AS ?d) }',
    ])
      expect(cost(query), query).to.be.greaterThan(1_000_000);
    for (const query of [
      'ASK { FILTER(REGEX("a", "^name [0-9]+(\\\\.[0-9]+)?$", "i")) }',
      'ASK { FILTER(REGEX("a", "(one|two|three)")) }',
      'SELECT (REPLACE("a", " +", " ") AS ?x) {}',
      `SELECT * { BIND("a" AS ?v0) ${grow(5)} }`,
    ])
      expect(cost(query), query).to.be.lessThan(500);
  });
  it('is told soon, or not at all', () => {
    const nested = (depth: number): string =>
      depth === 0 ? '?s ?p ?o' : `?s ?p ?o . { { ${nested(depth - 1)} } UNION { ?s ?q ?r } } UNION { ?t ?p ?o }`;
    const started = performance.now();
    expect(cost(`SELECT * { ${nested(16)} }`)).to.equal(Number.POSITIVE_INFINITY);
    expect(performance.now() - started).to.be.lessThan(5000);
  });
  it('is that of the store as it is now', async () => {
    const before = cost('SELECT * { ?s <http://e/new> ?o }');
    await store.update('INSERT { ?s <http://e/new> ?p } WHERE { ?s ?p ?o }');
    expect(cost('SELECT * { ?s <http://e/new> ?o }')).to.be.greaterThan(before + 900);
  });
});
