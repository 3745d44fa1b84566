/** `/ui`: the style sheet and whatever else the pages are shown with, as it lies in `src/ui/`. */
import { join } from 'node:path';
import { Router } from 'express';
import { packageRoot } from '../../config.js';
import { breakOff } from '../break-off.js';
import { HttpFault } from '../http-fault.js';

const root = join(packageRoot, 'src', 'ui');

/** What Express says of a file that it cannot send names our folders; a range or a condition that fails keeps its status. */
function toFault(error: Error & { status?: number }): HttpFault {
  const status = error.status === 412 || error.status === 416 ? error.status : 404;
  return new HttpFault(status, status === 404 ? 'there is no such file' : 'this part of the file cannot be sent');
}

export function uiRoutes(): Router {
  return Router().get('/ui/*file', (request, response, next) => {
    response.sendFile(request.path.slice('/ui/'.length), { root }, (error) => {
      // Half a file must not look like a whole one; a reader who leaves is no failure.
      if (error && !response.headersSent) next(toFault(error));
      else if (error) breakOff(response.socket);
    });
  });
}
