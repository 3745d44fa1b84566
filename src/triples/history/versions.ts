/** The things of a graph that have a page of their own, each with its name and a hash of what is said of it. */
import { createHash } from 'node:crypto';
import type { EntityPath, Iris } from '../../iris.js';
import type { Quad } from '../../rdf.js';
import { dct, prefixes, rdfs } from '../../vocabularies.js';
import { tripleKey } from '../order.js';
import type { Version } from './change-record.js';

const kinds: readonly EntityPath[] = ['agency', 'dataset', 'publication', 'series', 'project', 'event'];

/** Parts of a dataset that have names of their own: what they say is said of the dataset. */
const ownerOfPart = (path: string): string | undefined => {
  const [, dataset] = /^coverage\/([^/]+)\/\d+$/.exec(path) ?? [];
  return dataset === undefined ? undefined : `dataset/${dataset}`;
};

/** Where a statement stands in its note is no part of what it says: a word added above would change everything below it. */
const isPlace = (value: string): boolean => value.includes('#char=');

/** By path, in order. The hash is of what is said, whatever the base of the names. */
export function readVersions(quads: Iterable<Quad>, { base }: Iris): Map<string, Version> {
  const said = new Map<string, { name: string; keys: Set<string> }>();
  for (const quad of quads) {
    const { subject, predicate, object } = quad;
    // What only leads to something else is no thing any more.
    if (!subject.value.startsWith(base) || isPlace(object.value) || predicate.equals(dct.isReplacedBy)) continue;
    const own = subject.value.slice(base.length);
    const path = ownerOfPart(own) ?? own;
    if (!kinds.some((kind) => path.startsWith(`${kind}/`)) || path.includes('#')) continue;
    const thing = said.get(path) ?? { name: '', keys: new Set() };
    said.set(path, thing);
    thing.keys.add(tripleKey(quad).replaceAll(prefixes.mig, 'mig:').replaceAll(base, ''));
    if (predicate.equals(rdfs.label) && path === own && (thing.name === '' || object.value < thing.name))
      thing.name = object.value;
  }
  const versions = [...said].map(([path, { name, keys }]): [string, Version] => [
    path,
    { name: name === '' ? path : name, hash: hashOf(keys) },
  ]);
  return new Map(versions.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A hundred bits tell two versions of a thing apart. */
const hashOf = (keys: ReadonlySet<string>): string =>
  createHash('sha256')
    .update([...keys].sort().join('\n'))
    .digest('base64url')
    .slice(0, 17);
