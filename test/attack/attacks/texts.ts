/** Texts that a lexer or a parser chokes on: refused before anything is parsed, or parsed in time. */
import { many } from '../send-query.js';

const x = (text: string, times: number): string => text.repeat(times);
const list = (times: number, write: (n: number) => string, between = ' '): string =>
  Array.from({ length: times }, (_, n) => write(n)).join(between);

export const texts = [
  ...many('a text that does not end', '400', {
    'an IRI of 90,000 letters': `SELECT * { <http://e/${x('a', 90_000)}`,
    'ninety thousand IRIs that begin': `SELECT * { ${x('<', 90_000)}`,
    'a string': `SELECT * { ?s ?p "${x('a', 90_000)}`,
    'a long string': `SELECT * { ?s ?p """${x('a', 90_000)}`,
    'a long string of quotes, each escaped': `SELECT * { ?s ?p """${x('\\"', 45_000)}`,
    'a comment': `SELECT * { # ${x('a', 90_000)}`,
    'strings that begin anew on every line': `SELECT * { ${x('"a\n', 30_000)}`,
  }),
  ...many('bait for the lexer', '400', {
    'an IRI of 90,000 letters that ends': `ASK { <http://e/${x('a', 90_000)}> ?p ?o }`,
    'a word of 90,000 letters': `ASK { ${x('a', 90_000)} }`,
    'a prefix of 90,000 letters': `PREFIX ${x('a', 90_000)}: <http://e/> ASK {}`,
    'a name of dots': `PREFIX e: <http://e/> ASK { e:a${x('.', 90_000)}a ?p ?o }`,
    'a variable of 90,000 letters': `ASK { ?${x('v', 90_000)} ?p ?o }`,
    'a number of 90,000 digits': `ASK { FILTER(${x('9', 90_000)} > 1) }`,
    'a number of digits and dots': `ASK { FILTER(${x('9.', 45_000)} > 1) }`,
    'colons in a row': `ASK { ${x(':', 90_000)} }`,
    'a language tag without end': `ASK { ?s ?p "a"@${x('en-', 30_000)}en }`,
    'blanks behind INSERT': `INSERT${x(' ', 90_000)}{`,
    'blanks behind DELETE, and comments': `DELETE${x(' # a comment\n', 7_000)}{`,
    'signs in a row': `ASK { FILTER(${x('-', 90_000)}1) }`,
    'codepoint escapes in a row': `ASK { ${x('\\u003c', 15_000)} }`,
    'escapes of nothing': `ASK { ${x('\\', 90_000)} }`,
    'apostrophes in a row': `ASK { ${x("'", 90_001)} }`,
  }),
  ...many('much of what is harmless', '200 400 503', {
    blanks: `ASK {${x(' ', 99_000)}}`,
    'line ends of all kinds': `ASK {${x('\r\n\n\r', 24_000)}}`,
    comments: `ASK {${x('#\n', 49_000)}}`,
    'a string of 95,000 letters': `ASK { BIND("${x('a', 95_000)}" AS ?x) }`,
    'a string of 45,000 escapes': `ASK { BIND("${x('\\n', 45_000)}" AS ?x) }`,
    'declarations of prefixes': `${list(3000, (n) => `PREFIX a${n}: <http://e/${n}>`)} ASK {}`,
    'declarations of a base': `${x('BASE <http://e/> ', 5000)} ASK {}`,
    semicolons: `ASK { ?s ?p ?o ${x('; ', 40_000)} }`,
    'empty groups': `ASK { ${x('{} ', 30_000)} }`,
    'a name of percent signs': `PREFIX e: <http://e/> ASK { e:${x('%41', 30_000)} ?p ?o }`,
    'a name of escapes': `PREFIX e: <http://e/> ASK { e:${x('\\-', 45_000)} ?p ?o }`,
    'names of variables': `SELECT ${list(12_000, (n) => `?v${n}`)} {}`,
  }),
];
