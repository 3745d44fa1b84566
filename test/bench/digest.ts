/** What an answer comes to: how many rows, and a number that is the same for the same rows in any order. */
import { createHash } from 'node:crypto';

export interface Digest {
  readonly rows: number;
  readonly hash: string;
}

interface JsonTerm {
  readonly type: string;
  readonly value: string;
  readonly datatype?: string;
  readonly 'xml:lang'?: string;
}

interface JsonAnswer {
  readonly boolean?: boolean;
  readonly results?: { readonly bindings: readonly Readonly<Record<string, JsonTerm>>[] };
}

const string = 'http://www.w3.org/2001/XMLSchema#string';

/** Numbers by their value: engines write one sum in several ways. */
function writeTerm({ type, value, datatype = string, 'xml:lang': language = '' }: JsonTerm): string {
  const isNumber = /#(?:integer|decimal|double|float)$/.test(datatype);
  return isNumber ? `n ${Number(value)}` : `${type} ${value} ${datatype} ${language}`;
}

const writeRow = (row: Readonly<Record<string, JsonTerm>>): string =>
  Object.keys(row)
    .sort()
    .map((name) => `${name} ${writeTerm(row[name] as JsonTerm)}`)
    .join('\n');

function hashLines(lines: readonly string[]): Digest {
  const hash = createHash('sha256');
  for (const line of [...lines].sort()) hash.update(line).update('\0');
  return { rows: lines.length, hash: hash.digest('hex').slice(0, 16) };
}

export function digest(answer: string | readonly Uint8Array[], kind: 'rows' | 'truth' | 'triples'): Digest {
  const text = typeof answer === 'string' ? answer : Buffer.concat(answer).toString();
  if (kind === 'triples') return hashLines([...new Set(text.split('\n').filter((line) => line !== ''))]);
  const { boolean, results } = JSON.parse(text) as JsonAnswer;
  return hashLines(boolean === undefined ? (results?.bindings ?? []).map(writeRow) : [String(boolean)]);
}
