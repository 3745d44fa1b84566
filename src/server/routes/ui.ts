/** `/ui`: the style sheet and whatever else the pages are shown with, as it lies in `src/ui/`. */
import { join } from 'node:path';
import { Router } from 'express';
import { packageRoot } from '../../config.js';
import { sendFile } from '../send-file.js';

const root = join(packageRoot, 'src', 'ui');

export function uiRoutes(): Router {
  return Router().get('/ui/*file', (request, response, next) => {
    sendFile([response, next], { name: request.path.slice('/ui/'.length), root });
  });
}
