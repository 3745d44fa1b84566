/** Turtle and TriG for people to read: prefixes, one block a subject, types first. */
import type { Literal, Quad, Term } from '../rdf.js';
import { prefixes } from '../vocabularies.js';
import { literalSuffix, writeIri, writeString, writeTerm } from './terms.js';

const rdfType = `${prefixes.rdf}type`;
const namespaces = Object.entries(prefixes);

/** A prefixed name where the rest of the IRI is a plain word (no escapes needed); the prefix goes into `used`. */
function shorten(iri: string, used: Set<string>): string {
  for (const [prefix, namespace] of namespaces) {
    if (iri.startsWith(namespace) && /^[A-Za-z_][\w-]*$/.test(iri.slice(namespace.length))) {
      used.add(prefix);
      return `${prefix}:${iri.slice(namespace.length)}`;
    }
  }
  return writeIri(iri);
}

/** Numbers and booleans stand bare only where the bare form means the same lexical form and datatype. */
function turtleLiteral(literal: Literal, used: Set<string>): string {
  const { value, datatype } = literal;
  if (datatype.value === `${prefixes.xsd}integer` && /^[+-]?\d+$/.test(value)) return value;
  if (datatype.value === `${prefixes.xsd}boolean` && /^(true|false)$/.test(value)) return value;
  return writeString(value) + literalSuffix(literal, (iri) => shorten(iri, used));
}

function turtleTerm(term: Term, used: Set<string>): string {
  switch (term.termType) {
    case 'NamedNode':
      return shorten(term.value, used);
    case 'Literal':
      return turtleLiteral(term, used);
    case 'Quad':
      return `<<( ${turtleTerm(term.subject, used)} ${turtleTerm(term.predicate, used)} ${turtleTerm(term.object, used)} )>>`;
    default:
      return writeTerm(term);
  }
}

/** key → members, in order of first appearance. */
function groupBy<T>(items: Iterable<T>, key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const members = groups.get(key(item));
    if (members === undefined) groups.set(key(item), [item]);
    else members.push(item);
  }
  return groups;
}

/** All statements of one graph, a block a subject. */
function writeGraph(quads: Iterable<Quad>, used: Set<string>, indent: string): string[] {
  const blocks: string[] = [];
  for (const [subject, statements] of groupBy(quads, (q) => turtleTerm(q.subject, used))) {
    const byPredicate = [...groupBy(statements, (q) => q.predicate.value)];
    const ordered = byPredicate.sort(([a], [b]) => Number(b === rdfType) - Number(a === rdfType));
    const lines = ordered.map(([predicate, same]) => {
      const objects = [...new Set(same.map((q) => turtleTerm(q.object, used)))];
      return `${predicate === rdfType ? 'a' : shorten(predicate, used)} ${objects.join(', ')}`;
    });
    blocks.push(`${indent}${subject} ${lines.join(` ;\n${indent}  `)} .\n`);
  }
  return blocks;
}

const header = (used: Set<string>): string =>
  namespaces
    .filter(([prefix]) => used.has(prefix))
    .map(([prefix, namespace]) => `@prefix ${prefix}: <${namespace}> .\n`)
    .join('');

/** Turtle of all quads; their graphs are left out. */
export function* writeTurtle(quads: Iterable<Quad>): Generator<string> {
  const used = new Set<string>();
  const blocks = writeGraph(quads, used, '');
  yield header(used);
  for (const block of blocks) yield `\n${block}`;
}

/** TriG; the unnamed graph stands outside of braces. */
export function* writeTrig(quads: Iterable<Quad>): Generator<string> {
  const used = new Set<string>();
  const graphs: { opening: string; blocks: string[]; closing: string }[] = [];
  for (const [name, members] of groupBy(quads, (q) => turtleTerm(q.graph, used))) {
    const [opening, closing, indent] = name === '' ? ['', '', ''] : [`\n${name} {`, '}\n', '  '];
    graphs.push({ opening, blocks: writeGraph(members, used, indent), closing });
  }
  yield header(used);
  for (const { opening, blocks, closing } of graphs) {
    yield opening;
    for (const block of blocks) yield `\n${block}`;
    yield closing;
  }
}
