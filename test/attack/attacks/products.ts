/** Queries whose intermediate results are products of the whole graph with itself. */
import { many } from '../send-query.js';

const product = '?a ?b ?c . ?d ?e ?f . ?g ?h ?i';

export const products = [
  ...many('a product', '503', {
    'of three, counted': `SELECT (COUNT(*) AS ?n) { ${product} }`,
    'of three, none of it wanted': `SELECT * { ${product} FILTER(STRLEN(STR(?c)) + STRLEN(STR(?f)) + STRLEN(STR(?i)) < 0) }`,
    'of three, skipped': `SELECT * { ${product} } OFFSET 999999999999 LIMIT 1`,
    'in order': `SELECT * { ${product} } ORDER BY ?f ?c LIMIT 1`,
    'without what is twice': `SELECT DISTINCT ?c ?f { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } LIMIT 1000000000 OFFSET 99999999`,
    'in groups': `SELECT ?c ?f (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f } GROUP BY ?c ?f ORDER BY ?n LIMIT 1`,
    'counted without what is twice': `SELECT (COUNT(DISTINCT *) AS ?n) { ?a ?b ?c . ?d ?e ?f }`,
    'asked for what is not there': `ASK { ${product} FILTER(?c = ?f && ?f = ?i && ?a = ?d && ?d = ?g && ?b != ?e) }`,
    'of options': `SELECT (COUNT(*) AS ?n) { ?a ?b ?c OPTIONAL { ?d ?e ?f } OPTIONAL { ?g ?h ?i } }`,
    'with itself left out': `SELECT * { ?a ?b ?c . ?d ?e ?f MINUS { ?d ?e ?f . ?a ?b ?c } }`,
    'of unions': `SELECT (COUNT(*) AS ?n) { { ?a ?b ?c } UNION { ?d ?e ?f } { ?g ?h ?i } UNION { ?j ?k ?l } }`,
    'in every filter': `SELECT * { ?a ?b ?c FILTER NOT EXISTS { ?d ?e ?f . ?g ?h ?i FILTER(?f = ?i && ?d != ?g && ?c = ?b) } }`,
    'of subqueries': `SELECT (SUM(STRLEN(STR(?f))) AS ?n) { { SELECT ?c { ?a ?b ?c } } { SELECT ?f { ?d ?e ?f } } }`,
    'as a graph': `CONSTRUCT { ?a ?e ?i } { ${product} }`,
    described: `DESCRIBE ?a ?d { ${product} }`,
    'of tables': `SELECT (COUNT(*) AS ?n) { ${'abcde'
      .split('')
      .map((v) => `VALUES ?${v} { ${Array.from({ length: 300 }, (_, n) => n).join(' ')} }`)
      .join(' ')} }`,
    'of the named graphs': `SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . OPTIONAL { GRAPH ?g { ?s ?p ?o } } }`,
    'with an average of strings': `SELECT (AVG(STRLEN(CONCAT(STR(?c), STR(?f)))) AS ?n) { ?a ?b ?c . ?d ?e ?f }`,
  }),
  ...many('a product that is sent as it is made', 'reset 503', {
    'of rows': `SELECT * { ${product} }`,
  }),
];
