/** Nesting of all that can be nested, deeper than any parser should follow, and just as deep as ours does. */
import { many } from '../send-query.js';

const nest = (times: number, open: string, middle: string, close: string): string =>
  open.repeat(times) + middle + close.repeat(times);

/** Beyond the limit, by far. */
const far = 5000;
/** The limit is 64 levels; what stands around it takes a few. */
const near = 58;

export const nesting = [
  ...many('nested without end', '400', {
    groups: `ASK ${nest(far, '{', '', '}')}`,
    'groups that do not close': `ASK ${'{'.repeat(90_000)}`,
    'brackets of expressions': `ASK { FILTER(${nest(far, '(', '1', ')')}) }`,
    'blank nodes': `ASK { ?s ?p ${nest(far, '[ ?p ', '1', ' ]')} }`,
    lists: `ASK { ?s ?p ${nest(far, '( ', '1', ' )')} }`,
    paths: `ASK { ?s ${nest(far, '(', '<http://e/p>', ')*')} ?o }`,
    'paths that are turned round': `ASK { ?s ${nest(far, '^(', '<http://e/p>', ')')} ?o }`,
    'negated paths': `ASK { ?s ${nest(far, '!(', '<http://e/p>', ')')} ?o }`,
    filters: `ASK ${nest(far, '{ FILTER EXISTS ', '{}', ' }')}`,
    functions: `ASK { FILTER(${nest(far, 'STR(', '1', ')')} = "1") }`,
    'signs before brackets': `ASK { FILTER(${nest(far, '-(', '1', ')')} = 1) }`,
    negations: `ASK { FILTER(${'!'.repeat(90_000)}true) }`,
    'negations with blanks between': `ASK { FILTER(${'! '.repeat(45_000)}true) }`,
    'negations with comments between': `ASK { FILTER(${'!#\n'.repeat(30_000)}true) }`,
    'quoted triples': `ASK { ?s ?p ${nest(far, '<<( ?a ?b ', '1', ' )>>')} }`,
    'reified triples': `ASK { ${nest(far, '<< ', '?a', ' ?b ?c >>')} ?p ?o }`,
    subqueries: `${nest(far, 'SELECT * { ', '', ' }')}`,
    options: `ASK ${nest(far, '{ OPTIONAL ', '{}', ' }')}`,
    annotations: `ASK { ?s ?p ?o ${nest(far, '{| ?p ?o ', '', ' |}')} }`,
  }),
  ...many('nested as deep as may be', '200 400 503', {
    groups: `ASK ${nest(near, '{', '?s ?p ?o', '}')}`,
    options: `SELECT * ${nest(near, '{ ?s ?p ?o OPTIONAL ', '{}', ' }')} LIMIT 3`,
    'options without a common variable': `SELECT * { ?s ?p ?o ${Array.from({ length: near }, (_, n) => `OPTIONAL { ?s${n} ?p${n} ?o${n} `).join('')}${' }'.repeat(near)} } LIMIT 1`,
    EXISTS: `SELECT * { ?s ?p ?o ${nest(near, 'FILTER EXISTS { ?s ?p ?o ', '', ' }')} }`,
    'NOT EXISTS': `SELECT * { ?s ?p ?o ${nest(near, 'FILTER NOT EXISTS { ?s ?p ?o ', '', ' }')} }`,
    MINUS: `SELECT * { ?s ?p ?o ${nest(near, 'MINUS { ?s ?p ?o ', '', ' }')} }`,
    subqueries: `SELECT * { ${nest(near - 2, '{ SELECT * { ?s ?p ?o ', '', ' } }').slice(1)}`,
    GRAPH: `SELECT * { ${nest(near, 'GRAPH ?g { ', '?s ?p ?o', ' }')} }`,
    functions: `ASK { FILTER(${nest(near, 'IF(RAND() < 2, ', '1', ', 2)')} = 1) }`,
    stars: `ASK { <http://e/k0> ${nest(near, '(', '<http://e/link>', ')*')} <http://e/none> }`,
    'pluses over both ends': `SELECT * { ?s ${nest(near, '(', '<http://e/link>', ')+')} ?o }`,
    negations: `ASK { FILTER(${'!'.repeat(60)}true) }`,
    'blank nodes': `ASK { ?s ?p ${nest(near, '[ ?p ', '1', ' ]')} }`,
    'reified triples': `ASK { ${nest(near, '<< ', '?a', ' ?b ?c >>')} ?p ?o }`,
  }),
];
