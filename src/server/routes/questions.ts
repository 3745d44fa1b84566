/** `/api/{name}`: a question by its name, with its parameters, in parts; as a page where HTML is preferred. */
import { type Request, type Response, Router } from 'express';
import { createIris } from '../../iris.js';
import { bindQuestion, findQuestion } from '../../questions/bind.js';
import type { Question } from '../../questions/question.js';
import { readQuestions } from '../../questions/read.js';
import { partOf } from '../../questions/rows-of.js';
import { type Asked, type Part, readAsked, rowsOfPage } from '../api/read-asked.js';
import { writeOut } from '../api/write-out.js';
import type { Asking } from '../asking.js';
import { askingOf } from '../asking.js';
import { describeFailure } from '../errors.js';
import { HttpFault } from '../http-fault.js';
import { ownAddress } from '../own-address.js';
import { showFailure } from '../pages/outcome.js';
import { questionPage } from '../pages/question.js';
import { showAnswer } from '../pages/show-answer.js';
import { chooseFormat, formatsFor, htmlOffer, requireFormat, urlParameters } from '../request.js';
import { sendAnswer, sendText } from '../send.js';
import type { Services } from '../services.js';
import { addressWith, plainView, type View, viewOf } from '../view/view.js';
import { linkValues, type WebLink } from '../web-links.js';

const offers = [...formatsFor('bindings'), htmlOffer];

interface Prepared {
  readonly query: string;
  readonly options: Asking & Pick<ReturnType<typeof bindQuestion>, 'bindings'>;
  readonly part: Part | undefined;
  /** Whether there are rows after the part. */
  readonly hasMore: boolean;
}

/** Whether there is a row after so many. */
async function hasRowAfter({ store }: Services, query: string, offset: number, options: Prepared['options']) {
  const result = await store.query(partOf(query, { limit: 1, offset }), options);
  if (result.kind === 'bindings') for await (const _row of result.rows) return true;
  return false;
}

async function prepare(
  services: Services,
  question: Question,
  { values, part }: Asked,
  asking: Asking,
): Promise<Prepared> {
  const { query, bindings } = bindQuestion(question, values, createIris(services.config.base));
  const options = { ...asking, bindings };
  if (part === undefined) return { query, options, part, hasMore: false };
  const hasMore = await hasRowAfter(services, query, part.offset + part.limit, options);
  return { query: partOf(query, part), options, part, hasMore };
}

/** The parts beside this one (RFC 8288). */
function neighbours({ part, hasMore }: Prepared, view: View, origin: string): WebLink[] {
  if (part === undefined) return [];
  const { limit, offset } = part;
  const at = (start: number): string =>
    origin + addressWith(view, { page: '', limit: String(limit), offset: start === 0 ? '' : String(start) });
  return [
    ...(offset > 0 ? [{ relation: 'first', href: at(0) }] : []),
    ...(offset > 0 ? [{ relation: 'prev', href: at(Math.max(0, offset - limit)) }] : []),
    ...(hasMore ? [{ relation: 'next', href: at(offset + limit) }] : []),
  ];
}

async function sendRows(
  services: Services,
  [request, response]: readonly [Request, Response],
  question: Question,
  asking: Asking,
): Promise<void> {
  const view: View = { ...plainView(request.path), parameters: urlParameters(request) };
  const asked = readAsked(question, view.parameters);
  const choice = requireFormat(request, offers, asked.format);
  const prepared = await prepare(services, question, asked, asking);
  const links = neighbours(prepared, view, ownAddress(request, services.config));
  if (links.length > 0) response.set('Link', linkValues(links));
  const answer = await services.store.respond(prepared.query, { bindings: choice.id }, prepared.options);
  await sendAnswer(request, response, answer, choice);
}

/** What is wrong with a value is said above the form, in which it stays. */
async function sendPage(
  services: Services,
  [request, response]: readonly [Request, Response],
  question: Question,
  asking: Asking,
): Promise<void> {
  const view = viewOf(request, response);
  try {
    const asked = readAsked(question, view.parameters, rowsOfPage);
    const { query, options, part, hasMore } = await prepare(services, question, asked, asking);
    const outcome = await showAnswer(
      await services.store.respond(query, { bindings: 'json' }, options),
      services.config.base,
      view,
    );
    const data = addressWith(view, { format: 'csv', lang: '', limit: '', offset: '', page: '' });
    const address = ownAddress(request, services.config) + data;
    const written = writeOut({ query: question.query, bindings: options.bindings });
    const page = await questionPage(services, view, { question, ...asked, part, hasMore, outcome, address, written });
    await sendText(request, response, page.text, 'text/html');
  } catch (error) {
    const failure = describeFailure(error);
    if (failure === undefined || response.headersSent) throw error;
    const values = Object.fromEntries(
      question.parameters.flatMap(({ name }) => {
        const value = view.parameters.get(name);
        return value === null ? [] : [[name, value]];
      }),
    );
    const page = await questionPage(services, view, { question, values, outcome: showFailure(failure.message) });
    response.status(failure.status).set({ ...failure.headers, 'Cache-Control': 'no-store' });
    response.type('html').send(page.text);
  }
}

export function questionRoutes(services: Services): Router {
  const questions = readQuestions();
  return Router().get('/api/:name', async (request, response) => {
    const { name } = request.params as { name: string };
    let question: Question;
    try {
      question = findQuestion(questions, name);
    } catch (error) {
      throw new HttpFault(404, describeFailure(error)?.message ?? 'there is no such question');
    }
    const asking = askingOf(request, response, services.config);
    const wantsPage = chooseFormat(request, offers, urlParameters(request).get('format'))?.id === 'html';
    await (wantsPage ? sendPage : sendRows)(services, [request, response], question, asking);
  });
}
