/** `/healthz`: this server lives, whatever its queries do. `/readyz`: a query is answered. */
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

export function healthRoutes(services: Services): Router {
  return Router()
    .get('/healthz', (_request, response) => {
      response.set('Cache-Control', 'no-store').json({ status: 'ok' });
    })
    .get('/readyz', async (_request, response) => {
      const isReady = await answers(services);
      response.status(isReady ? 200 : 503).set('Cache-Control', 'no-store');
      response.json({ status: isReady ? 'ok' : 'the store does not answer' });
    });
}
