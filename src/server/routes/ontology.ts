/** `/ontology`, whose terms all data is written in,. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Router } from 'express';
import { packageRoot } from '../../config.js';
import { serialiseQuads } from '../../serialise/quads.js';
import { readRdf } from '../../store/open.js';
import { formatsFor, requireFormat, urlParameters } from '../request.js';
import { sendText } from '../send.js';
import type { Services } from '../services.js';

const ontologyFile = join(packageRoot, 'ontology', 'migration.ttl');

/** The hand-written file for Turtle, as it is, with its comments; the other formats are made from it. */
async function writeOntology(format: string, { config, context }: Services): Promise<string> {
  if (format === 'turtle') return readFile(ontologyFile, 'utf8');
  let text = '';
  for await (const part of serialiseQuads(await readRdf(ontologyFile, config.base), format, { context })) text += part;
  return text;
}

export function ontologyRoutes(services: Services): Router {
  return Router().get(['/ontology', '/ontology.:extension'], async (request, response) => {
    const { extension } = request.params as { extension?: string };
    const choice = requireFormat(request, formatsFor('graph'), extension ?? urlParameters(request).get('format'));
    const text = await services.memory(`ontology ${choice.id}`, () => writeOntology(choice.id, services));
    await sendText(request, response, text, choice.mediaType);
  });
}
