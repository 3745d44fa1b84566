/** `/profiles`: the profiles that data can be had by, and of each the query that makes it and the shapes that it keeps. */
import { Router } from 'express';
import { describeProfiles, partsOf } from '../../export/describe-profiles.js';
import { findProfile } from '../../export/profiles.js';
import { readQueryText } from '../../export/query-text.js';
import { readShapesText } from '../../export/validation/profile-shapes.js';
import { serialiseQuads } from '../../serialise/quads.js';
import { HttpFault } from '../http-fault.js';
import { profilesPage } from '../pages/profiles.js';
import { formatsFor, htmlOffer, requireFormat, urlParameters } from '../request.js';
import { sendText } from '../send.js';
import type { Services } from '../services.js';
import { viewOf } from '../view/view.js';

const offers = [...formatsFor('graph'), htmlOffer];

export function profileRoutes({ config, context }: Services): Router {
  async function write(format: string): Promise<string> {
    let text = '';
    for await (const part of serialiseQuads(describeProfiles(config.base), format, { context })) text += part;
    return text;
  }

  return Router()
    .get(['/profiles', '/profiles.:extension'], async (request, response) => {
      const { extension } = request.params as { extension?: string };
      const choice = requireFormat(request, offers, extension ?? urlParameters(request).get('format'));
      const text = choice.id === 'html' ? profilesPage(viewOf(request, response)).text : await write(choice.id);
      await sendText(request, response, text, choice.mediaType);
    })
    .get('/profiles/:id/:part', async (request, response) => {
      const { id, part } = request.params;
      const profile = findProfile(id);
      const found = profile && partsOf(profile).find(({ name }) => name === part);
      if (profile === undefined || found === undefined)
        throw new HttpFault(404, `there is no ${part} of a profile "${id}"`);
      const text = found.name === 'query' ? readQueryText(profile.query) : readShapesText(profile.id);
      await sendText(request, response, text, found.mediaType);
    });
}
