/** A query in other words that mean the same by the definitions of the standard. Each keeps clear of one fault. */
import { graphs, mergeName } from './data.js';
import { namedGraphsIn, replaceGroups, variablesIn } from './query-text.js';

/** FROM of several graphs as FROM of the one that holds what they hold together. */
export const mergeDefaultGraphs = (query: string): string =>
  query.replace(/ FROM (:\w+) FROM (:\w+)/, (_, one: string, two: string) =>
    one === two ? ` FROM ${one}` : ` FROM ${mergeName(one, two)}`,
  );

/** GRAPH by its definition: the group in one graph after the other, each with its name. */
export function spellOutGraphs(query: string): string {
  const named = namedGraphsIn(query, graphs);
  return replaceGroups(query, /GRAPH (\?\w+|:\w+) \{/g, ({ head: [, name = ''], body }) => {
    if (!name.startsWith('?')) return named.includes(name) ? `GRAPH ${name} {${body}}` : `{ {${body}} FILTER (false) }`;
    const copies = named.map((one) => `{ VALUES ${name} { ${one} } GRAPH ${one} {${body}} }`);
    return `{ ${copies.join(' UNION ')} }`;
  });
}

/** `!(:p|^:q)` by its definition: the union of what it excludes forwards and what it excludes backwards. */
export const splitNegatedSets = (query: string): string =>
  query.replace(
    /(\S+) !\((:\w+)\|\^(:\w+)\) (\S+) \./g,
    (_, subject: string, one: string, two: string, object: string) =>
      `{ ${subject} !${one} ${object} } UNION { ${subject} ^(!${two}) ${object} }`,
  );

/** `(:p|:p)` as the union that it is. */
export const splitTwins = (query: string): string =>
  query.replace(
    /(\S+) \((:\w+)\|\2\) (\S+) \./g,
    (_, subject: string, one: string, object: string) =>
      `{ ${subject} ${one} ${object} } UNION { ${subject} ${one} ${object} }`,
  );

const unlike = (subject: string, object: string): string => `FILTER (!sameTerm(${subject}, ${object}))`;

/** A path of no steps or more from or to a term: the steps, and the term itself. */
export const splitZeroSteps = (query: string): string =>
  query.replace(
    /(\S+) (\^?:\w+|\([^()]*\))([*?]) (\S+) \./g,
    (whole: string, subject: string, path: string, kind: string, object: string) => {
      if (subject === object && !subject.startsWith('?')) return '';
      const [variable, other] = subject.startsWith('?') ? [subject, object] : [object, subject];
      if (!variable.startsWith('?') || other.startsWith('?')) return whole;
      const steps = `${subject} ${path}${kind === '*' ? '+' : ''} ${object} ${unlike(subject, object)}`;
      return `{ ${steps} } UNION { VALUES ${variable} { ${other} } }`;
    },
  );

/** BOUND in a form that is not known to be false before anything is looked at. */
export const hideBound = (query: string): string =>
  query.replace(/BOUND\((\?\w+)\)/g, 'COALESCE(sameTerm($1, $1), false)');

/** An expression that is counted as a variable that has its value, or none. */
export const bindCounted = (query: string): string => {
  let taken = 0;
  return replaceGroups(query, /COUNT\((?:DISTINCT )?STR\(\?\w+\)\) AS \?\w+\) \{/g, ({ head: [text], body }) => {
    taken += 1;
    const name = `?counted${taken}`;
    const [, expression = ''] = /(STR\(\?\w+\))/.exec(text) ?? [];
    return `${text.replace(expression, name)}${body} BIND (${expression} AS ${name}) }`;
  });
};

/** The variables that a subquery keeps to itself under names that nothing else has. */
export function renameHidden(query: string): string {
  let taken = 0;
  // The brace that opens the group in which a subquery stands alone.
  return replaceGroups(query, /\{(?= SELECT )/g, ({ body }) => {
    taken += 1;
    const head = body.slice(0, body.indexOf('{')).replace(/\([A-Z]+\(.*?\) AS /g, '');
    const shown = new Set(variablesIn(head));
    return `{${body.replace(/\?\w+/g, (name) => (shown.has(name) ? name : `${name}_${taken}`))}}`;
  });
}
