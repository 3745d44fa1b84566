/** The ontology as it is published: its files as one text, and its terms in reading order with all that is known of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../package-root.js';
import type { NamedNode, Quad, Term } from '../rdf.js';
import { findVersion } from '../serialise/own-context.js';
import { readTurtle } from '../shapes/read-turtle.js';
import { ontologyVersion, prefixes, rdfs, rdfTerms, skos } from '../vocabularies.js';

const folder = join(packageRoot, 'ontology');

export type TermKind = 'class' | 'property' | 'concept scheme' | 'concept';

export interface OntologyTerm {
  readonly iri: string;
  /** What its anchor is called. */
  readonly name: string;
  readonly kind: TermKind;
  /** What is said of it, in the order of the files. */
  readonly statements: readonly Quad[];
}

/** The terms under one heading of a file. */
export interface OntologySection {
  readonly heading: string;
  readonly terms: readonly OntologyTerm[];
}

export interface OntologyDocument {
  readonly version: string;
  /** What is said of the ontology itself, and of who made it. */
  readonly header: readonly Quad[];
  readonly quads: readonly Quad[];
  readonly sections: readonly OntologySection[];
}

const listTurtle = (part: string): string[] =>
  readdirSync(join(folder, part))
    .filter((name) => name.endsWith('.ttl'))
    .sort()
    .map((name) => join(folder, part, name));

/** The files of a version in reading order; undefined where there is no such version. */
function filesOf(version: string): readonly string[] | undefined {
  if (version === ontologyVersion)
    return [join(folder, 'migration.ttl'), join(folder, 'concepts.ttl'), ...listTurtle('alignments')];
  const file = findVersion('ontology.ttl', version);
  return file === undefined ? undefined : [file];
}

/** All versions that there are, the newest first. */
export function listVersions(): string[] {
  const older = readdirSync(join(folder, 'versions')).filter((name) => findVersion('ontology.ttl', name) !== undefined);
  const parts = (version: string): number[] => version.split('.').map(Number);
  return [ontologyVersion, ...older].sort((a, b) => {
    const [left, right] = [parts(a), parts(b)];
    const at = left.findIndex((part, n) => part !== right[n]);
    return at < 0 ? 0 : (right[at] ?? 0) - (left[at] ?? 0);
  });
}

/** As it was written by hand, with its comments, in one. */
export const readOntologyText = (version = ontologyVersion): string | undefined =>
  filesOf(version)
    ?.map((file) => readFileSync(file, 'utf8'))
    .join('\n');

const kinds: readonly (readonly [NamedNode, TermKind])[] = [
  [rdfs.Class, 'class'],
  [rdfTerms.Property, 'property'],
  [skos.ConceptScheme, 'concept scheme'],
  [skos.Concept, 'concept'],
];

const kindOf = (statements: readonly Quad[]): TermKind | undefined =>
  kinds.find(([type]) =>
    statements.some(({ predicate, object }) => predicate.equals(rdfTerms.type) && object.equals(type)),
  )?.[1];

/** The headings of a text (`##### Who`), each with the names of the terms that are first spoken of under it. */
function* readHeadings(text: string): Generator<readonly [heading: string, name: string]> {
  let heading = '';
  for (const line of text.split('\n')) {
    const title = /^#{5} (.+)$/.exec(line)?.[1];
    if (title !== undefined) heading = title;
    const name = /^mig:([A-Za-z]+) a /.exec(line)?.[1];
    if (name !== undefined) yield [heading, name];
  }
}

function groupBySubject(quads: readonly Quad[]): Map<string, Quad[]> {
  const groups = new Map<string, Quad[]>();
  for (const quad of quads) {
    const known = groups.get(quad.subject.value);
    if (known === undefined) groups.set(quad.subject.value, [quad]);
    else known.push(quad);
  }
  return groups;
}

/** Undefined where there is no such version. */
export function readOntologyDocument(version = ontologyVersion): OntologyDocument | undefined {
  const text = readOntologyText(version);
  if (text === undefined) return undefined;
  const quads = (filesOf(version) ?? []).flatMap((file) => readTurtle(file));
  const bySubject = groupBySubject(quads);
  const sections = new Map<string, OntologyTerm[]>();
  for (const [heading, name] of readHeadings(text)) {
    const iri = prefixes.mig + name;
    const statements = bySubject.get(iri) ?? [];
    const kind = kindOf(statements);
    if (kind !== undefined) sections.set(heading, [...(sections.get(heading) ?? []), { iri, name, kind, statements }]);
  }
  return {
    version,
    quads,
    header: quads.filter(({ subject }) => !subject.value.startsWith(prefixes.mig)),
    sections: [...sections].map(([heading, terms]) => ({ heading, terms })),
  };
}

/** The values of a property. */
export const valuesOf = (statements: readonly Quad[], property: NamedNode): Term[] =>
  statements.filter(({ predicate }) => predicate.equals(property)).map(({ object }) => object);

/** What the definition says, and which standard terms it says were considered. */
export function definitionOf({ statements }: OntologyTerm): { readonly text: string; readonly considered: string } {
  const whole = valuesOf(statements, skos.definition)[0]?.value ?? '';
  const [text = '', considered = ''] = whole.split(/ ?Considered: /);
  return { text, considered };
}
