/** `/`: what this is, what it holds, and the answer to what is asked of it. */
import { Router } from 'express';
import { askingOf } from '../asking.js';
import { homePage } from '../pages/home.js';
import { sendText } from '../send.js';
import type { Services } from '../services.js';
import { viewOf } from '../view/view.js';

export function homeRoutes(services: Services): Router {
  return Router().get('/', async (request, response) => {
    const view = viewOf(request, response);
    const asking = askingOf(request, response, services.config);
    const { page, isFaulty } = await homePage(services, view, asking);
    if (isFaulty) response.status(400);
    response.set('Link', '</.well-known/api-catalog>; rel="api-catalog"');
    await sendText(request, response, page.text, 'text/html');
  });
}
