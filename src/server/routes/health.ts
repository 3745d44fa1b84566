/** `/healthz`: whether the store answers. */
import { Router } from 'express';
import type { Services } from '../services.js';

export function healthRoutes({ store }: Services): Router {
  return Router().get('/healthz', async (_request, response) => {
    const result = await store.query('ASK {}');
    const answers = result.kind === 'boolean' && result.value;
    response.status(answers ? 200 : 503).set('Cache-Control', 'no-store');
    response.json({ status: answers ? 'ok' : 'the store does not answer' });
  });
}
