/** `/ontology`, whose terms all data is written in: a page, all graph formats, and every version that there was. */
import { type Request, type Response, Router } from 'express';
import { readOntologyDocument, readOntologyText } from '../../export/ontology-document.js';
import { serialiseQuads } from '../../serialise/quads.js';
import { ontologyVersion } from '../../vocabularies.js';
import type { Html } from '../html.js';
import { HttpFault } from '../http-fault.js';
import { chooseForm, type ShapedChoice } from '../json-ld-form.js';
import { ontologyPage, showOntology } from '../pages/ontology.js';
import { formatsFor, htmlOffer, requireFormat, urlParameters } from '../request.js';
import { sendText } from '../send.js';
import type { Services } from '../services.js';
import { messageLanguageOf } from '../view/messages.js';
import { type View, viewOf } from '../view/view.js';

const offers = [...formatsFor('graph'), htmlOffer];

/** The hand-written files for Turtle, as they are, with their comments; the other formats are made from them. */
async function writeOntology({ id, jsonLd }: ShapedChoice, version: string, { context }: Services): Promise<string> {
  if (id === 'turtle') return readOntologyText(version) ?? '';
  const document = readOntologyDocument(version);
  if (document === undefined) return '';
  let text = '';
  for await (const part of serialiseQuads(document.quads, id, { context, ...jsonLd })) text += part;
  return text;
}

/** The middle of the page is made once for each language. */
function createPageWriter(): (version: string, view: View) => string {
  const made = new Map<string, Html>();
  return (version, view) => {
    const document = readOntologyDocument(version);
    if (document === undefined) return '';
    const key = `${version} ${messageLanguageOf(view.language)}`;
    const main = made.get(key) ?? showOntology(view, document);
    made.set(key, main);
    return ontologyPage(view, document, main).text;
  };
}

/** The files do not change while the server runs: each is written once, in each form. */
function createWriter(services: Services): (choice: ShapedChoice, version: string) => Promise<string> {
  const written = new Map<string, Promise<string>>();
  return (choice, version) => {
    const { form = '', contextIri = '' } = choice.jsonLd ?? {};
    const key = `${version} ${choice.id} ${form} ${contextIri}`;
    const text = written.get(key) ?? writeOntology(choice, version, services);
    written.set(key, text);
    return text;
  };
}

/** `0.1.0.ttl` → the version and `ttl`. */
const splitVersion = (name: string): readonly [version: string, extension: string | undefined] => {
  const [, version = '', extension] = /^(\d+\.\d+\.\d+)(?:\.([a-z]+))?$/.exec(name) ?? [];
  return [version, extension];
};

const address = (version: string, isNewest: boolean): string => (isNewest ? '/ontology' : `/ontology/${version}`);

export function ontologyRoutes(services: Services): Router {
  const write = createWriter(services);
  const writePage = createPageWriter();

  async function send(
    [request, response]: readonly [Request, Response],
    { version, extension, isNewest }: { version: string; extension: string | undefined; isNewest: boolean },
  ): Promise<void> {
    const choice = requireFormat(request, offers, extension ?? urlParameters(request).get('format'));
    const shaped = chooseForm(request, services, choice);
    const isPage = choice.id === 'html';
    const text = isPage ? writePage(version, viewOf(request, response)) : await write(shaped, version);
    const links = offers
      .filter(({ id }) => id !== choice.id)
      .map(({ id, mediaType }) => {
        const ending = formatsFor('graph').find((format) => format.id === id)?.extension ?? 'html';
        return `<${address(version, isNewest)}.${ending}>; rel="alternate"; type="${mediaType}"`;
      });
    if (isNewest) links.push(`</ontology/${version}>; rel="canonical"`);
    else links.push('</ontology>; rel="latest-version"');
    response.append('Link', links);
    // A page is laid out anew now and then.
    if (version !== ontologyVersion && !isPage) response.set('Cache-Control', 'public, max-age=31536000, immutable');
    await sendText(request, response, text, shaped.mediaType);
  }

  return Router()
    .get(['/ontology', '/ontology.:extension'], async (request, response) => {
      const { extension } = request.params as { extension?: string };
      await send([request, response], { version: ontologyVersion, extension, isNewest: true });
    })
    .get('/ontology/:name', async (request, response, next) => {
      const [version, extension] = splitVersion(request.params.name);
      if (version === '') return next();
      if (readOntologyText(version) === undefined)
        throw new HttpFault(404, `there is no version ${version} of the ontology`);
      await send([request, response], { version, extension, isNewest: false });
    });
}
