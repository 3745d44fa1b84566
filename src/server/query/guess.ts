/** Guesses what was meant by a query that is malformed, or that uses a term of our ontology that there is not. */
import { nearest } from '../../nearest.js';
import { mig, prefixes } from '../../vocabularies.js';
import { knownNamespace, namesInQuery } from './names-in-query.js';

export interface Guess {
  /** A line for whoever asked. */
  readonly text: string;
  /** The query as it was probably meant. */
  readonly query: string;
}

const [terms, words] = [
  Object.keys(mig),
  [
    ...[
      'ADD',
      'ASK',
      'BASE',
      'BIND',
      'BOUND',
      'BY',
      'COALESCE',
      'CONSTRUCT',
      'COUNT',
      'DELETE',
      'DESCRIBE',
      'DISTINCT',
    ],
    ...['EXISTS', 'FILTER', 'FROM', 'GRAPH', 'GROUP', 'GROUP_CONCAT', 'HAVING', 'INSERT', 'LIMIT', 'MINUS', 'NAMED'],
    ...['OFFSET', 'OPTIONAL', 'ORDER', 'PREFIX', 'REDUCED', 'REGEX', 'SAMPLE', 'SELECT', 'SERVICE', 'UNION', 'VALUES'],
    ...['WHERE'],
  ],
];

/** What stands at a place of a text. */
const wordAt = (text: string, line: number, column: number): string =>
  /^\w+/.exec((text.split('\n')[line - 1] ?? '').slice(column - 1))?.[0] ?? '';

/** Guesses that are made of one query: who has more to mend has a hint how. */
const most = 5;

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Prefixes that are used and not declared: declared where they are known, else the nearest that is. */
function guessPrefixes(query: string): Guess[] {
  const { declared, prefixed } = namesInQuery(query);
  const unknown = new Set(prefixed.map(({ prefix }) => prefix).filter((prefix) => !declared.has(prefix)));
  return [...unknown].slice(0, most).flatMap((prefix): Guess[] => {
    const namespace = knownNamespace(prefix);
    if (namespace !== undefined) {
      const line = `PREFIX ${prefix}: <${namespace}>`;
      return [{ text: `${prefix}: is not declared; add ${line}`, query: `${line}\n${query}` }];
    }
    const meant = nearest(
      prefix,
      [...declared.keys(), ...Object.keys(prefixes)].filter((one) => one !== ''),
    );
    if (meant === undefined) return [];
    const changed = query.replace(new RegExp(`(?<![\\w:-])${escapeRegExp(prefix)}:`, 'g'), `${meant}:`);
    const start = declared.has(meant) ? '' : `PREFIX ${meant}: <${knownNamespace(meant) ?? ''}>\n`;
    return [{ text: `${prefix}: is not declared; is ${meant}: meant?`, query: start + changed }];
  });
}

/** Terms in our namespace that are none of ours. */
export function guessTerms(query: string): Guess[] {
  const { declared, prefixed, iris } = namesInQuery(query);
  const own = [
    ...prefixed
      .filter(({ prefix }) => declared.get(prefix) === prefixes.mig)
      .map(({ prefix, name }) => ({ name, written: `${prefix}:${name}`, as: (term: string) => `${prefix}:${term}` })),
    ...iris
      .filter((iri) => iri.startsWith(prefixes.mig) && iri.length > prefixes.mig.length)
      .map((iri) => ({
        name: iri.slice(prefixes.mig.length),
        written: `<${iri}>`,
        as: (term: string) => `<${prefixes.mig}${term}>`,
      })),
  ];
  return own
    .filter(({ name }) => !terms.includes(name))
    .slice(0, most)
    .map(({ name, written, as }) => {
      const meant = nearest(name, terms);
      const text = `the ontology has no ${written}`;
      if (meant === undefined) return { text, query };
      const place = new RegExp(`${escapeRegExp(written)}(?![\\w-])`, 'g');
      return { text: `${text}; is ${as(meant)} meant?`, query: query.replace(place, as(meant)) };
    });
}

function guessWord(
  query: string,
  { line, column }: { line?: number | undefined; column?: number | undefined },
): Guess[] {
  if (line === undefined || column === undefined) return [];
  const word = wordAt(query, line, column);
  const meant = word.length < 3 || words.includes(word.toUpperCase()) ? undefined : nearest(word, words);
  if (meant === undefined) return [];
  const lines = query.split('\n');
  const own = lines[line - 1] ?? '';
  lines[line - 1] = own.slice(0, column - 1) + meant + own.slice(column - 1 + word.length);
  return [{ text: `is ${meant} meant?`, query: lines.join('\n') }];
}

/** Of a query that is malformed at a place. */
export function guessMeant(
  query: string,
  place: { readonly line?: number | undefined; readonly column?: number | undefined },
): Guess[] {
  const undeclared = guessPrefixes(query);
  return [...(undeclared.length > 0 ? undeclared : guessWord(query, place)), ...guessTerms(query)];
}
