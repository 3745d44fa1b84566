/** Queries of thousands of parts: patterns, rows, operators, clauses. */
import { many } from '../send-query.js';

const list = (times: number, write: (n: number) => string, between = ' '): string =>
  Array.from({ length: times }, (_, n) => write(n)).join(between);

export const crowdsOfParts = [
  ...many('too many parts', '400', {
    patterns: `ASK { ${list(3000, (n) => `?a${n} ?b${n} ?c${n}`, ' . ')} }`,
    'patterns in a chain': `ASK { ${list(2000, (n) => `?v${n} <http://e/knows> ?v${n + 1}`, ' . ')} }`,
    'objects of one subject': `ASK { ?s ?p ${list(9000, (n) => `?o${n}`, ', ')} }`,
    'elements of a list': `ASK { ?s ?p ( ${list(9000, (n) => `?o${n}`)} ) }`,
    'steps of a path': `ASK { ?s ${list(5000, () => '<http://e/p>', '/')} ?o }`,
    'ways of a path': `ASK { ?s ${list(5000, (n) => `<http://e/${n}>`, '|')} ?o }`,
    unions: `ASK { ${list(1500, () => '{ ?s ?p ?o }', ' UNION ')} }`,
    options: `ASK { ${list(1500, (n) => `OPTIONAL { ?s ?p ?o${n} }`)} }`,
    exclusions: `ASK { ${list(1500, (n) => `MINUS { ?s ?p ?o${n} }`)} }`,
    BINDs: `SELECT * { ${list(3000, (n) => `BIND(${n} AS ?v${n})`)} }`,
    subqueries: `ASK { ${list(1500, () => '{ SELECT * {} }')} }`,
  }),
  ...many('many parts', '200 400 503 reset', {
    'patterns, as many as may be': `SELECT * { ${list(119, (n) => `?v${n} <http://e/knows> ?v${n + 1}`, ' . ')} }`,
    'patterns that have nothing in common': `SELECT * { ${list(100, (n) => `?a${n} ?b${n} ?c${n}`, ' . ')} }`,
    'options, as many as may be': `SELECT * { ?s <http://e/name> ?n ${list(100, (n) => `OPTIONAL { ?s <http://e/age> ?o${n} }`)} }`,
    'exclusions of the same': `SELECT * { ?s ?p ?o ${list(110, () => 'MINUS { ?s ?p ?o }')} }`,
    'BINDs, as many as may be': `SELECT * { ${list(900, (n) => `BIND(${n} AS ?v${n})`)} }`,
    'names not to be taken': `ASK { ?s !(${list(5000, (n) => `<http://e/${n}>`, '|')}) ?o }`,
    'rows of VALUES': `SELECT * { VALUES ?x { ${list(14_000, (n) => `${n}`)} } ?s <http://e/age> ?x }`,
    'columns of VALUES': `SELECT * { VALUES (${list(2000, (n) => `?v${n}`)}) { ${list(8, () => `( ${list(2000, () => '1')} )`)} } }`,
    'a list of IN': `SELECT * { ?s <http://e/age> ?x FILTER(?x IN (${list(14_000, (n) => `${n + 100}`, ',')})) }`,
    'a list of NOT IN, over a product': `SELECT * { ?s <http://e/age> ?x . ?t <http://e/age> ?y FILTER(?x + ?y NOT IN (${list(9000, (n) => `${n}`, ',')})) }`,
    'a sum': `SELECT (${list(20_000, () => '1', ' + ')} AS ?x) {}`,
    'a disjunction': `ASK { FILTER(${list(9000, () => 'false', ' || ')}) }`,
    comparisons: `ASK { FILTER(${list(9000, () => '1 = 1', ' && ')}) }`,
    'arguments of COALESCE': `ASK { BIND(COALESCE(${list(9000, () => '1/0', ', ')}) AS ?x) }`,
    filters: `SELECT * { ?s <http://e/age> ?x ${list(900, (n) => `FILTER(?x != ${n + 200})`)} }`,
    'graphs of FROM': `${list(3000, (n) => `FROM <http://e/g${n}>`).replace(/^/, 'SELECT * ')} { ?s ?p ?o }`,
    'conditions of ORDER BY': `SELECT * { ?s ?p ?o } ORDER BY ${list(2000, () => '?o')}`,
    'keys of GROUP BY': `SELECT (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ${list(800, (n) => `(STR(?o) AS ?k${n})`)}`,
    aggregates: `SELECT ${list(800, (n) => `(COUNT(DISTINCT ?o) AS ?c${n})`)} { ?s ?p ?o }`,
    'a template': `CONSTRUCT { ${list(2500, (n) => `?s <http://e/${n}> ?o`, ' . ')} } { ?s <http://e/name> ?o }`,
    'terms to describe': `DESCRIBE ${list(5000, (n) => `<http://e/p${n}>`)}`,
  }),
];
