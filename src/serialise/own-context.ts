/** Our JSON-LD context by the addresses at which it is published: documents that name it are read without fetching anything. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../package-root.js';
import { ontologyVersion, prefixes } from '../vocabularies.js';

/** A document loader that never loads: whoever sends or stores RDF cannot make us fetch. */
export const refuseToLoad = (url: string): Promise<never> =>
  Promise.reject(new Error(`remote JSON-LD contexts are not fetched: <${url}>`));

/** What is published in versions besides the ontology itself. */
export type VersionedFile = 'context.jsonld' | 'frame.jsonld' | 'ontology.ttl';

/** Where a version of a file lies; the newest without one. Undefined where there is none. */
export function findVersion(name: VersionedFile, version = ontologyVersion): string | undefined {
  const folder = join(packageRoot, 'ontology');
  if (!/^\d+\.\d+\.\d+$/.test(version)) return undefined;
  const file = version === ontologyVersion ? join(folder, name) : join(folder, 'versions', version, name);
  return existsSync(file) ? file : undefined;
}

/** Whatever the settings say, the ontology's own address is ours. */
const canonicalBase = prefixes.mig.replace(/ontology#$/, '');

/**
 * What an address of our context leads to: one under our ontology's base, or under one that the base of the document is within.
 * Undefined for all others.
 */
export function readOwnContext(url: string, baseIri: string): object | undefined {
  const [, base = '', version] = /^(.+\/)ontology\/context(?:\/([\d.]+))?\.jsonld$/.exec(url) ?? [];
  const isOurs = base === canonicalBase || (base !== '' && baseIri.startsWith(base));
  const file = isOurs ? findVersion('context.jsonld', version) : undefined;
  return file === undefined ? undefined : (JSON.parse(readFileSync(file, 'utf8')) as object);
}
