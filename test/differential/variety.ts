/** What generated queries have beside the rest where both answers are ours: orders, cuts, and functions that others take otherwise. */
import { literals, nodes, predicates } from './data.js';
import {
  aggregate,
  comparison,
  deeper,
  expression,
  group,
  operand,
  type Scope,
  subject,
  term,
  type Variety,
  variables,
} from './generate-query.js';

/** A row of rows: which of them come first is known only where all that is selected is in the order. */
const limited = (scope: Scope, inside: string): string => {
  const { random } = scope;
  const keys = [...new Set([random.pick(variables), random.pick(variables)])];
  const order = keys.map((key) => (random.chance(30) ? `DESC(${key})` : key)).join(' ');
  const cut = random.pick(['LIMIT 1', 'LIMIT 2', 'LIMIT 3 OFFSET 1', 'OFFSET 2', 'LIMIT 0']);
  return `SELECT ${random.pick(['', '', 'DISTINCT '])}${keys.join(' ')} { ${inside} } ORDER BY ${order} ${cut}`;
};

const tripleTerm = (scope: Scope): string =>
  `<<( ${subject(scope)} ${scope.random.pick(predicates)} ${term(scope)} )>>`;

function rows({ random }: Scope): string {
  const cell = (): string => random.pick(['UNDEF', random.pick(nodes), random.pick(literals)]);
  return `VALUES (?a ?b ?c) { (${cell()} ${cell()} ${cell()}) (${cell()} ${cell()} UNDEF) (UNDEF ${cell()} ${cell()}) }`;
}

export const variety: Variety = {
  parts: (scope) => {
    const inner = deeper(scope);
    return [
      () => `{ ${limited(scope, group(inner))} }`,
      () => `OPTIONAL { ${group(inner)} OPTIONAL { ${group(deeper(inner))} } }`,
      () => `OPTIONAL { ${group(inner)} MINUS { ${group(deeper(inner))} } }`,
      () => `OPTIONAL { ${group(inner)} FILTER (${expression(inner)}) }`,
      () =>
        `OPTIONAL { ${group(inner)} FILTER (${scope.random.pick(['', 'NOT '])}EXISTS { ${group(deeper(inner))} }) }`,
      () => rows(scope),
      () => `MINUS { ${rows(scope)} }`,
      () => `${subject(scope)} ${scope.random.pick(predicates)} ${tripleTerm(scope)} .`,
      () => `BIND (${tripleTerm(scope)} AS ${scope.fresh()})`,
    ];
  },
  expressions: (scope) => {
    const [one, two] = [operand(scope), operand(scope)];
    return [
      () => `isTRIPLE(${one})`,
      () => `hasLANG(${one})`,
      () => `COALESCE(${comparison(scope)}, ${comparison(scope)})`,
      () => `IF(${comparison(scope)}, ${comparison(scope)}, BOUND(${scope.random.pick(variables)}))`,
      () => `isBLANK(${scope.random.pick(variables)})`,
      () => `TRIPLE(${one}, :p, ${two}) = ${tripleTerm(scope)}`,
      () => `REGEX(STR(${one}), "X", "i")`,
      () => `${one}`,
    ];
  },
  values: (scope) => {
    const [one, two] = [operand(scope), operand(scope)];
    return [
      `SHA1(${one})`,
      `SHA256(STR(${one}))`,
      `SHA384(STR(${one}))`,
      `SHA512(STR(${one}))`,
      `MINUTES(${one})`,
      `SECONDS(${one})`,
      `DAY(${one})`,
      `STRLANG(${one}, ${two})`,
      `STRLANG(STR(${one}), LANG(${two}))`,
      `STRLANGDIR(STR(${one}), "en", "ltr")`,
      `LANGDIR(${one})`,
      `hasLANGDIR(${one})`,
      `STRDT(STR(${one}), DATATYPE(${two}))`,
      `STRDT(${one}, ${two})`,
      `IRI(${one})`,
      `IRI(STR(${one}))`,
      `REPLACE(${one}, "e", "")`,
      `REPLACE(STR(${one}), "(e)/(.)", "$2-$1")`,
      `ENCODE_FOR_URI(${one})`,
      `TRIPLE(${one}, ${two}, ${operand(scope)})`,
      `SUBJECT(TRIPLE(${one}, :p, ${two}))`,
      `OBJECT(TRIPLE(${one}, :p, ${two}))`,
      `PREDICATE(${one})`,
      `SUBSTR(${one}, 1, 1)`,
      `CONCAT(${one}, ${two})`,
      `xsd:boolean(STR(${one}))`,
      `xsd:integer(STR(${one}))`,
      `xsd:dateTime(STR(${one}))`,
      `xsd:date(STR(${one}))`,
      `xsd:float(${one})`,
      `xsd:time(${one})`,
      `YEAR(xsd:dateTime(${one}))`,
      `xsd:string(xsd:double(${one}))`,
      `+${one}`,
      `NOW() = NOW()`,
    ];
  },
  aggregates: ({ random }) => {
    const name = random.pick(variables);
    return [
      // Whatever comes first.
      `STRLEN(GROUP_CONCAT(STR(${name}); SEPARATOR=", "))`,
      `STRLEN(GROUP_CONCAT(DISTINCT STR(${name})))`,
      `SAMPLE(IF(BOUND(${name}), 1, 1 / 0))`,
    ];
  },
  queries: (scope, where) => [
    () => limited(scope, where),
    () => limited(scope, where),
    () => `SELECT ?a (${aggregate(scope)} AS ?n) { ${where} } GROUP BY ?a ORDER BY ?a ?n LIMIT 2`,
    () => `SELECT ?a (${aggregate(scope)} AS ?n) { ${where} } GROUP BY ?a HAVING (${aggregate(scope)} > 1)`,
    () => `SELECT (STR(?a) AS ?s) (COUNT(*) AS ?n) { ${where} } GROUP BY (STR(?a)) ?b`,
    () => `SELECT (${aggregate(scope)} AS ?n) (${aggregate(scope)} AS ?m) { ${where} } GROUP BY ?a ?b`,
  ],
};
