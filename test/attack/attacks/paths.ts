/** Property paths whose evaluation grows beyond all bounds, in a knot of nodes that all link to each other. */
import { many } from '../send-query.js';

const link = '<http://e/link>';

export const paths = many('a path', '200 503 reset', {
  'of every node to every node': 'SELECT * { ?s (<http://e/knows>|^<http://e/knows>)* ?o }',
  'of anything': 'SELECT (COUNT(*) AS ?n) { ?s !<http://e/none>* ?o }',
  'of anything either way, twice':
    'SELECT (COUNT(*) AS ?n) { ?s (!<urn:x>|!^<urn:x>)+ ?o . ?o (!<urn:x>|!^<urn:x>)+ ?t }',
  'of stars within stars': `SELECT * { ?s ((((${link}*)*)*)*)* ?o }`,
  'of pluses within stars': `SELECT * { ?s ((${link}+)*)+ ?o }`,
  'of steps through a knot': `SELECT (COUNT(*) AS ?n) { <http://e/k0> ${Array(12).fill(link).join('/')} ?o }`,
  'of steps there and back': `SELECT (COUNT(*) AS ?n) { <http://e/k0> ${Array(10).fill(`(${link}/^${link})`).join('/')} ?o }`,
  'of ways that are all the same': `SELECT (COUNT(*) AS ?n) { ?s ${Array(12).fill(`(${link}|${link})`).join('/')} ?o }`,
  'of steps that may be left out': `SELECT (COUNT(*) AS ?n) { ?s ${Array(20).fill(`${link}?`).join('/')} ?o }`,
  'in a circle': `SELECT * { ?s <http://e/knows>+/<http://e/knows>+/<http://e/knows>+ ?s }`,
  'from a variable predicate on': 'SELECT (COUNT(*) AS ?n) { ?s ?p ?m . ?m (<http://e/knows>/<http://e/knows>*)+ ?o }',
  'without a step, over all terms': 'SELECT (COUNT(*) AS ?n) { ?s <http://e/none>* ?o . ?t <http://e/none>* ?u }',
});
