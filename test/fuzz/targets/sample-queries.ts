/** Queries that are valid, to be spoilt: ours, generated ones, and some for what neither of them speaks of. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../src/config.js';
import { prologue } from '../../differential/data.js';
import { generateQuery } from '../../differential/generate-query.js';
import type { Random } from '../../random.js';

const folder = join(packageRoot, 'queries');
const own = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.rq'))
  .sort()
  .map((file) => readFileSync(join(folder, file), 'utf8'));

const further = [
  'DESCRIBE :a',
  'DESCRIBE ?x { ?x :p ?y } LIMIT 3',
  'DESCRIBE * FROM :g1 { ?x :p :b }',
  'SELECT DISTINCT ?a (COUNT(*) AS ?n) { ?a ?p ?b } GROUP BY ?a HAVING (COUNT(*) > 1) ORDER BY DESC(?n) ?a LIMIT 5 OFFSET 1',
  'SELECT REDUCED * { ?a ^:p/:q*|!(:r|^:v)+ ?b }',
  'SELECT ?a { ?a :v 1, -2, +3.5, .5, 1e10, true ; :q "a"@en-GB, "b"^^xsd:date, \'c\', """d "e" \n""", \'\'\'f\'\'\' }',
  'SELECT * { ?a :p [ :q ( 1 ?b [] ) ; a :c ] . _:x :p _:x }',
  'SELECT * { << ?a :p ?b >> :q ?c . ?a :p ?b ~ :r {| :v 1 |} . ?x :is <<( :a :p ?b )>> }',
  'SELECT (TRIPLE(?a, :p, ?b) AS ?t) (SUBJECT(?t) AS ?s) { ?a :p ?b FILTER (isTRIPLE(?t)) }',
  'SELECT (STRLANGDIR("a", "ar", "rtl") AS ?x) (LANGDIR(?x) AS ?y) (hasLANG(?x) AS ?z) {}',
  'CONSTRUCT { ?a :p ?b . [] :q ?c , "x"@en--ltr } FROM NAMED :g1 WHERE { GRAPH ?g { ?a :p ?b } BIND (UUID() AS ?c) }',
  'CONSTRUCT WHERE { ?a :p ?b }',
  'ASK { FILTER NOT EXISTS { ?a :p ?b MINUS { ?a :q ?b } } }',
  'SELECT (GROUP_CONCAT(DISTINCT STR(?a) ; SEPARATOR = ", ") AS ?n) (SAMPLE(?b) AS ?m) { ?a :v ?b }',
  'SELECT (REPLACE(STR(?b), "(.)b?", "$1x", "i") AS ?n) { ?a :v ?b FILTER REGEX(STR(?b), "^[a-z]+$", "i") }',
  'SELECT (NOW() AS ?a) (RAND() AS ?b) (STRUUID() AS ?c) (BNODE("x") AS ?d) (SHA512("x") AS ?e) (xsd:dateTime("2020-01-01T00:00:00") AS ?f) {}',
  'SELECT (IF(BOUND(?a), 1/0, COALESCE(?b, "none")) AS ?x) { VALUES (?a ?b) { (1 UNDEF) (UNDEF :b) } }',
  'SELECT * { SERVICE SILENT <http://127.0.0.1:1/> { ?a ?b ?c } }',
  'SELECT * { { SELECT ?a { ?a :p+ ?b } LIMIT 2 } UNION { ?a a :c } OPTIONAL { ?a :q ?d FILTER (?d > 1 || ?d IN (1, 2)) } }',
  'BASE <http://e/x/> PREFIX e: <../> SELECT * FROM <g1> FROM NAMED e:g2 { <a> e:p\\~x ?b . GRAPH e:g2 { ?b ?c <#f> } }',
  'VERSION "1.2" SELECT * { ?a :p ?b } # the end',
  'SELECT ?constructor ?__proto__ { ?constructor :p ?__proto__ }',
  'INSERT DATA { :a :p :b }',
  'DELETE { ?a :p ?b } WHERE { ?a :p ?b }',
  'SELECT (1 + 2 * -3 - 4 / 5 = 6 && !(7 < 8) || 9 != 10 AS ?x) ("\\u00e9\\n\\t\\"" AS ?y) {} VALUES ?z { 1 }',
];

const fixed = [...own, ...further.map((text) => `${text.startsWith('BASE') ? '' : prologue} ${text}`)];

export const pickQuery = (random: Random): string =>
  random.chance(40) ? `${prologue} ${generateQuery(random)}` : random.pick(fixed);

/** What a query is made of, near enough; joined they are the text again. */
export const sparqlTokens =
  /<[^<>"{}|^`\\\s]*>|"""|'''|"[^"\n]*"|'[^'\n]*'|[?$@]?\w+|\^\^|&&|\|\||<<\(?|\)?>>|\{\||\|\}|[<>!]=|\s+|[\s\S]/g;

export const tokensOf = (text: string): string[] => text.match(sparqlTokens) ?? [];

/** Every token of the fixed ones, each as often as it stands there. */
export const vocabulary: readonly string[] = fixed.flatMap(tokensOf).filter((token) => /\S/.test(token));

const kinds = [
  /^[?$]\w+$/,
  /^[A-Z_]{2,}$/,
  /^\d/,
  /^(?:[<>!]?=|[-+*/<>|^?!]|&&|\|\|)$/,
  /^"/,
  /^</,
  /^:?\w+$/,
  /^[{}()[\],.;]$/,
];
const kindOf = (token: string): number => kinds.findIndex((kind) => kind.test(token));
const kin = kinds.map((_, kind) => vocabulary.filter((token) => kindOf(token) === kind));

/** A token of the same kind, so that what comes of it is often a query still. */
export const alike = (random: Random, token: string): string => {
  const others = kin[kindOf(token)];
  return others === undefined || others.length === 0 ? token : random.pick(others);
};
