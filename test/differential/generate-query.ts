/** A SPARQL query by chance: patterns of every kind within each other, over few names, so that they meet. */

import type { Random } from '../random.js';
import { graphs, literals, nodes, predicates } from './data.js';

export const variables = ['?a', '?b', '?c', '?d'];

/** More than any two engines answer alike: what may stand where, beside what is always among it. */
export interface Variety {
  readonly parts: (scope: Scope) => readonly (() => string)[];
  readonly expressions: (scope: Scope) => readonly (() => string)[];
  readonly values: (scope: Scope) => readonly string[];
  readonly aggregates: (scope: Scope) => readonly string[];
  readonly queries: (scope: Scope, where: string) => readonly (() => string)[];
}

/** What a generator knows of where it stands. */
export interface Scope {
  readonly variety: Variety | undefined;
  readonly random: Random;
  /** Levels that may still be opened. */
  readonly depth: number;
  /** Names that BIND and AS have not taken yet. */
  fresh(): string;
}

export const deeper = (scope: Scope): Scope => ({ ...scope, depth: scope.depth - 1 });

/** Now and then a name that is computed elsewhere, so that what is computed is joined too. */
const variable = ({ random }: Scope): string => (random.chance(6) ? '?x1' : random.pick(variables));

export const term = (scope: Scope): string => {
  const { random } = scope;
  return random.chance(65) ? variable(scope) : random.pick(random.chance(70) ? nodes : literals);
};

export const subject = ({ random }: Scope): string => (random.chance(75) ? random.pick(variables) : random.pick(nodes));

function path(scope: Scope): string {
  const { random } = scope;
  const step = random.pick(predicates);
  const other = random.pick(predicates);
  return random.pick([
    `^${step}`,
    `${step}/${other}`,
    `(${step}|${other})`,
    `${step}+`,
    `${step}*`,
    `${step}?`,
    `!${step}`,
    `!(${step}|^${other})`,
    `(${step}/${other})+`,
    `(${step}|^${other})*`,
  ]);
}

function triple(scope: Scope): string {
  const { random } = scope;
  const predicate = random.chance(15)
    ? random.pick(variables)
    : random.chance(15)
      ? path(scope)
      : random.pick(predicates);
  return `${subject(scope)} ${predicate} ${term(scope)} .`;
}

const triples = (scope: Scope): string =>
  Array.from({ length: 1 + scope.random.number(3) }, () => triple(scope)).join(' ');

export const operand = (scope: Scope): string =>
  scope.random.chance(70) ? variable(scope) : scope.random.pick(literals);

export function comparison(scope: Scope): string {
  const { random } = scope;
  return `${operand(scope)} ${random.pick(['=', '!=', '<', '<=', '>', '>='])} ${operand(scope)}`;
}

export function expression(scope: Scope): string {
  const { random } = scope;
  const name = random.pick(variables);
  const inner = (): string => (scope.depth > 0 ? expression(deeper(scope)) : comparison(scope));
  return random.pick([
    () => comparison(scope),
    () => comparison(scope),
    () => `BOUND(${name})`,
    () => `!(${inner()})`,
    () => `(${inner()}) && (${inner()})`,
    () => `(${inner()}) || (${inner()})`,
    () => `isLiteral(${name})`,
    () => `isIRI(${name})`,
    () => `isNumeric(${name})`,
    () => `${name} IN (${operand(scope)}, ${operand(scope)})`,
    () => `${name} NOT IN (${operand(scope)}, ${operand(scope)})`,
    () => `sameTerm(${name}, ${operand(scope)})`,
    () => `REGEX(STR(${name}), "[a-d]$")`,
    () => `CONTAINS(STR(${name}), "1")`,
    () => `LANGMATCHES(LANG(${name}), "*")`,
    () => (scope.depth > 0 ? `${random.pick(['', 'NOT '])}EXISTS { ${group(deeper(scope))} }` : comparison(scope)),
    ...(scope.variety?.expressions(scope) ?? []),
  ])();
}

function value(scope: Scope): string {
  const { random } = scope;
  const [one, two] = [operand(scope), operand(scope)];
  return random.pick([
    `${one} + ${two}`,
    `${one} * ${two}`,
    `${one} - ${two}`,
    `STR(${one})`,
    `STRLEN(STR(${one}))`,
    `DATATYPE(${one})`,
    `LANG(${one})`,
    `UCASE(STR(${one}))`,
    `CONCAT(STR(${one}), "-", STR(${two}))`,
    `SUBSTR(STR(${one}), 2)`,
    `STRAFTER(STR(${one}), "e/")`,
    `IF(${comparison(scope)}, ${one}, ${two})`,
    `${one} / ${two}`,
    `-${one}`,
    `LCASE(STR(${one}))`,
    `STRBEFORE(STR(${one}), "/")`,
    `STRSTARTS(STR(${one}), "h")`,
    `STRENDS(STR(${one}), "1")`,
    `REPLACE(STR(${one}), "[0-9]", "n")`,
    `ENCODE_FOR_URI(STR(${one}))`,
    `STRLANG(STR(${one}), "en")`,
    `STRDT(STR(${one}), xsd:string)`,
    `IRI(CONCAT("http://e/", STR(${one})))`,
    `MD5(STR(${one}))`,
    `CEIL(${one})`,
    `FLOOR(${one})`,
    `ROUND(${one})`,
    `xsd:double(${one})`,
    `xsd:boolean(${one})`,
    `xsd:string(${one})`,
    `xsd:dateTime(${one})`,
    `xsd:date(${one})`,
    `MONTH(${one})`,
    `HOURS(${one})`,
    `TZ(${one})`,
    `TIMEZONE(${one})`,
    `${one} IN (${two}, 1, "x")`,
    `isNumeric(${one}) || ${two}`,
    `!${one}`,
    `COALESCE(${one}, ${two})`,
    `ABS(${one})`,
    `xsd:integer(${one})`,
    `xsd:decimal(${one})`,
    `YEAR(${one})`,
    `${one} = ${two}`,
    ...(scope.variety?.values(scope) ?? []),
  ]);
}

export const aggregate = (scope: Scope): string => {
  const { random } = scope;
  const distinct = random.chance(30) ? 'DISTINCT ' : '';
  const name = random.pick(variables);
  return random.pick([
    `COUNT(${distinct}*)`,
    `COUNT(${distinct}${name})`,
    `COUNT(${distinct}STR(${name}))`,
    `SUM(${distinct}${name})`,
    `MIN(${name})`,
    `MAX(${name})`,
    `AVG(${distinct}${name})`,
    ...(scope.variety?.aggregates(scope) ?? []),
  ]);
};

/** Of texts alone, which have an order: what else MIN and MAX choose may be right and another choice too. */
const innerAggregate = (scope: Scope): string => aggregate(scope).replace(/(MIN|MAX)\((\?\w)\)/, '$1(STR($2))');

function subquery(scope: Scope): string {
  const { random } = scope;
  const inside = group(deeper(scope));
  const [key, other] = [random.pick(variables), random.pick(variables)];
  return random.pick([
    () => `SELECT ${key} { ${inside} }`,
    () => `SELECT DISTINCT ${[...new Set([key, other])].join(' ')} { ${inside} }`,
    () => `SELECT (${innerAggregate(scope)} AS ${scope.fresh()}) { ${inside} }`,
    () => `SELECT ${key} (${innerAggregate(scope)} AS ${scope.fresh()}) { ${inside} } GROUP BY ${key}`,
    () => `SELECT ${key} (COUNT(*) AS ${scope.fresh()}) { ${inside} } GROUP BY ${key} HAVING (COUNT(*) > 1)`,
  ])();
}

function values(scope: Scope): string {
  const { random } = scope;
  const cell = (): string => random.pick(['UNDEF', random.pick(nodes), random.pick(nodes), random.pick(literals)]);
  if (random.chance(50)) return `VALUES ${random.pick(variables)} { ${cell()} ${cell()} }`;
  const [one = '?a', two = '?b'] = random.chance(50) ? ['?a', '?c'] : ['?b', '?d'];
  return `VALUES (${one} ${two}) { (${cell()} ${cell()}) (${cell()} ${cell()}) }`;
}

/** A part of a group. What would need another level is triples where there is none left. */
function part(scope: Scope): string {
  const { random } = scope;
  if (scope.depth <= 0) return triples(scope);
  const inner = deeper(scope);
  return random.pick([
    () => triples(scope),
    () => triples(scope),
    () => triples(scope),
    () => `OPTIONAL { ${group(inner)} }`,
    () => `OPTIONAL { ${group(inner)} }`,
    () => `{ ${group(inner)} } UNION { ${group(inner)} }`,
    () => `MINUS { ${group(inner)} }`,
    () => `FILTER (${expression(inner)})`,
    () => `FILTER (${expression(inner)})`,
    () => `BIND (${value(scope)} AS ${scope.fresh()})`,
    () => values(scope),
    () => `GRAPH ${random.pick([...graphs, '?g', '?g', '?a'])} { ${group(inner)} }`,
    () => `{ ${subquery(scope)} }`,
    () => `{ ${group(inner)} }`,
    ...(scope.variety?.parts(scope) ?? []),
  ])();
}

export const group = (scope: Scope): string =>
  Array.from({ length: 1 + scope.random.number(3) }, () => part(scope)).join(' ');

/** One that any engine answers alike: nothing is cut off, and no order is asked for. */
export function generateQuery(random: Random, variety?: Variety): string {
  let taken = 0;
  const fresh = (): string => {
    taken += 1;
    return `?x${taken}`;
  };
  // Deeper ones are seldom answered by anything.
  const scope: Scope = { random, variety, depth: random.chance(15) ? 3 : 2, fresh };
  const where = group(scope);
  return random.pick([
    () => `SELECT * { ${where} }`,
    () => `SELECT * { ${where} }`,
    () => `SELECT DISTINCT ?a ?b { ${where} }`,
    () => `SELECT (${aggregate(scope)} AS ?n) { ${where} }`,
    () => `SELECT ?a (${aggregate(scope)} AS ?n) { ${where} } GROUP BY ?a`,
    () => `ASK { ${where} }`,
    () => `CONSTRUCT { ?a :made ?b . ?c :made [ :of ?d ] } { ${where} }`,
    () =>
      `SELECT * FROM ${random.pick(graphs)} FROM ${random.pick(graphs)} FROM NAMED ${random.pick(graphs)} { ${where} }`,
    ...(variety?.queries(scope, where) ?? []),
  ])();
}
