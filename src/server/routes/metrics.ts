/** `/metrics`: what Prometheus reads. */
import { Router } from 'express';
import type { Services } from '../services.js';

export function metricsRoutes({ metrics }: Services): Router {
  return Router().get('/metrics', async (_request, response) => {
    const text = await metrics.text();
    response.set({ 'Content-Type': metrics.contentType, 'Cache-Control': 'no-store' }).end(text);
  });
}
