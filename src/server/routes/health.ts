/** `/healthz`: this server lives, whatever its queries do. `/readyz`: a query is answered, and the server is not about to stop. */
import { Router } from 'express';
import type { Services } from '../services.js';

async function answers({ store }: Services): Promise<boolean> {
  try {
    const result = await store.query('ASK {}');
    return result.kind === 'boolean' && result.value;
  } catch {
    return false;
  }
}

async function statusOf(services: Services): Promise<string> {
  if (services.stopping?.aborted) return 'the server is stopping';
  return (await answers(services)) ? 'ok' : 'the store does not answer';
}

export function healthRoutes(services: Services): Router {
  return Router()
    .get('/healthz', (_request, response) => {
      response.set('Cache-Control', 'no-store').json({ status: 'ok' });
    })
    .get('/readyz', async (_request, response) => {
      const status = await statusOf(services);
      response.status(status === 'ok' ? 200 : 503).set('Cache-Control', 'no-store');
      response.json({ status });
    });
}
