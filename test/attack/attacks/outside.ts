/** Every way of making the server ask another, or read a file: none of them does. */
import { ask } from '../../server/http-client.js';
import type { Attack, Target } from '../attack.js';
import { endOf, query } from '../send-query.js';

const outside = (name: string, expected: string, text: (elsewhere: string) => string): Attack =>
  query(`outside: ${name}`, expected, ({ elsewhere }) => text(elsewhere));

const update = (name: string, statuses: string, text: (elsewhere: string) => string): Attack => {
  const expected = statuses.split(' ');
  const run = ({ origin, elsewhere, token }: Target): Promise<string> => {
    const headers = { 'Content-Type': 'application/sparql-update', Authorization: `Bearer ${token}` };
    return endOf(ask(origin, { method: 'POST', headers, body: text(elsewhere) }), expected);
  };
  return { name: `outside, by an update: ${name}`, expected, run };
};

const get = (name: string, statuses: string, path: (elsewhere: string) => string): Attack => {
  const expected = statuses.split(' ');
  return {
    name: `outside: ${name}`,
    expected,
    run: ({ origin, elsewhere }) => endOf(ask(origin, { path: path(elsewhere) }), expected),
  };
};

const asking = encodeURIComponent('SELECT * { ?s ?p ?o } LIMIT 1');

export const outsiders = [
  outside('SERVICE', '400', (e) => `SELECT * { SERVICE <${e}/sparql> { ?s ?p ?o } }`),
  outside('SERVICE in mixed case', '400', (e) => `SELECT * { sErViCe <${e}/sparql> { ?s ?p ?o } }`),
  outside('SERVICE in escapes', '400', (e) => `SELECT * { \\u0053ERV\\U00000049CE <${e}/sparql> { ?s ?p ?o } }`),
  outside(
    'SERVICE with its name in escapes',
    '400',
    (e) => `SELECT * { SERVICE <${e.replace('h', '\\u0068')}> { ?s ?p ?o } }`,
  ),
  outside('SERVICE SILENT', '400', (e) => `SELECT * { SERVICE SILENT <${e}/sparql> { ?s ?p ?o } }`),
  outside('SERVICE with comments between', '400', (e) => `SELECT * { SERVICE#\n#\n<${e}/sparql>#\n{ ?s ?p ?o } }`),
  outside('SERVICE of a variable', '400', (e) => `SELECT * { VALUES ?e { <${e}/sparql> } SERVICE ?e { ?s ?p ?o } }`),
  outside(
    'SERVICE of what is computed',
    '400',
    (e) => `SELECT * { BIND(IRI(CONCAT("${e}", "/")) AS ?e) SERVICE ?e { ?s ?p ?o } }`,
  ),
  outside('SERVICE by a prefix', '400', (e) => `PREFIX e: <${e}/> SELECT * { SERVICE e:sparql { ?s ?p ?o } }`),
  outside('SERVICE relative to a base', '400', (e) => `BASE <${e}/> SELECT * { SERVICE <sparql> { ?s ?p ?o } }`),
  outside('SERVICE in a subquery', '400', (e) => `SELECT * { { SELECT * { { SELECT * { SERVICE <${e}> {} } } } } }`),
  outside('SERVICE in EXISTS', '400', (e) => `ASK { FILTER EXISTS { SERVICE <${e}> {} } }`),
  outside('SERVICE in EXISTS in BIND', '400', (e) => `ASK { BIND(IF(NOT EXISTS { SERVICE <${e}> {} }, 1, 2) AS ?x) }`),
  outside(
    'SERVICE in EXISTS in an aggregate',
    '400',
    (e) => `SELECT (SUM(IF(EXISTS { SERVICE <${e}> {} }, 1, 2)) AS ?x) {}`,
  ),
  outside(
    'SERVICE in EXISTS in HAVING',
    '400',
    (e) => `SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING EXISTS { SERVICE <${e}> {} }`,
  ),
  outside(
    'SERVICE in EXISTS in ORDER BY',
    '400',
    (e) => `SELECT ?s { ?s ?p ?o } ORDER BY EXISTS { SERVICE <${e}> {} }`,
  ),
  outside('SERVICE in OPTIONAL', '400', (e) => `SELECT * { OPTIONAL { SERVICE <${e}> {} } }`),
  outside('SERVICE in MINUS', '400', (e) => `SELECT * { ?s ?p ?o MINUS { SERVICE <${e}> {} } }`),
  outside('SERVICE in GRAPH in UNION', '400', (e) => `SELECT * { {} UNION { GRAPH ?g { SERVICE <${e}> {} } } }`),
  outside('SERVICE of CONSTRUCT', '400', (e) => `CONSTRUCT { ?s ?p ?o } { SERVICE <${e}> { ?s ?p ?o } }`),
  outside('SERVICE of DESCRIBE', '400', (e) => `DESCRIBE ?s { SERVICE <${e}> { ?s ?p ?o } }`),
  outside('FROM', '400', (e) => `SELECT * FROM <${e}/data.ttl> { ?s ?p ?o }`),
  outside('FROM NAMED', '400', (e) => `SELECT * FROM NAMED <${e}/data.ttl> { GRAPH ?g { ?s ?p ?o } }`),
  outside('GRAPH', '200', (e) => `SELECT * { GRAPH <${e}/data.ttl> { ?s ?p ?o } }`),
  outside('FROM in escapes, by a prefix', '400', (e) => `PREFIX e: <${e}/> SELECT * FR\\u004FM e:data { ?s ?p ?o }`),
  outside('FROM of a file', '400', () => 'SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }'),
  outside('FROM of a path', '400', () => 'SELECT * FROM </etc/passwd> { ?s ?p ?o }'),
  outside('FROM of a file by its base', '400', () => 'BASE <file:///> SELECT * FROM <etc/passwd> { ?s ?p ?o }'),
  outside('SERVICE of a file', '400', () => 'SELECT * { SERVICE <file:///etc/passwd> { ?s ?p ?o } }'),
  outside('DESCRIBE', '200', (e) => `DESCRIBE <${e}/data.ttl>`),
  outside('a function by its name', '400', (e) => `SELECT (<${e}/function>(1) AS ?x) {}`),
  outside('a function of another engine', '400', (e) => `SELECT (<java:java.lang.Runtime>("${e}") AS ?x) {}`),
  // A graph that is named by the protocol and not held is an empty one (decision 13): nobody is asked for it.
  get(
    'the dataset of the protocol',
    '200',
    (e) => `/sparql?query=${asking}&default-graph-uri=${encodeURIComponent(`${e}/x`)}`,
  ),
  get(
    'the named graphs of the protocol',
    '200',
    (e) => `/sparql?query=${asking}&named-graph-uri=${encodeURIComponent(`${e}/x`)}`,
  ),
  get('a file as the dataset', '200', () => `/sparql?query=${asking}&default-graph-uri=file:///etc/passwd`),
  get('the Graph Store', '404', (e) => `/graphs?graph=${encodeURIComponent(`${e}/data.ttl`)}`),
  get('a file from the Graph Store', '404', () => '/graphs?graph=file:///etc/passwd'),
  get('a file from above the style sheet', '404', () => '/ui/../../package.json'),
  get('a file from above, in escapes', '404', () => '/ui/%2e%2e/%2e%2e/package.json'),
  get('a file from above, its slashes in escapes', '404', () => '/ui/..%2f..%2fpackage.json'),
  get('a file from above, twice in escapes', '404', () => '/ui/%252e%252e/%252e%252e/package.json'),
  get('a file from above the notes', '404', () => '/note/..%2f..%2f..%2fpackage.json'),
  get('a file behind a NUL', '404 400', () => '/note/%00/../package.json'),
  update('LOAD', '400', (e) => `LOAD <${e}/data.ttl>`),
  update('LOAD SILENT, which does nothing', '204', (e) => `LOAD SILENT <${e}/data.ttl>`),
  update('LOAD INTO GRAPH', '400', (e) => `LOAD <${e}/data.ttl> INTO GRAPH <urn:g>`),
  update('LOAD of a file', '400', () => 'LOAD <file:///etc/passwd>'),
  update('LOAD behind others', '400', (e) => `INSERT DATA { <urn:a> <urn:b> 1 } ; L\\u004FAD <${e}/data.ttl>`),
  update('SERVICE in WHERE', '400', (e) => `INSERT { ?s ?p ?o } WHERE { SERVICE <${e}> { ?s ?p ?o } }`),
  update(
    'SERVICE in WITH and EXISTS',
    '400',
    (e) => `WITH <urn:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o FILTER EXISTS { SERVICE <${e}> {} } }`,
  ),
  update('USING', '400 204', (e) => `INSERT { ?s <urn:x> ?o } USING <${e}/data.ttl> WHERE { ?s ?p ?o }`),
  update('COPY', '400 204', (e) => `COPY <${e}/data.ttl> TO <urn:g>`),
];
