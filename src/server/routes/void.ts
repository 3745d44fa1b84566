/** `/void`: the graph as a whole in VoID, for those that look for it at `/.well-known/void` too (VoID, section 7.2). */
import { Router } from 'express';
import { findProfile } from '../../export/profiles.js';
import { HttpFault } from '../http-fault.js';
import { voidPage } from '../pages/void.js';
import { formatsFor, htmlOffer, requireFormat, urlParameters } from '../request.js';
import { sendText } from '../send.js';
import { sendProfile } from '../send-profile.js';
import type { Services } from '../services.js';
import { viewOf } from '../view/view.js';

export function voidRoutes(services: Services): Router {
  return Router()
    .get('/.well-known/void', (request, response) => {
      const query = request.originalUrl.indexOf('?');
      response.redirect(303, query < 0 ? '/void' : `/void${request.originalUrl.slice(query)}`);
    })
    .get(['/void', '/void.:extension'], async (request, response) => {
      const { extension } = request.params as { extension?: string };
      const profile = findProfile('void');
      if (profile === undefined) throw new HttpFault(404, 'there is no description of the graph');
      const choice = requireFormat(
        request,
        [...formatsFor('graph'), htmlOffer],
        extension ?? urlParameters(request).get('format'),
      );
      if (choice.id === 'html') {
        const page = await voidPage(services, viewOf(request, response));
        return sendText(request, response, page.text, 'text/html');
      }
      await sendProfile(services, [request, response], { profile, choice });
    });
}
