/** The web application over a store. */
import type { IncomingMessage, RequestListener } from 'node:http';
import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import { Dumps } from '../export/dump/dumps.js';
import { readContext, readFrameText } from '../export/json-ld-context.js';
import { createValidator } from '../export/validation/validator.js';
import { checkRequest } from './check-request.js';
import { answerError } from './errors.js';
import { createFeedSource } from './feeds/feed-source.js';
import { HttpFault } from './http-fault.js';
import { createMemory } from './memory.js';
import { leadFields } from './mount.js';
import { countStatements } from './observe/count-statements.js';
import type { OpenLog } from './observe/log.js';
import { createMask } from './observe/mask.js';
import { createMetrics } from './observe/metrics.js';
import { observeRequest } from './observe/observe-requests.js';
import { observeStore } from './observe/observed-store.js';
import { ofOneGraph } from './one-graph.js';
import { allowMethods, allowReading } from './options.js';
import { QuickAnswers } from './quick-answers.js';
import { ReadyAnswers } from './ready-answers.js';
import { aboutRoutes } from './routes/about.js';
import { apiRoutes } from './routes/api.js';
import { atomRoutes } from './routes/atom.js';
import { browseRoutes } from './routes/browse.js';
import { catalogRoutes } from './routes/catalog.js';
import { citationRoutes } from './routes/citation.js';
import { coverageRoutes } from './routes/coverage.js';
import { dumpRoutes } from './routes/dump.js';
import { entityRoutes } from './routes/entity.js';
import { graphViewRoutes } from './routes/graph-view.js';
import { graphRoutes } from './routes/graphs.js';
import { harvestRoutes } from './routes/harvest.js';
import { healthRoutes } from './routes/health.js';
import { homeRoutes } from './routes/home.js';
import { jsonLdRoutes } from './routes/json-ld.js';
import { ldesRoutes } from './routes/ldes.js';
import { linksetRoutes } from './routes/linkset.js';
import { mapRoutes } from './routes/map.js';
import { metricsRoutes } from './routes/metrics.js';
import { noteRoutes } from './routes/note.js';
import { oaiRoutes } from './routes/oai.js';
import { ontologyRoutes } from './routes/ontology.js';
import { profileRoutes } from './routes/profiles.js';
import { questionRoutes } from './routes/questions.js';
import { reviewRoutes } from './routes/review.js';
import { searchRoutes } from './routes/search.js';
import { sitemapRoutes } from './routes/sitemap.js';
import { allowSparql, answerSparql, optionsFor, sparqlRoutes } from './routes/sparql.js';
import { timelineRoutes } from './routes/timeline.js';
import { uiRoutes } from './routes/ui.js';
import { validateRoutes } from './routes/validate.js';
import { voidRoutes } from './routes/void.js';
import { wellKnownRoutes } from './routes/well-known.js';
import type { Services } from './services.js';
import { sparqlMethods } from './sparql-request.js';
import { createWriteCheck } from './write-access.js';

/** What tells harvesters and crawlers what there is, and what has changed. */
const feedRoutes = [atomRoutes, ldesRoutes, sitemapRoutes, wellKnownRoutes];

/** The last answers for every path that nobody else does. */
const readRoutes = [
  uiRoutes,
  homeRoutes,
  healthRoutes,
  metricsRoutes,
  ...feedRoutes,
  catalogRoutes,
  jsonLdRoutes,
  dumpRoutes,
  harvestRoutes,
  ontologyRoutes,
  linksetRoutes,
  voidRoutes,
  profileRoutes,
  searchRoutes,
  mapRoutes,
  coverageRoutes,
  browseRoutes,
  graphViewRoutes,
  timelineRoutes,
  apiRoutes,
  questionRoutes,
  noteRoutes,
  aboutRoutes,
  citationRoutes,
  entityRoutes,
];

const readMethods = ['GET', 'HEAD', 'OPTIONS'];

/** What an application is made of. */
export interface Parts extends Pick<Services, 'store' | 'config'> {
  /** Without one nothing is written down but defects. */
  readonly log?: OpenLog | undefined;
  readonly stopping?: AbortSignal | undefined;
}

/** The same behind what is asked most: for a server that is ours alone. */
export function createListener(parts: Parts): RequestListener {
  const services = createQuickServices(parts);
  const observe = createRequestObserver(services, parts);
  const app = createAppOver(services);
  const endpoint = createEndpoint(app, services);
  const isForEndpoint = ({ url = '' }: IncomingMessage): boolean => url.startsWith('/sparql?') || url === '/sparql';
  return (request, response) => {
    observe(request, response);
    if (services.ready?.answer(request, response) || services.quick?.answer(request, response)) return;
    if (isForEndpoint(request)) endpoint(request, response);
    else app(request, response);
  };
}

/** The steps of the application that lead to `/sparql`, without its router, which takes longer than most answers. */
function createEndpoint(app: Express, services: Services): RequestListener {
  const steps = [setHeaders, allowReading, checkRequest, allowSparql];
  const ignore = (): void => {};
  async function run(request: Request, response: Response): Promise<void> {
    for (const step of steps) {
      let goesOn = false;
      step(request, response, () => {
        goesOn = true;
      });
      if (!goesOn) return;
    }
    await answerSparql(services, request, response);
  }
  return (plainRequest, plainResponse) => {
    // As Express makes its own of them.
    const request = Object.setPrototypeOf(plainRequest, app.request) as Request;
    const response = Object.setPrototypeOf(plainResponse, app.response) as Response;
    Object.assign(request, { res: response });
    Object.assign(response, { req: request });
    run(request, response).catch((error: unknown) => answerError(error, request, response, ignore));
  };
}

/** Nothing here runs a script or is framed. */
const setHeaders: RequestHandler = (_request, response, next) => {
  response.set({
    'Content-Security-Policy':
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
    // Else a browser asks name servers for every host that a page links to.
    'X-DNS-Prefetch-Control': 'off',
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

const createRequestObserver = ({ metrics, config }: Services, { log }: Parts): RequestListener =>
  observeRequest({ figures: metrics, log: log?.log, mask: createMask(config.writeToken), config });

function createServices({ store: bare, config, log, stopping }: Parts): Services {
  const observed = { log: log?.log, mask: createMask(config.writeToken), slowQuery: config.slowQuery };
  const count = (): Promise<number | undefined> => countStatements({ store, memory });
  const metrics = createMetrics({ store: bare, sink: log?.sink, countStatements: count });
  const store = observeStore(bare, { figures: metrics, ...observed });
  const memory = createMemory(store);
  const checkWriter = createWriteCheck(config.writeToken);
  const feeds = createFeedSource(store, config.base);
  return {
    store,
    config,
    metrics,
    stopping,
    checkWriter,
    memory,
    feeds,
    dumps: new Dumps(store, config),
    validate: createValidator(config),
    context: readContext(),
    frame: readFrameText(),
  };
}

function createQuickServices(parts: Parts): Services {
  const services = createServices(parts);
  const { store, config, metrics } = services;
  const ready = new ReadyAnswers(store, config, metrics);
  return { ...services, ready, quick: new QuickAnswers({ store, config, ready, options: optionsFor(services) }) };
}

/** The web application over a store, to be listened with or mounted under a path. The caller opens the store, listens, and closes both. */
export function createApp(parts: Parts): Express {
  const services = createServices(parts);
  return createAppOver(services, createRequestObserver(services, parts));
}

/** `observe`: where nobody has seen the request before. */
function createAppOver(services: Services, observe?: RequestListener): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', false).set('case sensitive routing', true);
  if (observe !== undefined)
    app.use((request, response, next) => {
      observe(request, response);
      next();
    });
  app.use(
    leadFields,
    setHeaders,
    allowReading,
    checkRequest,
    answerAsterisk,
    sparqlRoutes(services),
    graphRoutes(services),
  );
  app.use(validateRoutes(services));
  app.use(reviewRoutes(services));
  app.use(oaiRoutes(services));
  app.use(allowMethods(readMethods));
  const reading = express.Router();
  for (const routes of readRoutes) reading.use(routes(services));
  return app.use(ofOneGraph(services.store, reading)).use(answerError);
}
