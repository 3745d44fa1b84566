/** What the clients of a storm ask: every query is another text, over {@link crowd}. */

export type MakeQuery = (random: () => number) => string;

const upTo = (random: () => number, most: number): number => Math.floor(random() * most);

/** Cheap ones: what pages and apps ask. */
export const cheapQueries: readonly MakeQuery[] = [
  (r) => `SELECT ?p ?o { <http://e/p${upTo(r, 9000)}> ?p ?o }`,
  (r) => `SELECT ?name ?city { <http://e/p${upTo(r, 9000)}> <http://e/name> ?name ; <http://e/livesIn> ?city }`,
  (r) => `ASK { <http://e/p${upTo(r, 9000)}> <http://e/knows> <http://e/p${upTo(r, 9000)}> }`,
  (r) =>
    `SELECT ?friend ?name { <http://e/p${upTo(r, 9000)}> <http://e/knows>/<http://e/knows> ?friend . ?friend <http://e/name> ?name }`,
  (r) => `DESCRIBE <http://e/p${upTo(r, 9000)}>`,
  (r) => `SELECT ?s { ?s <http://e/name> "name ${upTo(r, 9000)}" }`,
  (r) => `SELECT ?s ?o { ?s <http://e/livesIn> <http://e/city${upTo(r, 50)}> ; <http://e/name> ?o } LIMIT 10`,
  (r) => `CONSTRUCT { ?s <http://e/linked> ?o } { ?s <http://e/link> ?o } LIMIT ${1 + upTo(r, 50)}`,
  (r) => `SELECT (COUNT(*) AS ?n) { <http://e/k${upTo(r, 24)}> <http://e/link> ?o }`,
  () => 'ASK {}',
];

const letters = (r: () => number): string => 'a'.repeat(28 + upTo(r, 60));
const name = (r: () => number): string => `?v${upTo(r, 1_000_000)}`;

/** Heavy ones, of every kind that the attacks are of. */
export const heavyQueries: readonly MakeQuery[] = [
  (r) => `SELECT (COUNT(*) AS ${name(r)}) { ?a ?b ?c . ?d ?e ?f FILTER(?c != ${upTo(r, 1e6)}) }`,
  (r) => `SELECT * { ?a ?b ?c . ?d ?e ?f FILTER(STRLEN(STR(?c)) + STRLEN(STR(?f)) < -${upTo(r, 1e6)}) }`,
  (r) => `SELECT DISTINCT ?c ?f { ?a ?b ?c . ?d ?e ?f } OFFSET ${1e6 + upTo(r, 1e6)} LIMIT 1`,
  (r) => `SELECT * { ?a <http://e/knows> ?c . ?d <http://e/age> ?f } ORDER BY ?f ?c LIMIT ${1 + upTo(r, 1000)}`,
  (r) => `ASK { FILTER(REGEX("${letters(r)}!", "^(a+)+$")) }`,
  (r) => `SELECT (REPLACE("${letters(r)}!", "^(a|a)*$", "") AS ${name(r)}) {}`,
  (r) =>
    `SELECT ?s { ?s <http://e/pattern> ?p . ?t <http://e/note> ?n FILTER(REGEX(CONCAT(?n, "${upTo(r, 1e6)}"), ?p)) }`,
  (r) =>
    `SELECT (COUNT(*) AS ?n) { <http://e/k${upTo(r, 24)}> ${'<http://e/link>/'.repeat(6 + upTo(r, 5))}<http://e/link> ?o }`,
  (r) => `SELECT * { ?s (<http://e/knows>|^<http://e/knows>)* ?o FILTER(?o = <http://e/none${upTo(r, 1e6)}>) }`,
  (r) =>
    `SELECT (COUNT(*) AS ?n) { <http://e/p${upTo(r, 9000)}> (<http://e/knows>|<http://e/livesIn>|^<http://e/livesIn>)+ ?o }`,
  (r) =>
    `SELECT (STRLEN(GROUP_CONCAT(?n)) AS ${name(r)}) { ?s <http://e/note> ?n . ?t <http://e/note> ?m FILTER(?m != "${upTo(r, 1e6)}") }`,
  (r) =>
    `SELECT (STRLEN(?e) AS ${name(r)}) { BIND("${letters(r)}" AS ?a) ${['a', 'b', 'c', 'd'].map((v, n) => `BIND(REPLACE(?${v}, "a", ?${v}) AS ?${'bcde'[n]})`).join(' ')} }`,
  (r) =>
    `SELECT * { ?s <http://e/age> ?x FILTER NOT EXISTS { ?t <http://e/age> ?y FILTER(?y = ?x + ${200 + upTo(r, 1e6)}) } }`,
  (r) =>
    `SELECT * { ?s <http://e/name> ?n OPTIONAL { ?s <http://e/knows> ?k OPTIONAL { ?k <http://e/note> ?m } } FILTER(?m = "${upTo(r, 1e6)}") }`,
  (r) =>
    `SELECT ?x (COUNT(DISTINCT ?o) AS ?n) { ?s ?p ?o BIND(STRLEN(STR(?o)) + ${upTo(r, 1e6)} AS ?x) } GROUP BY ?x ORDER BY ?n`,
  (r) => `SELECT (SUM(?x * ?y + ${upTo(r, 1e6)}) AS ?n) { ?s <http://e/age> ?x . ?t <http://e/age> ?y }`,
  (r) => `CONSTRUCT { ?a ?e ?f } { ?a ?b ?c . ?d ?e ?f FILTER(?c = "${upTo(r, 1e6)}" || ?f = "${upTo(r, 1e6)}") }`,
  (r) => `SELECT * { { ?a ?b ?c } MINUS { ?d ?e ?c FILTER(STR(?d) > "${upTo(r, 1e6)}") } }`,
  (r) =>
    `SELECT (COUNT(*) AS ?n) { ${['a', 'b', 'c'].map((v) => `VALUES ?${v} { ${Array.from({ length: 200 }, () => upTo(r, 1e6)).join(' ')} }`).join(' ')} FILTER(?a + ?b = ?c) }`,
  (r) =>
    `SELECT * { { SELECT ?a (COUNT(*) AS ?n) { ?a <http://e/knows>+ ?b } GROUP BY ?a } FILTER(?n > ${upTo(r, 1e6)}) }`,
  (r) =>
    `SELECT * { ${Array.from({ length: 60 }, (_, n) => `?v${n} <http://e/knows> ?v${n + 1}`).join(' . ')} FILTER(?v60 = <http://e/none${upTo(r, 1e6)}>) }`,
];
