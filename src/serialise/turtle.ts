/** Turtle and TriG for people to read: prefixes, one block a subject, types first. */
import type { Literal, Quad, Term } from '../rdf.js';
import { prefixes } from '../vocabularies.js';
import { literalSuffix, writeIri, writeString, writeTerm } from './terms.js';

const rdfType = `${prefixes.rdf}type`;
const namespaces = Object.entries(prefixes);

/** The names of one document. */
class Names {
  /** Prefixes that are to be declared. */
  readonly used = new Set<string>();
  readonly #written = new Map<string, string>();

  /** A prefixed name where the rest of the IRI is a plain word (no escapes needed). */
  write(iri: string): string {
    const known = this.#written.get(iri);
    if (known !== undefined) return known;
    const written = this.#shorten(iri) ?? writeIri(iri);
    this.#written.set(iri, written);
    return written;
  }

  #shorten(iri: string): string | undefined {
    for (const [prefix, namespace] of namespaces) {
      if (iri.startsWith(namespace) && /^[A-Za-z_][\w-]*$/.test(iri.slice(namespace.length))) {
        this.used.add(prefix);
        return `${prefix}:${iri.slice(namespace.length)}`;
      }
    }
    return undefined;
  }
}

/** Numbers and booleans stand bare only where the bare form means the same lexical form and datatype. */
function turtleLiteral(literal: Literal, names: Names): string {
  const { value, datatype } = literal;
  if (datatype.value === `${prefixes.xsd}integer` && /^[+-]?\d+$/.test(value)) return value;
  if (datatype.value === `${prefixes.xsd}boolean` && /^(true|false)$/.test(value)) return value;
  return writeString(value) + literalSuffix(literal, (iri) => names.write(iri));
}

function turtleTerm(term: Term, names: Names): string {
  switch (term.termType) {
    case 'NamedNode':
      return names.write(term.value);
    case 'Literal':
      return turtleLiteral(term, names);
    case 'Quad':
      return `<<( ${turtleTerm(term.subject, names)} ${turtleTerm(term.predicate, names)} ${turtleTerm(term.object, names)} )>>`;
    default:
      return writeTerm(term);
  }
}

/** key → members, in order of first appearance. */
function groupBy<T>(items: Iterable<T>, key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = key(item);
    const members = groups.get(group);
    if (members === undefined) groups.set(group, [item]);
    else members.push(item);
  }
  return groups;
}

/** All statements of one graph, a block a subject. */
function writeGraph(quads: Iterable<Quad>, names: Names, indent: string): string[] {
  const blocks: string[] = [];
  for (const [subject, statements] of groupBy(quads, (q) => turtleTerm(q.subject, names))) {
    const byPredicate = [...groupBy(statements, (q) => q.predicate.value)];
    const ordered = byPredicate.sort(([a], [b]) => Number(b === rdfType) - Number(a === rdfType));
    const lines = ordered.map(([predicate, same]) => {
      const written = same.map((q) => turtleTerm(q.object, names));
      const objects = written.length === 1 ? written : [...new Set(written)];
      return `${predicate === rdfType ? 'a' : names.write(predicate)} ${objects.join(', ')}`;
    });
    blocks.push(`${indent}${subject} ${lines.join(` ;\n${indent}  `)} .\n`);
  }
  return blocks;
}

const header = ({ used }: Names): string =>
  namespaces
    .filter(([prefix]) => used.has(prefix))
    .map(([prefix, namespace]) => `@prefix ${prefix}: <${namespace}> .\n`)
    .join('');

/** Turtle of all quads; their graphs are left out. */
export function* writeTurtle(quads: Iterable<Quad>): Generator<string> {
  const names = new Names();
  const blocks = writeGraph(quads, names, '');
  yield header(names);
  for (const block of blocks) yield `\n${block}`;
}

/** TriG; the unnamed graph stands outside of braces. */
export function* writeTrig(quads: Iterable<Quad>): Generator<string> {
  const names = new Names();
  const graphs: { opening: string; blocks: string[]; closing: string }[] = [];
  for (const [name, members] of groupBy(quads, (q) => turtleTerm(q.graph, names))) {
    const [opening, closing, indent] = name === '' ? ['', '', ''] : [`\n${name} {`, '}\n', '  '];
    graphs.push({ opening, blocks: writeGraph(members, names, indent), closing });
  }
  yield header(names);
  for (const { opening, blocks, closing } of graphs) {
    yield opening;
    for (const block of blocks) yield `\n${block}`;
    yield closing;
  }
}
