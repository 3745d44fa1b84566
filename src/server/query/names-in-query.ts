/** The names that stand in a query's text, without parsing it: so that something can be said of one that is malformed. */
import { prefixes } from '../../vocabularies.js';

export interface QueryNames {
  /** Prefix → namespace, as the query declares them. */
  readonly declared: ReadonlyMap<string, string>;
  /** `dct:title`, each once. */
  readonly prefixed: readonly { readonly prefix: string; readonly name: string }[];
  /** Whole, each once, those of declarations left out. */
  readonly iris: readonly string[];
}

/** Comments and strings are passed over; each alternative takes what it begins with to its end, or a line at most. */
const tokens =
  /(?<skip>#[^\n]*|"""(?:[^"\\]|\\.|"(?!""))*"""|'''(?:[^'\\]|\\.|'(?!''))*'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|\bPREFIX\s+(?<declared>[\w.-]*):\s*<(?<namespace>[^<>\s]*)>|<(?<iri>[^<>\s"{}|^`\\]*)>|(?<![\w?$:@-])(?<prefix>[A-Za-z][\w.-]*|):(?<name>[\p{L}\w][\p{L}\w-]*)/giu;

/** No query that is carried out is longer. */
const longest = 100_000;

export function namesInQuery(text: string): QueryNames {
  const declared = new Map<string, string>();
  const prefixed = new Map<string, { prefix: string; name: string }>();
  const iris = new Set<string>();
  for (const { groups = {} } of text.slice(0, longest).matchAll(tokens)) {
    if (groups['namespace'] !== undefined) declared.set(groups['declared'] ?? '', groups['namespace']);
    else if (groups['iri'] !== undefined) iris.add(groups['iri']);
    else if (groups['name'] !== undefined) {
      const [prefix, name] = [groups['prefix'] ?? '', groups['name']];
      prefixed.set(`${prefix}:${name}`, { prefix, name });
    }
  }
  return { declared, prefixed: [...prefixed.values()], iris: [...iris] };
}

/** `dct` → its namespace, where it is a prefix of ours. */
export const knownNamespace = (prefix: string): string | undefined =>
  Object.entries(prefixes).find(([known]) => known === prefix)?.[1];
