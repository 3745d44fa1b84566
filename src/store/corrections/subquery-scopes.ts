/**
 * Variables that a subquery does not select get names of their own (SPARQL 1.1 Query, 12: they are not visible outside).
 * Where Comunica puts the values of a row into the other side of a join it goes down into subqueries, and puts them
 * in the place of variables that only have the same name.
 */
import { rdf, type Term } from '../../rdf.js';
import { isOperation, isTerm, namesOf, type Operation, variablesWithin } from '../parse/algebra.js';
import { mapTerms } from '../rdf/map-terms.js';

/** Name → another one. */
type Names = ReadonlyMap<string, string>;

function renameTerm(term: Term, names: Names): Term {
  if (term.termType === 'Quad')
    return mapTerms(term as Parameters<typeof mapTerms>[0], (part) => renameTerm(part, names));
  const name = term.termType === 'Variable' ? names.get(term.value) : undefined;
  return name === undefined ? term : rdf.variable(name);
}

/** Rows of VALUES have the names of their variables as keys. */
const isRows = (node: object, key: string): boolean =>
  isOperation(node) && node.type === 'values' && key === 'bindings';

const renameKeys = (rows: unknown, names: Names): unknown =>
  (rows as Readonly<Record<string, Term>>[]).map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, term]) => [names.get(name) ?? name, term])),
  );

function rename(node: unknown, names: Names): unknown {
  if (Array.isArray(node)) return node.map((child) => rename(child, names));
  if (typeof node !== 'object' || node === null) return node;
  if (isTerm(node)) return renameTerm(node, names);
  const copy = Object.create(Object.getPrototypeOf(node));
  for (const [key, value] of Object.entries(node))
    copy[key] = isRows(node, key) ? renameKeys(value, names) : rename(value, names);
  return copy;
}

/** The algebra with such names. They are none that a query could write. */
export function separateScopes(operation: Operation): Operation {
  let subqueries = 0;

  function within(node: unknown, isNested: boolean): unknown {
    if (Array.isArray(node)) return node.map((child) => within(child, isNested));
    if (typeof node !== 'object' || node === null || isTerm(node)) return node;
    const isSelect = isOperation(node) && node.type === 'project';
    const copy = Object.create(Object.getPrototypeOf(node));
    for (const [key, value] of Object.entries(node)) copy[key] = within(value, isNested || isSelect);
    return isSelect && isNested ? separate(copy) : copy;
  }

  function separate(subquery: Operation): Operation {
    subqueries += 1;
    const shown = new Set(namesOf(subquery['variables']));
    const hidden = [...new Set(variablesWithin(subquery['input']))].filter((name) => !shown.has(name));
    const names = new Map(hidden.map((name) => [name, `${name}-in-${subqueries}`]));
    return rename(subquery, names) as Operation;
  }

  return within(operation, false) as Operation;
}
