/** The JSON-LD context that we publish and compact with. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContextDefinition } from 'jsonld';
import { packageRoot } from '../config.js';

/** Where it lies. */
export const contextFile = join(packageRoot, 'ontology', 'context.jsonld');

export function readContext(): ContextDefinition {
  const document = JSON.parse(readFileSync(contextFile, 'utf8')) as { '@context': ContextDefinition };
  return document['@context'];
}
