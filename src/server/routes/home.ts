/** `/`: what this is, what it holds, and the way to everything else. */
import { Router } from 'express';
import { homePage } from '../pages/home.js';
import { sendText } from '../send.js';
import type { Services } from '../services.js';

export function homeRoutes(services: Services): Router {
  return Router().get('/', async (request, response) => {
    const page = await services.memory('home', () => homePage(services));
    response.set('Link', '</.well-known/api-catalog>; rel="api-catalog"');
    await sendText(request, response, page.text, 'text/html');
  });
}
