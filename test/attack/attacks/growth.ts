/** Values that double and double again, rows that are joined to one string, answers without end. */
import { many } from '../send-query.js';

const doubling = (steps: number, write: (before: string) => string): string =>
  Array.from({ length: steps }, (_, n) => `BIND(${write(`?v${n}`)} AS ?v${n + 1})`).join(' ');

export const growth = many('growth', '200 400 503 reset', {
  'CONCAT, forty times doubled': `SELECT (STRLEN(?v40) AS ?n) { BIND("aaaaaaaaaa" AS ?v0) ${doubling(40, (v) => `CONCAT(${v}, ${v})`)} }`,
  'CONCAT, twenty-eight times doubled': `SELECT (STRLEN(?v28) AS ?n) { BIND("a" AS ?v0) ${doubling(28, (v) => `CONCAT(${v}, ${v})`)} }`,
  'the doubled text itself': `SELECT ?v27 { BIND("a" AS ?v0) ${doubling(27, (v) => `CONCAT(${v}, ${v})`)} }`,
  'the doubled text in every row': `SELECT ?v20 { ?s ?p ?o BIND("ab" AS ?v0) ${doubling(20, (v) => `CONCAT(${v}, ${v})`)} }`,
  'REPLACE of each letter by all': `SELECT (STRLEN(?v8) AS ?n) { BIND("aaaaaaaaaa" AS ?v0) ${doubling(8, (v) => `REPLACE(${v}, "a", ${v})`)} }`,
  'ENCODE_FOR_URI of itself': `SELECT (STRLEN(?v60) AS ?n) { BIND("%" AS ?v0) ${doubling(60, (v) => `ENCODE_FOR_URI(CONCAT(${v}, ${v}))`)} }`,
  'numbers that are squared': `SELECT ?v64 { BIND(99999999999999999999 AS ?v0) ${doubling(64, (v) => `${v} * ${v}`)} }`,
  'IRIs that are made longer': `SELECT ?v30 { BIND("http://e/" AS ?v0) ${doubling(30, (v) => `STR(IRI(CONCAT(${v}, ${v})))`)} }`,
  'GROUP_CONCAT of a product': 'SELECT (STRLEN(GROUP_CONCAT(CONCAT(STR(?c), STR(?f)))) AS ?n) { ?a ?b ?c . ?d ?e ?f }',
  'GROUP_CONCAT with a long separator': `SELECT (GROUP_CONCAT(?c; separator="${'s'.repeat(50_000)}") AS ?n) { ?a ?b ?c }`,
  'GROUP_CONCAT of GROUP_CONCAT': `SELECT (GROUP_CONCAT(?x) AS ?y) { ?s ?p ?o { SELECT (GROUP_CONCAT(STR(?c)) AS ?x) { ?a ?b ?c } } }`,
  'UUIDs of a product': 'SELECT (COUNT(DISTINCT ?u) AS ?n) { ?a ?b ?c . ?d ?e ?f BIND(STRUUID() AS ?u) }',
  'blank nodes of a product': 'CONSTRUCT { [] ?b [] } { ?a ?b ?c . ?d ?e ?f }',
  'hashes of doubled texts': `SELECT (SHA512(?v24) AS ?n) { ?s ?p ?o BIND(STR(?o) AS ?v0) ${doubling(24, (v) => `CONCAT(${v}, ${v})`)} }`,
  'samples of doubled texts': `SELECT (SAMPLE(?v22) AS ?n) { ?s ?p ?o BIND(STR(?o) AS ?v0) ${doubling(22, (v) => `CONCAT(${v}, ${v})`)} } GROUP BY ?s`,
  'DISTINCT of doubled texts': `SELECT DISTINCT ?v18 { ?s ?p ?o BIND(STR(?o) AS ?v0) ${doubling(18, (v) => `CONCAT(${v}, ${v})`)} }`,
  'dates that are added to': `SELECT ?v20 { BIND("P1Y"^^<http://www.w3.org/2001/XMLSchema#yearMonthDuration> AS ?v0) ${doubling(20, (v) => `${v} + ${v}`)} }`,
  'triple terms in triple terms': `SELECT ?v40 { BIND(<urn:a> AS ?v0) ${doubling(40, (v) => `TRIPLE(<urn:s>, <urn:p>, ${v})`)} }`,
  'triple terms that double': `SELECT ?v40 { BIND(TRIPLE(<urn:s>, <urn:p>, 1) AS ?v0) ${doubling(40, (v) => `TRIPLE(<urn:s>, <urn:p>, TRIPLE(<urn:s>, <urn:p>, ${v}))`)} }`,
});
