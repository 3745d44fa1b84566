/** `/review`: what of the notes is uncertain, sentence by sentence, for a curator to decide; a decision becomes a file. */
import { type Request, type Response, Router } from 'express';
import { readDecided } from '../../curation/decision-files.js';
import { askingOf } from '../asking.js';
import { askedBy } from '../client.js';
import { HttpFault } from '../http-fault.js';
import { allowMethods } from '../options.js';
import { reviewPage } from '../pages/review.js';
import { bodyType, decodeText, readBody } from '../read-body.js';
import { parseForm, urlParameters } from '../request.js';
import { createCuratorCheck } from '../review/curator-check.js';
import { readCandidates, readNotesToReview } from '../review/read-candidates.js';
import { readNoteText } from '../review/read-note-text.js';
import { decisionsFolder, takeDecision } from '../review/take-decision.js';
import { sendText } from '../send.js';
import type { Services } from '../services.js';
import { viewOf } from '../view/view.js';

/** Bytes of a form. */
const mostBytes = 64 * 1024;

const scripts = "; script-src 'self'";

/** Remembers who decides, for these pages alone. */
const nameCookie = 'curator';

function curatorOf({ headers }: Request): string {
  const [, text = ''] = /(?:^|;\s*)curator=([^;]*)/.exec(headers.cookie ?? '') ?? [];
  try {
    return decodeURIComponent(text).slice(0, 200);
  } catch {
    return '';
  }
}

async function showPage(services: Services, request: Request, response: Response): Promise<void> {
  const { config } = services;
  const view = viewOf(request, response);
  const asking = askingOf(request, response, config);
  const notes = await readNotesToReview(services, asking);
  const slug = urlParameters(request).get('note') ?? notes[0]?.slug;
  const text = slug === undefined ? undefined : await readNoteText(services, slug, asking);
  if (slug !== undefined && text === undefined) throw new HttpFault(404, `there is no note "${slug}" here`);
  const all = slug === undefined || text === undefined ? [] : await readCandidates(services, { slug, text }, asking);
  const decided = await readDecided(decisionsFolder(services));
  const open = all.filter(({ id }) => !decided.has(id));
  const page = reviewPage(view, { notes, slug, open, decided: all.length - open.length, who: curatorOf(request) });
  response.set('Content-Security-Policy', `${response.get('Content-Security-Policy')}${scripts}`);
  await sendText(request, response, page.text, 'text/html');
}

async function answerForm(services: Services, request: Request, response: Response): Promise<void> {
  if (bodyType(request).type !== 'application/x-www-form-urlencoded')
    throw new HttpFault(415, 'a decision is sent as application/x-www-form-urlencoded');
  const form = parseForm(decodeText(await readBody(request, response, mostBytes)));
  await takeDecision(services, form, askedBy(request, services.config));
  response.cookie(nameCookie, (form.get('who') ?? '').trim(), { path: '/review', sameSite: 'strict', httpOnly: true });
  const address = `/review?${new URLSearchParams({ note: form.get('note') ?? '' })}`;
  response.set('Cache-Control', 'no-store').redirect(303, `${address}#next`);
}

export function reviewRoutes(services: Services): Router {
  const check = createCuratorCheck(services.config);
  return Router().all('/review', allowMethods(['GET', 'HEAD', 'POST', 'OPTIONS'], {}, []), (request, response) => {
    // What is for one curator is for no page of another origin to read.
    response.removeHeader('Access-Control-Allow-Origin');
    response.set({ 'Cache-Control': 'no-store', 'Cross-Origin-Resource-Policy': 'same-origin' });
    check(request);
    return request.method === 'POST' ? answerForm(services, request, response) : showPage(services, request, response);
  });
}
