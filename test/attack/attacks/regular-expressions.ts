/** Regular expressions that backtrack for ever, in every place where one may stand. */
import { many } from '../send-query.js';

const bait = `"${'a'.repeat(60)}!"`;

export const regularExpressions = [
  ...many('a regular expression', '200 400 503', {
    'of pluses in pluses': `ASK { FILTER(REGEX(${bait}, "^(a+)+$")) }`,
    'of ways that overlap': `ASK { FILTER(REGEX(${bait}, "^(a|aa|a?)+$")) }`,
    'of stars in stars in stars': `ASK { FILTER(REGEX(${bait}, "^((a*)*)*$")) }`,
    'that looks ahead': `ASK { FILTER(REGEX(${bait}, "^(?=(a+))*b")) }`,
    'that refers back': `ASK { FILTER(REGEX(${bait}, "^(a*)*\\\\1$")) }`,
    'of counts': `ASK { FILTER(REGEX("${'a'.repeat(5000)}!", "^((a{1,1000}){1,1000}){1,1000}$")) }`,
    'of dots': `ASK { FILTER(REGEX("${'a'.repeat(5000)}", ".*.*.*.*.*.*.*.*b")) }`,
    'in REPLACE': `SELECT (REPLACE(${bait}, "^(a+)+$", "b") AS ?x) {}`,
    'in REPLACE, of nothing': `SELECT (STRLEN(REPLACE("${'a'.repeat(30_000)}", "", "${'b'.repeat(30_000)}")) AS ?x) {}`,
    'from the data': 'SELECT ?n { ?s <http://e/pattern> ?p . ?t <http://e/note> ?n FILTER(REGEX(?n, ?p)) }',
    'from the data, in REPLACE':
      'SELECT (REPLACE(?n, ?p, "b") AS ?x) { ?s <http://e/pattern> ?p . ?t <http://e/note> ?n }',
    'from VALUES, for every row': `SELECT * { VALUES ?p { "^(a+)+$" "(a|a)*b" } ?s ?q ?o FILTER(REGEX(CONCAT(STR(?o), ${bait}), ?p)) }`,
    'in an aggregate': `SELECT (SUM(IF(REGEX(${bait}, "^(a+)+$"), 1, 0)) AS ?x) { ?s ?p ?o }`,
    'in ORDER BY': `SELECT * { ?s ?p ?o } ORDER BY REGEX(${bait}, CONCAT("^(a+)+$", STR(?o)))`,
    'in HAVING': `SELECT ?p { ?s ?p ?o } GROUP BY ?p HAVING REGEX(${bait}, "^(a+)+$")`,
    'in an option': `SELECT * { ?s ?p ?o OPTIONAL { ?o ?q ?r FILTER REGEX(${bait}, "^(a+)+$") } }`,
    'that is written in escapes': `ASK { FILTER(R\\u0045GEX(${bait}, "^(a\\u002B)+$")) }`,
    'in flags of its own': `ASK { FILTER(REGEX(${bait}, "^ ( a + ) + $", "xi")) }`,
  }),
  ...many('a regular expression that is none', '200', {
    'a bracket that does not close': 'ASK { FILTER(REGEX("a", "(((((")) }',
    'a hundred thousand brackets': `ASK { FILTER(REGEX("a", "${'('.repeat(90_000)}")) }`,
    'flags that there are not': 'ASK { FILTER(REGEX("a", "a", "gyuvd")) }',
  }),
];
