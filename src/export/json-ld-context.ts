/** The JSON-LD context that we publish and compact with, and the frame. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContextDefinition } from 'jsonld';
import { packageRoot } from '../package-root.js';
import type { FrameObject } from '../serialise/read-frame.js';

/** Where they lie. */
export const contextFile = join(packageRoot, 'ontology', 'context.jsonld');
export const frameFile = join(packageRoot, 'ontology', 'frame.jsonld');

/** The context that our JSON-LD is compacted with. */
export function readContext(): ContextDefinition {
  const document = JSON.parse(readFileSync(contextFile, 'utf8')) as { '@context': ContextDefinition };
  return document['@context'];
}

export const readFrameText = (): FrameObject => JSON.parse(readFileSync(frameFile, 'utf8')) as FrameObject;
