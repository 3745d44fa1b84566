/** Puts the values of parameters into the text of a query, token by token, for a store that takes nothing but text. */
import type { Term } from '../../rdf.js';
import { writeTerm } from '../../serialise/terms.js';
import { type Bound, QueryFault } from '../graph-store.js';

/** What can be told apart without a grammar; what stands between the tokens is copied as it is. */
const tokens =
  /#[^\n\r]*|<[^<>"{}|^`\\\s]*>|"""(?:[^"\\]|\\[\s\S]|"(?!""))*"""|'''(?:[^'\\]|\\[\s\S]|'(?!''))*'''|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*'|(?<name>[?$][\p{L}\p{N}_\u00B7\u203F\u2040]+)|(?<word>[\p{L}\p{N}_:.-]+)|[(){}]/gu;

/** A block of values of one variable alone: a parameter, and its default. */
const parameter =
  /(?<=\bVALUES\s+)[?$](?<name>[\p{L}\p{N}_\u00B7\u203F\u2040]+)\s*\{(?:#[^\n\r]*|<[^<>\s]*>|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*'|[^{}"'<#])*\}/giu;

const isList = (value: Bound[string]): value is readonly Term[] => Array.isArray(value);

/** As it stands in SPARQL. Another store cannot know a blank node of ours. */
function write(term: Term): string {
  if (term.termType === 'BlankNode' || term.termType === 'Variable')
    throw new QueryFault('refused', 'a blank node has no name that another store could know it by');
  return writeTerm(term);
}

/** Where a variable is named, and not asked for its value: it stays what it is. */
function createNaming(): (token: string, isWord: boolean) => boolean {
  let clause = '';
  let depth = 0;
  let isAliased = false;
  return (token, isWord) => {
    const word = isWord ? token.toUpperCase() : token;
    const isNamed = isAliased || (depth === 0 && clause !== '');
    isAliased = word === 'AS';
    if (word === '(') depth += 1;
    else if (word === ')') depth -= 1;
    else if (word === 'SELECT' || word === 'DESCRIBE' || word === 'GROUP' || word === 'ORDER')
      [clause, depth] = [word, 0];
    else if (/^(?:WHERE|FROM|HAVING|LIMIT|OFFSET|VALUES|[{}])$/.test(word)) clause = '';
    return isNamed;
  };
}

/**
 * The query with the terms in the place of its defaults (`VALUES ?name { … }`) and of its other variables. Throws a
 * {@link QueryFault} for a blank node, and an Error for several terms where there is no default.
 */
export function bindText(query: string, bindings: Bound = {}): string {
  const values = new Map(Object.entries(bindings));
  if (values.size === 0) return query;
  const defaults = new Set<string>();
  const filled = query.replace(parameter, (block, ...groups) => {
    const { name } = groups.at(-1) as { name: string };
    const value = values.get(name);
    if (value === undefined) return block;
    defaults.add(name);
    return `?${name} { ${(isList(value) ? value : [value]).map(write).join(' ')} }`;
  });
  const naming = createNaming();
  return filled.replace(tokens, (token, ...groups) => {
    const { name, word } = groups.at(-1) as { name?: string; word?: string };
    const isNamed = naming(token, word !== undefined);
    const value = name === undefined || defaults.has(name.slice(1)) ? undefined : values.get(name.slice(1));
    if (value === undefined || isNamed) return token;
    if (isList(value)) throw new Error(`${name} has no VALUES that several terms could stand in`);
    return write(value);
  });
}
