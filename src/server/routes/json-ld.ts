/** What plain JSON is read by: the JSON-LD context and frame, each also in the versions that there were, and JSON Schemas. */
import { readFile } from 'node:fs/promises';
import { type Request, type Response, Router } from 'express';
import { createSchema, type SchemaName, schemaTitles } from '../../export/json-schema.js';
import { createIris } from '../../iris.js';
import { findVersion } from '../../serialise/own-context.js';
import { ontologyVersion } from '../../vocabularies.js';
import { HttpFault } from '../http-fault.js';
import { sendText } from '../send.js';
import type { Services } from '../services.js';

/** What is not named by its version may be another tomorrow, and the version in the making too; what was superseded stays. */
const cacheControl = (version: string | undefined): string =>
  version === undefined || version === ontologyVersion ? 'public, max-age=3600' : 'public, max-age=31536000, immutable';

type VersionedName = 'context' | 'frame';

/** RFC 5829 says which is the newest; Content-Location, under which name this one stays. */
async function sendVersion(request: Request, response: Response, name: VersionedName, version?: string): Promise<void> {
  const file = findVersion(`${name}.jsonld`, version);
  if (file === undefined) throw new HttpFault(404, `there is no version ${version} of the ${name}`);
  const bytes = await readFile(file);
  response.set('Cache-Control', cacheControl(version));
  if (version === undefined) response.set('Content-Location', `/ontology/${name}/${ontologyVersion}.jsonld`);
  else response.append('Link', `</ontology/${name}.jsonld>; rel="latest-version"`);
  await sendText(request, response, bytes, 'application/ld+json');
}

const isSchema = (name: string): name is SchemaName => Object.hasOwn(schemaTitles, name);

export function jsonLdRoutes({ config, context, frame }: Services): Router {
  const router = Router();
  const serveVersions = (path: string, name: VersionedName): void => {
    router.get(`${path}.jsonld`, (request, response) => sendVersion(request, response, name));
    router.get(`${path}/:version.jsonld`, (request, response) =>
      sendVersion(request, response, name, request.params['version']),
    );
  };
  serveVersions('/ontology/context', 'context');
  serveVersions('/ontology/frame', 'frame');
  return router.get('/ontology/:name.schema.json', async (request, response) => {
    const { name } = request.params;
    if (!isSchema(name)) throw new HttpFault(404, `the schemas are ${Object.keys(schemaTitles).join(', ')}`);
    const schema = createSchema(name, { context, frame, id: createIris(config.base).jsonSchema(name).value });
    response.set('Cache-Control', cacheControl(undefined));
    await sendText(request, response, `${JSON.stringify(schema, null, 1)}\n`, 'application/schema+json');
  });
}
