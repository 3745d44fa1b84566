/** A SPARQL update by chance: operations of every kind over few names, now and then one that must fail. */
import { graphs, nodes, predicates } from '../../../differential/data.js';
import type { Random } from '../../../random.js';

/** Such as other engines keep as they are written. */
const literals = [
  '1',
  '2',
  '-3',
  '1.5',
  '"x"',
  '"y"',
  '"x"@en',
  '"y"@de',
  '""',
  'true',
  'false',
  '"2006-08-23"^^xsd:date',
  '"a\\tb\\"c\\u00e9😀"',
];
const variables = ['?a', '?b', '?c'];

const node = ({ pick, chance }: Random): string => (chance(10) ? '_:n' : pick(nodes));
const object = (random: Random): string => (random.chance(50) ? random.pick(literals) : node(random));

const list = (random: Random, most: number, make: () => string): string =>
  Array.from({ length: 1 + random.number(most) }, make).join(' ');

const someGraph = ({ pick }: Random): string => pick([...graphs, ':g4']);

/** Some of it in graphs. */
const inGraphs = (random: Random, make: () => string): string =>
  list(random, 3, () => (random.chance(40) ? `GRAPH ${someGraph(random)} { ${list(random, 2, make)} }` : make()));

const fact = (random: Random) => (): string => `${node(random)} ${random.pick(predicates)} ${object(random)} .`;

/** DELETE may speak of no blank nodes. */
const groundFact = (random: Random) => (): string =>
  `${random.pick(nodes)} ${random.pick(predicates)} ${random.pick(random.chance(50) ? literals : nodes)} .`;

const term = ({ pick, chance }: Random, others: readonly string[]): string =>
  chance(65) ? pick(variables) : pick(others);

const pattern = (random: Random) => (): string =>
  `${term(random, nodes)} ${random.chance(20) ? '?p' : random.pick(predicates)} ${term(random, [...nodes, ...literals])} .`;

function where(random: Random): string {
  const triples = (): string => list(random, 2, pattern(random));
  return random.pick([
    triples,
    triples,
    () => `GRAPH ${random.chance(50) ? '?g' : someGraph(random)} { ${triples()} }`,
    () => `${triples()} OPTIONAL { ${triples()} }`,
    () => `{ ${triples()} } UNION { ${triples()} }`,
    () => `${triples()} FILTER (${random.pick(variables)} ${random.pick(['=', '!='])} ${random.pick(nodes)})`,
    () => `${triples()} FILTER NOT EXISTS { ${triples()} }`,
    () => `${triples()} BIND (STR(${random.pick(variables)}) AS ?x)`,
    () => `VALUES ?a { ${list(random, 3, () => random.pick(nodes))} } ${triples()}`,
  ])();
}

function modify(random: Random): string {
  const template = (): string => inGraphs(random, pattern(random));
  const parts = random.pick([
    () => `DELETE { ${template()} }`,
    () => `INSERT { ${template()} }`,
    () => `DELETE { ${template()} } INSERT { ${template()} }`,
    () => `INSERT { ${template()} [] :made ${random.pick(variables)} . }`,
  ])();
  const withGraph = random.chance(20) ? `WITH ${someGraph(random)} ` : '';
  const using = random.chance(15)
    ? ` USING ${someGraph(random)}`
    : random.chance(10)
      ? ` USING NAMED ${someGraph(random)}`
      : '';
  return `${withGraph}${parts}${using} WHERE { ${where(random)} }`;
}

function manage(random: Random): string {
  const silent = random.chance(50) ? 'SILENT ' : '';
  const one = (): string => random.pick(['DEFAULT', ...graphs, ':g4']);
  const whole = (): string =>
    random.pick(['DEFAULT', 'NAMED', `GRAPH ${someGraph(random)}`, `GRAPH ${someGraph(random)}`]);
  return random.pick([
    () => `CLEAR ${silent}${whole()}`,
    () => `DROP ${silent}${whole()}`,
    () => `${random.pick(['COPY', 'MOVE', 'ADD'])} ${one()} TO ${one()}`,
    () => `CREATE SILENT GRAPH ${someGraph(random)}`,
  ])();
}

const failing = [
  'LOAD <http://closed.example/x>',
  'INSERT { ?a :p ?b } WHERE { SERVICE <http://closed.example/> { ?a :p ?b } }',
];

function operation(random: Random): string {
  return random.pick([
    () => `INSERT DATA { ${inGraphs(random, fact(random))} }`,
    () => `DELETE DATA { ${inGraphs(random, groundFact(random))} }`,
    () => `DELETE WHERE { ${inGraphs(random, pattern(random))} }`,
    () => modify(random),
    () => modify(random),
    () => modify(random),
    () => manage(random),
  ])();
}

/** Without the prologue. */
export function generateUpdate(random: Random): string {
  const operations = Array.from({ length: 1 + random.number(4) }, () => operation(random));
  if (random.chance(10)) operations.splice(random.number(operations.length + 1), 0, random.pick(failing));
  return operations.join(' ;\n');
}
