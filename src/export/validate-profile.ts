/** Holds what a profile gives against shapes, and tells of each result which dataset it is about and which property. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../package-root.js';
import type { DatasetCore, NamedNode, Quad, Term } from '../rdf.js';
import { rdfDatasets } from '../rdf-datasets.js';
import { readShapesFile, type ValidationResult, validate } from '../shapes/validate.js';
import { type GraphStore, QueryFault } from '../store/graph-store.js';
import { dcat, rdfTerms } from '../vocabularies.js';
import { bindProfile, type ProfileScope } from './bind-profile.js';
import type { Profile } from './profiles.js';
import { readQueryText } from './query-text.js';

/** One thing that does not fit. */
export interface Remark {
  /** The dataset or catalogue that it is about, or that refers to what it is about; that itself where none does. */
  readonly dataset: Term;
  /** What does not fit. */
  readonly about: Term;
  /** The property that is at fault or not stated; absent where the shape is of the thing as a whole. */
  readonly property?: NamedNode;
  readonly message: string;
}

export interface Remarks {
  readonly violations: readonly Remark[];
  /** What is recommended and not stated. */
  readonly warnings: readonly Remark[];
}

export interface ValidateOptions extends ProfileScope {
  /** More triples than these are not validated, which would hold everybody up: the profile is then too long. */
  readonly maxQuads?: number;
}

const shapesFile = (name: string): string => join(packageRoot, 'ontology', 'shapes', 'profiles', name);

/** The same as they stand in their file, with the comments. */
export const readShapesText = ({ shapes = '' }: Profile): string => readFileSync(shapesFile(shapes), 'utf8');

/** The shapes that we publish of a profile; none where it is no RDF. */
export const readProfileShapes = ({ shapes }: Profile): DatasetCore =>
  shapes === undefined ? rdfDatasets.dataset() : readShapesFile(shapesFile(shapes));

/** What the profile gives, as quads. */
export async function readProfile(
  store: GraphStore,
  profile: Profile,
  { maxQuads = Number.POSITIVE_INFINITY, ...scope }: ValidateOptions,
): Promise<Quad[]> {
  const result = await store.query(readQueryText(profile.query), bindProfile(profile, scope));
  const quads: Quad[] = [];
  if (result.kind !== 'graph') return quads;
  for await (const quad of result.quads) {
    if (quads.length === maxQuads) throw new QueryFault('too-long', `${profile.id} has more than ${maxQuads} triples`);
    quads.push(quad);
  }
  return quads;
}

/** What the store's data are in a profile, held against its shapes or others. */
export async function validateProfile(
  store: GraphStore,
  profile: Profile,
  shapes: DatasetCore,
  options: ValidateOptions,
): Promise<Remarks> {
  return remarksOf(await readProfile(store, profile, options), shapes);
}

/** The same of any quads. */
export async function remarksOf(quads: readonly Quad[], shapes: DatasetCore): Promise<Remarks> {
  const { results } = await validate(quads, shapes);
  const findDataset = findReferring(quads);
  const toRemark = ({ focusNode, path, message }: ValidationResult): Remark => ({
    dataset: findDataset(focusNode),
    about: focusNode,
    ...(path !== undefined && { property: path }),
    message,
  });
  const bySeverity = (isMeant: (severity: string) => boolean): Remark[] =>
    results.filter(({ severity }) => isMeant(severity)).map(toRemark);
  return {
    violations: bySeverity((severity) => severity === 'Violation'),
    warnings: bySeverity((severity) => severity !== 'Violation'),
  };
}

/** From a thing to the nearest dataset or catalogue that leads to it; datasets go before catalogues. */
function findReferring(quads: readonly Quad[]): (thing: Term) => Term {
  const entries = new Map<string, Term>();
  const referring = new Map<string, Term[]>();
  for (const { subject, predicate, object } of quads) {
    if (predicate.equals(rdfTerms.type)) {
      if (object.equals(dcat.Dataset) || object.equals(dcat.Catalog)) entries.set(subject.value, subject);
    } else if (object.termType !== 'Literal') {
      const known = referring.get(object.value);
      if (known === undefined) referring.set(object.value, [subject]);
      else known.push(subject);
    }
  }
  return (thing) => {
    const seen = new Set<string>();
    for (let layer: readonly Term[] = [thing]; layer.length > 0; ) {
      const found = layer.find(({ value }) => entries.has(value));
      if (found !== undefined) return found;
      for (const { value } of layer) seen.add(value);
      layer = layer.flatMap(({ value }) => referring.get(value) ?? []).filter(({ value }) => !seen.has(value));
    }
    return thing;
  };
}
