/** The web application over a store. */
import type { RequestListener } from 'node:http';
import express, { type Express, type RequestHandler } from 'express';
import { readContext } from '../export/json-ld-context.js';
import { checkRequest } from './check-request.js';
import { answerError } from './errors.js';
import { HttpFault } from './http-fault.js';
import { createMemory } from './memory.js';
import { allowMethods, allowReading } from './options.js';
import { ReadyAnswers } from './ready-answers.js';
import { catalogRoutes } from './routes/catalog.js';
import { entityRoutes } from './routes/entity.js';
import { graphRoutes } from './routes/graphs.js';
import { healthRoutes } from './routes/health.js';
import { homeRoutes } from './routes/home.js';
import { noteRoutes } from './routes/note.js';
import { ontologyRoutes } from './routes/ontology.js';
import { sparqlRoutes } from './routes/sparql.js';
import { uiRoutes } from './routes/ui.js';
import type { Services } from './services.js';
import { sparqlMethods } from './sparql-request.js';
import { createWriteCheck } from './write-access.js';

const readMethods = ['GET', 'HEAD', 'OPTIONS'];

/** The same behind answers that stand ready: for a server that is ours alone. */
export function createListener({ store, config }: Pick<Services, 'store' | 'config'>): RequestListener {
  const ready = new ReadyAnswers(store, config);
  return ready.before(createApp({ store, config, ready }));
}

/** Nothing here runs a script or is framed. */
const setHeaders: RequestHandler = (_request, response, next) => {
  response.set({
    'Content-Security-Policy':
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  });
  next();
};

/** `OPTIONS *` asks about the server as a whole (RFC 9110, section 9.3.7). */
const answerAsterisk: RequestHandler = (request, response, next) => {
  if (request.url !== '*') return next();
  if (request.method !== 'OPTIONS') throw new HttpFault(400, '"*" is a target for OPTIONS alone');
  response.set('Allow', sparqlMethods.join(', ')).status(204).end();
};

/** The caller opens the store, listens, and closes both. */
export function createApp({ store, config, ready }: Pick<Services, 'store' | 'config' | 'ready'>): Express {
  const checkWriter = createWriteCheck(config.writeToken);
  const services: Services = { store, config, checkWriter, ready, memory: createMemory(store), context: readContext() };
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', false).set('case sensitive routing', true);
  app.use(setHeaders, allowReading, checkRequest, answerAsterisk, sparqlRoutes(services), graphRoutes(services));
  app.use(allowMethods(readMethods));
  for (const routes of [uiRoutes, homeRoutes, healthRoutes, catalogRoutes, ontologyRoutes, noteRoutes, entityRoutes])
    app.use(routes(services));
  return app.use(answerError);
}
