/** The web application over a store. */
import { join } from 'node:path';
import express, { type Express, type RequestHandler } from 'express';
import { packageRoot } from '../config.js';
import { readContext } from '../export/json-ld-context.js';
import { answerError } from './errors.js';
import { HttpFault } from './http-fault.js';
import { createMemory } from './memory.js';
import { catalogRoutes } from './routes/catalog.js';
import { entityRoutes } from './routes/entity.js';
import { healthRoutes } from './routes/health.js';
import { homeRoutes } from './routes/home.js';
import { noteRoutes } from './routes/note.js';
import { ontologyRoutes } from './routes/ontology.js';
import { sparqlRoutes } from './routes/sparql.js';
import type { Services } from './services.js';

const readMethods = 'GET, HEAD, OPTIONS';

/** Everything here may be read from any page; nothing here runs a script or is framed. */
const setHeaders: RequestHandler = (_request, response, next) => {
  response.set({
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'ETag, Content-Length, Retry-After',
    'Content-Security-Policy':
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    Vary: 'Accept',
  });
  next();
};

const allowPreflight: RequestHandler = (request, response, next) => {
  if (request.method === 'OPTIONS')
    response.set({
      'Access-Control-Allow-Methods': 'GET, HEAD, POST, OPTIONS',
      'Access-Control-Allow-Headers': 'Accept, Content-Type, If-None-Match',
      'Access-Control-Max-Age': '86400',
    });
  next();
};

/** For all doors but `/sparql`. */
const onlyRead: RequestHandler = (request, response, next) => {
  if (request.method === 'OPTIONS') response.set('Allow', readMethods).status(204).end();
  else if (request.method === 'GET' || request.method === 'HEAD') next();
  else throw new HttpFault(405, `${request.method} is not allowed here`, { Allow: readMethods });
};

/** The caller opens the store, listens, and closes both. */
export function createApp({ store, config }: Pick<Services, 'store' | 'config'>): Express {
  const services: Services = { store, config, memory: createMemory(store), context: readContext() };
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', false).set('case sensitive routing', true);
  app.use(setHeaders, allowPreflight, sparqlRoutes(services), onlyRead);
  app.use('/ui', express.static(join(packageRoot, 'src', 'ui'), { index: false, fallthrough: false }));
  for (const routes of [homeRoutes, healthRoutes, catalogRoutes, ontologyRoutes, noteRoutes, entityRoutes])
    app.use(routes(services));
  return app.use(answerError);
}
